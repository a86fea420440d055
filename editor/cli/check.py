"""`copydesk check STORY...`."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from editor.cli import complete
from editor.cli.narrow import Narrow, narrowing_options
from editor.cli.options import checking_options, stream_options
from editor.cli.reporting import fails, refuse_story, reporting_options, shortened, write_report
from editor.errors import EXIT_FINDINGS
from editor.values import Severity

if TYPE_CHECKING:
    from editor.cli.progress import Progress


@click.command()
@click.argument("stories", nargs=-1, metavar="STORY...", shell_complete=complete.files)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Check so many stories at once; 0, the default, takes all cores for eight stories or more.",
)
@reporting_options
@narrowing_options
@stream_options
@checking_options
def check(stories: tuple[str, ...], shape: str, jobs: int, **options: Any) -> None:
    """Find errors in stories (files, folders, - for standard input) and say so.

    Exit code 0: nothing found; 1: findings; 2: something you can mend; 3: an engine that was required failed.
    """
    from editor.cli import setup
    from editor.cli.progress import Progress
    from editor.cli.stream import Stream
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
        quiet=options["quiet"],
        fail_on=Severity(options["fail_on"]),
        rule=setup.rules_by_id(lambda: desk.settings(None)),
        root=service_root(),
    )
    # What the person has before LanguageTool has answered.
    shown: set[Finding] = set()
    with setup.desk(options, _silent if options["quiet"] else None) as desk:
        narrow = Narrow(options, desk.settings, setup.notify)
        named = stories or ((".",) if narrow.by_lines else ())
        sources = narrow.sources(
            setup.sources(
                named, desk.settings, options["stdin_filename"], force_exclude=options["force_exclude"]
            )
        )
        told = {
            source.name: setup.explained(source.name, source.path, desk.settings(source.path))
            for source in (sources if options["verbose"] else ())
        }
        if target is not None:
            refuse_story(target, sources)
        stream = Stream(desk, options, jobs)
        # Not where findings are taken away, which can't be told of some of them alone.
        at_once = shape == "text" and target is None and most is None and sys.stdout.isatty()
        at_once = at_once and not any(narrow.active(source.path) for source in sources)
        with Progress(0 if options["quiet"] else len(sources)) as progress:

            def early(story: CheckedStory) -> None:
                _write(progress, text.render(story, width=run.width, colour=run.colour))
                shown.update(story.findings)

            def unshown(stories: Iterable[CheckedStory]) -> Iterator[CheckedStory]:
                for story in stories:
                    if options["verbose"]:
                        progress.clear()
                        setup.notify(told[story.path])
                    rest = tuple(finding for finding in story.findings if finding not in shown)
                    yield replace(story, findings=rest) if shown else story
                    shown.clear()

            with contextlib.closing(stream.stories(sources, progress, early if at_once else None)) as checked:
                counting = (narrow.story(source, story) for source, story in checked)
                pieces = report(shape)(unshown(shortened(counting, run, most)), run)
                if target is None:
                    _write(progress, pieces)
                else:
                    write_report(target, list(pieces))
        if not run.quiet:
            for folders in dict.fromkeys(desk.settings(source.path).rules for source in sources):
                line = setup.left_out(folders)
                if line:
                    setup.notify(line)
    if run.more and not run.quiet:
        setup.notify(f"{counted(run.more, 'finding')} more; --max-findings {most} shows no more")
    stream.finish()
    if fails(run, options["exit_zero"]):
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _silent(line: str) -> None:
    """Say nothing."""


def _write(progress: Progress, lines: Iterable[str]) -> None:
    """Print what there is to print, the progress line out of the way."""
    for line in lines:
        progress.clear()
        sys.stdout.write(line)
        sys.stdout.flush()
