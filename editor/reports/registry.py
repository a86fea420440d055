"""The formats of `check`: a module of this folder each, imported when it is asked for.

A module has one function, `report(stories, run)`. It takes stories as they are checked and yields pieces of
the report as soon as they can be written, so that a format which needs no overview shows a finding at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from editor.reports.run import Run
from editor.reports.story import CheckedStory

Report = Callable[[Iterable[CheckedStory], Run], Iterator[str]]

FORMATS = {
    "text": "for a person at a terminal",
    "concise": "a line a finding",
    "statistics": "how often each rule speaks",
    "json": "a versioned contract",
    "jsonl": "a JSON object a finding, a line each",
    "sarif": "SARIF 2.1.0, for code scanning",
    "github": "annotations in GitHub Actions",
    "gitlab": "GitLab's code quality report",
    "junit": "JUnit XML, a test case a finding",
    "checkstyle": "Checkstyle XML",
    "markdown": "a summary for a pull request",
    "html": "a proof sheet on one page",
}


def report(name: str) -> Report:
    """The report of a format. Raises KeyError for a format that there is none of."""
    if name not in FORMATS:
        raise KeyError(name)
    made: Report = import_module(f"editor.reports.{name}").report
    return made
