"""How many findings there are, of which kinds, and how many can be fixed."""

from __future__ import annotations

from collections import Counter

from editor.fixes import fixable
from editor.reports.story import CheckedStory
from editor.reports.style import SEVERITY_COLOUR, counted, painter
from editor.values import Applicability, Severity

_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.QUERY: ("query", "queries"),
}


class Tally:
    """Counts findings story by story, so that no story has to be kept for the summary."""

    def __init__(self) -> None:
        self.stories = 0
        self.findings = 0
        self.safe = 0
        self.unsafe = 0
        self.with_findings = 0
        self.severities: Counter[Severity] = Counter()

    def add(self, story: CheckedStory) -> None:
        """Count a story and its findings."""
        self.stories += 1
        self.findings += len(story.findings)
        self.with_findings += bool(story.findings)
        for finding in story.findings:
            self.severities[finding.severity] += 1
            if fixable(finding, story.text, unsafe=True):
                if finding.applicability is Applicability.SAFE:
                    self.safe += 1
                else:
                    self.unsafe += 1

    def kinds(self) -> list[str]:
        """ "1 error", "2 warnings": each severity that there is, worst first."""
        return [counted(self.severities[kind], *_NAMES[kind]) for kind in Severity if self.severities[kind]]

    def line(self, *, colour: bool = False) -> str:
        """The summary, one line without a line end."""
        paint = painter(colour)
        where = counted(self.stories, "story", "stories")
        if not self.findings:
            return paint(f"No findings in {where}.", fg="green", bold=True)
        if self.with_findings < self.stories:
            where = f"{self.with_findings:,} of {where}"
        words = paint(f"{counted(self.findings, 'finding')} in {where}", bold=True) + ": "
        words += ", ".join(
            paint(counted(self.severities[kind], *_NAMES[kind]), fg=SEVERITY_COLOUR[kind])
            for kind in Severity
            if self.severities[kind]
        )
        return words + self._fixes()

    def _fixes(self) -> str:
        if self.safe and self.unsafe:
            return f"; {self.safe:,} can be fixed with copydesk fix, {self.unsafe:,} more with --unsafe-fixes"
        if self.safe:
            return f"; {self.safe:,} can be fixed with copydesk fix"
        if self.unsafe:
            return f"; {self.unsafe:,} can be fixed with copydesk fix --unsafe-fixes"
        return "; all for a person" if self.findings > 1 else "; for a person"
