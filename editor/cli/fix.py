"""`copydesk fix STORY`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from editor.cli import complete
from editor.cli.options import checking_options, stream_options
from editor.errors import EXIT_FINDINGS, EXIT_USER_ERROR, UserError

if TYPE_CHECKING:
    from editor.cli.setup import Source
    from editor.desk import Fixed


@click.command()
@click.argument("stories", nargs=-1, metavar="STORY...", shell_complete=complete.files)
@click.option("--in-place", is_flag=True, help="Write the correction over the story itself.")
@click.option(
    "--output-dir",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write the corrected draft and the diff there.",
)
@click.option(
    "--stdout", "to_stdout", is_flag=True, help="Write the corrected draft to standard output only."
)
@click.option("--diff", "diff_only", is_flag=True, help="Show the diff only; write nothing.")
@click.option(
    "--unsafe-fixes", is_flag=True, help="Apply the likely corrections too, not only the safe ones."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is left for a person.")
@stream_options
@checking_options
def fix(
    stories: tuple[str, ...],
    in_place: bool,
    output_dir: Path | None,
    to_stdout: bool,
    diff_only: bool,
    unsafe_fixes: bool,
    exit_zero: bool,
    **options: Any,
) -> None:
    """Write STORY.corrected.EXT and STORY.diff beside each story; say what changed and what is left for a person.

    Exit code 0: nothing is left to do; 1: findings are left for a person; 2: something you can mend;
    3: an engine that was required failed.
    """
    from editor.cli import setup
    from editor.cli.progress import Progress
    from editor.reports import changes
    from editor.reports.style import wants_colour

    if sum((in_place, output_dir is not None, to_stdout, diff_only)) > 1:
        raise UserError("choose one of --in-place, --output-dir, --stdout and --diff")
    piped = "-" in stories
    report = sys.stderr if to_stdout or diff_only or piped else sys.stdout
    colour = wants_colour(report)
    made = left = done = 0
    failed = False
    with setup.desk(options, (lambda line: None) if options["quiet"] else None) as desk:
        stdin, excluding = options["stdin_filename"], options["force_exclude"]
        sources = list(setup.sources(stories, desk.settings, stdin, force_exclude=excluding))
        if to_stdout and len(sources) > 1:
            raise UserError("--stdout takes one story at a time")
        if piped and (in_place or output_dir):
            raise UserError("standard input has no file to write; leave out --in-place and --output-dir")
        with Progress(0 if options["quiet"] else len(sources)) as progress:
            for number, source in enumerate(sources, 1):
                progress.story(number, source.name)
                desk.warm(source.path)
                if options["verbose"]:
                    progress.clear()
                    setup.notify(setup.explained(source.name, source.path, desk.settings(source.path)))
                try:
                    fixed = desk.fix(source.path, source.name, source.data(), unsafe=unsafe_fixes)
                    progress.clear()
                    pipe = to_stdout or source.path is None or source.content is not None
                    wrote = _write(source, fixed, in_place, output_dir, pipe, diff_only)
                except UserError as error:
                    progress.clear()
                    click.echo(f"copydesk: {error}", err=True)
                    failed = True
                    continue
                done += 1
                listed = [
                    change for each in fixed.rounds for change in changes.changes(each.text, each.edits)
                ]
                last = fixed.rounds[-1]
                refused = tuple(edit for each in fixed.rounds for edit in each.refused)
                rest = changes.left_over(
                    last.text, last.findings, (), refused, unsafe=unsafe_fixes, encoding=fixed.encoding
                )
                made += len(listed)
                left += len(rest)
                if not options["quiet"]:
                    report.write(changes.render(source.name, listed, rest, wrote, colour=colour))
                    report.flush()
    if done > 1 and not options["quiet"]:
        report.write(changes.summary(done, made, left) + "\n")
    if failed:
        raise click.exceptions.Exit(EXIT_USER_ERROR)
    if left and not exit_zero:
        raise click.exceptions.Exit(EXIT_FINDINGS)


def _write(
    source: Source, fixed: Fixed, in_place: bool, output_dir: Path | None, to_stdout: bool, diff_only: bool
) -> list[str]:
    from editor.files import write, write_all
    from editor.reports.diff import unified_diff

    if diff_only:
        sys.stdout.buffer.write(unified_diff(_seen(source), fixed.before, fixed.after))
        return []
    if to_stdout or source.path is None:
        sys.stdout.buffer.write(fixed.after)
        return []
    path = source.path
    if in_place:
        if fixed.after == fixed.before:
            return []
        write(path, fixed.after, was=fixed.before)
        return [str(path)]
    folder = output_dir or path.parent
    if output_dir is not None:
        try:
            output_dir.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(f"cannot make the folder {output_dir}: {error.strerror}") from None
    draft = folder / f"{path.stem}.corrected{path.suffix}"
    diff = folder / f"{path.stem}.diff"
    write_all({draft: fixed.after, diff: unified_diff(path.name, fixed.before, fixed.after)})
    return [str(draft), str(diff)]


def _seen(source: Source) -> str:
    """The story's name as `git apply` should see it from here: the path where it lies below, else the bare name."""
    if source.path is None:
        return "stdin"
    if source.path.is_absolute() or ".." in source.path.parts:
        return source.path.name
    return source.path.as_posix()
