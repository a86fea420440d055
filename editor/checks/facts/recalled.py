"""Figures that a story speaks of as known and has given otherwise: "the $340 million loan" where it was one of $430 million."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from editor.checks.facts.changes import Wrong
from editor.checks.facts.numerals import NUMBER, value
from editor.checks.facts.synonyms import named_alike
from editor.checks.style.calendar import WEEKDAYS
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

KNOWN = r"(?:\b(?i:the|this|that|these|those|its|their|his|her|all|both)|['’]s|s['’])"
"""A pattern for the word before what a story speaks of as known."""
_N = r"\d[\d,]*(?:\.\d+)?"
_MONEY = rf"(?:[A-Z]{{0,2}}[$£€¥] ?{_N}(?: ?(?:m|bn|tn|million|billion|trillion)\b)?|{_N}(?: (?:million|billion|trillion))? (?:dollars?|euros?|pounds?|yuan|yen|rupees|pesos|francs|rubles|roubles|lira|won|dinars?|dirhams|shillings|baht|rand|naira|ringgit|zlotys?|forints|kronor|kroner))"
_PERCENT = rf"{_N}(?= ?(?:%|percent\b|per cent\b))"
_MEASURES = "second|minute|hour|day|night|week|month|year|mile|kilometer|kilometre|meter|metre|foot|inch|acre|hectare|ton|tonne|barrel|seat|bed|room|story|storey|page|member|megawatt|point"
_AGAIN = (
    ("money", Expression(rf"{KNOWN} (?P<f>{_MONEY})(?= )")),
    ("share", Expression(rf"{KNOWN} (?P<f>{_PERCENT}) ?(?:%|percent|per cent)(?= )", re.IGNORECASE)),
    (
        "measure",
        Expression(rf"{KNOWN} (?P<f>{NUMBER})[- ](?P<unit>{_MEASURES})(?=[- ](?!old\b))", re.IGNORECASE),
    ),
)
_SIGN = Expression(r"[$£€¥%-]|percent\b|per cent\b|(?:illion|\d) [a-z]")
_WEEKDAY = rf"\b(?P<f>{'|'.join(WEEKDAYS)})"
_DAY = Expression(rf"{_WEEKDAY}['’]s")
_ANY_DAY = Expression(rf"{_WEEKDAY}\b")
_ANY = {"money": Expression(rf"(?P<f>{_MONEY})"), "share": Expression(rf"(?<![\w.,-])(?P<f>{_PERCENT})")}
OTHERS = Expression(
    r"\b(?:last|previous\w*|earlier|first|second|third|fourth|next|each|every|(?:a|this) (?:month|quarter|week)|ago|another|other|than|forecast\w*|expected|predicted|seen|recorded|target|limit"
    r"|requested|proposed|offered|asked|sought|wanted|against|compared|instead|originally|remaining|rest|average|(?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
"""Words near a figure that tell of another time, of another's, or of one set beside the first."""
# How many letters around a figure may tell so.
_NEAR = 40
_PHRASE = frozenset(["JJ", "JJS", "NN", "NNS", "VBN", "VBG"])
# Nouns that say nothing of what is measured.
_BARE = frozenset(["time", "rate", "price", "total", "amount", "level", "period", "people", "mark", "line"])
_DAYS_OTHER = Expression(
    r"\b(?:next|last|until|by|before|after|following|coming|will|would)\b", re.IGNORECASE
)


class _Told(NamedTuple):
    """A sentence before, and the figures of one kind in it."""

    line: Line
    figures: tuple[str, ...]


def recalled(lines: Sequence[Line], text: str) -> Wrong:
    """Each figure of the body that is spoken of as known but that was given otherwise: its place, the one before, a message."""
    told = [line for line in lines if line.block.kind in (PartKind.HEADLINE, PartKind.BODY)]
    for at, line in enumerate(told):
        if line.block.kind is not PartKind.BODY or not at:
            continue
        if _SIGN.search(text, *line.span):
            for kind, again in _AGAIN:
                for match in again.finditer(text, *line.span):
                    any_such = _of_unit(match["unit"].lower()) if kind == "measure" else _ANY[kind]
                    yield from _differing(match, any_such, line, told[:at], text)
        for match in _DAY.finditer(text, *line.span):
            if not _DAYS_OTHER.search(line.text, *line.span):
                yield from _differing(match, _ANY_DAY, line, told[:at], text)


def _differing(
    match: re.Match[str], any_such: Expression, line: Line, before: Sequence[Line], text: str
) -> Wrong:
    low, high = line.span
    if OTHERS.search(text, max(low, match.start() - _NEAR), min(high, match.end() + _NEAR)):
        return
    figure = _plain(match["f"])
    told = list(_told(any_such, before, text))
    if not told or any(figure == _plain(each) for one in told for each in one.figures):
        return
    noun = _noun(line, match.end())
    if noun is None or noun in _BARE:
        return
    same = [one for one in told if _speaks_of(noun, one.line.span.of(text))]
    if len(same) != 1 or len(same[0].figures) != 1 or OTHERS.search(text, *same[0].line.span):
        return
    first = same[0].figures[0]
    yield Span(*match.span("f")), (first,), f"{match['f']} here, {first} before?"


def _noun(line: Line, at: int) -> str | None:
    """The noun that the words from a place of the line on lead to, in lower case."""
    noun = None
    for token in line.tagged:
        if token.start < at or token.text == "-":
            continue
        if token.tag not in _PHRASE or not token.text.islower():
            break
        if token.tag in ("NN", "NNS"):
            noun = token.text
    return noun


def _told(any_such: Expression, lines: Sequence[Line], text: str) -> Iterator[_Told]:
    for line in lines:
        figures = tuple(each["f"] for each in any_such.finditer(text, *line.span))
        if figures:
            yield _Told(line, figures)


@lru_cache(maxsize=64)
def _of_unit(unit: str) -> Expression:
    many = "feet" if unit == "foot" else "inches" if unit == "inch" else f"{unit}s"
    return Expression(rf"(?<![\w.,])(?P<f>{NUMBER})[- ](?:{unit}|{many})\b", re.IGNORECASE)


def _plain(figure: str) -> str:
    number = value(figure)
    if number is not None:
        return str(number)
    short = figure.lower().replace(",", "").replace(" ", "")
    return short.replace("million", "m").replace("billion", "bn").replace("trillion", "tn")


def _speaks_of(noun: str, sentence: str) -> bool:
    return any(_stem(each).search(sentence) for each in named_alike(noun))


@lru_cache(maxsize=1 << 10)
def _stem(noun: str) -> re.Pattern[str]:
    """The noun, its plural and, where it is long enough, its verb."""
    stem = noun[:-2] if len(noun) > 6 else noun
    return re.compile(rf"\b{re.escape(stem)}[a-z]{{0,3}}\b", re.IGNORECASE)
