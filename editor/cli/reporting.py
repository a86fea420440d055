"""Options and rules of `check` that say what is shown, where, and when the command fails."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from editor.errors import UserError
from editor.reports.registry import FORMATS
from editor.values import Severity

if TYPE_CHECKING:
    from editor.cli.setup import Source
    from editor.reports.run import Run
    from editor.reports.story import CheckedStory

_F = TypeVar("_F", bound=Callable[..., Any])


def reporting_options(function: _F) -> _F:
    """The format of the report, how much of it is shown, and what makes the command fail."""
    for option in reversed(
        [
            click.option(
                "--format",
                "shape",
                type=click.Choice(list(FORMATS)),
                default="text",
                show_default=True,
                help="How to report.",
            ),
            click.option(
                "--statistics",
                "shape",
                flag_value="statistics",
                help="How often each rule speaks, rather than where; as --format statistics.",
            ),
            click.option(
                "--output-file", "-o", metavar="FILE", help="Write the report there, not to standard output."
            ),
            click.option(
                "--max-findings",
                type=click.IntRange(min=0),
                metavar="N",
                help="Show no more findings than that, and say how many more there are.",
            ),
            click.option(
                "--fail-on",
                type=click.Choice([severity.value for severity in Severity]),
                default=Severity.QUERY.value,
                show_default=True,
                help="The mildest finding that makes the exit code 1.",
            ),
            click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found."),
        ]
    ):
        function = option(function)
    return function


def fails(run: Run, exit_zero: bool) -> bool:
    """Whether something was found that makes the command fail."""
    return not exit_zero and any(
        run.tally.severities[severity] for severity in Severity if severity.rank <= run.fail_on.rank
    )


def shortened(stories: Iterable[CheckedStory], run: Run, most: int | None) -> Iterator[CheckedStory]:
    """The stories with `most` findings in all; `run` counts every finding, and those that are left out."""
    room = most
    for story in stories:
        run.tally.add(story)
        if room is None or len(story.findings) <= room:
            room = None if room is None else room - len(story.findings)
            yield story
            continue
        run.more += len(story.findings) - room
        yield replace(story, findings=story.findings[:room])
        room = 0


def refuse_story(target: str, sources: Iterable[Source]) -> None:
    """Raises UserError where the report would be written over one of the stories."""
    place = Path(target).resolve()
    if any(source.path is not None and source.path.resolve() == place for source in sources):
        raise UserError(f"{target}: it is a story to be checked; name another file for the report")


def write_report(path: str, pieces: Sequence[str]) -> None:
    """Put the report into a file, wholly or not at all. Raises UserError where it can't be written."""
    from editor.files import write

    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"cannot make the folder {target.parent}: {error.strerror}") from None
    write(target, "".join(pieces).encode("utf-8", "backslashreplace"))
