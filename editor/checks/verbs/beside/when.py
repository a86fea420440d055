"""Clauses with "when": "is 34 when he took over", "asleep when the fire starts", "since 1974, when a collector has donated it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.beside.lists import TELLING, TODAY
from editor.checks.verbs.events import HAPPENS
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.steps import link
from editor.checks.verbs.subject import has_subject, is_single
from editor.text import times
from editor.text.model import Token
from editor.text.times import YEAR_NUMBER, Time
from editor.text.verbgroups import PAST, PERFECT, PRESENT, Group
from editor.text.words import words

_AWAY = words("""asleep home alone inside awake aboard at on in only there outside unharmed dead ahead""")


def when_past(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "He is 34 when he took over"."""
    if one.tense != PRESENT or two.tense != PAST or one.negative or not has_subject(tokens, one):
        return
    when = link(tokens, one, two, ("when",))
    if (
        when < 0
        or when - one.verb > 6
        or not is_single(tokens, when + 1, two.start)
        or tokens[when - 1].text == ","
    ):
        return
    if tokens[two.verb].lemma not in HAPPENS | words("be take join become move") or any(
        each.tag in ("``", "''", ":", "TO", "VBN", ",") for each in tokens[one.verb + 1 : when]
    ):
        return
    verb = tokens[one.verb]
    if verb.lemma == "be" and one.start == one.verb:
        age = tokens[one.verb + 1]
        if age.tag == "CD" and (one.verb + 2 == when or tokens[one.verb + 2].lower in ("years", "months")):
            yield from past_of(tokens, one)
    elif (
        one.start == one.verb
        and verb.lemma in words("carry travel drive sleep wear hold stand sit walk head transport tow")
        and verb.tag == "VBZ"
    ):
        yield from past_of(tokens, one)


def comma_when(tokens: Sequence[Token], found: Sequence[Time], one: Group, two: Group) -> Iterator[Slip]:
    """ "Since 1974, when a collector has donated it", "since they were 12, when they are picked"."""
    when = two.start - 1
    while when > one.verb and tokens[when].lower != "when":
        when -= 1
    if (
        when <= one.verb
        or tokens[when - 1].text != ","
        or not is_single(tokens, when + 1, two.start)
        or two.negative
    ):
        return
    dated = (
        any(
            each.end == when - 1 and each.kind in (times.YEAR, times.PAST, times.DATE, times.DAY)
            for each in found
        )
        or YEAR_NUMBER.fullmatch(tokens[when - 2].text) is not None
    )
    if (
        two.tense == PERFECT
        and dated
        and (
            not YEAR_NUMBER.fullmatch(tokens[when - 2].text) or int(tokens[when - 2].text) < times.this_year()
        )
    ) or (
        two.tense == PRESENT
        and two.passive
        and not two.running
        and one.tense == PAST
        and tokens[one.verb].lemma not in TELLING
    ):
        yield from past_of(tokens, two)


def ended_when(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Has lasted 44 days and ended only when the government stepped in"."""
    for at in range(len(verbs) - 2):
        one, two, three = verbs[at : at + 3]
        if (
            one.tense != PERFECT
            or two.tense != PAST
            or three.tense != PAST
            or two.start != two.verb
            or tokens[two.start - 1].lower != "and"
        ):
            continue
        if (
            not any(each.lower == "when" for each in tokens[two.verb + 1 : three.start])
            or two.start - one.verb > 8
            or three.start - two.verb > 7
        ):
            continue
        if any(
            each.tag in (",", "WDT", "WP", "MD", "TO") or each.lower in TODAY | {"since", "so"}
            for each in tokens[one.start : two.start]
        ):
            continue
        yield from past_of(tokens, one)


def asleep_when(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Most residents were asleep when the fire starts"."""
    if (
        tokens[one.verb].lower not in ("was", "were")
        or one.start != one.verb
        or two.tense != PRESENT
        or two.start != two.verb
    ):
        return
    when = link(tokens, one, two, ("when", "after", "before"))
    if (
        when < 0
        or when - one.verb > 6
        or not is_single(tokens, when + 1, two.start)
        or tokens[when - 1].text == ","
        or tokens[one.verb + 1].lower not in _AWAY
    ):
        return
    if tokens[two.verb].tag == "VBZ" and tokens[two.verb].lemma in HAPPENS:
        yield from past_of(tokens, two)
