"""A clause or a time of the past that opens the sentence: "when I see the smoke, I ran back", "before the war the city has had"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.beside.lists import PASSING, STATES, TELLING, TODAY
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.subject import is_single
from editor.text.model import Token
from editor.text.verbgroups import PAST, PERFECT, PRESENT, Group
from editor.text.words import words

_CATASTROPHES = words("war quake earthquake storm crisis pandemic coup revolution invasion fire flood floods crash collapse tsunami hurricane genocide "
                      "occupation famine drought eruption outbreak attack blast explosion")  # fmt: skip


def fronted(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "When I see the smoke, I ran back", "While the president speaks, a man threw a shoe"; "before the war the city has had"."""
    start = 1 if tokens[0].tag == "``" else 0
    word = tokens[start].lower
    one = verbs[0]
    two = verbs[1] if len(verbs) > 1 else None
    if (
        word in ("when", "while", "as")
        and two is not None
        and one.tense == PRESENT
        and two.tense == PAST
        and one.start == one.verb
    ):
        verb = tokens[one.verb]
        comma = next((at for at in range(one.verb, two.start) if tokens[at].text == ","), -1)
        if (
            comma > 0
            and verb.lemma not in STATES
            and tokens[two.verb].lemma not in TELLING
            and is_single(tokens, start + 1, one.start)
            and is_single(tokens, comma + 1, two.start)
            and tokens[start + 1].lower not in ("you", "it", "one", "people")
            and not any(each.lower in TODAY or each.text == "," for each in tokens[start:comma])
            and (word != "as" or verb.lemma in PASSING)
            and not (two.start == two.verb and "VB" in tokens[two.verb].tags)
        ):
            yield from past_of(tokens, one)
    if (
        word == "before"
        and tokens[start + 1].lower in ("the", "this")
        and one.tense == PERFECT
        and tokens[start + 2].lower in _CATASTROPHES
    ):
        place = start + 4 if tokens[start + 3].text == "," else start + 3
        if is_single(tokens, place, one.start) and not any(
            each.lower in ("never", "ever", "since") for each in tokens[place : one.verb]
        ):
            yield from past_of(tokens, one)


def last_time(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "The last time the two sides have met was in 2019"."""
    start = 1 if tokens[0].tag == "``" else 0
    if [each.lower for each in tokens[start : start + 3]] != ["the", "last", "time"] or len(verbs) < 2:
        return
    one, two = verbs[0], verbs[1]
    if (
        one.tense in (PERFECT, PRESENT)
        and two.tense == PAST
        and is_single(tokens, start + 3, one.start)
        and (one.tense == PERFECT or one.start == one.verb)
    ):
        yield from past_of(tokens, one)
