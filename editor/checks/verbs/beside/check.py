"""Presents and perfects beside a clause or phrase of the past: "When I see the smoke, I ran", "by 1990 the herd has shrunk", "is 34 when he took over"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.beside.after import after_past, days_before
from editor.checks.verbs.beside.ages import at_age
from editor.checks.verbs.beside.by_year import by_year
from editor.checks.verbs.beside.durations import for_generations, for_long
from editor.checks.verbs.beside.fronted import fronted, last_time
from editor.checks.verbs.beside.futures import hoped, will_in_a_year
from editor.checks.verbs.beside.hidden import hidden_present, joined_hidden
from editor.checks.verbs.beside.joined import and_then
from editor.checks.verbs.beside.next_day import next_day
from editor.checks.verbs.beside.questions import unclear_how, where_perfect
from editor.checks.verbs.beside.relatives import ago
from editor.checks.verbs.beside.since import since_perfect
from editor.checks.verbs.beside.up_to_now import past_up_to_now
from editor.checks.verbs.beside.when import asleep_when, comma_when, ended_when, when_past
from editor.checks.verbs.slip import Slip
from editor.text.model import Token
from editor.text.times import Time
from editor.text.verbgroups import Group


def beside(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Verbs that do not fit the past of their neighbours."""
    yield from hidden_present(tokens, found, verbs)
    if not verbs:
        return
    yield from fronted(tokens, verbs)
    yield from last_time(tokens, verbs)
    yield from by_year(tokens, verbs[0])
    for number, group in enumerate(verbs):
        after = verbs[number + 1] if number + 1 < len(verbs) else None
        yield from since_perfect(tokens, group, after)
        yield from at_age(tokens, group)
        yield from will_in_a_year(tokens, found, verbs[number - 1] if number else None, group)
        yield from for_long(tokens, found, group)
        yield from past_up_to_now(tokens, found, verbs, number)
    for one, two in pairwise(verbs):
        yield from when_past(tokens, one, two)
        yield from unclear_how(tokens, one, two)
        yield from hoped(tokens, one, two)
        yield from where_perfect(tokens, one, two)
        yield from after_past(tokens, one, two)
        yield from comma_when(tokens, found, one, two)
        yield from and_then(tokens, one, two)
        yield from asleep_when(tokens, one, two)
    yield from ended_when(tokens, verbs)
    yield from joined_hidden(tokens, verbs)
    yield from next_day(tokens, verbs[0])
    for group in verbs:
        yield from days_before(tokens, group)
        yield from for_generations(tokens, found, group)
        yield from ago(tokens, found, group)
