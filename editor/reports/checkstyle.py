"""Checkstyle's XML, which many CI services read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from editor.reports import xml
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.reports.text import suggestion
from editor.values import Severity

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "info"}


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """The whole report, a file a story."""
    root = Element("checkstyle", version="4.3")
    for story in stories:
        file = SubElement(root, "file", name=xml.words(run.relative(story.path)))
        for finding in story.findings:
            line, column = story.position(finding)
            label, words = suggestion(finding)
            message = f"{finding.message} ({f'{label}: {words}' if words else label})"
            SubElement(
                file,
                "error",
                line=str(line),
                column=str(column),
                severity=_SEVERITIES[finding.severity],
                message=xml.words(message),
                source=f"copydesk.{finding.rule.replace('/', '.')}",
            )
    yield xml.document(root)
