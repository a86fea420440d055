"""Numbers that a story speaks of as known and that stand in it with their figures in another order, or with a nought more or less."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from editor.checks.facts.changes import Wrong
from editor.checks.facts.numerals import is_year, turned_round, value
from editor.checks.facts.recalled import KNOWN, OTHERS
from editor.checks.style.calendar import MONTHS
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

# How many letters around a number may tell that it is another's.
_NEAR = 40
_COUNT = Expression(
    r"(?<![\w.,$€£¥-])(?P<n>\d[\d,]*\d)(?:-(?!year-old)[a-z]+|(?:st|nd|rd|th)(?:-[a-z]+)?)?(?![\w%]|[.,]\d|-\d|-year)"
)
_KNOWN_BEFORE = Expression(rf"{KNOWN} (?:[a-z]+ )?$")
_PART_OF = Expression(r"\bof (?:the|its|their|his|her) (?:[a-z]+ )?$")
_MONTHS = Expression(rf" (?:{'|'.join(MONTHS)})")


def turned(lines: Sequence[Line], text: str) -> Wrong:
    """Each number spoken of as known whose figures stand in another order than those of one before, or that has a nought more or less."""
    met: dict[int, str] = {}
    for line in lines:
        if line.block.kind not in (PartKind.HEADLINE, PartKind.BODY):
            continue
        for match in _COUNT.finditer(text, *line.span):
            number = value(match["n"])
            if number is None or number in met:
                continue
            known = line.block.kind is PartKind.BODY and _KNOWN_BEFORE.search(
                text, max(line.span.start, match.start() - _NEAR), match.start()
            )
            first = known and not _apart(match, text, line.span) and _likely(number, met)
            if first:
                yield Span(*match.span("n")), (first,), f"{match['n']} here, {first} before?"
            met[number] = match["n"]


def _apart(match: re.Match[str], text: str, within: Span) -> bool:
    """Whether a number is a year, a day of a month, or the whole that a part is of."""
    around = max(within.start, match.start() - _NEAR), min(within.end, match.end() + _NEAR)
    return (
        is_year(match["n"])
        or _MONTHS.match(text, match.end()) is not None
        or _PART_OF.search(text, around[0], match.start()) is not None
        or OTHERS.search(text, *around) is not None
    )


def _likely(number: int, met: Mapping[int, str]) -> str | None:
    """How the one number before is written that this one may stand for."""
    found = [
        mark
        for each, mark in met.items()
        if turned_round(each, number)
        or (min(each, number) > 999 and max(each, number) == 10 * min(each, number))
    ]
    return found[0] if len(found) == 1 else None
