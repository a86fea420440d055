"""Presents and perfects beside a day that is over: "is seen near the school on the morning of the attack"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.model import Token
from editor.text.verbgroups import PAST, PERFECT, PRESENT, Group, reach
from editor.text.words import words

_EVENTFUL = words(
    "attack crash murder killing fire shooting blast explosion accident robbery theft raid riot riots quake earthquake collapse election coup disaster wedding funeral vote match final flood storm launch"
)


def on_the_day(tokens: Sequence[Token], group: Group, before: Group | None) -> Iterator[Slip]:
    """ "Said the man is seen near the school on the morning of the attack", "has left the house on the night of the murder"."""
    if group.tense not in (PRESENT, PERFECT) or not has_subject(tokens, group):
        return
    end = min(reach(tokens, group.verb), len(tokens) - 5)
    for at in range(group.verb + 1, end):
        if [each.lower for each in tokens[at : at + 2]] != ["on", "the"] or tokens[at + 2].lower not in (
            "morning",
            "night",
            "day",
            "evening",
            "afternoon",
            "eve",
            "weekend",
        ):
            continue
        dated = tokens[at + 4].lower in times.MONTHS and tokens[at + 4].text[:1].isupper()
        if tokens[at + 3].lower != "of" or not (
            dated or any(each.lower in _EVENTFUL for each in tokens[at + 4 : at + 8])
        ):
            continue
        if (
            group.tense == PERFECT
            or (before is not None and before.tense == PAST and (group.passive or group.negative))
            or (group.negative and before is not None)
        ):
            if tokens[group.verb].lemma in ("schedule", "plan", "expect", "set"):
                return
            yield from past_of(tokens, group)
        return
