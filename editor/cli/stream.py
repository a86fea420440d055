"""Checks the stories of a command one after the other for it, and says what can't be checked."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from editor.cli import setup, work
from editor.errors import EXIT_USER_ERROR, EngineError

if TYPE_CHECKING:
    from editor.cli.progress import Progress
    from editor.cli.setup import Source
    from editor.desk import Desk
    from editor.reports.story import CheckedStory


@dataclass
class Stream:
    """The stories of one command. `failed` and `missing` are complete when all have been taken."""

    desk: Desk
    options: dict[str, Any]
    jobs: int
    failed: bool = False
    missing: str | None = None
    _told: set[str] = field(default_factory=set)

    def stories(
        self,
        sources: Sequence[Source],
        progress: Progress,
        early: Callable[[CheckedStory], None] | None = None,
    ) -> Generator[tuple[Source, CheckedStory], None, None]:
        """Each story as it is checked, in order; what can't be checked is said on standard error.

        `early` is given a story with our own findings where LanguageTool keeps us waiting.
        """
        shared = all(self.desk.settings(source.path).shares_server for source in sources)
        at_once = work.processes(self.jobs, len(sources), shared=shared)
        outcomes = (
            work.several_at_once(self.desk, self.options, sources, at_once)
            if at_once > 1
            else work.one_by_one(
                self.desk,
                sources,
                lambda place, source, part: progress.story(place + 1, source.name, part),
                early,
            )
        )
        with contextlib.closing(outcomes):
            for number, (source, outcome) in enumerate(zip(sources, outcomes, strict=True), 1):
                progress.story(number, source.name)
                for line in outcome.notes:
                    if line not in self._told and not self.options.get("quiet"):
                        progress.clear()
                        setup.notify(line)
                        self._told.add(line)
                self.missing = self.missing or outcome.missing
                if outcome.story is None:
                    # A story that can't be read does not keep the others waiting.
                    progress.clear()
                    click.echo(f"copydesk: {outcome.error}", err=True)
                    self.failed = True
                    continue
                yield source, outcome.story

    def finish(self) -> None:
        """End the command where stories could not be checked. Raises EngineError, or Exit with 2."""
        if self.missing:
            # Our own findings are there all the same.
            raise EngineError(self.missing)
        if self.failed:
            raise click.exceptions.Exit(EXIT_USER_ERROR)
