"""The folders that rules come from, and the files in them that are read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from editor.errors import UserError
from editor.stamps import files_below


class RuleError(UserError):
    """A rule that can't be loaded: file, line and reason."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}:{line}: {reason}")


def packaged() -> Path:
    """The folder of the rulebook that copydesk ships."""
    inside = Path(__file__).with_name("data")
    return inside if inside.is_dir() else Path(__file__).parents[2] / "rules"


def rule_files(folders: Sequence[Path]) -> list[Path]:
    """Every file of the folders that the rulebook reads, in a stable order. Raises UserError for a missing folder."""
    files: list[Path] = []
    for folder in folders:
        if folder.is_file():
            files.append(folder)
        elif folder.is_dir():
            files += sorted(_below(folder))
        else:
            raise UserError(f"{folder}: no such rule folder or file")
    return list({os.path.realpath(path): path for path in files}.values()) if len(folders) > 1 else files


# What these engines say is chosen there; they are no rules.
_ENGINES = {"languagetool", "proofreader"}


def _below(folder: Path) -> Iterator[Path]:
    for path in map(Path, files_below(folder)):
        if (
            path.suffix in (".yaml", ".yml", ".txt", ".tsv")
            and path.is_file()
            and not _ENGINES & set(path.parts[len(folder.parts) : -1])
        ):
            yield path
