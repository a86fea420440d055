"""Sums that two parts do not make: "$450 million by 2027 and the remaining $800 million"."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.facts.amounts import read
from editor.checks.facts.changes import Wrong
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_REMAINING = Expression(
    r"(?P<a>[$€£¥]\d[\d.,]*(?: (?:million|billion|trillion)|m|bn)?) [^.;$€£¥]{1,50} and the (?:remaining|other) (?P<b>[$€£¥]\d[\d.,]*(?: (?:million|billion|trillion)|m|bn)?)"
)
_MONEY = Expression(
    r"[$€£¥]\d[\d.,]*\d?(?: (?:million|billion|trillion)|m\b|bn\b)?|[$€£¥]\d[\d.,]*(?:-(?:million|billion|trillion))?"
)
# A sum that misses the told one by more is hardly meant.
_LEFT_OVER = 0.15


def remaining(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """A part and the remaining one that make none of the sums before, but nearly one."""
    for match in _REMAINING.finditer(text, *line.span):
        one, two = _amount(match["a"]), _amount(match["b"])
        told = [_amount(each.group()) for part in before for each in _MONEY.finditer(text, *part.span)]
        if one is None or two is None:
            continue
        sums = [each for each in told if each is not None and each > max(one, two)]
        exact = any(abs(each - one - two) <= each / 1000 for each in sums)
        if not exact and any(abs(each - one - two) <= _LEFT_OVER * each for each in sums):
            yield Span(*match.span("b")), (), f"{match['a']} and {match['b']} do not make the sum before?"


def _amount(text: str) -> float | None:
    amount = read(text.replace("-", " "))
    return None if amount is None else amount.number
