"""The rulebook made ready to run, kept on disk between runs so that a command starts at once."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from editor.checks.pattern.index import Index, build
from editor.checks.pattern.syntax import PatternError
from editor.rulebook.load import RuleError, load, packaged, rule_files
from editor.rulebook.model import Rulebook

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Compiled:
    """A rulebook without its examples, and the index of its patterns."""

    book: Rulebook
    index: Index


def compiled(folders: Sequence[Path] = ()) -> Compiled:
    """The shipped rulebook and the user's own folders, ready to run.

    Raises UserError or RuleError where a rule can't be loaded. What was compiled is kept in the user's
    cache folder under a digest of all files' sizes and times; a cache that can't be read or written is done without.
    """
    roots = [packaged(), *folders]
    place = _place(_digest(rule_files(roots)))
    kept = _read(place)
    if kept is not None:
        return kept
    fresh = compile_book(load(roots))
    _write(place, fresh)
    return fresh


def compile_book(book: Rulebook) -> Compiled:
    """The book with its patterns checked and indexed; raises RuleError for the first that can't be."""
    from editor.checks.kinds import compiler

    try:
        index = build(book.rules, book.lists, book.macros)
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
    slim = tuple(replace(rule, examples=(), counterexamples=()) for rule in book.rules)
    return Compiled(replace(book, rules=slim), index)


def _digest(files: Sequence[Path]) -> str:
    from editor import __version__

    digest = hashlib.sha256(f"{_FORMAT} {__version__}".encode())
    home = Path(__file__).parents[1]
    code = [
        *home.glob("checks/**/*.py"),
        *home.glob("rulebook/*.py"),
        *home.glob("text/*.py"),
        *home.glob("text/data/*"),
    ]
    for path in [*files, *sorted(code)]:
        about = path.stat()
        digest.update(f"{path.absolute()}\0{about.st_size}\0{about.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:24]


def _place(digest: str) -> Path:
    from platformdirs import user_cache_path

    home = os.environ.get("COPYDESK_HOME")
    root = Path(home) if home else user_cache_path("copydesk", appauthor=False)
    return root / "rulebook" / f"{digest}.pickle"


def _read(place: Path) -> Compiled | None:
    try:
        kept = pickle.loads(place.read_bytes())
    except Exception:
        # A cache from another version or a torn file may fail in any way; it is made anew.
        return None
    return kept if isinstance(kept, Compiled) else None


def _write(place: Path, fresh: Compiled) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        spare = place.with_suffix(f".{os.getpid()}.part")
        spare.write_bytes(pickle.dumps(fresh, protocol=pickle.HIGHEST_PROTOCOL))
        spare.replace(place)
        old = sorted(place.parent.glob("*.pickle"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in old[8:]:
            path.unlink(missing_ok=True)
    except OSError:
        return
