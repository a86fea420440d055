"""Writes a rule's table out: each row fills the <<columns>> of the rule's patterns.

A row whose cell is empty leaves out the patterns that name its column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from editor.rulebook import frozen

_SLOT = re.compile(r"<<(\w+)>>")


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a tab-separated table whose first line names the columns; `#` lines are comments."""
    try:
        lines = [
            line
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.strip() and not line.startswith("#")
        ]
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"the table {path.name} can't be read: {error}") from None
    if not lines:
        raise ValueError(f"the table {path.name} is empty")
    columns = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise ValueError(f"the table {path.name} has too many cells in its row {number}: {line!r}")
        rows.append(
            {
                column: cell.strip()
                for column, cell in zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)
            }
        )
    return rows


def expand(path: Path, spec: Mapping[str, Any]) -> dict[str, Any]:
    """The spec with its `table` written out into `patterns`; raises ValueError with the reason.

    For a check in Python it becomes `map`, from the first column to the second.
    """
    spec = dict(spec)
    if "phrases" in spec:
        return _frozen(path, spec)
    table = spec.pop("table", None)
    shapes = [spec.pop("pattern")] if "pattern" in spec else []
    more = spec.pop("patterns", [])
    shapes += more if isinstance(more, list) else [more]
    if not shapes:
        if table is not None and "check" in spec:
            return spec | {"map": _mapping(_rows(path, table))}
        if table is not None:
            raise ValueError("a table needs a pattern to fill")
        return spec
    replace = spec.pop("replace", None)
    variants: list[dict[str, Any]] = []
    for shape in shapes:
        variant = (
            {"match": shape} if isinstance(shape, str) else dict(shape) if isinstance(shape, dict) else {}
        )
        if not isinstance(variant.get("match"), str):
            raise ValueError("a pattern is text, or {match, replace, message}")
        unknown = set(variant) - {"match", "replace", "message", "safe", "severity", "unless"}
        if unknown:
            raise ValueError(f"unknown key '{sorted(unknown)[0]}' in a pattern")
        if replace is not None:
            variant.setdefault("replace", replace)
        variants.append(variant)
    rows = _rows(path, table)
    spec["patterns"] = [
        _fill(variant, row)
        for row in rows
        for variant in variants
        if all(row.get(slot) != "" for slot in _SLOT.findall(variant["match"]))
    ]
    for each in spec["patterns"]:
        for key in ("replace", "unless"):
            value = each.get(key)
            if value is None:
                continue
            if isinstance(value, str):
                value = [value]
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise ValueError(f"'{key}' is a text or a list of texts")
            each[key] = value
    return spec


def _frozen(path: Path, spec: dict[str, Any]) -> dict[str, Any]:
    """The spec with its table of set phrases written out into the patterns of their near misses."""
    if {"table", "pattern", "patterns", "replace"} & set(spec):
        raise ValueError("'phrases' goes without table, pattern and replace")
    rows = read(path.parent / str(spec.pop("phrases")))
    patterns: list[dict[str, Any]] = []
    for row in rows:
        phrase, *unless = row.values()
        unless = [each for each in unless if each]
        patterns += [{**each, "unless": unless} if unless else each for each in frozen.variants(phrase)]
    return spec | {"patterns": patterns}


def _mapping(rows: list[dict[str, str]]) -> dict[str, str]:
    cells = (tuple(row.values()) for row in rows)
    return {row[0]: row[1] for row in cells}


def _rows(path: Path, table: Any) -> list[dict[str, str]]:
    if table is None:
        return [{}]
    if isinstance(table, str):
        return read(path.parent / table)
    if (
        isinstance(table, dict)
        and isinstance(table.get("columns"), list)
        and isinstance(table.get("rows"), list)
    ):
        columns = [str(column) for column in table["columns"]]
        rows = []
        for row in table["rows"]:
            cells = row.split(" ; ") if isinstance(row, str) else row
            if not isinstance(cells, list) or len(cells) != len(columns):
                raise ValueError(f"the table's row {row!r} does not have {len(columns)} cells")
            rows.append({column: str(cell).strip() for column, cell in zip(columns, cells, strict=True)})
        return rows
    raise ValueError("a table is a file's name, or {columns: [...], rows: [[...]]}")


def _fill(variant: Mapping[str, Any], row: Mapping[str, str]) -> dict[str, Any]:
    def fill(value: Any) -> Any:
        if isinstance(value, str):
            return _SLOT.sub(lambda slot: _cell(slot.group(1), row), value)
        if isinstance(value, list):
            return [fill(each) for each in value]
        return value

    filled = {key: fill(value) for key, value in variant.items()}
    if isinstance(filled.get("replace"), str) and " / " in filled["replace"]:
        filled["replace"] = filled["replace"].split(" / ")
    return filled


def _cell(name: str, row: Mapping[str, str]) -> str:
    if name not in row:
        raise ValueError(f"the table has no column '{name}'")
    return row[name]
