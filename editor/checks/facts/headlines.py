"""Figures of a headline that the story below it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from editor.checks.facts.amounts import AMOUNT, Amount, read
from editor.checks.facts.numerals import is_year
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_AMOUNT = Expression(AMOUNT, re.IGNORECASE)
# What may stand in the story's figures' stead, and lists that a headline counts itself.
_OTHERWISE = Expression(
    r"\b(?:half|third|quarter|fifth|dozen|score|hundred|thousand|couple|pair|twin|double|triple)s?\b",
    re.IGNORECASE,
)
_FIXED = Expression(r"\b(?:last|final|top|first|fab|big) (?:[a-z]+ )?$|[&#]$", re.IGNORECASE)
_LISTED = Expression(
    r" (?:[a-z]+ )?(?:things|ways|reasons|facts|questions|tips|takeaways|charts|photos|best|top)\b"
)
# Sentences of a body that is all there.
_FEWEST = 3
_LEAST = 3


def missing_figures(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str]]:
    """Each figure of the headline that no figure of the body is or rounds to: its place, and a message."""
    body = [line for line in lines if line.block.kind is PartKind.BODY]
    if len(body) < _FEWEST:
        return
    for line in lines:
        if line.block.kind is PartKind.HEADLINE and not _OTHERWISE.search(text, *line.span):
            yield from _of_headline(line, body, text)


def _of_headline(line: Line, body: Sequence[Line], text: str) -> Iterator[tuple[Span, str]]:
    told: list[Amount] | None = None
    for match in _AMOUNT.finditer(text, *line.span):
        said = read(match.group())
        if said is None or said.number < _LEAST or _names(match, line) or _LISTED.match(text, match.end()):
            continue
        if told is None:
            told = [amount for each in body for amount in _amounts(text, each.span)]
        such = [each.number for each in told if (each.kind == "%") == (said.kind == "%")]
        if such and not _told(said.number, such):
            yield Span(*match.span()), f"{match.group()} is in the headline, but not in the story?"


def _amounts(text: str, span: Span) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text, *span):
        amount = read(match.group())
        if amount is not None:
            yield amount


def _names(match: re.Match[str], line: Line) -> bool:
    """Whether a figure is a year, part of a name ("Boeing 737", "Apollo 11") or of a fixed phrase ("the last eight")."""
    if _FIXED.search(match.string, max(line.span.start, match.start() - 20), match.start()):
        return True
    before = match.string[line.span.start : match.start()].split()
    return (
        match.string.startswith("24-hour", match.start())
        or is_year(match.group())
        or (bool(before) and match.group().isdigit() and before[-1][0].isupper())
    )


def _told(number: float, such: Sequence[float]) -> bool:
    """Whether one of the amounts, or two together, make the number, as exactly as its figures are written, rounded or cut off."""
    room = _room(number)
    return any(-room <= each - number < 2 * room for each in such) or any(
        one + two == number for one, two in combinations(set(such), 2)
    )


def _room(number: float) -> float:
    """Half of the last place of a number that is not zero: 5 for 340, 50 for 1,400."""
    if number != int(number):
        return float(0.05 * 10 ** -(len(f"{number:g}".partition(".")[2]) - 1))
    place = 1
    while number % (10 * place) == 0:
        place *= 10
    return place / 2
