"""Counts of things that shift within a story: "three villages were evacuated", later "all four villages"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.facts.numerals import NUMBER, value, written
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.text.words import words
from editor.values import Span

_ANY = Expression(
    rf"(?<![\w.$€£,-])(?P<lead>all |the |all of the |all the |of the |these |those )?(?P<n>{NUMBER}) (?P<noun>[a-z]{{4,}}s|children|women|men|people)\b(?P<after>(?: (?:who|that|which|in|of|from|with|on|at|were|are|was|is|have|had)\b)?)",
    re.IGNORECASE,
)
_DEFINITE = words("all the these those")
# Measures and shares, and what a story counts again and again.
_MEASURES = words("""years months weeks days hours minutes seconds times points percent percentage dollars euros pounds yuan rupees cents miles
    kilometers kilometres meters metres feet inches acres hectares tons tonnes barrels degrees runs goals wickets overs sets games matches
    votes shares quarters decades centuries ounces liters litres gallons grams kilograms kilos bags units steps cases people others women
    men children sides parties countries nations states things ways parts thirds halves seats laps rounds wins losses victories deaths
    shots saves passes assists touchdowns yards innings balls fours sixes medals titles pesos francs riyals dirhams shillings rubles roubles
    crowns lira kroner krona levels places degrees counts charges reasons groups companies leaders""")
_PICKING = words("who that which with from")
_OTHER = Expression(
    r"\b(?:other|another|more(?! than)|additional|last year|previous|earlier|remaining|since|ago|until|rose|risen|raised|increase\w*|cut|added|further|"
    r"each|per|every|average|first|next|last|would|could|plans?|planned|if|of which|of whom|of them|only|just|former|initially|at first|(?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """A count of things: the number, its place, the noun, whether it speaks of all that were named before,
    whether nothing in its sentence tells of others, and whether what follows may pick a part: "the five who returned".
    """

    number: int
    span: Span
    noun: str
    definite: bool
    free: bool
    part: bool


def mentions(lines: Sequence[Line]) -> Iterator[Mention]:
    """Every count of things in the body, in order."""
    for line in lines:
        if line.block.kind is not PartKind.BODY:
            continue
        text = line.text[line.span.start : line.span.end]
        other = bool(_OTHER.search(text))
        for match in _ANY.finditer(text):
            number = value(match["n"])
            noun = match["noun"].lower()
            if (
                number is None
                or number < 3
                or noun in _MEASURES
                or re.fullmatch(r"(?:1[89]|20)\d\d", match["n"])
            ):
                continue
            lead = (match["lead"] or "").lower().split()
            definite = bool(set(lead) & _DEFINITE)
            start, end = match.span("n")
            span = Span(line.span.start + start, line.span.start + end)
            yield Mention(
                number, span, noun, definite, not other, (match["after"] or "").strip().lower() in _PICKING
            )


def shifting(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str, str]]:
    """Each definite count that differs from the only count of the same things before it: its place, that count, a message."""
    found = list(mentions(lines))
    for place, later in enumerate(found):
        if not later.definite:
            continue
        before = [each for each in found[:place] if each.noun == later.noun]
        numbers = {each.number for each in before}
        if len(numbers) != 1 or later.number in numbers:
            continue
        first = before[0]
        if later.part and later.number < first.number:
            continue
        if any(
            each.number == later.number for each in found if each.noun == later.noun and each is not later
        ):
            continue
        # A part of a larger number, or of another kind of thing, is no slip, but one near it, or its figures turned round, may be.
        near = first.free and later.free and _near(first.number, later.number)
        if not (near or _turned(first.number, later.number)):
            continue
        mark = later.span.of(text)
        yield (
            later.span,
            written(first.number, mark),
            f"{mark} {later.noun} here, {first.span.of(text)} before?",
        )


def _near(one: int, two: int) -> bool:
    return abs(one - two) <= max(1, one // 8)


def _turned(one: int, two: int) -> bool:
    """Whether the figures are the same in another order."""
    return one > 9 and one != two and sorted(str(one)) == sorted(str(two))
