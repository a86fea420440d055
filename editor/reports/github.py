"""Annotations in GitHub Actions: workflow commands, a line a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.reports.excerpt import visible
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.reports.text import suggestion
from editor.values import Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "notice"}


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """A workflow command a finding; GitHub shows it beside the line."""
    for story in stories:
        for finding in story.findings:
            yield _command(run.relative(story.path), story, finding)


def _command(path: str, story: CheckedStory, finding: Finding) -> str:
    start = story.position(finding)
    last = story.lines.position(max(finding.span.end - 1, finding.span.start))
    fields = {"title": f"copydesk: {finding.rule}", "file": path, "line": start.line, "endLine": last.line}
    if start.line == last.line:
        # GitHub takes columns only where the finding stays on one line.
        fields |= {"col": start.column, "endColumn": max(last.column + 1, start.column + 1)}
    told = ",".join(f"{key}={_property(str(value))}" for key, value in fields.items())
    label, words = suggestion(finding)
    message = f"{visible(' '.join(finding.message.split()))} ({f'{label}: {words}' if words else label})"
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(message)}\n"


def _data(words: str) -> str:
    return visible(words).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
