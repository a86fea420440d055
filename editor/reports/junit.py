"""JUnit's XML: a suite a story, a test case a finding.

What does not make the run fail (`--fail-on`) is a skipped case; a story without findings is one case that passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from editor.reports import xml
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.reports.text import suggestion
from editor.values import Finding


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """The whole report."""
    root = Element("testsuites", name="copydesk")
    cases = failures = skipped = 0
    for story in stories:
        suite = _suite(story, run)
        cases += int(suite.attrib["tests"])
        failures += int(suite.attrib["failures"])
        skipped += int(suite.attrib["skipped"])
        root.append(suite)
    root.attrib |= {"tests": str(cases), "failures": str(failures), "errors": "0", "skipped": str(skipped)}
    yield xml.document(root)


def _suite(story: CheckedStory, run: Run) -> Element:
    name = xml.words(run.relative(story.path))
    failing = sum(finding.severity.rank <= run.fail_on.rank for finding in story.findings)
    suite = Element(
        "testsuite",
        name=name,
        tests=str(max(1, len(story.findings))),
        failures=str(failing),
        errors="0",
        skipped=str(len(story.findings) - failing),
    )
    if not story.findings:
        SubElement(suite, "testcase", name="no findings", classname=name, time="0")
    for finding in story.findings:
        suite.append(_case(story, finding, name, finding.severity.rank <= run.fail_on.rank))
    return suite


def _case(story: CheckedStory, finding: Finding, name: str, fails: bool) -> Element:
    line, column = story.position(finding)
    label, words = suggestion(finding)
    case = Element(
        "testcase",
        name=f"{finding.rule} at {line}:{column}",
        classname=name,
        file=name,
        line=str(line),
        time="0",
    )
    message = xml.words(finding.message)
    if not fails:
        SubElement(case, "skipped", message=f"{finding.severity.value}: {message}")
        return case
    failure = SubElement(case, "failure", type=finding.severity.value, message=message)
    todo = f"{label}: {words}" if words else label
    failure.text = f"{name}:{line}:{column}: {xml.words(finding.span.of(story.text))}\n{xml.words(todo)}"
    return case
