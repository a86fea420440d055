"""A line of the story on a terminal, with a span underlined under the exact columns.

Wide characters, combining marks, emoji sequences and tabs get the columns that a terminal gives them;
what a terminal would not show, or would obey (zero-width characters, control codes, direction marks),
is written out as <U+200B>.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from editor.reports.positions import LineIndex
from editor.values import Span

MORE = "…"
_TAB = 4
# The most code points of one visible character that are looked at (family emoji have about ten).
_CLUSTER = 16
# More lines than this are shown as the first and the last.
_MOST_LINES = 3
# What surely takes one column a character; spares most stories the look into Unicode's tables.
_PLAIN = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20a0-\u20bf]*+")
_SENTENCE_START = re.compile(r"[.!?][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?\w)")


class Row(NamedTuple):
    """A line to show: its number, its words, the carets below it; number 0 stands for lines left out."""

    number: int
    words: str
    carets: str


class _Cell(NamedTuple):
    """One visible character: its code points in the text and what is shown for it, with its columns."""

    start: int
    end: int
    shown: str
    columns: int


def excerpt(lines: LineIndex, span: Span, width: int) -> list[Row]:
    """The lines that `span` touches, each at most `width` columns, with carets under the span.

    A line that is too long is shown around the span, from the start of its sentence if that fits.
    An empty span has one caret, under the character before which something is missing.
    """
    first = lines.position(span.start).line
    last = last_line(lines, span)
    numbers = list(range(first, last + 1))
    if len(numbers) > _MOST_LINES:
        numbers = [first, 0, last]
    return [_row(lines, number, span, width) if number else Row(0, MORE, "") for number in numbers]


def last_line(lines: LineIndex, span: Span) -> int:
    """The number of the last line that `span` touches."""
    return lines.position(max(span.end - 1, span.start)).line


def visible(words: str) -> str:
    """The words with all that a terminal hides or obeys written out, and line ends as ⏎."""
    if words.isascii() and words.isprintable():
        return words
    words = words.replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎")
    return "".join(cell.shown for cell in _cells(words, 0, len(words)))


def columns_of(words: str) -> int:
    """How many terminal columns the words take."""
    return len(words) if words.isascii() else sum(cell.columns for cell in _cells(words, 0, len(words)))


def _row(lines: LineIndex, number: int, span: Span, width: int) -> Row:
    line = lines.line_span(number)
    marked = Span(max(span.start, line.start), max(min(span.end, line.end), line.start))
    before, cells, after = _window(lines.text, line, marked, width)
    words: list[str] = [MORE] if before else []
    carets: list[str] = [" "] if before else []
    blank = not marked.of(lines.text).strip()
    for cell in cells:
        inside = cell.start < marked.end and cell.end > marked.start
        # A marked space at the end of a line, or two where one belongs, must be seen.
        words.append("·" if inside and blank and cell.shown == " " else cell.shown)
        carets.append(("^" if inside else " ") * cell.columns)
    shown = "".join(words) + (MORE if after else "")
    below = "".join(carets).rstrip()
    if "^" not in below:
        # Something is missing here, or the line end itself is meant.
        ahead = before + sum(cell.columns for cell in cells if cell.end <= marked.start)
        below = " " * ahead + "^"
    return Row(number, shown.rstrip(), below)


def _window(text: str, line: Span, marked: Span, width: int) -> tuple[bool, list[_Cell], bool]:
    """The cells to show, and whether the line goes on before and after them."""
    # Never more than a few screen widths are looked at, however long the line is.
    near = Span(max(line.start, marked.start - 4 * width), min(line.end, marked.start + 8 * width))
    if _PLAIN.fullmatch(text, *near):
        # Every character takes a column, so more than a screen's width can't be shown.
        near = Span(max(line.start, marked.start - width), min(line.end, marked.end + width))
    if near == line:
        cells = _cells(text, line.start, line.end)
        if sum(cell.columns for cell in cells) <= width:
            return False, cells, False
    room = max(width - 2, 1)
    left = _cells(text, near.start, marked.start)
    right = _cells(text, marked.start, near.end)
    marked_columns = 0
    for cell in right:
        if cell.start >= max(marked.end, marked.start + 1) or marked_columns >= room:
            break
        marked_columns += cell.columns
    spare = max(room - min(marked_columns, room), 0)
    opening = _sentence_start(text, near, marked.start, line.start)
    kept = _fit_back(left, opening, spare, sum(cell.columns for cell in right))
    shown = left[len(left) - kept :]
    used = sum(cell.columns for cell in shown)
    for cell in right:
        if used + cell.columns > room:
            break
        used += cell.columns
        shown.append(cell)
    before = bool(shown) and shown[0].start > line.start
    after = not shown or shown[-1].end < line.end
    if after:
        shown = _back_to_word(shown, marked.end)
    return before, shown, after


def _fit_back(left: list[_Cell], opening: int | None, spare: int, right_columns: int) -> int:
    """How many cells before the span to show: from the sentence's start if they fit, else about half."""
    total = 0
    if opening is not None:
        cells = [cell for cell in left if cell.start >= opening]
        total = sum(cell.columns for cell in cells)
        if total <= spare * 2 // 3:
            return len(cells)
    # What the right side cannot use goes to the left.
    share = max(spare // 2, spare - right_columns)
    kept = used = 0
    for cell in reversed(left):
        if used + cell.columns > share:
            break
        used += cell.columns
        kept += 1
    if kept < len(left):
        # Begin with a whole word where one begins.
        for step in range(kept, 0, -1):
            if left[len(left) - step - 1].shown == " " and left[len(left) - step].shown != " ":
                return step
    return kept


def _back_to_word(cells: list[_Cell], marked_end: int) -> list[_Cell]:
    """The cells without a last word that is cut off, as long as the marked ones stay."""
    for end in range(len(cells), 0, -1):
        if cells[end - 1].end <= marked_end:
            break
        if cells[end - 1].shown == " ":
            return cells[: end - 1] if end - 1 > 0 and cells[end - 2].end >= marked_end else cells
    return cells


def _sentence_start(text: str, near: Span, offset: int, line_start: int) -> int | None:
    start = line_start if near.start == line_start else None
    for match in _SENTENCE_START.finditer(text, near.start, offset + 1):
        if match.end() <= offset:
            start = match.end()
    return start


def _cells(text: str, start: int, end: int) -> list[_Cell]:
    if _PLAIN.fullmatch(text, start, end):
        return [_Cell(at, at + 1, character, 1) for at, character in enumerate(text[start:end], start)]
    cells = []
    column = 0
    while start < end:
        character = text[start]
        if _plain(character) and (start + 1 == end or _plain(text[start + 1])):
            stop, shown, columns = start + 1, character, 1
        elif character == "\t":
            stop, columns = start + 1, _TAB - column % _TAB
            shown = " " * columns
        elif _hidden(character):
            stop = start + 1
            shown = f"<U+{ord(character):04X}>"
            columns = len(shown)
        else:
            stop = _cluster_end(text, start, end)
            shown, columns = text[start:stop], _columns(text[start:stop])
        cells.append(_Cell(start, stop, shown, columns))
        start = stop
        column += columns
    return cells


def _plain(character: str) -> bool:
    return _PLAIN.fullmatch(character) is not None


def _hidden(character: str) -> bool:
    # Cc control, Cf format, Cs surrogate, Co private, Cn unassigned, Zl and Zp separators; bare marks too.
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Mn", "Me")


def _cluster_end(text: str, start: int, end: int) -> int:
    from wcwidth import iter_graphemes

    # An emoji selector or joiner belongs to its emoji; after anything else it is a stray to be shown.
    cluster = next(iter(iter_graphemes(text[start : min(end, start + _CLUSTER)])))
    stop = start + 1
    pictorial = unicodedata.category(cluster[0]) in ("So", "Sk", "Sm", "Po", "Nd") or cluster[0] in "#*"
    while stop < start + len(cluster):
        follower = unicodedata.category(text[stop])
        if follower in ("Cc", "Cs") or (follower == "Cf" and not pictorial):
            break
        stop += 1
    return stop


def _columns(cluster: str) -> int:
    from wcwidth import wcswidth

    return max(int(wcswidth(cluster)), 1)
