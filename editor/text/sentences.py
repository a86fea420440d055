"""Finds where sentences end in news copy."""

from __future__ import annotations

import re

from editor.text.abbreviations import ALSO_WORDS, BEFORE_NAMES, BEFORE_NUMBERS, OPEN, STARTERS
from editor.values import Span

_CLOSERS = "\"'”’»)]*_"
_OPENERS = "\"'“‘«([*_"
_END = re.compile(
    rf"(?P<stop>\.\.+|[.!?…]+)[{re.escape(_CLOSERS)}]*(?=\s|\Z)"
    r"|(?P<glued>(?<=[a-z]{2})[.!?])(?=[A-Z][a-z]+[\s,])|(?P<blank>\r?\n[^\S\n]*\r?\n)"
)
_NEXT = re.compile(r"[^\W_][\w'’.-]*")


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, in order, without the white space between them.

    A blank line always ends a sentence; a line's end alone does not.
    """
    spans: list[Span] = []
    limit = len(text) if end is None else end
    begin = start
    for match in _END.finditer(text, start, limit):
        if match["blank"] is None and match["glued"] is None and not _ends(text, begin, match, limit):
            continue
        stop = match.start() if match["blank"] is not None else match.end()
        _add(spans, text, begin, stop)
        begin = match.end()
    _add(spans, text, begin, limit)
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether a stop in `match` ends the sentence that began at `begin`."""
    at = match.end()
    while at < end and text[at].isspace():
        at += 1
    if at >= end:
        return True
    opened = at
    while at < end and text[at] in _OPENERS:
        at += 1
    upcoming = _NEXT.match(text, at, end)
    following = upcoming.group() if upcoming else ""
    small = following[:1].islower()
    stop = match["stop"]
    closed = match.end() > match.end("stop")
    if stop != ".":
        return bool(following) and not small
    if closed and small:
        return False
    from_ = match.start()
    word_start = from_
    while word_start > begin and not text[word_start - 1].isspace():
        word_start -= 1
    word = text[word_start:from_].lstrip(_OPENERS + "—–")
    last = word.rpartition("-")[2]
    if last.lower() in BEFORE_NUMBERS | OPEN:
        word = last  # "pre-Sept. 11"
    lower = word.lower()
    if not word:
        return not small
    if lower.isdigit() and word_start <= _first(text, begin):
        return False  # "1. First", a list's number
    starts = following.split("'")[0].split("’")[0].lower() in STARTERS and not small
    if lower in BEFORE_NUMBERS and following[:1].isdigit():
        return False
    if len(word) == 1 and word.isupper() and word != "I":
        return starts or opened < at
    if lower in ALSO_WORDS and not word[0].isupper():
        return True
    if closed and (text[match.end() - 1] not in "'’" or lower not in OPEN):
        return True
    if lower in BEFORE_NAMES:
        # "the St. Louis", but "on Main St. The"
        return starts and lower in ("st", "ft", "mt", "gen", "col")
    if lower in OPEN or re.fullmatch(r"(?:[a-z]\.)+[a-z]", lower):
        return starts or (opened < at and following[:1].isupper())
    if lower == "ph.d":
        return starts
    return True


def _first(text: str, begin: int) -> int:
    while begin < len(text) and text[begin].isspace():
        begin += 1
    return begin
