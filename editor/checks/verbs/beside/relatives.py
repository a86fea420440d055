"""Relative clauses with a time that is over: "an insect that arrive in the area eight years ago"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.events import HAPPENS
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PRESENT, Group, reach


def ago(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "An insect that arrive in the area eight years ago"."""
    if (
        group.tense != PRESENT
        or group.start != group.verb
        or group.negative
        or tokens[group.start - 1].lower not in ("that", "who", "which")
    ):
        return
    verb = tokens[group.verb]
    if (
        verb.lemma not in HAPPENS
        or group.start < 2
        or tokens[group.start - 2].tag not in ("NN", "NNS", "NNP", ",", "CD")
    ):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.PAST,))
    if (
        time is None
        or time.start - group.verb > 8
        or any(
            each.lower in ("since", "from", "than", "until", "by", "after", "before") or each.tag == "VBN"
            for each in tokens[group.verb : time.start]
        )
    ):
        return
    yield from past_of(tokens, group)
