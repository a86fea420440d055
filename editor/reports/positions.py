"""From an offset in the text to the line and column that a person sees."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from editor.values import Span

_LINE_END = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """Where something stands: line and column, both counted from 1, the column in code points."""

    line: int
    column: int


class LineIndex:
    """The lines of a text; built once, each look-up is one bisection. Lines end in LF, CRLF or CR."""

    __slots__ = ("_ends", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        self._ends: list[int] = []
        for match in _LINE_END.finditer(text):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(text))

    def __len__(self) -> int:
        """How many lines there are; a line end at the very end opens one more, an empty one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """The line and column of a code point; a line end belongs to the line that it ends."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_span(self, line: int) -> Span:
        """The code points of a line (counted from 1), without its line end."""
        return Span(self._starts[line - 1], self._ends[line - 1])
