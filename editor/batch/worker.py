"""Checks one partition, in whatever process it is sent to; that process keeps its desk for the next one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.util import Finalize
from typing import Any

from editor.batch.parts import Output, encoded
from editor.batch.stories import Fields, Partition, rows
from editor.documents.source import text_only
from editor.errors import EngineError, EngineMissing, SetupError, UserError
from editor.reports.json import file_data
from editor.reports.story import CheckedStory
from editor.values import Severity


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker has to know besides the partition: the command's options, the columns, where the part goes."""

    options: tuple[tuple[str, Any], ...]
    fields: Fields
    output: Output


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a partition: how many stories, how many with an error, findings by severity, lines for a person.

    `missing` says why LanguageTool's findings are not among them though it was required.
    """

    number: int
    stories: int = 0
    failed: int = 0
    errors: int = 0
    warnings: int = 0
    queries: int = 0
    notes: tuple[str, ...] = ()
    missing: str | None = None
    setup: str | None = None
    """Why no story at all can be checked: a wrong setting, an output that can't be written."""


def check_partition(partition: Partition, task: Task) -> Done:
    """Check the stories of a partition and write its part.

    A part is not written where an engine that was required failed, so that another run tries it again.
    """
    try:
        return _checked(partition, task)
    except UserError as error:
        return Done(partition.number, setup=str(error))


def _checked(partition: Partition, task: Task) -> Done:
    desk, notes = _desk(task.options)
    notes.clear()
    records: list[Mapping[str, Any]] = []
    tally = dict.fromkeys(Severity, 0)
    failed = 0
    for row in rows(partition, task.fields):
        error, story = row.error, None
        if row.data is not None:
            try:
                story = desk.checked(None, row.name, text_only(row.name, row.data))
            except EngineMissing as missing:
                return Done(partition.number, notes=tuple(notes), missing=str(missing))
            except EngineError as missing:
                return Done(partition.number, notes=tuple(notes), missing=str(missing))
            except SetupError:
                raise
            except UserError as refused:
                error = str(refused)
        failed += error is not None
        for finding in story.findings if story else ():
            tally[finding.severity] += 1
        records.append({**file_data(story or CheckedStory(row.name, "", ())), "error": error})
    task.output.write(task.output.part(partition.number), encoded(records, task.output.shape))
    return Done(
        partition.number,
        len(records),
        failed,
        tally[Severity.ERROR],
        tally[Severity.WARNING],
        tally[Severity.QUERY],
        tuple(notes),
    )


_desks: dict[tuple[tuple[str, Any], ...], tuple[Any, list[str]]] = {}


def _desk(options: tuple[tuple[str, Any], ...]) -> tuple[Any, list[str]]:
    """The desk of this process for these options, made once, and the lines that it has for a person."""
    if options not in _desks:
        from editor.cli import setup

        notes: list[str] = []
        desk = setup.desk(dict(options), notes.append)
        Finalize(None, desk.close, exitpriority=10)
        _desks[options] = desk, notes
    return _desks[options]
