"""The findings as JSON, for other programs: a contract, see docs/findings.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.values import Finding

VERSION = 1


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """The whole report as one JSON text."""
    yield render(stories)


def as_data(stories: Iterable[CheckedStory]) -> dict[str, Any]:
    """The report as plain data. `start` and `end` are code points in the decoded text, half-open;
    `line` and `column` count from 1, the column in code points."""
    return {
        "version": VERSION,
        "files": [file_data(story) for story in stories],
    }


def file_data(story: CheckedStory) -> dict[str, Any]:
    """One story of the report."""
    return {"path": story.path, "findings": [finding_data(story, finding) for finding in story.findings]}


def render(stories: Iterable[CheckedStory]) -> str:
    """The report as JSON text with a line end; pure ASCII, so that any pipe carries it."""
    return json.dumps(as_data(stories), indent=2) + "\n"


def finding_data(story: CheckedStory, finding: Finding) -> dict[str, Any]:
    """One finding as the contract has it."""
    line, column = story.position(finding)
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "message": finding.message,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": line,
        "column": column,
        "replacements": list(finding.replacements),
        "applicability": finding.applicability.value if finding.applicability else None,
        "source": finding.source,
    }
