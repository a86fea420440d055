"""The rulebook made ready to run, kept on disk between runs so that a command starts at once."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from editor.checks.kinds import Run, compiler
from editor.checks.pattern.index import Index, Patterns, Shapes, build
from editor.checks.pattern.syntax import PatternError
from editor.documents.model import PartKind
from editor.languagetool.home import home
from editor.rulebook.load import RuleError, load, packaged, rule_files
from editor.rulebook.model import InQuotations, Profile, Rule, Rulebook
from editor.values import Severity

_HOME = Path(__file__).parents[1]
_FORMAT = 3
_SUFFIX = ".rulebook"
_SUM = 16
_SHAPES = ".shapes"
_KEPT = 8


@dataclass(frozen=True)
class Compiled:
    """A rulebook without its examples, and the index of its patterns."""

    book: Rulebook
    index: Index

    @cached_property
    def patterns(self) -> Patterns:
        """The index made ready to run; what it compiles on the way serves every engine."""
        return Patterns(self.index, self.book.rules, self.book.lists, self.book.macros)

    def runner(self, number: int) -> Run:
        """What runs a rule of another kind than pattern, by its place in the rulebook."""
        if number not in self._runners:
            rule = self.book.rules[number]
            self._runners[number] = compiler(rule.kind)(rule, self.book)
        return self._runners[number]

    @cached_property
    def _runners(self) -> dict[int, Run]:
        return {}


# The last rulebooks of this process: most commands have one, a process that stands by the same one again and again.
_READY: dict[str, Compiled] = {}
_MOST_READY = 4


def compiled(folders: Sequence[Path] = ()) -> Compiled:
    """The shipped rulebook and the user's own folders, ready to run.

    Raises UserError or RuleError where a rule can't be loaded. What was compiled is kept in the user's
    cache folder under a digest of all files' sizes and times; a cache that can't be read or written is done without.
    """
    roots = [packaged(), *folders]
    key = _digest(rule_files(roots))
    if key not in _READY:
        place = _place(key)
        ready = _read(place)
        if ready is None:
            ready = _made(load(roots), _shapes_place())
            _write(place, ready)
        if len(_READY) >= _MOST_READY:
            _READY.clear()
        _READY[key] = ready
    return _READY[key]


def _made(book: Rulebook, place: Path) -> Compiled:
    """The book compiled; the shapes of its patterns come from the file and go there for the next time."""
    kept = _plain_from(place)
    shapes = Shapes(book.lists, book.macros, kept if isinstance(kept, dict) else {})
    ready = compile_book(book, shapes)
    if shapes.grown:
        _put(place, marshal.dumps(shapes.used))
    return ready


def compile_book(book: Rulebook, shapes: Shapes | None = None) -> Compiled:
    """The book with its patterns checked and indexed; raises RuleError for the first that can't be."""
    if shapes is None:
        shapes = Shapes(book.lists, book.macros, {})
    try:
        index = build(book.rules, shapes)
    except PatternError as error:
        rule = book.rules[getattr(error, "rule", 0)]
        raise RuleError(rule.file, rule.line, f"rule '{rule.id}': {error}") from None
    for rule in book.rules:
        if rule.kind != "pattern":
            try:
                compiler(rule.kind)(rule, book)
            except ValueError as error:
                raise RuleError(rule.file, rule.line, f"rule '{rule.id}': {error}") from None
        for profile in rule.profiles:
            if profile not in book.profiles:
                raise RuleError(rule.file, rule.line, f"rule '{rule.id}': there is no profile '{profile}'")
    return Compiled(replace(book, rules=tuple(map(_slim, book.rules))), index)


def _slim(rule: Rule) -> Rule:
    """The rule without what only its proof needs, and without the patterns, which the index has."""
    spec = rule.spec if rule.kind != "pattern" else {}
    return replace(rule, spec=spec, examples=(), counterexamples=())


def _digest(files: Sequence[Path]) -> str:
    code = _code("checks", "rulebook", "text")
    return _stamp([*(os.path.abspath(each) for each in files), *code])  # noqa: PTH100


