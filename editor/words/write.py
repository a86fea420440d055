"""Puts a word into a file of house words, and looks for words that contradict one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from editor.errors import UserError
from editor.words.model import Kind, Vocabulary, Word
from editor.words.read import VALE, entry

_HEADING = re.compile(r"\s*\[(.*)\]\s*(?:#.*)?")


def line(word: Word) -> str:
    """The word as a file states it, without a line end."""
    text = f"/{word.text}/" if word.expression else word.text
    if not word.others:
        return text
    if word.kind is Kind.REJECT:
        return f"{text} -> {' / '.join(word.others)}"
    if word.kind is Kind.NAME:
        return f"{text} (not {', '.join(word.others)})"
    return f"{text} = {word.others[0]}"


def added(path: Path, old: str, word: Word) -> str:
    """The text of a file with the word put in under its heading; everything else stays as it is.

    Raises UserError where the file can't hold it, or where it would read back as something else.
    """
    if path.name in VALE:
        if VALE[path.name] is not word.kind or word.others:
            raise UserError(f"{path}: a Vale vocabulary takes words, no {word.kind} with others; give --file")
        new = re.escape(word.text).replace("\\ ", " ").replace("\\-", "-")
    else:
        new = line(word)
        again = entry(word.kind, new, str(path))
        if (again.text, again.others) != (word.text, word.others) or "#" in new or "[" in new[:1]:
            raise UserError(f"{path}: '{new}' can't be written as a line of a file of words")
    end = "\r\n" if "\r\n" in old else "\n"
    lines = old.splitlines()
    place = _end_of_section(lines, word.kind) if path.name not in VALE else len(lines)
    if place is None:
        lines += ([""] if lines and lines[-1].strip() else []) + [f"[{word.kind}]", new]
    else:
        lines.insert(place, new)
    return end.join(lines) + end


def _end_of_section(lines: list[str], kind: Kind) -> int | None:
    """The place after the last word of the section; None where there is no such section."""
    inside = kind is Kind.ACCEPT
    found = None
    for number, each in enumerate(lines):
        heading = _HEADING.fullmatch(each)
        if heading:
            inside = heading[1].strip().lower() == kind
            if inside:
                found = number + 1
        elif inside and each.strip() and (found is not None or not each.lstrip().startswith("#")):
            found = number + 1
    return found


def contradictions(words: Vocabulary) -> Iterator[str]:
    """What is wrong with words that are each right by themselves: one line each, with file and line."""
    seen: dict[str, list[Word]] = defaultdict(list)
    for word in words.words:
        if not word.expression:
            seen[word.text.casefold()].append(word)
            if word.kind is Kind.NAME:
                for wrong in word.others:
                    seen[wrong.casefold()].append(Word(Kind.REJECT, wrong, (word.text,), word.place))
    for entries in seen.values():
        first = entries[0]
        for other in entries[1:]:
            if (other.kind is Kind.REJECT) != (first.kind is Kind.REJECT):
                yield f"{other.place}: '{other.text}' is {_said(other)} here and {_said(first)} in {first.place}"
            elif other.others != first.others or other.text != first.text:
                yield f"{other.place}: '{line(other)}' and '{line(first)}' in {first.place} do not agree"
            else:
                yield f"{other.place}: '{other.text}' stands in {first.place} already"
    for word in words.of(Kind.REJECT):
        for use in word.others:
            for other in seen.get(use.casefold(), ()):
                if other.kind is Kind.REJECT and use == other.text:
                    yield f"{word.place}: '{use}' is to stand for '{word.text}', but is rejected in {other.place}"


def _said(word: Word) -> str:
    return "rejected" if word.kind is Kind.REJECT else "accepted"
