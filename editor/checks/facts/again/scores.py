"""Results that a later sentence takes up: "won 3-1", then "the 2-1 victory"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.checks.facts.changes import Wrong
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_WON = Expression(r"\b[Tt]he (?P<s>\d{1,2}[-–]\d{1,2}) (?:victory|win|triumph|defeat|loss)\b")
_RESULT = Expression(r"(?<![\w.,-])(?P<s>\d{1,2}[-–]\d{1,2})(?![\w-]|[.,]\d)")


def scored(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """ "The 2-1 victory" after a single other result that shares a figure with it."""
    for match in _WON.finditer(text, *line.span):
        scores = {each["s"] for one in before for each in _RESULT.finditer(text, *one.span)}
        if len(scores) == 1 and match["s"] not in scores:
            (first,) = scores
            if not set(re.findall(r"\d+", first)).isdisjoint(re.findall(r"\d+", match["s"])):
                yield Span(*match.span("s")), (first,), f"{match['s']} here, {first} before?"
