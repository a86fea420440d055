"""Perfects beside "at the time": "nobody has known at the time"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.past import past_around
from editor.checks.verbs.slip import Slip
from editor.text.model import Token
from editor.text.verbgroups import PERFECT, Group, reach


def at_the_time(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Nobody has known at the time"."""
    if group.tense not in (PERFECT,) or tokens[group.start - 1].tag in ("MD", "TO"):
        return
    end = reach(tokens, group.verb)
    for at in range(group.verb + 1, min(end, group.verb + 10)):
        if [each.lower for each in tokens[at : at + 3]] == ["at", "the", "time"] and tokens[
            at + 3
        ].lower not in ("of", "to", "for"):
            yield from past_around(tokens, group)
            return
