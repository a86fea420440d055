"""Figures of the body that a later sentence takes up and gives otherwise: counts, votes, moves, careers, sums, results."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.facts.again.careers import aged, retired
from editor.checks.facts.again.counted import arrested, buried, delegates, sized
from editor.checks.facts.again.money import remaining
from editor.checks.facts.again.moves import by_part, changed, closed, rise
from editor.checks.facts.again.scores import scored
from editor.checks.facts.again.votes import absent, majority, voted
from editor.checks.facts.changes import Wrong
from editor.documents.model import PartKind
from editor.story import Line

# Each is given a line of the body, the lines before it and the text.
_READERS = (
    arrested,
    delegates,
    sized,
    closed,
    voted,
    aged,
    changed,
    remaining,
    majority,
    absent,
    retired,
    rise,
    by_part,
    buried,
    scored,
)


def taken_up(lines: Sequence[Line], text: str) -> Wrong:
    """Each figure of the body that takes up an earlier one and differs from it: its place, what would fit, a message."""
    told = [line for line in lines if line.block.kind in (PartKind.HEADLINE, PartKind.BODY)]
    for at, line in enumerate(told):
        if line.block.kind is not PartKind.BODY or not at:
            continue
        before = told[:at]
        for find in _READERS:
            yield from find(line, before, text)
