"""What all typographic checks share: where they must keep out, and the lines around a spot."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from editor.documents.model import Document
from editor.values import Span

# Space that a word processor puts in so that a line does not break there.
NO_BREAK = "\u00a0\u202f\u2007"

_LINE = re.compile(r"[^\r\n]+")


class Fence:
    """Answers whether a stretch touches a link, an address or anything else that nothing may change."""

    def __init__(self, document: Document) -> None:
        self._spans = tuple(protected.span for protected in document.protected)
        self._starts = [span.start for span in self._spans]

    def keeps_out(self, start: int, end: int) -> bool:
        """Whether any code point from `start` to `end` is protected."""
        place = bisect_right(self._starts, end - 1) - 1
        return place >= 0 and self._spans[place].end > start


def matches(pattern: re.Pattern[str], document: Document) -> Iterator[re.Match[str]]:
    """Every match of the pattern in the document that touches nothing protected."""
    fence: Fence | None = None
    for match in pattern.finditer(document.text):
        fence = fence or Fence(document)
        if not fence.keeps_out(match.start(), match.end()):
            yield match


def lines(text: str) -> Iterator[Span]:
    """The lines of a text that are not empty, without their line ends, in order."""
    for match in _LINE.finditer(text):
        yield Span(*match.span())


def line_around(text: str, spot: int) -> Span:
    """The line that the spot is on, without its line end."""
    start = text.rfind("\n", 0, spot) + 1
    end = text.find("\n", spot)
    end = len(text) if end < 0 else end
    return Span(start, end - 1 if end > start and text[end - 1] == "\r" else end)
