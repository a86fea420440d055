"""Sets that were not straight: "won in straight sets, 6-4, 4-6, 6-3"."""

from __future__ import annotations

from editor.checks.facts.changes import Wrong
from editor.text.expression import Expression
from editor.values import Span

_SET = r"\d{1,2}[-–]\d{1,2}(?: ?\(\d{1,2}(?:[-–]\d{1,2})?\))?"
_STRAIGHT = Expression(rf"\bstraight sets,? (?P<sets>{_SET}(?:,? (?:and )?{_SET})+)")
_ONE = Expression(r"(?<![\d(–-])(?P<a>\d{1,2})[-–](?P<b>\d{1,2})(?!\d|\))")


def wrong_sets(text: str, start: int, end: int) -> Wrong:
    """Each list of sets in text[start:end] that both sides won some of though they are called straight: its place, no fix, a message."""
    for match in _STRAIGHT.finditer(text, start, end):
        sets = [(int(each["a"]), int(each["b"])) for each in _ONE.finditer(text, *match.span("sets"))]
        if len({won > lost for won, lost in sets}) > 1:
            yield Span(*match.span("sets")), (), "Straight sets, but each side won one?"
