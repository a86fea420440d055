"""What every report is made from: a story's text and its findings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from editor.reports.positions import LineIndex, Position
from editor.values import Finding


@dataclass(frozen=True)
class CheckedStory:
    """A story that was checked. `path` is what a person reads; `findings` are sorted by position."""

    path: str
    text: str
    findings: tuple[Finding, ...]

    @cached_property
    def lines(self) -> LineIndex:
        """The lines of the text."""
        return LineIndex(self.text)

    def position(self, finding: Finding) -> Position:
        """Where the finding starts."""
        return self.lines.position(finding.span.start)
