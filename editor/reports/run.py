"""What a report may need to know of the run that it tells of."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editor.reports.tally import Tally
from editor.rulebook.model import Rule
from editor.values import Severity


@dataclass
class Run:
    """One run of `check`.

    `width` is the terminal's, in columns. `quiet` leaves the summary out. `rule` gives a rule of the rulebook by its id, None for others.
    `fail_on` is the mildest severity that makes the run fail. `root` is the folder that a service's paths
    start from. `tally` and `more`, the findings that are counted but not shown, are complete only when all
    stories have been taken.
    """

    width: int = 80
    colour: bool = False
    quiet: bool = False
    fail_on: Severity = Severity.QUERY
    rule: Callable[[str], Rule | None] = lambda name: None
    root: Path = field(default_factory=Path.cwd)
    tally: Tally = field(default_factory=Tally)
    more: int = 0

    def relative(self, path: str) -> str:
        """The story's path as a service wants it: from the root, with forward slashes; as it is outside of it."""
        whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link is named as it was given
        try:
            return whole.relative_to(self.root).as_posix()
        except ValueError:
            return path.replace(os.sep, "/")


def service_root(environment: Mapping[str, str] | None = None) -> Path:
    """The checkout's folder where a CI service names it, else the current folder."""
    environment = os.environ if environment is None else environment
    here = Path.cwd()
    for key in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        named = environment.get(key)
        if named and here.is_relative_to(named):
            return Path(named)
    return here
