"""Deeds that are counted: "the striker, who scores twice in the first half, left the pitch"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.text.model import Token
from editor.text.verbgroups import PAST, PRESENT, Group, reach


def counted_deeds(tokens: Sequence[Token], group: Group, after: Group | None) -> Iterator[Slip]:
    """ "The striker, who scores twice in the first half, left the pitch"."""
    if (
        group.tense != PRESENT
        or group.start != group.verb
        or after is None
        or after.tense != PAST
        or group.start < 2
    ):
        return
    if (
        tokens[group.start - 1].lower not in ("who", "which")
        or tokens[group.verb].tag != "VBZ"
        or tokens[group.verb].lemma in ("be", "have")
    ):
        return
    end = reach(tokens, group.verb)
    clause = [each.lower for each in tokens[group.verb + 1 : end]]
    if any(each in ("a", "each", "every", "daily", "weekly", "more", "than", "per") for each in clause):
        return
    counted = any(each in ("twice", "once") for each in clause) or any(
        each == "times" and tokens[group.verb + place].tag == "CD" for place, each in enumerate(clause)
    )
    if counted and end < len(tokens) and tokens[end].text in (",",) and after.start <= end + 2:
        yield from past_of(tokens, group)
