"""`copydesk check STORY...`."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from editor.cli.options import checking_options
from editor.cli.reporting import fails, reporting_options, shortened, write_report
from editor.errors import EXIT_FINDINGS, EXIT_USER_ERROR, EngineError
from editor.values import Severity

if TYPE_CHECKING:
    from editor.cli.progress import Progress


@click.command()
@click.argument("stories", nargs=-1, metavar="STORY...")
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Check so many stories at once; 0, the default, takes all cores for eight stories or more.",
)
@reporting_options
@checking_options
def check(stories: tuple[str, ...], shape: str, jobs: int, **options: Any) -> None:
    """Find errors in stories (files, folders, - for standard input) and say so.

    Exit code 0: nothing found; 1: findings; 2: something you can mend; 3: an engine that was required failed.
    """
    from editor.cli import setup, work
    from editor.cli.progress import Progress
    from editor.reports import text
    from editor.reports.registry import report
    from editor.reports.run import Run, service_root
    from editor.reports.story import CheckedStory
    from editor.reports.style import counted, wants_colour
    from editor.values import Finding

    target, most = options["output_file"], options["max_findings"]
    run = Run(
        width=shutil.get_terminal_size().columns,
        colour=target is None and wants_colour(sys.stdout),
        fail_on=Severity(options["fail_on"]),
        rule=setup.rules_by_id(lambda: desk.settings(None)),
        root=service_root(),
    )
    failed = False
    missing: str | None = None
    told: set[str] = set()
    # What the person has before LanguageTool has answered.
    shown: set[Finding] = set()
    with setup.desk(options) as desk:
        sources = list(setup.sources(stories, desk.settings))
        shared = all(desk.settings(source.path).shares_server for source in sources)
        at_once = work.processes(jobs, len(sources), shared=shared)
        at_terminal = shape == "text" and target is None and most is None and sys.stdout.isatty()
        with Progress(len(sources)) as progress:

            def early(story: CheckedStory) -> None:
                _write(progress, text.render(story, width=run.width, colour=run.colour))
                shown.update(story.findings)

            outcomes = (
                work.several_at_once(options, sources, at_once)
                if at_once > 1
                else work.one_by_one(
                    desk,
                    sources,
                    lambda place, source, part: progress.story(place + 1, source.name, part),
                    early if at_terminal else None,
                )
            )

            def checked() -> Iterator[CheckedStory]:
                nonlocal failed, missing
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
                    yield outcome.story

            def unshown(stories: Iterable[CheckedStory]) -> Iterator[CheckedStory]:
                for story in stories:
                    rest = tuple(finding for finding in story.findings if finding not in shown)
                    yield replace(story, findings=rest) if shown else story
                    shown.clear()

            with contextlib.closing(outcomes):
                pieces = report(shape)(unshown(shortened(checked(), run, most)), run)
                if target is None:
                    _write(progress, pieces)
                else:
                    write_report(target, list(pieces))
    if run.more:
        setup.notify(f"{counted(run.more, 'finding')} more; --max-findings {most} shows no more")
    if missing:
        # Our own findings are there all the same.
        raise EngineError(missing)
    if failed:
        raise click.exceptions.Exit(EXIT_USER_ERROR)
    if fails(run, options["exit_zero"]):
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _write(progress: Progress, lines: Iterable[str]) -> None:
    """Print what there is to print, the progress line out of the way."""
    for line in lines:
        progress.clear()
        sys.stdout.write(line)
        sys.stdout.flush()
