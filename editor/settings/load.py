"""Finds and reads the nearest configuration: copydesk.toml, or [tool.copydesk] in pyproject.toml."""

from __future__ import annotations

import difflib
import math
import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NoReturn

from editor.errors import UserError
from editor.settings.model import COMMAND_LINE, OFF, ReadabilityLimits, Settings, Suppression, patterns
from editor.values import Severity

OWN = "copydesk.toml"
SHARED = "pyproject.toml"
TABLE = "tool.copydesk"
EXTEND = "extend"

QUOTES = ("profile", "straight", "curly")
LANGUAGETOOL = ("auto", "required", "off")
LANGUAGETOOL_SERVER = ("shared", "own")
PROOFREADER = ("auto", "required", "off")
SEVERITIES = (*(str(severity) for severity in Severity), OFF)

_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)$")


class SettingsLoader:
    """Gives the settings for a story, reading each configuration file once.

    `config` is the one file to read instead of searching; `search` False (--no-config) reads none.
    `command_line` maps keys, written as in the file, to values that win over every file; a value of None
    leaves its key to the file.
    """

    def __init__(
        self,
        config: Path | None = None,
        *,
        search: bool = True,
        command_line: Mapping[str, Any] | None = None,
    ) -> None:
        self._config = config
        self._search = search
        self._command_line = {
            key: list(value) if isinstance(value, tuple) else value
            for key, value in (command_line or {}).items()
            if value is not None
        }
        self._named: dict[Path, Settings] = {}
        self._folders: dict[Path, Settings] = {}
        self._files: dict[Path, Settings] = {}

    def for_file(self, path: Path | None) -> Settings:
        """The settings for a file (None for standard input, which counts as lying in the current folder).

        Raises UserError, one line with file and key, where a setting is wrong.
        """
        if path is None:
            return self.for_folder(Path.cwd()).for_file(None)
        # As it is named: an archive's stories are asked for several times each.
        folder = path.parent
        settings = self._named.get(folder)
        if settings is None:
            settings = self._named[folder] = self.for_folder(_absolute(path).parent)
        return settings.for_file(path)

    def for_folder(self, folder: Path) -> Settings:
        """The settings for files in a folder, before anything that is set for single files."""
        folder = _absolute(folder)
        settings = self._folders.get(folder)
        if settings is None:
            settings = self._folders[folder] = self._read_for(folder)
        return settings

    def _read_for(self, folder: Path) -> Settings:
        if self._config is not None:
            found: Path | None = _absolute(self._config.expanduser())
        else:
            found = find(folder) if self._search else None
        if found is None:
            return self._finish(Settings(folder=Path.cwd()))
        if found not in self._files:
            self._files[found] = self._finish(read(found))
        return self._files[found]

    def _finish(self, settings: Settings) -> Settings:
        if not self._command_line:
            return settings
        return _merge(settings, self._command_line, COMMAND_LINE, COMMAND_LINE, Path.cwd())


def find(folder: Path) -> Path | None:
    """The configuration file that holds for a folder: the nearest upward; None where there is none.

    In one folder copydesk.toml goes before pyproject.toml; a pyproject.toml without our table is passed over.
    """
    for place in (folder, *folder.parents):
        own = place / OWN
        if _is_file(own):
            return own
        shared = place / SHARED
        if _is_file(shared) and _mentions_us(shared):
            return shared
    return None


def read(path: Path, inside: tuple[Path, ...] = ()) -> Settings:
    """The settings of one configuration file, with those of the file that it extends.

    `inside` are the files that extend it. Raises UserError with the file's name and the mistake.
    """
    shown = as_seen(path)
    data = _parse(path, shown)
    if path.name == SHARED:
        tool = data.get("tool")
        table = tool.get("copydesk") if isinstance(tool, dict) else None
        if table is None:
            raise UserError(f"{shown}: it has no table [{TABLE}]")
        if not isinstance(table, dict):
            raise UserError(f"{shown}: '{TABLE}' must be a table")
        data = table
    elif "tool" in data:
        raise UserError(
            f"{shown}: unknown key 'tool'; the keys stand alone here, only {SHARED} needs [{TABLE}]"
        )
    base = Settings(folder=path.parent)
    if EXTEND in data:
        base = replace(_extended(path, shown, data[EXTEND], inside), folder=path.parent)
    return _merge(base, data, str(path), shown, path.parent)


def _extended(path: Path, shown: str, value: object, inside: tuple[Path, ...]) -> Settings:
    place = _Place(shown, EXTEND, path.parent)
    target = _absolute(path.parent / Path(_text(place, value)).expanduser())
    if not _is_file(target):
        place.refuse(f"there is no file {as_seen(target)}")
    if target in (*inside, path):
        place.refuse(f"{as_seen(target)} extends this file in its turn: a circle")
    return read(target, (*inside, path))


