"""One line a finding, for pre-commit, editors and grep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.reports.excerpt import visible
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.reports.text import suggestion


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """A line with its end for each finding."""
    for story in stories:
        yield from render(story)


def render(story: CheckedStory) -> Iterator[str]:
    """A line with its end for each finding: path:line:column: severity: message [rule] (fix: words)."""
    for finding in story.findings:
        line, column = story.position(finding)
        message = visible(" ".join(finding.message.split()))
        label, words = suggestion(finding)
        todo = f"{label}: {words}" if words else label
        yield (
            f"{visible(story.path)}:{line}:{column}: {finding.severity.value}: "
            f"{message} [{finding.rule}] ({todo})\n"
        )
