"""The rulebook made ready to run, kept on disk between runs so that a command starts at once."""

from __future__ import annotations

import gc
import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from enum import StrEnum
from functools import cache, cached_property
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from editor.checks.kinds import Run, compiler
from editor.checks.registry import prepared
from editor.documents.model import PartKind
from editor.languagetool.home import home
from editor.rulebook.folders import RuleError, packaged, rule_files
from editor.rulebook.model import Counterexample, Example, InQuotations, Profile, Rule, Rulebook
from editor.stamps import digest, stamp
from editor.values import Severity

if TYPE_CHECKING:
    from editor.checks.pattern.index import Index, Patterns, Shapes

_HOME = Path(__file__).parents[1]
_FORMAT = 7
_SUFFIX = ".rulebook"
_SUM = 16
_INDEX, _PAGES, _SHAPES = ".index", ".pages", ".shapes"
_KEPT = 8


class Compiled:
    """A rulebook without its examples; the index of its patterns and its pages are read when first asked for."""

    def __init__(
        self, book: Rulebook, index: Callable[[], Index], pages: Callable[[], tuple[Rule, ...]]
    ) -> None:
        self.book = book
        self._index = index
        self._pages = pages

    @cached_property
    def index(self) -> Index:
        """The patterns, by the words that they need."""
        return self._index()

    @cached_property
    def pages(self) -> tuple[Rule, ...]:
        """The rules as a person reads them: with their examples, without what their checks need."""
        return self._pages()

    @cached_property
    def patterns(self) -> Patterns:
        """The index made ready to run; what it compiles on the way serves every engine."""
        from editor.checks.pattern.index import Patterns

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
        ready = _read(place, roots)
        if ready is None:
            ready = _fresh(place, roots)
        if len(_READY) >= _MOST_READY:
            _READY.clear()
        _READY[key] = ready
    return _READY[key]


