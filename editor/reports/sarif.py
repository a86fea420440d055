"""SARIF 2.1.0, which code scanning services read. Columns and offsets are code points, as SARIF can say."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from editor import __version__
from editor.fingerprint import told_apart
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.values import Finding, Severity, Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "note"}


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """The whole log as one JSON text, in pure ASCII."""
    rules: dict[str, int] = {}
    results: list[dict[str, Any]] = []
    artifacts: list[dict[str, Any]] = []
    described: list[dict[str, Any]] = []
    for story in stories:
        place: dict[str, Any] = {"uri": _uri(run.relative(story.path)), "index": len(artifacts)}
        if not place["uri"].startswith(("/", "file:")):
            place["uriBaseId"] = "SRCROOT"
        artifacts.append({"location": {key: place[key] for key in place if key != "index"}})
        names = told_apart(story.text, story.findings)
        for finding, name in zip(story.findings, names, strict=True):
            if finding.rule not in rules:
                rules[finding.rule] = len(rules)
                described.append(_rule(run, finding))
            results.append(_result(story, finding, rules[finding.rule], place, name))
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "copydesk",
                        "version": __version__,
                        "semanticVersion": __version__,
                        "rules": described,
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder of the checkout."}}},
                "artifacts": artifacts,
                "results": results,
            }
        ],
    }
    yield json.dumps(log, indent=2) + "\n"


def _rule(run: Run, finding: Finding) -> dict[str, Any]:
    rule = run.rule(finding.rule)
    described: dict[str, Any] = {
        "id": finding.rule,
        "shortDescription": {"text": rule.why if rule else finding.rule},
        "defaultConfiguration": {"level": _LEVELS[rule.severity if rule else finding.severity]},
        "properties": {"tags": [finding.category, finding.source]},
    }
    if rule:
        described["help"] = {"text": f"{rule.why} Source: {rule.source}"}
    return described


def _result(
    story: CheckedStory, finding: Finding, rule: int, place: dict[str, Any], name: str
) -> dict[str, Any]:
    region = _region(story, finding.span)
    words = finding.span.of(story.text)
    if words:
        region["snippet"] = {"text": words}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": place, "region": region}}],
        "partialFingerprints": {"copydesk/v1": name},
        "properties": {
            "severity": finding.severity.value,
            "applicability": finding.applicability.value if finding.applicability else "none",
        },
    }
    if finding.replacements:
        result["fixes"] = [
            {
                "description": {"text": f"Put “{words}” for the words." if words else "Take the words out."},
                "artifactChanges": [
                    {
                        "artifactLocation": place,
                        "replacements": [
                            {
                                "deletedRegion": _region(story, finding.span),
                                "insertedContent": {"text": words},
                            }
                        ],
                    }
                ],
            }
            for words in finding.replacements
        ]
    return result


def _region(story: CheckedStory, span: Span) -> dict[str, Any]:
    start, end = story.lines.position(span.start), story.lines.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": span.length,
    }


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"), safe="/-._~")
