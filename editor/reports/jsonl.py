"""A JSON object a finding, each on a line of its own: the contract's fields, and the story's path."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from editor.reports.json import VERSION, finding_data
from editor.reports.run import Run
from editor.reports.story import CheckedStory


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """The findings in order, as soon as their story is checked; pure ASCII, so that any pipe carries them."""
    for story in stories:
        for finding in story.findings:
            head = {"version": VERSION, "path": story.path}
            yield json.dumps({**head, **finding_data(story, finding)}) + "\n"