def _parse(path: Path, shown: str) -> dict[str, Any]:
    try:
        # Notepad writes a byte order mark, which TOML does not know.
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise UserError(f"{shown}: no such configuration file") from None
    except OSError as error:
        raise UserError(f"{shown}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise UserError(f"{shown}: cannot be read: it is not UTF-8 text") from None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason = str(error)
        place = _AT_LINE.search(reason)
        line = int(place[1]) if place else text.count("\n") + 1
        reason = _AT_LINE.sub("", reason).replace(" (at end of document)", "")
        raise UserError(f"{shown}:{line}: not valid TOML: {reason[:1].lower()}{reason[1:]}") from None


def _mentions_us(path: Path) -> bool:
    """Whether a pyproject.toml has our table; one that is broken counts only where it names the table."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    if b"copydesk" not in data:
        return False
    try:
        tool = tomllib.loads(data.decode("utf-8-sig")).get("tool")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return b"tool.copydesk" in data
    return isinstance(tool, dict) and "copydesk" in tool


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _absolute(path: Path) -> Path:
    # Not resolve(): a symbolic link's own folder decides, not that of what it leads to.
    return Path(os.path.abspath(path))  # noqa: PTH100


def as_seen(path: Path) -> str:
    """The path as the user would write it: from the current folder where it lies below, else whole."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _merge(settings: Settings, data: Mapping[str, Any], origin: str, shown: str, folder: Path) -> Settings:
    """`settings` with the keys of `data` put in, each checked."""
    changes: dict[str, Any] = {}
    # What adds to a list comes after the list itself.
    for key, value in sorted(data.items(), key=lambda item: item[0] in _ADDING):
        if key == EXTEND:
            continue
        reader = _READERS.get(key)
        if reader is None:
            raise UserError(f"{shown}: unknown key '{key}'{_meant(key, (EXTEND, *_READERS))}")
        given = reader(_Place(shown, key, folder), value)
        name = key.replace("-", "_")
        if key in _ADDING:
            name = _ADDING[key]
            given = (*changes.get(name, getattr(settings, name)), *given)
        elif key in _JOINED:
            given = _JOINED[key](getattr(settings, name), given)
        changes[name] = given
    origins = {**settings.origins, **dict.fromkeys(_origin_keys(data), origin)}
    folders = {**settings.folders, **dict.fromkeys(data, folder)}
    return replace(settings, **changes, origins=origins, folders=folders)


def _origin_keys(data: Mapping[str, Any]) -> Iterator[str]:
    """The keys of a file, and those of its tables that are joined, as in "severities.grammar"."""
    for key, value in data.items():
        yield key
        if key in _JOINED and isinstance(value, dict):
            yield from (f"{key}.{each}" for each in value)


class _Place:
    """Where a value stands, to say so when it is wrong; `folder` is what relative paths start from."""

    def __init__(self, file: str, key: str, folder: Path) -> None:
        self.file = file
        self.key = key
        self.folder = folder

    def under(self, key: str) -> _Place:
        return _Place(self.file, f"{self.key}.{key}", self.folder)

    def wrong(self, needed: str, value: object) -> NoReturn:
        raise UserError(f"{self.file}: '{self.key}' must be {needed}, not {_described(value)}")

    def refuse(self, reason: str) -> NoReturn:
        raise UserError(f"{self.file}: '{self.key}': {reason}")


_Reader = Callable[[_Place, object], Any]


def _described(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, list):
        return "a list"
    return "a table" if isinstance(value, dict) else f"a {type(value).__name__}"


def _meant(word: str, known: Iterable[str]) -> str:
    """The end of a message that suggests the nearest of the known words, or lists them where none is near."""
    known = list(known)
    lowered = word.lower().replace("_", "-")
    close = difflib.get_close_matches(lowered, known, n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else f"; known are {', '.join(known)}"


def _text(place: _Place, value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        place.wrong("text", value)
    return value


def _texts(place: _Place, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        place.wrong("a list of texts", value)
    if not all(each.strip() for each in value):
        place.refuse("one of its names is empty")
    return tuple(value)


def _one_of(place: _Place, value: object, known: tuple[str, ...]) -> str:
    if not isinstance(value, str):
        place.wrong(f"one of {', '.join(known)}", value)
    if value not in known:
        place.refuse(f"there is no '{value}'{_meant(value, known)}")
    return value


def _quotes(place: _Place, value: object) -> str:
    return _one_of(place, value, QUOTES)


def _languagetool_server(place: _Place, value: object) -> str:
    return _one_of(place, value, LANGUAGETOOL_SERVER)


def _languagetool(place: _Place, value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"https?://[^\s/]+\S*", value):
        return value
    if isinstance(value, str) and "/" in value:
        place.wrong(f"{', '.join(LANGUAGETOOL)} or an address that starts with http:// or https://", value)
    return _one_of(place, value, LANGUAGETOOL)


def _proofreader(place: _Place, value: object) -> str:
    return _one_of(place, value, PROOFREADER)


def _encoding(place: _Place, value: object) -> str:
    name = _text(place, value)
    try:
        "".encode(name)
    except (LookupError, ValueError):
        place.refuse(f"there is no text encoding '{name}'")
    return name


def _paths(place: _Place, value: object) -> tuple[Path, ...]:
    paths = []
    for each in _texts(place, value):
        path = _absolute(place.folder / Path(each).expanduser())
        if not path.exists():
            place.refuse(f"there is no folder or file {path}")
        paths.append(path)
    return tuple(paths)


def _file(place: _Place, value: object) -> Path:
    """A file that need not be there yet."""
    return _absolute(place.folder / Path(_text(place, value)).expanduser())


def _patterns(place: _Place, value: object) -> tuple[str, ...]:
    lines = _texts(place, value)
    for line in lines:
        _check_pattern(place, line)
    return lines


def _check_pattern(place: _Place, line: str) -> None:
    try:
        patterns((line,))
    except ValueError:
        place.refuse(f"'{line}' is not a pattern as in .gitignore")


def _table(place: _Place, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        place.wrong("a table", value)
    return value


def _severities(place: _Place, value: object) -> dict[str, str]:
    table = _table(place, value)
    return {rule: _one_of(place.under(rule), level, SEVERITIES) for rule, level in table.items()}


def _per_file(reader: _Reader) -> _Reader:
    def read_table(place: _Place, value: object) -> dict[str, Any]:
        found = {}
        for pattern, each in _table(place, value).items():
            _check_pattern(place, pattern)
            found[pattern] = reader(place.under(pattern), each)
        return found

    return read_table


_LIMITS = {field.name.replace("_", "-"): field for field in fields(ReadabilityLimits)}


def _readability(place: _Place, value: object) -> ReadabilityLimits:
    limits: dict[str, float] = {}
    for key, number in _table(place, value).items():
        if key not in _LIMITS:
            raise UserError(f"{place.file}: unknown key '{place.key}.{key}'{_meant(key, _LIMITS)}")
        spot = place.under(key)
        if isinstance(number, bool) or not isinstance(number, (int, float)) or not math.isfinite(number):
            spot.wrong("a number", number)
        # Reading ease runs below 0 for the hardest texts; every other measure is a size.
        if key != "min-flesch" and number <= 0:
            spot.wrong("more than 0", number)
        if key == "max-sentence-words" and number != int(number):
            spot.wrong("a whole number", number)
        limits[key.replace("-", "_")] = number
    return ReadabilityLimits(**limits)  # type: ignore[arg-type]


def _suppressions(place: _Place, value: object) -> tuple[Suppression, ...]:
    if not isinstance(value, list):
        place.wrong("a list of tables, each under [[suppressions]]", value)
    found = []
    for number, entry in enumerate(value, 1):
        spot = _Place(place.file, f"{place.key} {number}", place.folder)
        table = _table(spot, entry)
        for key in table:
            if key not in _SUPPRESSION:
                raise UserError(f"{place.file}: unknown key '{spot.key}.{key}'{_meant(key, _SUPPRESSION)}")
        for key in ("stories", "rule", "reason"):
            if key not in table:
                spot.refuse(f"'{key}' is missing")
        stories = _text(spot.under("stories"), table["stories"])
        _check_pattern(spot.under("stories"), stories)
        rule = table["rule"]
        rules = (rule,) if isinstance(rule, str) and rule.strip() else _texts(spot.under("rule"), rule)
        words = _text(spot.under("words"), table["words"]) if "words" in table else None
        reason = _text(spot.under("reason"), table["reason"])
        found.append(Suppression(stories, rules, reason, words, place.folder))
    return tuple(found)


_SUPPRESSION = ("stories", "rule", "words", "reason")


def _flag(place: _Place, value: object) -> bool:
    if not isinstance(value, bool):
        place.wrong("true or false", value)
    return value


_READERS: Mapping[str, _Reader] = {
    "profile": _text,
    "select": _texts,
    "extend-select": _texts,
    "ignore": _texts,
    "severities": _severities,
    "rules": _paths,
    "words": _paths,
    "languagetool": _languagetool,
    "languagetool-server": _languagetool_server,
    "proofreader": _proofreader,
    "baseline": _file,
    "exclude": _patterns,
    "respect-gitignore": _flag,
    "encoding": _encoding,
    "quotes": _quotes,
    "readability": _readability,
    "per-file-profiles": _per_file(_text),
    "per-file-ignores": _per_file(_texts),
    "per-file-words": _per_file(_paths),
    "suppressions": _suppressions,
    "extend-ignore": _texts,
    "extend-rules": _paths,
    "extend-words": _paths,
}

KEYS = (EXTEND, *_READERS)
"""Every key that a configuration file may have."""

# Keys that add to what another key, or the file that is extended, says.
_ADDING = {
    "extend-ignore": "ignore",
    "extend-rules": "rules",
    "extend-words": "words",
}


def _joined_limits(old: ReadabilityLimits, new: ReadabilityLimits) -> ReadabilityLimits:
    given = {each.name: getattr(new, each.name) for each in fields(new)}
    return replace(old, **{name: value for name, value in given.items() if value is not None})


# Of these a file changes only the rows that it names.
_JOINED: Mapping[str, Callable[[Any, Any], Any]] = {
    "severities": lambda old, new: {**old, **new},
    "readability": _joined_limits,
    "suppressions": lambda old, new: (*old, *new),
}
