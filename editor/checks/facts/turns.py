"""Changes told the wrong way round: "1,230 cases, up from 1,310", "60,000 visitors, more than in 2021, when 70,000 came"."""

from __future__ import annotations

import re

from editor.checks.facts.amounts import AMOUNT, ROUNDING, Amount, read
from editor.checks.facts.changes import Wrong
from editor.checks.facts.directions import FELL, ROSE, either
from editor.checks.facts.numerals import is_year
from editor.text.expression import Expression
from editor.values import Span

_FROM = Expression(
    rf"(?<!\bat )(?<!\bin )(?P<x>{AMOUNT})[^.;:\d]{{0,80}}?, (?:(?P<up>up)|down) (?:sharply |slightly )?from (?:{ROUNDING} )?(?P<y>{AMOUNT})",
    re.IGNORECASE,
)
_MOVED = Expression(
    rf"\b(?:(?P<up>{either(ROSE)})|{either(FELL)}) "
    rf"(?:[a-z]+ )?to (?:{ROUNDING} )?(?P<x>{AMOUNT})[^.;:\d]{{0,50}}? from (?:{ROUNDING} )?(?P<y>{AMOUNT})",
    re.IGNORECASE,
)
_WHEN = Expression(
    rf"\b(?:(?P<up>more|higher)|fewer|less|lower) than (?:in|a|last|the)\b[^.;:]{{1,30}}, when [^.;:\d]{{0,40}}?(?P<y>{AMOUNT})",
    re.IGNORECASE,
)
_AMOUNT = Expression(AMOUNT, re.IGNORECASE)
_SIGN = Expression(r" from | than ")
# Figures further apart than this are hardly of the same thing.
_APART = 3.0


def wrong_turns(text: str, start: int, end: int) -> Wrong:
    """Each change in text[start:end] whose figures go the other way than its words: its place, no figure, a message."""
    if not _SIGN.search(text, start, end):
        return
    for expression in (_FROM, _MOVED):
        for match in expression.finditer(text, start, end):
            new, old = _figure(match["x"]), _figure(match["y"])
            if new and old and _contradicts(new, old, bool(match["up"])):
                # What is wrong may be the verb too: "rose to 3 from 4".
                start = match.start() if expression is _MOVED else match.start("y")
                yield Span(start, match.end("y")), (), _message(match["x"], match["y"])
    for match in _WHEN.finditer(text, start, end):
        old = _figure(match["y"])
        before = _AMOUNT.finditer(text, start, match.start())
        figures = [(each.group(), figure) for each in before if (figure := _figure(each.group()))]
        if old is None:
            continue
        of_one_kind = [(told, each) for told, each in figures if each.kind == old.kind]
        if of_one_kind and all(_contradicts(each, old, bool(match["up"])) for _, each in of_one_kind):
            yield Span(*match.span("y")), (), _message(of_one_kind[-1][0], match["y"])


def _figure(text: str) -> Amount | None:
    """The amount, None where it is a year."""
    return None if is_year(text) else read(text)


def _contradicts(new: Amount, old: Amount, up: bool) -> bool:
    if new.kind != old.kind or not new.number or not old.number:
        return False
    if not 1 / _APART <= new.number / old.number <= _APART:
        return False
    return new.high < old.low if up else new.low > old.high


def _message(new: str, old: str) -> str:
    return f"From {old} to {new}: that goes the other way?"
