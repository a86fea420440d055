"""`copydesk baseline write STORY...`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from editor.cli.options import checking_options


@click.group()
def baseline() -> None:
    """Accept the findings that there are, so that later runs show only new ones."""


@baseline.command()
@click.argument("stories", nargs=-1, metavar="STORY...")
@click.option(
    "--baseline",
    "file",
    metavar="FILE",
    help="The baseline to write; by default that of the settings, else copydesk-baseline.json.",
)
@click.option("--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="As for `check`.")
@checking_options
def write(stories: tuple[str, ...], file: str | None, jobs: int, **options: Any) -> None:
    """Write down all findings in STORIES as accepted; `check --baseline FILE` leaves them out.

    What the baseline says of other stories stays, as long as those are there.
    """
    from editor.baseline import NAME, Baseline, read
    from editor.cli import setup
    from editor.cli.progress import Progress
    from editor.cli.stream import Stream
    from editor.errors import UserError
    from editor.files import write as write_file
    from editor.reports.style import counted

    with setup.desk(options) as desk:
        target = Path(file or desk.settings(None).baseline or NAME)
        old = read(target) if target.exists() else Baseline(target.absolute().parent)
        sources = list(setup.sources(stories, desk.settings))
        if any(source.path is None for source in sources):
            raise UserError("standard input has no name to accept findings under; name a file")
        stream = Stream(desk, options, jobs)
        with Progress(len(sources)) as progress:
            checked = [
                (source.path, story)
                for source, story in stream.stories(sources, progress)
                if source.path is not None
            ]
    if stream.missing is None:
        made = old.accept(checked)
        write_file(target, made.render())
        found = sum(len(story.findings) for _, story in checked)
        click.echo(
            f"{target}: {counted(found, 'finding')} in {counted(len(checked), 'story', 'stories')} accepted, "
            f"{made.count:,} in all"
        )
    stream.finish()
