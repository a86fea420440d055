"""`copydesk check STORY...`."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from editor.cli.options import checking_options
from editor.errors import EXIT_FINDINGS, EXIT_USER_ERROR, EngineError

if TYPE_CHECKING:
    from editor.cli.progress import Progress


@click.command()
@click.argument("stories", nargs=-1, metavar="STORY...")
@click.option(
    "--format", "shape", type=click.Choice(["text", "concise", "json"]), default="text", show_default=True
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Check so many stories at once; 0, the default, takes all cores for eight stories or more.",
)
@checking_options
def check(stories: tuple[str, ...], shape: str, jobs: int, **options: Any) -> None:
    """Find errors in stories (files, folders, - for standard input) and say so.

    Exit code 0: nothing found; 1: findings; 2: something you can mend; 3: an engine that was required failed.
    """
    from editor.cli import setup, work
    from editor.cli.progress import Progress
    from editor.reports import concise, json, text
    from editor.reports.story import CheckedStory
    from editor.reports.style import wants_colour
    from editor.values import Finding

    colour = wants_colour(sys.stdout)
    width = shutil.get_terminal_size().columns
    tally = text.Tally()
    kept: list[CheckedStory] = []
    failed = found = False
    missing: str | None = None
    told: set[str] = set()
    # What the person has before LanguageTool has answered.
    shown: set[Finding] = set()
    with setup.desk(options) as desk:
        sources = list(setup.sources(stories, desk.settings))
        shared = all(desk.settings(source.path).shares_server for source in sources)
        at_once = work.processes(jobs, len(sources), shared=shared)
        with Progress(len(sources)) as progress:

            def early(story: CheckedStory) -> None:
                _write(progress, text.render(story, width=width, colour=colour))
                shown.update(story.findings)

            outcomes = (
                work.several_at_once(options, sources, at_once)
                if at_once > 1
                else work.one_by_one(
                    desk,
                    sources,
                    lambda place, source, part: progress.story(place + 1, source.name, part),
                    early if shape == "text" and sys.stdout.isatty() else None,
                )
            )
            with contextlib.closing(outcomes):
                for number, (source, outcome) in enumerate(zip(sources, outcomes, strict=True), 1):
                    progress.story(number, source.name)
                    for line in outcome.notes:
                        if line not in told:
                            progress.clear()
                            setup.notify(line)
                            told.add(line)
                    missing = missing or outcome.missing
                    if outcome.story is None:
                        # A story that can't be read does not keep the others waiting.
                        progress.clear()
                        click.echo(f"copydesk: {outcome.error}", err=True)
                        failed = True
                        continue
                    checked = outcome.story
                    found = found or bool(checked.findings)
                    tally.add(checked)
                    if shape == "json":
                        kept.append(checked)
                    elif shape == "concise":
                        _write(progress, concise.render(checked))
                    else:
                        rest = tuple(finding for finding in checked.findings if finding not in shown)
                        shown.clear()
                        _write(
                            progress, text.render(replace(checked, findings=rest), width=width, colour=colour)
                        )
    if shape == "json":
        sys.stdout.write(json.render(kept))
    elif shape == "text" and not (failed and len(sources) == 1):
        sys.stdout.write(tally.line(colour=colour) + "\n")
    if missing:
        # Our own findings are there all the same.
        raise EngineError(missing)
    if failed:
        raise click.exceptions.Exit(EXIT_USER_ERROR)
    if found:
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _write(progress: Progress, lines: Iterable[str]) -> None:
    """Print what there is to print, the progress line out of the way."""
    for line in lines:
        progress.clear()
        sys.stdout.write(line)
    sys.stdout.flush()