def described(folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """The pages of the rulebook, see `Compiled`, a tenth of it, read without the rest. Raises as `compiled` does."""
    key = _digest(rule_files([packaged(), *folders]))
    if key in _READY:
        return _READY[key].pages
    return _kept_pages(_place(key)) or compiled(folders).pages


def _fresh(place: Path, roots: Sequence[Path]) -> Compiled:
    """The rulebook of the folders as they are now, kept for the next time; of its patterns only those that are new are read."""
    from editor.checks.pattern.index import Shapes
    from editor.rulebook.load import load

    book = load(roots)
    known = _shapes_place()
    kept = _plain_from(known)
    shapes = Shapes(book.lists, book.macros, kept if isinstance(kept, dict) else {})
    ready = compile_book(book, shapes)
    if shapes.grown:
        _put(known, marshal.dumps(shapes.used))
    _write(place, ready)
    return ready


def compile_book(book: Rulebook, shapes: Shapes | None = None) -> Compiled:
    """The book with its patterns checked and indexed; raises RuleError for the first that can't be."""
    from editor.checks.pattern.index import Shapes, build
    from editor.checks.pattern.syntax import PatternError

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
    pages = tuple(replace(rule, spec={}) for rule in book.rules)
    return Compiled(replace(book, rules=tuple(map(_slim, book.rules))), lambda: index, lambda: pages)


def _slim(rule: Rule) -> Rule:
    """The rule without what only its proof needs, and without the patterns, which the index has; its table made ready."""
    spec: Mapping[str, Any] = {}
    if rule.kind == "python":
        spec = {**rule.spec, **prepared(rule)}
    elif rule.kind != "pattern":
        spec = rule.spec
    return replace(rule, spec=spec, examples=(), counterexamples=())


def _digest(files: Sequence[Path]) -> str:
    return _stamped(
        *(each.absolute() for each in files), *(_HOME / room for room in ("checks", "rulebook", "text"))
    )


def _stamped(*roots: Path) -> str:
    """A digest of all files under the roots, of the program's version and Python's."""
    from editor import __version__

    return digest(_FORMAT, __version__, sys.version, stamp(*roots))


def _place(digest: str) -> Path:
    return home() / "rulebook" / f"{digest}{_SUFFIX}"


def _shapes_place() -> Path:
    return home() / "rulebook" / f"{_stamped(_HOME / 'checks/pattern', _HOME / 'text')}{_SHAPES}"


def _read(place: Path, roots: Sequence[Path]) -> Compiled | None:
    try:
        rules, lists, macros, profiles, left_out = _plain_from(place)
        book = Rulebook(
            tuple([_thawed(rule) for rule in rules]),
            lists,
            macros,
            {name: Profile(*profile) for name, profile in profiles.items()},
            left_out,
        )
        return Compiled(
            book, lambda: _index_of(place, roots), lambda: _kept_pages(place) or _fresh(place, roots).pages
        )
    except Exception:
        # A cache from another version may fail in any way; it is made anew.
        return None


def _index_of(place: Path, roots: Sequence[Path]) -> Index:
    """The index that was kept with the book, made anew where it can't be read."""
    from editor.checks.pattern.index import Index

    try:
        return Index(*_plain_from(place.with_suffix(_INDEX)))
    except Exception:
        return _fresh(place, roots).index


def _kept_pages(place: Path) -> tuple[Rule, ...] | None:
    """The pages that were kept with the book, None where they can't be read."""
    try:
        return tuple(map(_thawed, _plain_from(place.with_suffix(_PAGES))))
    except Exception:
        return None


def _write(place: Path, fresh: Compiled) -> None:
    book, index = fresh.book, fresh.index
    _put(
        place.with_suffix(_INDEX), marshal.dumps((index.rules, index.entries, dict(index.words), index.free))
    )
    _put(place.with_suffix(_PAGES), marshal.dumps([_frozen(rule) for rule in fresh.pages]))
    rules = [_frozen(rule) for rule in book.rules]
    profiles = {name: _values(profile) for name, profile in book.profiles.items()}
    _put(place, marshal.dumps((rules, dict(book.lists), dict(book.macros), profiles, book.left_out)))


def _plain_from(place: Path) -> Any:
    """The plain values that `_put` wrote, None where there are none that can be trusted."""
    try:
        with place.open("rb") as file:
            told = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):
        return None
    # marshal trusts what it reads.
    if hashlib.blake2b(told[_SUM:], digest_size=_SUM).digest() != told[:_SUM]:
        return None
    return _unmarshalled(told[_SUM:])


def _unmarshalled(data: memoryview) -> Any:
    """The values, which stay as long as the process: looking through them for circles would take longer than reading them."""
    looking = gc.isenabled()
    gc.disable()
    try:
        return marshal.loads(data)
    finally:
        gc.freeze()
        if looking:
            gc.enable()


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
    plain = replace(
        rule,
        severity=str(rule.severity),  # type: ignore[arg-type]
        quotations=str(rule.quotations),  # type: ignore[arg-type]
        parts=(),  # type: ignore[arg-type]
        examples=(),
        counterexamples=(),
    )
    return (
        *_values(plain),
        tuple(sorted(map(str, rule.parts))),
        [_values(each) for each in rule.examples],
        [_values(each) for each in rule.counterexamples],
    )


def _thawed(values: tuple[Any, ...]) -> Rule:
    *plain, parts, examples, counterexamples = values
    plain[_SEVERITY] = Severity(plain[_SEVERITY])
    plain[_QUOTATIONS] = InQuotations(plain[_QUOTATIONS])
    plain[_PARTS] = _part_kinds(parts)
    plain[_EXAMPLES] = tuple(Example(*each) for each in examples)
    plain[_COUNTEREXAMPLES] = tuple(Counterexample(*each) for each in counterexamples)
    return Rule(*plain)


@cache
def _part_kinds(names: tuple[str, ...]) -> frozenset[PartKind]:
    return frozenset(map(PartKind, names))


def _values(value: Rule | Profile | Example | Counterexample) -> tuple[Any, ...]:
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


_SEVERITY, _QUOTATIONS, _PARTS, _EXAMPLES, _COUNTEREXAMPLES = (
    [each.name for each in fields(Rule)].index(name)
    for name in ("severity", "quotations", "parts", "examples", "counterexamples")
)
