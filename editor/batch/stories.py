"""The stories of an archive and its partitions, wherever fsspec reaches: folders of text, JSON lines, Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import fsspec

from editor.documents.source import SUFFIXES
from editor.errors import UserError

LINES = (".jsonl", ".ndjson")
PARQUET = (".parquet",)


@dataclass(frozen=True, slots=True)
class Fields:
    """What the columns of a story's name and text are called, in JSON lines and Parquet."""

    name: str = "id"
    text: str = "text"


@dataclass(frozen=True, slots=True)
class Partition:
    """A piece of the archive that one worker checks.

    `kind` is "files" (`paths` are stories), "lines" (bytes `start` to `end` of one file) or "rows"
    (rows `start` to `end` of one Parquet file, counted from 0). `first` is the number of its first story.
    """

    number: int
    kind: str
    paths: tuple[str, ...]
    first: int
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """One story of an archive: its name, and its bytes or why it has none."""

    name: str
    data: bytes | None
    error: str | None = None


def partitions(source: str, size: int, fields: Fields) -> list[Partition]:
    """The archive in pieces of `size` stories, in a stable order. Raises UserError where there are none."""
    files = _files(source)
    found: list[Partition] = []
    count = 0
    texts = [path for path in files if _suffix(path) not in LINES + PARQUET]
    for at in range(0, len(texts), size):
        some = tuple(texts[at : at + size])
        found.append(Partition(len(found), "files", some, count))
        count += len(some)
    for path in files:
        if _suffix(path) in LINES:
            for start, end, stories in _line_ranges(path, size):
                found.append(Partition(len(found), "lines", (path,), count, start, end))
                count += stories
        elif _suffix(path) in PARQUET:
            rows = _row_count(path, fields)
            for start in range(0, rows, size):
                end = min(rows, start + size)
                found.append(Partition(len(found), "rows", (path,), count, start, end))
                count += end - start
    if not found:
        raise UserError(f"{source}: no stories in it")
    return found


def rows(partition: Partition, fields: Fields) -> Iterator[Row]:
    """The stories of a partition, in order. Raises UserError where its file can't be read any more."""
    if partition.kind == "files":
        for path in partition.paths:
            try:
                yield Row(path, _bytes(path))
            except UserError as error:
                yield Row(path, None, str(error))
    elif partition.kind == "lines":
        yield from _lines(partition, fields)
    else:
        yield from _table(partition, fields)


def _files(source: str) -> list[str]:
    """The files that a path, a pattern or an address names, addresses with their protocol; in order."""
    try:
        fs, root = fsspec.url_to_fs(source)
        if any(sign in root for sign in "*?["):
            found = sorted(fs.glob(root))
        elif fs.isfile(root):
            found = [root]
        elif fs.isdir(root):
            wanted = SUFFIXES + LINES + PARQUET
            found = sorted(
                path
                for path in fs.find(root)
                if _suffix(path) in wanted
                and ".corrected." not in path
                and "/." not in path.removeprefix(root)
            )
        else:
            raise UserError(f"{source}: no such file or folder; check the name")
    except (OSError, ImportError, ValueError) as error:
        raise _unreachable(source, error) from None
    return [str(fs.unstrip_protocol(path)) if "://" in source else str(path) for path in found]


def _suffix(path: str) -> str:
    name = path.rpartition("/")[2]
    return name[name.rfind(".") :].lower() if "." in name else ""


def _unreachable(path: str, error: Exception) -> UserError:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return UserError(f"{path}: can't be read: {' '.join(reason.split())}")


def _bytes(path: str) -> bytes:
    try:
        fs, place = fsspec.url_to_fs(path)
        data: bytes = fs.cat_file(place)
    except OSError as error:
        raise _unreachable(path, error) from None
    return data


def _line_ranges(path: str, size: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, stories) of each run of `size` lines that are not empty, in bytes."""
    start = at = stories = 0
    try:
        with fsspec.open(path, "rb") as file:
            for line in file:
                at += len(line)
                stories += bool(line.strip())
                if stories == size:
                    yield start, at, stories
                    start, stories = at, 0
    except OSError as error:
        raise _unreachable(path, error) from None
    if stories:
        yield start, at, stories


def _lines(partition: Partition, fields: Fields) -> Iterator[Row]:
    path = partition.paths[0]
    try:
        fs, place = fsspec.url_to_fs(path)
        data: bytes = fs.cat_file(place, start=partition.start, end=partition.end)
    except OSError as error:
        raise _unreachable(path, error) from None
    number = partition.first
    for line in data.split(b"\n"):
        if line.strip():
            yield _parsed(line, f"{path}#{number}", fields)
            number += 1


def _parsed(line: bytes, spare: str, fields: Fields) -> Row:
    try:
        record = json.loads(line)
    except ValueError as error:
        return Row(spare, None, f"no JSON: {error}")
    if not isinstance(record, dict):
        return Row(spare, None, "the line is not a JSON object")
    return _row(record.get(fields.name), record.get(fields.text), spare, fields)


def _row(name: Any, text: Any, spare: str, fields: Fields) -> Row:
    called = spare if name is None else str(name)
    if not isinstance(text, str):
        return Row(called, None, f"'{fields.text}' is {'missing' if text is None else 'no text'}")
    try:
        return Row(called, text.encode("utf-8"))
    except UnicodeEncodeError:
        return Row(called, None, "the text has half a surrogate pair, which is no character")


def _row_count(path: str, fields: Fields) -> int:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with fsspec.open(path, "rb") as file:
            about = ParquetFile(file)
            names: Sequence[str] = about.schema_arrow.names
            if fields.text not in names:
                raise UserError(
                    f"{path}: no column '{fields.text}'; it has {', '.join(names)} (--text-field)"
                )
            count: int = about.metadata.num_rows
    except (OSError, ArrowException) as error:
        raise _unreachable(path, error) from None
    return count


def _table(partition: Partition, fields: Fields) -> Iterator[Row]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    path = partition.paths[0]
    number, before = partition.first, 0
    try:
        with fsspec.open(path, "rb") as file:
            table = ParquetFile(file)
            columns = [name for name in (fields.name, fields.text) if name in table.schema_arrow.names]
            for group in range(table.num_row_groups):
                here = table.metadata.row_group(group).num_rows
                low, high = max(partition.start, before), min(partition.end, before + here)
                if low < high:
                    piece = table.read_row_group(group, columns=columns).slice(low - before, high - low)
                    for record in piece.to_pylist():
                        spare = f"{path}#{number}"
                        yield _row(record.get(fields.name), record.get(fields.text), spare, fields)
                        number += 1
                before += here
    except (OSError, ArrowException) as error:
        raise _unreachable(path, error) from None
