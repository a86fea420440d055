"""What began in the past and still goes on, told in the present or the simple past: "works here since 2010", "is closed for a week"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.lasting.ever_since import ever_since, joined_ever_since
from editor.checks.verbs.lasting.recent import counted_deeds, opened_by_time, so_far
from editor.checks.verbs.lasting.since import since_beginning
from editor.checks.verbs.lasting.since_clauses import since_opens, since_perfect
from editor.checks.verbs.lasting.spans import for_stretch
from editor.checks.verbs.slip import Slip
from editor.text.model import Token
from editor.text.times import Time
from editor.text.verbgroups import Group


def lasting(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Presents and simple pasts that a stretch of time up to now makes perfects."""
    if not found:
        return
    yield from joined_ever_since(tokens)
    yield from since_opens(tokens, verbs)
    yield from since_perfect(tokens, verbs)
    for number, group in enumerate(verbs):
        yield from since_beginning(tokens, found, group)
        yield from ever_since(tokens, group)
        yield from for_stretch(tokens, found, group)
        yield from so_far(tokens, found, group)
        yield from counted_deeds(tokens, found, group)
        if number == 0:
            yield from opened_by_time(tokens, found, group)
