"""Presents after a day of a story: "the second night, we have no chairs left"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.beside.lists import TODAY
from editor.checks.verbs.events import HAPPENS
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import is_single
from editor.text.model import Token
from editor.text.verbgroups import PRESENT, Group
from editor.values import Severity


def next_day(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "The second night, we have no chairs left"."""
    start = 1 if tokens[0].tag == "``" else 0
    if tokens[start].lower not in ("the", "that") or len(tokens) < start + 6:
        return
    unit = start + 1
    if tokens[start].lower == "the":
        if tokens[start + 1].lower not in ("first", "second", "third", "next", "following", "other"):
            return
        unit = start + 2
    if (
        tokens[unit].lower not in ("night", "day", "morning", "week", "evening", "year", "summer", "winter")
        or group.tense != PRESENT
        or group.start != group.verb
    ):
        return
    begin = unit + 2 if tokens[unit + 1].text == "," else unit + 1
    verb = tokens[group.verb]
    if (
        not is_single(tokens, begin, group.start)
        or verb.lemma not in HAPPENS | {"have", "be"}
        or any(each.lower in TODAY for each in tokens)
    ):
        return
    if verb.lemma == "have":
        yield slip("around", verb, verb, ["had"], "That day is over: 'had'.", Severity.QUERY)
    else:
        yield from past_of(tokens, group, severity=Severity.QUERY)
