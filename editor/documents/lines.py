"""Cuts text into lines, whatever ends them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.values import Span

_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_EDGES = " \t\u00a0\u200b\ufeff\u3000"


def lines(text: str) -> Iterator[Span]:
    """The span of each line, without its end; an empty line gives an empty span."""
    start = 0
    for match in _BREAK.finditer(text):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, len(text))


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its edges; empty at its start where nothing else is there."""
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in _EDGES):
        start += 1
    return Span(start, end)
