"""Clauses joined by "and": "the storm hit on Tuesday, and a tree falls on a school"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.beside.lists import STRUCK, TELLING, TODAY
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.subject import is_single
from editor.text.model import Token
from editor.text.verbgroups import PAST, PRESENT, Group
from editor.text.words import words
from editor.values import Severity


def and_then(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "The storm hit on Tuesday, and a tree falls on a school", "I hear a crack, and then everybody was in the sea"."""
    comma = next(
        (
            at
            for at in range(two.start - 1, one.verb, -1)
            if tokens[at].text == "," and tokens[at + 1].lower == "and"
        ),
        -1,
    )
    if comma < 0:
        return
    start = comma + 3 if tokens[comma + 2].lower == "then" else comma + 2
    if not is_single(tokens, start, two.start):
        return
    if (
        one.tense == PAST
        and two.tense == PRESENT
        and two.start == two.verb
        and tokens[two.verb].lemma in STRUCK
        and tokens[two.verb].tag == "VBZ"
    ):
        if tokens[one.verb].lemma not in TELLING | {"be", "show"} and not any(
            each.lower in TODAY for each in tokens
        ):
            yield from past_of(tokens, two, severity=Severity.QUERY)
    elif (
        one.tense == PRESENT
        and one.start == one.verb
        and two.tense == PAST
        and tokens[start - 1].lower == "then"
        and tokens[one.start - 1].lower in ("i", "we")
        and tokens[one.verb].lemma
        in words("hear see feel smell run jump look turn fall wake open go come take notice")
    ):
        yield from past_of(tokens, one)
