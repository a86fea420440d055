"""GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from editor.fingerprint import told_apart
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.reports.text import suggestion
from editor.values import Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.QUERY: "info"}


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """The whole report, a JSON list in pure ASCII. No two findings have the same fingerprint."""
    issues: list[dict[str, Any]] = []
    for story in stories:
        path = run.relative(story.path)
        names = told_apart(story.text, story.findings)
        for finding, name in zip(story.findings, names, strict=True):
            start = story.position(finding).line
            last = story.lines.position(max(finding.span.end - 1, finding.span.start)).line
            label, words = suggestion(finding)
            message = " ".join(finding.message.split())
            issues.append(
                {
                    "description": f"{message} ({f'{label}: {words}' if words else label})",
                    "check_name": finding.rule,
                    "fingerprint": hashlib.sha256(f"{path}\0{name}".encode("utf-8", "replace")).hexdigest(),
                    "severity": _SEVERITIES[finding.severity],
                    "location": {"path": path, "lines": {"begin": start, "end": last}},
                }
            )
    yield json.dumps(issues, indent=2) + "\n"
