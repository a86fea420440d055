"""Writes a rule's table out: each row fills the <<columns>> of the rule's patterns.

A row whose cell is empty leaves out the patterns that name its column.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from editor.rulebook import frozen

_SLOT = re.compile(r"<<(\w+)>>")


class Row(NamedTuple):
    """A table's row: where it stands, in words, and its cells by column."""

    place: str
    cells: dict[str, str]


def read(path: Path) -> list[Row]:
    """The rows of a tab-separated table whose first line names the columns; `#` lines are comments."""
    try:
        lines = [
            (number, line)
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if line.strip() and not line.startswith("#")
        ]
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"the table {path.name} can't be read: {error}") from None
    if not lines:
        raise ValueError(f"the table {path.name} is empty")
    columns = lines[0][1].split("\t")
    rows = []
    for number, line in lines[1:]:
        place = f"line {number} of the table {path.name}"
        cells = line.split("\t")
        if len(cells) > len(columns):
            raise ValueError(f"too many cells in {place}: {line!r}")
        cells += [""] * (len(columns) - len(cells))
        rows.append(Row(place, {column: cell.strip() for column, cell in zip(columns, cells, strict=True)}))
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
    spec["patterns"] = _filled(rows, variants)
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
        phrase, *unless = row.cells.values()
        unless = [each for each in unless if each]
        patterns += [{**each, "unless": unless} if unless else each for each in frozen.variants(phrase)]
    return spec | {"patterns": patterns}


def _mapping(rows: list[Row]) -> dict[str, str]:
    """From the first column to the second; a word that has a row already would silently lose one of them."""
    mapping: dict[str, str] = {}
    places: dict[str, str] = {}
    for place, cells in rows:
        word, meant = list(cells.values())[:2]
        _once(places, word, place)
        mapping[word] = meant
    return mapping


def _filled(rows: list[Row], variants: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each variant with the cells of each row; a pattern that an earlier row makes too would never be reached."""
    patterns = []
    places: dict[str, str] = {}
    for row in rows:
        for variant in variants:
            if any(row.cells.get(slot) == "" for slot in _SLOT.findall(variant["match"])):
                continue
            patterns.append(_fill(variant, row.cells))
            if _SLOT.search(variant["match"]):
                _once(places, patterns[-1]["match"], row.place)
    return patterns


def _once(places: dict[str, str], words: str, place: str) -> None:
    """Remember where a row for `words` stands; raises ValueError where there is one already."""
    if words in places:
        raise ValueError(f"{place} repeats '{words}', which has a row already: {places[words]}")
    places[words] = place


def _rows(path: Path, table: Any) -> list[Row]:
    if table is None:
        return [Row("", {})]
    if isinstance(table, str):
        return read(path.parent / table)
    if (
        isinstance(table, dict)
        and isinstance(table.get("columns"), list)
        and isinstance(table.get("rows"), list)
    ):
        columns = [str(column) for column in table["columns"]]
        rows = []
        for number, row in enumerate(table["rows"], 1):
            cells = row.split(" ; ") if isinstance(row, str) else row
            if not isinstance(cells, list) or len(cells) != len(columns):
                raise ValueError(f"the table's row {row!r} does not have {len(columns)} cells")
            filled = {column: str(cell).strip() for column, cell in zip(columns, cells, strict=True)}
            rows.append(Row(f"row {number} of the table", filled))
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
