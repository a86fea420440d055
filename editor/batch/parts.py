"""Where the findings of an archive go: a file for each partition, and a note of what the run was about."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fsspec

from editor import files
from editor.errors import UserError
from editor.stamps import digest

NOTE = "copydesk-batch.json"
SHAPES = ("jsonl", "parquet")


@dataclass(frozen=True, slots=True)
class Output:
    """A folder, on this machine or wherever fsspec reaches, and the format of its parts: "jsonl" or "parquet"."""

    folder: str
    shape: str

    def part(self, number: int) -> str:
        """The name of a partition's file."""
        return f"part-{number:06}.{self.shape}"

    def done(self) -> frozenset[str]:
        """The names of the files that are there; empty where the folder is not."""
        fs, root = self._place()
        try:
            return frozenset(str(path).rpartition("/")[2] for path in fs.ls(root, detail=False))
        except FileNotFoundError:
            return frozenset()
        except OSError as error:
            raise UserError(f"{self.folder}: {error.strerror or error}") from None

    def note(self) -> Mapping[str, Any] | None:
        """What an earlier run wrote down of itself; None where there is nothing that can be read."""
        fs, root = self._place()
        try:
            found = json.loads(fs.cat_file(f"{root}/{NOTE}"))
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def write(self, name: str, data: bytes) -> None:
        """Put a file into the folder, whole or not at all. Raises UserError where that can't be done."""
        fs, root = self._place()
        try:
            fs.makedirs(root, exist_ok=True)
            if _local(fs):
                files.write(Path(root) / name, data)
            else:
                # An object store shows an object when all of it is there.
                fs.pipe_file(f"{root}/{name}", data)
        except OSError as error:
            raise UserError(f"{self.folder}: can't be written: {error.strerror or error}") from None

    def clear(self, names: Sequence[str]) -> None:
        """Take files out of the folder."""
        fs, root = self._place()
        for name in names:
            fs.rm_file(f"{root}/{name}")

    def _place(self) -> tuple[Any, str]:
        try:
            fs, root = fsspec.url_to_fs(self.folder)
        except (ImportError, ValueError) as error:
            raise UserError(f"{self.folder}: {' '.join(str(error).split())}") from None
        return fs, root.rstrip("/")


def encoded(records: Sequence[Mapping[str, Any]], shape: str) -> bytes:
    """The records of one part as bytes, the same for the same records.

    A record has "path", "findings" (as in docs/findings.schema.json) and "error" (why there are none, or null). In
    Parquet the findings are nested columns.
    """
    if shape == "jsonl":
        return "".join(json.dumps(record) + "\n" for record in records).encode("ascii")
    import pyarrow
    from pyarrow import parquet

    text = pyarrow.string()
    finding = pyarrow.struct(
        [(name, text) for name in ("rule", "category", "severity", "message")]
        + [(name, pyarrow.int64()) for name in ("start", "end", "line", "column")]
        + [("replacements", pyarrow.list_(text)), ("applicability", text), ("source", text)]
    )
    schema = pyarrow.schema([("path", text), ("findings", pyarrow.list_(finding)), ("error", text)])
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(list(records), schema=schema), out)
    return out.getvalue()


def run_digest(*parts: object) -> str:
    """What tells one run's partitions and settings from another's."""
    return digest("batch", *parts)


def _local(fs: Any) -> bool:
    protocol = fs.protocol
    return "file" in ((protocol,) if isinstance(protocol, str) else protocol)
