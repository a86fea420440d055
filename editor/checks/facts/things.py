"""Counts of things that shift within a story: "three villages were evacuated", later "all four villages"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from editor.checks.facts.changes import Wrong
from editor.checks.facts.numerals import NUMBER, is_year, turned_round, value, written
from editor.checks.facts.synonyms import named_alike
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.text.model import Token
from editor.text.words import words
from editor.values import Span

_ALL = words("all the these those")
_OWNERS = words("its his her their our whose")
_LAWMAKERS = frozenset(["MPs", "MEPs", "MSPs", "TDs"])
_WHO = words("it who which he she")
_ROUNDING = words("about around nearly almost some roughly over least approximately than")
_MODIFIERS = frozenset(["JJ", "NN", "VBN", "VBG", "JJS", "HYPH", "NNP"])
_MANY = words("people children men women")
# Measures and shares, and what a story counts again and again.
_MEASURES = words("""years months weeks days hours minutes seconds times points percent percentage dollars euros pounds yuan rupees cents miles
    kilometers kilometres meters metres millimetres millimeters centimetres centimeters feet inches acres hectares tons tonnes barrels degrees
    runs goals wickets overs sets games matches votes shares quarters decades centuries ounces liters litres gallons grams kilograms kilos bags
    units steps cases people others women men children sides parties countries nations states things ways parts thirds halves seats laps rounds
    wins losses victories deaths shots saves passes assists touchdowns yards innings balls fours sixes medals titles pesos francs riyals dirhams
    shillings rubles roubles crowns lira kroner krona levels places counts charges reasons groups companies leaders pence bids jobs tries
    penalties conversions teams players members dlrs mln pct weekends nights evenings mornings sessions fifths tenths grounds occasions stages""")
_PERSONS = words("""victims patients passengers survivors suspects migrants refugees students pupils miners workers soldiers officers detainees
    prisoners hostages captives defendants tourists climbers hikers skiers sailors seafarers fishermen divers pilots protesters activists
    demonstrators residents villagers employees journalists reporters casualties nominees winners candidates applicants infants babies""")
_PICKING = words("who that which with from")
_OTHER = Expression(
    r"\b(?:other|another|more(?! than)|additional|last year|previous|earlier|remaining|since|ago|until|rose|risen|raised|increase\w*|cut|added|further|"
    r"each(?! of the)|per|every|average|first|(?:next|last)(?! \w+day\b| week\b| month\b| night\b)|of which|of whom|of them|former|initially|at first|(?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
# How many letters around a count may tell that it counts others.
_BEFORE, _AFTER = 40, 60
_ANY_NUMBER = Expression(
    rf"(?<![\w.,$€£¥-]){NUMBER}(?![\w%]|[.,]\d|:\d|[ -](?:second|minute|hour|day|week|month|year|mile|kilomet|met(?:er|re)|feet|foot|percent|per cent|million|billion|degree|a\.m|p\.m))",
    re.IGNORECASE,
)
# How far a rounded count may lie from the exact one, and how far counts lie apart that are not of the same things.
_ROUNDED_LOW, _ROUNDED_HIGH, _FARTHEST = 0.85, 1.2, 2.5
_TOLD_OF = frozenset(["VBD", "VBP", "VB", "MD", ",", ".", ":", ";", "''"])


class Mention(NamedTuple):
    """A count of things: the number, its place, the noun, what describes it before and after "of".

    `definite` says that it speaks of all that were named before, `other` that it leaves some out ("the other 40 men"),
    `free` that nothing near it tells of others, `part` that what follows may pick a part ("the five who returned"),
    `exact` that no word rounds the number, `share` that it is a part of the next count ("six of the 12 trains"),
    `all` that nothing after it picks some of the things.
    """

    number: int
    span: Span
    noun: str
    described: frozenset[str]
    of: frozenset[str]
    definite: bool
    other: bool
    free: bool
    part: bool
    exact: bool
    share: bool = False
    all: bool = False


def mentions(lines: Sequence[Line]) -> Iterator[Mention]:
    """Every count of things in the body, in order."""
    for line in lines:
        if line.block.kind is not PartKind.BODY or not any(_counts(each) for each in line.words):
            continue
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if _counts(token):
                near = max(line.span.start, token.start - _BEFORE), min(line.span.end, token.end + _AFTER)
                found = _mention(tokens, at, not _OTHER.search(line.text, *near))
                if found is not None:
                    yield found


def _counts(token: Token) -> bool:
    first = token.text[0]
    return (first.isdigit() or first.isalpha()) and (value(token.lower) or 0) > 1 and not is_year(token.text)


def _mention(tokens: Sequence[Token], at: int, free: bool) -> Mention | None:
    token = tokens[at]
    if (
        [each.lower for each in tokens[at + 1 : at + 3]] == ["of", "the"]
        and at + 4 < len(tokens)
        and _counts(tokens[at + 3])
    ):
        whole = _mention(tokens, at + 3, free)
        share = value(token.lower) or 0
        return whole and whole._replace(
            number=share, span=Span(token.start, token.end), definite=True, exact=True, share=True
        )
    before = tokens[at - 1].lower if at else ""
    if (not token.space and before not in ("(", '"', "“", "‘", "'", "—", "–")) and at:
        return None
    if before == "in" and at > 1 and _counts(tokens[at - 2]):
        # "nine in 10 patients"
        return None
    end = at + 1
    while (
        end < len(tokens)
        and end < at + 4
        and tokens[end].space
        and tokens[end].tag in _MODIFIERS
        and tokens[end].lower not in _MANY
        and tokens[end].text not in _LAWMAKERS
    ):
        end += 1
    if end >= len(tokens) or not tokens[end].space:
        return None
    head = tokens[end]
    if not (head.tag == "NNS" or head.lower in _MANY or head.text in _LAWMAKERS) or len(head.text) < 4 - (
        head.text in _LAWMAKERS
    ):
        return None
    if not head.text.islower() and head.text not in _LAWMAKERS:
        return None
    if end + 1 < len(tokens) and (
        tokens[end + 1].tag in ("NN", "NNS") or tokens[end + 1].lower in ("'", "-")
    ):
        return None
    after = tokens[end + 1].lower if end + 1 < len(tokens) else ""
    crew = head.lower == "members" and tokens[end - 1].lower == "crew"
    of: frozenset[str] = frozenset()
    if after == "of":
        of = frozenset(each.lower for each in tokens[end + 2 : end + 5] if each.tag in ("NN", "NNS", "JJ"))
    lead = tokens[at - 2].lower if at > 1 else ""
    return Mention(
        value(token.lower) or 0,
        Span(token.start, token.end),
        "crew" if crew else head.lower,
        frozenset(each.lower for each in tokens[at + 1 : end - crew]),
        of,
        before in _ALL
        or before in _OWNERS
        or before == "'s"
        or (before == "has" and tokens[at - 2].lower not in _WHO),
        before == "other" and lead in _ALL | _OWNERS,
        free,
        after in _PICKING,
        before not in _ROUNDING,
        all=end + 1 >= len(tokens) or tokens[end + 1].tag in _TOLD_OF,
    )


def shifting(lines: Sequence[Line], text: str) -> Wrong:
    """Each definite count that differs from the counts of the same things before it: its place, that count if it is told, a message."""
    found = list(mentions(lines))
    for place, later in enumerate(found):
        if not (later.definite or later.other):
            continue
        same = [
            each
            for each in found[:place]
            if _same(each, later) and not (each.share and later.span.start - each.span.end < len(" of the  "))
        ]
        if not same:
            continue
        mark = later.span.of(text)
        if later.other:
            most = max(same, key=lambda each: each.number)
            if most.exact and most.number < later.number <= most.number * _ROUNDED_HIGH:
                yield later.span, (), f"{mark} other {later.noun} here, only {most.span.of(text)} before?"
            continue
        others = [each for each in found if each.noun in named_alike(later.noun) and each is not later]
        first = _differing(later, same, others, text[: later.span.start])
        if first is not None:
            yield (
                later.span,
                (written(first.number, mark),),
                f"{mark} {later.noun} here, {first.span.of(text)} before?",
            )


def _met(number: int, before: str) -> bool:
    """Whether the text before has the number, of whatever."""
    return any(value(each.group()) == number for each in _ANY_NUMBER.finditer(before))


def _same(one: Mention, later: Mention) -> bool:
    """Whether both may count the same things."""
    if one.noun != later.noun:
        if one.noun in named_alike(later.noun) and not {one.noun, later.noun} & _MEASURES:
            return not later.share
        # People who are told later what they are: "four people were taken to hospital", "the three patients".
        return (
            one.noun == "people"
            and later.noun in _PERSONS
            and one.number < 30
            and not later.described
            and not later.share
        )
    if one.noun in _MEASURES:
        told = one.described | one.of
        return len(told) >= 1 and told == later.described | later.of and one.described != later.described
    return (
        not later.described
        or not one.described | one.of
        or bool(later.described & (one.described | one.of))
        or one.definite
    )


def _differing(
    later: Mention, same: Sequence[Mention], others: Sequence[Mention], before: str
) -> Mention | None:
    """The earlier count that the later one should be; None where it may be right. `before` is the text up to it."""
    numbers = {each.number for each in same if not each.share}
    told = {each.number for each in others} | numbers
    if later.number in told or later.number < 3:
        return None
    if any(later.number in (one + two, abs(one - two)) for one, two in combinations(told, 2)):
        return None
    for first in same:
        if (
            not (first.definite or len(numbers) == 1)
            or (later.part and later.number < first.number)
            or first.number < 3
        ):
            continue
        # A part of a larger number, or of another kind of thing, is no slip, but one near it, or its figures turned round, may be.
        whole = first.definite and later.definite and not (first.share or later.share or later.part)
        near = (
            first.exact
            and later.exact
            and first.free
            and later.free
            and _near(
                first.number,
                later.number,
                2 if first.number >= 100 and not (first.share or later.share) else 3 if whole else 5,
            )
        )
        if near or turned_round(first.number, later.number):
            return first
        if _again(first, later) and not _met(later.number, before):
            return first
    return None


def _again(first: Mention, later: Mention) -> bool:
    """Whether the later count speaks of all things of the first, as known, with another number."""
    apart = later.number / first.number
    if first.share or later.share or not (first.free and later.free) or not 1 / _FARTHEST < apart < _FARTHEST:
        return False
    if not first.exact and _ROUNDED_LOW < apart < _ROUNDED_HIGH:
        return False
    return later.number > first.number or (later.all and not later.part)


def _near(one: int, two: int, part: int) -> bool:
    """Whether two numbers differ by one, or by no more than the given part of the first."""
    return abs(one - two) <= max(1, one // part)
