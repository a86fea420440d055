"""`copydesk batch ARCHIVE --output FOLDER`."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from editor.cli.options import checking_options
from editor.errors import EXIT_FINDINGS, EXIT_USER_ERROR, EngineError, UserError
from editor.settings.model import DEFAULT

if TYPE_CHECKING:
    from editor.batch.parts import Output
    from editor.batch.stories import Partition
    from editor.batch.worker import Done, Task


@click.command()
@click.argument("archive")
@click.option(
    "--output", "-o", required=True, metavar="FOLDER", help="Where the parts go: a path or an address."
)
@click.option("--to", "shape", type=click.Choice(["jsonl", "parquet"]), default="jsonl", show_default=True)
@click.option(
    "--text-field", default="text", show_default=True, metavar="NAME", help="The column of a story's text."
)
@click.option(
    "--id-field", default="id", show_default=True, metavar="NAME", help="The column of a story's name."
)
@click.option(
    "--partition-size",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    metavar="N",
    help="Stories of a partition, which one worker checks and one part holds.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="So many processes; 0, the default, takes all cores.",
)
@click.option(
    "--scheduler", metavar="ADDRESS", help="Use the workers of this Dask scheduler (tcp://HOST:8786)."
)
@click.option(
    "--resume", is_flag=True, help="Go on with an earlier run: what has its part is not checked again."
)
@click.option("--overwrite", is_flag=True, help="Take away the parts of an earlier run and start anew.")
@checking_options
def batch(archive: str, output: str, **options: Any) -> None:
    """Check an archive in partitions, on this machine or on a Dask cluster.

    ARCHIVE is a folder of stories, a .jsonl or .parquet file, a pattern, or an address that fsspec knows (s3://..., gs://...).
    The findings go to FOLDER, a part for each partition, in the archive's order.

    Exit code 0: nothing found; 1: findings; 2: something you can mend; 3: an engine that was required failed.
    """
    try:
        from editor.batch import parts, run, stories, worker
    except ImportError as error:
        raise UserError(
            f"batch needs more packages ({error.name}); install them with: pip install 'copydesk[batch]'"
        ) from None
    from editor.cli import work

    fields = stories.Fields(options["id_field"], options["text_field"])
    out = parts.Output(_absolute(output), options["shape"])
    _needs_parquet(archive, options["shape"])
    pieces = stories.partitions(_absolute(archive), options["partition_size"], fields)
    task = worker.Task(_for_workers(options), fields, out)
    pending = _pending(out, pieces, task, resume=options["resume"], overwrite=options["overwrite"])
    jobs = work.processes(options["jobs"], len(pending), shared=True, fewest=1) if pending else 1
    if options["scheduler"]:
        outcomes = run.on_cluster(pending, task, options["scheduler"])
    elif jobs > 1:
        outcomes = run.on_this_machine(pending, task, jobs)
    else:
        outcomes = run.here(pending, task)
    _finish(out, pieces, _watched(outcomes, pending, options["partition_size"]), len(pieces) - len(pending))


def _absolute(place: str) -> str:
    """The place as workers with another current folder find it."""
    return place if "://" in place else str(Path(place).absolute())


def _needs_parquet(archive: str, shape: str) -> None:
    if shape != "parquet" and not archive.endswith(".parquet"):
        return
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise UserError(
            "Parquet needs the package pyarrow; install it with: pip install 'copydesk[batch]'"
        ) from None


def _for_workers(options: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
    """The checking options as every worker can use them: the configuration named, not looked for."""
    from editor.settings.load import find

    config = options.get("config")
    if config is None and not options.get("no_config"):
        found = find(Path.cwd())
        config = str(found) if found else None
    told = {
        name: options.get(name)
        for name in ("profile", "select", "ignore", "extend_select", "languagetool", "no_server", "no_cache",
                     "no_install", "encoding")
    }  # fmt: skip
    folders = tuple(str(Path(folder).absolute()) for folder in options.get("rule_folders") or ())
    told |= {
        "rule_folders": folders,
        "config": str(Path(config).absolute()) if config else None,
        "no_config": config is None,
        "proofreader": options.get("proofreader") or _proofreader(options),
    }
    return tuple(sorted(told.items()))


def _proofreader(options: dict[str, Any]) -> str:
    """What the settings say of the proofreader; where they say nothing it is left out, for an archive would take it hours."""
    from editor.cli.setup import settings_here

    settings = settings_here(options.get("config"), bool(options.get("no_config")))
    return "off" if settings.origin("proofreader") == DEFAULT else settings.proofreader


def _pending(
    out: Output, pieces: Sequence[Partition], task: Task, *, resume: bool, overwrite: bool
) -> list[Partition]:
    """The partitions still to be checked. Raises UserError where the folder holds another run's parts."""
    from editor.batch import parts

    about = {
        "version": 1,
        "digest": parts.run_digest(pieces, task.options, task.fields, out.shape),
        "partitions": len(pieces),
    }
    there = out.done()
    old = [name for name in there if name.startswith("part-") or name == parts.NOTE]
    if old and overwrite:
        out.clear(old)
        there = frozenset()
    elif old and not resume:
        raise UserError(
            f"{out.folder}: it has the parts of an earlier run; --resume goes on with it, --overwrite starts anew"
        )
    elif old and (out.note() or {}).get("digest") != about["digest"]:
        raise UserError(
            f"{out.folder}: its parts come from another archive or other settings; name another folder, or --overwrite them"
        )
    out.write(parts.NOTE, (json.dumps(about, indent=2) + "\n").encode())
    return [piece for piece in pieces if out.part(piece.number) not in there]


def _watched(
    outcomes: Generator[Done, None, None], pending: Sequence[Partition], size: int
) -> Generator[Done, None, None]:
    """The outcomes, with progress and notices on standard error on the way."""
    from editor.cli import setup
    from editor.cli.progress import Progress

    told: set[str] = set()
    with Progress(len(pending) * size) as progress:
        stories = 0
        for outcome in outcomes:
            stories += outcome.stories
            progress.story(stories, f"part {outcome.number}")
            for line in outcome.notes:
                if line not in told:
                    told.add(line)
                    progress.clear()
                    setup.notify(line)
            yield outcome


def _finish(
    out: Output, pieces: Sequence[Partition], outcomes: Generator[Done, None, None], kept: int
) -> None:
    """Add up what came of it, say so, and end with the exit code that fits."""
    totals = dict.fromkeys(("stories", "failed", "errors", "warnings", "queries"), 0)
    missing: str | None = None
    for outcome in outcomes:
        if outcome.setup is not None:
            raise UserError(outcome.setup)
        missing = missing or outcome.missing
        for name in totals:
            totals[name] += getattr(outcome, name)
    found = sum(totals[name] for name in ("errors", "warnings", "queries"))
    earlier = f" ({kept} of {len(pieces)} parts were there)" if kept else ""
    sys.stdout.write(
        f"{found} findings in {totals['stories']} stories: {totals['errors']} errors, {totals['warnings']} warnings,"
        f" {totals['queries']} queries{earlier}; {out.folder}\n"
    )
    if missing:
        raise EngineError(f"{missing}; what is missing is checked again with --resume")
    if totals["failed"]:
        raise_failed = f'{totals["failed"]} stories could not be checked; each part says why ("error")'
        click.echo(f"copydesk: {raise_failed}", err=True)
        raise click.exceptions.Exit(EXIT_USER_ERROR)
    if found:
        raise click.exceptions.Exit(EXIT_FINDINGS)
