"""Which stories, and which findings in them, a run tells of: what has changed, what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from editor.errors import UserError

if TYPE_CHECKING:
    from editor.baseline import Baseline
    from editor.cli.setup import Source
    from editor.git import Changes
    from editor.reports.story import CheckedStory
    from editor.settings.model import Settings

_F = TypeVar("_F", bound=Callable[..., Any])


def narrowing_options(function: _F) -> _F:
    """`--since`, `--staged` and `--baseline`."""
    for option in reversed(
        [
            click.option(
                "--since",
                metavar="REV",
                help="Only findings on lines that have changed since this branch left REV, as git says.",
            ),
            click.option("--staged", is_flag=True, help="Only findings on lines staged for the next commit."),
            click.option(
                "--baseline", metavar="FILE", help="Only findings that this baseline does not accept."
            ),
            click.option("--no-baseline", is_flag=True, help="All findings, whatever the settings say."),
        ]
    ):
        function = option(function)
    return function


class Narrow:
    """Takes away the stories and the findings that a command is not asked about.

    Raises UserError where the options contradict each other.
    """

    def __init__(
        self,
        options: dict[str, Any],
        settings: Callable[[Path | None], Settings],
        tell: Callable[[str], None],
    ) -> None:
        self._tell = tell
        self._settings = settings
        self._changes = _changes(options, tell)
        self._staged = bool(options["staged"])
        self._baselines: dict[Path, Baseline] = {}
        self._file = Path(options["baseline"]).absolute() if options["baseline"] else None
        if options["no_baseline"] and self._file:
            raise UserError("choose one of --baseline and --no-baseline")
        self._baseline_wanted = not options["no_baseline"]
        if self._file is not None:
            self._read(self._file)

    @property
    def by_lines(self) -> bool:
        """Whether git is asked which lines count; the current folder is meant then where no story is named."""
        return self._changes is not None

    def sources(self, sources: Iterable[Source]) -> list[Source]:
        """The stories in which something may count; those that are staged with the bytes that are."""
        sources = list(sources)
        if self._changes is None:
            return sources
        kept = []
        for source in sources:
            if source.path is None:
                raise UserError("standard input has no history; leave out --since and --staged")
            if self._changes.lines(source.path) is None:
                continue
            kept.append(
                replace(source, content=self._changes.staged(source.path)) if self._staged else source
            )
        if not kept:
            self._tell(f"no story here has {self._changes.words}")
        return kept

    def story(self, source: Source, story: CheckedStory) -> CheckedStory:
        """The story with the findings that count."""
        if self._changes is not None and source.path is not None:
            from editor.git import on_lines

            lines = self._changes.lines(source.path)
            story = replace(story, findings=on_lines(story, lines) if lines else ())
        baseline = self._baseline(source.path)
        if baseline is not None:
            story = replace(story, findings=baseline.new(source.path, story))
        return story

    def active(self, path: Path | None) -> bool:
        """Whether findings in a story may be taken away."""
        return self._changes is not None or self._baseline(path) is not None

    def _baseline(self, path: Path | None) -> Baseline | None:
        if not self._baseline_wanted:
            return None
        file = self._file or self._settings(path).baseline
        return None if file is None else self._read(file)

    def _read(self, file: Path) -> Baseline:
        if file not in self._baselines:
            from editor.baseline import read

            self._baselines[file] = read(file)
        return self._baselines[file]


def _changes(options: dict[str, Any], tell: Callable[[str], None]) -> Changes | None:
    if options["since"] is None and not options["staged"]:
        return None
    if options["since"] is not None and options["staged"]:
        raise UserError("choose one of --since and --staged")
    from editor.git import Changes

    return Changes(options["since"], tell)
