"""Presents that ended at a moment of the past: "holds until Thursday, when shells fell on the market"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.events import HAPPENS
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PRESENT, Group


def until_when(
    tokens: Sequence[Token], found: Sequence[Time], group: Group, after: Group | None
) -> Iterator[Slip]:
    """ "Holds until Thursday, when shells fell on the market"."""
    if group.tense != PRESENT or after is None or after.tense != PAST or not has_subject(tokens, group):
        return
    when = next(
        (
            at
            for at in range(group.verb + 1, after.start)
            if tokens[at].lower == "when" and tokens[at - 1].text == ","
        ),
        -1,
    )
    if when < 0 or after.start - when > 6 or (group.start != group.verb and not group.passive):
        return
    time = first(
        found, group.verb + 1, when, (times.DAY, times.YEAR, times.PAST, times.DATE, times.MONTH, times.CLOCK)
    )
    until = next((at for at in range(group.verb + 1, when - 1) if tokens[at].lower == "until"), -1)
    ends = time is not None and time.end == when - 1
    if not ends and until < 0:
        return
    if any(
        each.lower in ("since", "from", "than", "after", "date", "dates", "compared", "of")
        for each in tokens[group.verb : when]
    ) or tokens[group.verb].lemma in ("say", "date", "have", "remember", "recall", "compare"):
        return
    if (until < 0 and tokens[group.verb].lemma not in HAPPENS) or tokens[group.start - 1].tag == "NNP":
        return
    yield from past_of(tokens, group)
