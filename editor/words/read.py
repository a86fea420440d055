"""Reads house words: files that an editor writes by hand, and vocabularies of Vale."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from editor.errors import UserError
from editor.words.model import Kind, Vocabulary, Word

VALE = {"accept.txt": Kind.ACCEPT, "reject.txt": Kind.REJECT}
"""The files of a Vale vocabulary: a regular expression a line."""

_HEADING = re.compile(r"\[(.*)\]")
_COMMENT = re.compile(r"(?:^|\s)#.*$")
_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")
_NOT = re.compile(r"\s*\(not ([^()]+)\)$")
_EXPRESSION = re.compile(r"/(.+)/")
# Such a line means itself in a Vale vocabulary too.
_PLAIN = re.compile(r"[\w'’&-]+(?: [\w'’&-]+)*")


def vocabulary(paths: Iterable[Path]) -> Vocabulary:
    """The words of the files and folders; a file that has changed is read again.

    Raises UserError with file, line and reason for one that is wrong.
    """
    stamped = []
    for path in paths:
        for file in files(path):
            try:
                about = file.stat()
            except OSError as error:
                raise UserError(f"{file}: can't be read: {error.strerror or error}") from None
            stamped.append((file, about.st_mtime_ns, about.st_size))
    return _read_all(tuple(stamped))


def files(path: Path) -> list[Path]:
    """The files of words that a path names: itself, or those of a folder (of a Vale vocabulary just its two)."""
    if not path.is_dir():
        return [path]
    vale = [path / name for name in VALE if (path / name).is_file()]
    return vale or sorted(each for each in path.glob("*.txt") if each.is_file())


@lru_cache(maxsize=32)
def _read_all(stamped: tuple[tuple[Path, int, int], ...]) -> Vocabulary:
    return Vocabulary(tuple(word for file, _, _ in stamped for word in read(file)))


def read(path: Path) -> list[Word]:
    """The words of one file. Raises UserError with file, line and reason."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: can't be read as UTF-8 text: {error}") from None
    if path.name in VALE:
        return list(_vale(text, path, VALE[path.name]))
    return list(_own(text, path))


def _own(text: str, path: Path) -> Iterator[Word]:
    kind = Kind.ACCEPT
    for number, line in enumerate(text.splitlines(), 1):
        place = f"{path}:{number}"
        words = " ".join(_COMMENT.sub("", line).split())
        heading = _HEADING.fullmatch(words)
        if heading:
            kind = _kind(heading[1].strip().lower(), place)
        elif words:
            yield entry(kind, words, place)


def _kind(name: str, place: str) -> Kind:
    known = [str(kind) for kind in Kind]
    if name in known:
        return Kind(name)
    close = difflib.get_close_matches(name, known, n=1)
    hint = f"did you mean [{close[0]}]?" if close else f"there are {', '.join(f'[{each}]' for each in known)}"
    raise UserError(f"{place}: there is no heading [{name}]; {hint}")


def entry(kind: Kind, words: str, place: str) -> Word:
    """The word that a line under the heading of a kind states. Raises UserError, one line, where it makes no sense."""
    expression = _EXPRESSION.fullmatch(_ARROW.split(words)[0])
    if expression and kind in (Kind.ACCEPT, Kind.REJECT):
        _compiles(expression[1], place)
    if kind is Kind.REJECT:
        wrong, *rest = _ARROW.split(words, maxsplit=1)
        uses = [each.strip() for each in rest[0].split(" / ")] if rest else []
        if not wrong or (rest and not all(uses)):
            _refuse(place, "a rejected word is written 'wrong', 'wrong -> right' or 'wrong -> one / other'")
        return Word(kind, expression[1] if expression else wrong, tuple(uses), place, bool(expression))
    if _ARROW.search(words):
        _refuse(place, "an arrow stands only under the heading [reject]")
    if kind is Kind.NAME:
        wrong_forms = _NOT.search(words)
        name = words[: wrong_forms.start()] if wrong_forms else words
        others = [each.strip() for each in wrong_forms[1].split(",")] if wrong_forms else []
        if not name or not all(others) or "(" in name:
            _refuse(place, "a name is written 'Name' or 'Name (not Nahme, Naime)'")
        return Word(kind, name, tuple(others), place)
    if kind is Kind.ACRONYM:
        short, equals, full = (each.strip() for each in words.partition("="))
        if not short or (equals and not full):
            _refuse(place, "an acronym is written 'ABC' or 'ABC = what it stands for'")
        return Word(kind, short, (full,) if full else (), place)
    return Word(kind, expression[1] if expression else words, (), place, bool(expression))


def _vale(text: str, path: Path, kind: Kind) -> Iterator[Word]:
    for number, line in enumerate(text.splitlines(), 1):
        term = line.strip()
        if not term or term.startswith("# "):
            continue
        place = f"{path}:{number}"
        plain = _PLAIN.fullmatch(term) is not None and (kind is Kind.ACCEPT or term != term.lower())
        if not plain:
            _compiles(term, place)
        yield Word(kind, term, (), place, not plain)


def _compiles(expression: str, place: str) -> None:
    try:
        re.compile(expression)
    except re.error as error:
        _refuse(place, f"'{expression}' is no regular expression: {error}")


def _refuse(place: str, reason: str) -> NoReturn:
    raise UserError(f"{place}: {reason}")
