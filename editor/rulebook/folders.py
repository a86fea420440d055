"""The folders that rules come from, and the files in them that are read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from editor.errors import UserError


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


def _below(folder: Path) -> Iterator[Path]:
    for root, inner, names in os.walk(folder):
        inner[:] = [each for each in inner if each != "languagetool"]
        place = Path(root)
        for name in names:
            if name.endswith((".yaml", ".yml", ".txt", ".tsv")) and (place / name).is_file():
                yield place / name
