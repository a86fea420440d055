"""The settings as a person reads them: each value with the place where it was set."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from editor.settings.load import KEYS
from editor.settings.model import DEFAULT, ReadabilityLimits, Settings, Suppression

_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A key as it is written in the file (with its table in front of a dot), its value as TOML knows it, its origin."""

    table: str
    key: str
    value: object
    origin: str


def rows(settings: Settings, here: Path) -> Iterator[Row]:
    """Every setting, tables last and row by row, the paths seen from `here`. Keys that only add to others are none."""
    yield from sorted(_rows(settings, here), key=lambda row: bool(row.table))


def _rows(settings: Settings, here: Path) -> Iterator[Row]:
    for key in KEYS:
        value = getattr(settings, key.replace("-", "_"), None)
        if key == "encoding" and value is None:
            yield Row("", key, None, settings.origin(key))
        elif value is None:
            continue
        elif isinstance(value, ReadabilityLimits):
            for limit in fields(value):
                number = getattr(value, limit.name)
                if number is not None:
                    name = limit.name.replace("_", "-")
                    yield Row(key, name, number, _origin(settings, key, name, here))
        elif isinstance(value, Mapping):
            for name, each in value.items():
                yield Row(key, name, _plain(each, here), _origin(settings, key, name, here))
        elif key == "suppressions":
            for each in value:
                yield Row(key, "", _suppression(each), _seen(settings.origin(key), here))
        else:
            yield Row("", key, _plain(value, here), _origin(settings, key, "", here))


def text(settings: Settings, here: Path) -> str:
    """The settings as TOML, each line with where it comes from as a comment."""
    lines: list[tuple[str, str]] = []
    table = ""
    for row in rows(settings, here):
        if row.table == "suppressions":
            assert isinstance(row.value, Mapping)
            lines += [("", ""), ("[[suppressions]]", row.origin)]
            lines += [(f"{key} = {toml(value)}", "") for key, value in row.value.items()]
            continue
        if row.table != table:
            lines += [("", ""), (f"[{row.table}]", "")]
            table = row.table
        if row.value is None:
            lines.append((f"# {row.key} is found out", row.origin))
        else:
            lines.append((f"{_key(row.key)} = {toml(row.value)}", row.origin))
    width = min(max((len(line) for line, origin in lines if origin), default=0), 40)
    return "".join((f"{line:<{width}}  # {origin}" if origin else line) + "\n" for line, origin in lines)


def toml(value: object) -> str:
    """A value as TOML writes it: texts, numbers, truth and lists of them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # A JSON text is a basic string of TOML, but for characters beyond the first 65,536.
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Sequence):
        return f"[{', '.join(map(toml, value))}]"
    return str(value)


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else toml(name)


def _plain(value: object, here: Path) -> object:
    if isinstance(value, Path):
        return _seen(str(value), here)
    if isinstance(value, tuple):
        return [_plain(each, here) for each in value]
    return value


def _suppression(each: Suppression) -> dict[str, object]:
    found: dict[str, object] = {"stories": each.stories, "rule": list(each.rules)}
    if each.words is not None:
        found["words"] = each.words
    return {**found, "reason": each.reason}


def _origin(settings: Settings, key: str, name: str, here: Path) -> str:
    origin = settings.origins.get(f"{key}.{name}") or settings.origin(key)
    more = settings.origins.get(f"extend-{key}") if key != "select" else None
    shown = _seen(origin, here)
    if not more or name:
        return shown
    added = f"extend-{key} in {_seen(more, here)}"
    return added if origin == DEFAULT else f"{shown}; {added}"


def _seen(path: str, here: Path) -> str:
    return path.removeprefix(f"{here}/")
