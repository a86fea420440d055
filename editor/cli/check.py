"""`copydesk check STORY...`."""

from __future__ import annotations

import shutil
import sys
from typing import Any

import click

from editor.cli.options import checking_options
from editor.errors import EXIT_FINDINGS, EXIT_USER_ERROR, SetupError, UserError


@click.command()
@click.argument("stories", nargs=-1, metavar="STORY...")
@click.option(
    "--format", "shape", type=click.Choice(["text", "concise", "json"]), default="text", show_default=True
)
@checking_options
def check(stories: tuple[str, ...], shape: str, **options: Any) -> None:
    """Find errors in stories (files, folders, - for standard input) and say so.

    Exit code 0: nothing found; 1: findings; 2: something you can mend; 3: an engine that was required failed.
    """
    from editor.cli import setup
    from editor.cli.progress import Progress
    from editor.reports import concise, json, text
    from editor.reports.story import CheckedStory
    from editor.reports.style import wants_colour

    colour = wants_colour(sys.stdout)
    width = shutil.get_terminal_size().columns
    tally = text.Tally()
    kept: list[CheckedStory] = []
    failed = found = False
    with setup.desk(options) as desk:
        sources = list(setup.sources(stories, lambda path: desk.settings(path).excludes(path)))
        with Progress(len(sources)) as progress:
            for number, source in enumerate(sources, 1):
                progress.story(number, source.name)
                # A wrong setting or rule ends the run; a story that can't be read does not keep the others waiting.
                desk.settings(source.path)
                try:
                    data = source.data()
                    size = max(1, len(data))

                    def share(
                        done: int, number: int = number, name: str = source.name, size: int = size
                    ) -> None:
                        progress.story(number, name, min(1.0, done / size))

                    checked = desk.checked(source.path, source.name, data, share)
                except SetupError:
                    raise
                except UserError as error:
                    progress.clear()
                    click.echo(f"copydesk: {error}", err=True)
                    failed = True
                    continue
                progress.clear()
                found = found or bool(checked.findings)
                tally.add(checked)
                if shape == "json":
                    kept.append(checked)
                elif shape == "concise":
                    sys.stdout.writelines(concise.render(checked))
                else:
                    sys.stdout.writelines(text.render(checked, width=width, colour=colour))
                sys.stdout.flush()
    if shape == "json":
        sys.stdout.write(json.render(kept))
    elif shape == "text" and not (failed and len(sources) == 1):
        sys.stdout.write(tally.line(colour=colour) + "\n")
    if failed:
        raise click.exceptions.Exit(EXIT_USER_ERROR)
    if found:
        raise click.exceptions.Exit(EXIT_FINDINGS)
