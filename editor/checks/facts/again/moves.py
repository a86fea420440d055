"""Rises and falls that a later sentence takes up: "rose 11 basis points", then "the rise of 14 basis points"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.facts.changes import Wrong
from editor.checks.facts.directions import LESS, MORE, either
from editor.checks.facts.numerals import NUMBER, value
from editor.story import Line
from editor.text.expression import Expression
from editor.text.words import words
from editor.values import Span

_MOVED = Expression(
    rf"\b(?P<verb>{either(MORE | LESS)})(?: by)? "
    r"(?P<d>\d[\d,]*(?:\.\d+)?) points?(?:,? or \d[\d.]*(?:%| percent| per cent),?)?,? to (?P<x>\d[\d,]*(?:\.\d+)?)(?![\d%])"
)
_ENDED = Expression(
    r"\b(?:ended|closed|finished|stood|settled|been) (?:[a-z]+ )?at (?P<y>\d[\d,]*(?:\.\d+)?)(?![\d%])(?= (?:on|the|a) (?:(?:Mon|Tues|Wednes|Thurs|Fri)day|day|previous|week))"
)
# Points are rounded to a tenth, twice.
_ROUNDED = 0.16

_WENT = Expression(
    rf"(?P<x>{NUMBER}) (?P<what>[a-z]{{3,}})\b[^.;:]{{0,40}}?, (?:up|down) from (?P<y>{NUMBER})\b",
    re.IGNORECASE,
)
_RISES, _FALLS = words("rise gain increase jump"), words("drop fall decline decrease")
_THE_CHANGE = Expression(
    rf"\b(?:the|that) (?:{either(_RISES | _FALLS)}) of (?P<n>{NUMBER})(?: (?P<what>[a-z]{{3,}}))?\b",
    re.IGNORECASE,
)
_RISE_OF = Expression(
    rf"(?:['’]s|\bthe|\bthat) (?P<what>{either(_RISES | _FALLS)}) of (?P<n>{NUMBER}|\d+\.\d+) (?P<unit>basis points|percentage points|points|percent|%)",
    re.IGNORECASE,
)
_ROSE = Expression(
    rf"\b(?P<verb>{either(MORE | LESS)})(?: by)? (?P<n>\d+(?:\.\d+)?) (?P<unit>basis points?|percentage points?|points?|percent|%)"
)
_BY_PART = Expression(
    rf"\b[Tt]he (?:{either(_FALLS)}|slump) of (?P<n>more than (?:half|a third|a quarter|two-thirds)|(?:nearly|almost|less than) half)"
)
_FELL_TO = Expression(
    rf"\b(?:fall|fell|fallen|drop|dropped|decline|declined|shrink|shrank|cut) to (?P<x>{NUMBER})[^.;\d]{{0,40}}?,? from (?P<y>{NUMBER})\b",
    re.IGNORECASE,
)
_PARTS = {"half": 1 / 2, "a third": 1 / 3, "a quarter": 1 / 4, "two-thirds": 2 / 3}
_NEARLY_HALF = 0.38


def closed(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Where an index had ended, by its change and where it ended now."""
    for match in _ENDED.finditer(text, *line.span):
        moved = _MOVED.search(text, *before[-1].span) or _MOVED.search(text, line.span.start, match.start())
        if moved is None:
            continue
        change, new, old = (float(each.replace(",", "")) for each in (moved["d"], moved["x"], match["y"]))
        fit = new + change if moved["verb"] in LESS else new - change
        if abs(fit - old) > _ROUNDED and abs(fit - old) < new / 4:
            figure = f"{fit:,.{len(match['y'].partition('.')[2])}f}"
            yield Span(*match.span("y")), (), f"By the change before it is {figure}, not {match['y']}?"


def changed(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Such as "the drop of 200,000" after figures that make it another."""
    for match in _THE_CHANGE.finditer(text, *line.span):
        told = list(_changes(before, match["what"], text))
        said = value(match["n"])
        if len(told) == 1 and said is not None and said != told[0]:
            yield (
                Span(*match.span("n")),
                (f"{told[0]:,}",),
                f"The figures before make it {told[0]:,}, not {match['n']}?",
            )


def _changes(before: Sequence[Line], what: str | None, text: str) -> Iterator[int]:
    for one in before:
        for match in _WENT.finditer(text, *one.span):
            new, old = value(match["x"]), value(match["y"])
            if (
                new is not None
                and old is not None
                and what is not None
                and what.lower() == match["what"].lower()
            ):
                yield abs(new - old)


def rise(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Such as "the rise of 14 basis points" after "rose 11 basis points"."""
    for match in _RISE_OF.finditer(text, *line.span):
        up, unit = match["what"].lower() in _RISES, match["unit"].lower().rstrip("s")
        told = {
            each["n"]
            for part in before
            for each in _ROSE.finditer(text, *part.span)
            if (each["verb"].lower() in MORE) is up and each["unit"].lower().rstrip("s") == unit
        }
        if len(told) == 1 and match["n"] not in told:
            (first,) = told
            yield Span(*match.span("n")), (first,), f"{match['n']} here, {first} before?"


def by_part(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Such as "the drop of more than half" after figures that make it less."""
    for match in _BY_PART.finditer(text, *line.span):
        moved = _FELL_TO.search(text, *before[-1].span)
        new, old = (value(moved["x"]), value(moved["y"])) if moved else (None, None)
        if new is None or not old:
            continue
        lost = 1 - new / old
        more = match["n"].startswith("more than ")
        fits = lost > _PARTS[match["n"].removeprefix("more than ")] if more else _NEARLY_HALF < lost < 1 / 2
        if not fits:
            yield Span(*match.span("n")), (), f"From {old:,} to {new:,} is a drop of {100 * lost:.0f}%?"
