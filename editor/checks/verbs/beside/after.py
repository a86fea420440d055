"""Clauses with "after", "before" and "as": "resigned after a newspaper publishes the recordings", "two weeks after the mine has closed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.beside.lists import PASSING, STATES, TELLING, TODAY
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.steps import link
from editor.checks.verbs.subject import is_single
from editor.text.model import Token
from editor.text.verbgroups import PAST, PERFECT, PLUPERFECT, PRESENT, Group
from editor.text.words import words
from editor.values import Severity

_UNITS = words(
    "second seconds minute minutes hour hours day days night week weeks month months year years decade decades moment moments season"
)


def after_past(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Resigned after a newspaper publishes the recordings", "fell silent as the coffin passes"."""
    if one.tense not in (PAST, PLUPERFECT) or two.tense != PRESENT or two.start != two.verb or two.negative:
        return
    verb = tokens[two.verb]
    at = link(tokens, one, two, ("after", "as"))
    if (
        at < 0
        or at - one.verb > 8
        or not is_single(tokens, at + 1, two.start)
        or tokens[one.verb].lemma in TELLING | {"be"}
    ):
        return
    if any(
        each.tag in ("``", "''", ":", "TO", "MD", ",", "WDT", "WP", "CC") or each.lower in TODAY
        for each in tokens[one.verb + 1 : two.start]
    ):
        return
    if (
        verb.lemma in STATES
        or verb.tag != "VBZ"
        or tokens[at - 1].lower in ("such", "same", "as", "known", "well", "just")
    ):
        return
    if tokens[at].lower == "as" and (
        verb.lemma not in PASSING or (two.verb + 1 < len(tokens) and tokens[two.verb + 1].tag == "VBG")
    ):
        return
    yield from past_of(
        tokens,
        two,
        done=tokens[at].lower == "after",
        severity=None if tokens[at].lower == "after" else Severity.QUERY,
    )


def days_before(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "The day before the Dutch company has disclosed", "two weeks after the mine has closed"."""
    if group.tense != PERFECT or group.negative:
        return
    place = next(
        (
            at
            for at in range(group.start - 1, max(0, group.start - 8), -1)
            if tokens[at].lower in ("before", "after")
        ),
        -1,
    )
    if (
        place < 1
        or tokens[place - 1].lower not in _UNITS
        or not is_single(tokens, place + 1, group.start)
        or tokens[group.verb].lower == "been"
    ):
        return
    if any(each.tag in ("MD", "VBZ", "VBP") for each in tokens[:place]):
        return
    yield from past_of(tokens, group)