def _code(*rooms: str) -> list[str]:
    """The files of the program in these rooms, data included, in order."""
    found = []
    for room in rooms:
        for folder, inner, names in os.walk(_HOME / room):
            inner[:] = [each for each in inner if each != "__pycache__"]
            found += [os.path.join(folder, name) for name in names]  # noqa: PTH118 - hundreds of files at every start
    return sorted(found)


def _stamp(paths: Iterable[str]) -> str:
    """A digest of the files' sizes and times, of the program's version and Python's."""
    from editor import __version__

    digest = hashlib.sha256(f"{_FORMAT} {__version__} {sys.version}".encode())
    for path in paths:
        about = os.stat(path)  # noqa: PTH116
        digest.update(f"{path}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:24]


def _place(digest: str) -> Path:
    return home() / "rulebook" / f"{digest}{_SUFFIX}"


def _shapes_place() -> Path:
    return home() / "rulebook" / f"{_stamp(_code('checks/pattern', 'text'))}{_SHAPES}"


def _read(place: Path) -> Compiled | None:
    try:
        rules, lists, macros, profiles, left_out, index = _plain_from(place)
        book = Rulebook(
            tuple([_thawed(rule) for rule in rules]),
            lists,
            macros,
            {name: Profile(*profile) for name, profile in profiles.items()},
            left_out,
        )
        return Compiled(book, Index(*index))
    except Exception:
        # A cache from another version may fail in any way; it is made anew.
        return None


def _write(place: Path, fresh: Compiled) -> None:
    book, index = fresh.book, fresh.index
    data = marshal.dumps(
        (
            [_frozen(rule) for rule in book.rules],
            dict(book.lists),
            dict(book.macros),
            {name: _values(profile) for name, profile in book.profiles.items()},
            book.left_out,
            (tuple([tuple(entry) for entry in index.entries]), dict(index.words), index.free),
        )
    )
    _put(place, data)


def _plain_from(place: Path) -> Any:
    """The plain values that `_put` wrote, None where there are none that can be trusted."""
    try:
        told = place.read_bytes()
    except OSError:
        return None
    # marshal trusts what it reads.
    if hashlib.blake2b(told[_SUM:], digest_size=_SUM).digest() != told[:_SUM]:
        return None
    return marshal.loads(told[_SUM:])


def _put(place: Path, data: bytes) -> None:
    """Write marshalled values with their checksum, and drop all but the latest files of their kind."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        spare = place.with_suffix(f".{os.getpid()}.part")
        spare.write_bytes(hashlib.blake2b(data, digest_size=_SUM).digest() + data)
        spare.replace(place)
        files = place.parent.glob(f"*{place.suffix}")
        for path in sorted(files, key=lambda path: path.stat().st_mtime, reverse=True)[_KEPT:]:
            path.unlink(missing_ok=True)
    except OSError:
        return


def _frozen(rule: Rule) -> tuple[Any, ...]:
    """The rule in plain values, which are read ten times as fast as objects."""
    plain = replace(rule, severity=str(rule.severity), quotations=str(rule.quotations), parts=())  # type: ignore[arg-type]
    return (*_values(plain), tuple(sorted(map(str, rule.parts))))


def _thawed(values: tuple[Any, ...]) -> Rule:
    *plain, parts = values
    plain[_SEVERITY] = Severity(plain[_SEVERITY])
    plain[_QUOTATIONS] = InQuotations(plain[_QUOTATIONS])
    plain[_PARTS] = _part_kinds(parts)
    return Rule(*plain)


@cache
def _part_kinds(names: tuple[str, ...]) -> frozenset[PartKind]:
    return frozenset(map(PartKind, names))


def _values(value: Rule | Profile) -> tuple[Any, ...]:
    return tuple(_plain(getattr(value, each.name)) for each in fields(value))


def _plain(value: Any) -> Any:
    """The value as marshal takes it: no classes of our own."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(map(_plain, value))
    if isinstance(value, StrEnum):
        return value.value
    return value


_SEVERITY, _QUOTATIONS, _PARTS = (
    [each.name for each in fields(Rule)].index(name) for name in ("severity", "quotations", "parts")
)
