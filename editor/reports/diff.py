"""A unified diff of bytes, which `git apply` and `patch -p1` both take.

Whatever the encoding, the diff is in the file's own bytes, so that patching gives exactly the corrected
file. That holds for UTF-16 too: both tools compare and copy bytes up to the next 0x0A. Such a diff is
nothing to read; `readable` is for that.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

# Below this product of line counts a stretch without landmarks is compared in full.
_SMALL = 40_000
_ESCAPES = {
    7: b"\\a",
    8: b"\\b",
    9: b"\\t",
    10: b"\\n",
    11: b"\\v",
    12: b"\\f",
    13: b"\\r",
    34: b'\\"',
    92: b"\\\\",
}


class _Change(NamedTuple):
    """Old lines start..end become new lines new_start..new_end; counted from 0, half-open."""

    start: int
    end: int
    new_start: int
    new_end: int


def unified_diff(name: str, before: bytes, after: bytes, context: int = 3) -> bytes:
    """The diff from `before` to `after`, b"" where they are equal.

    `name` is the file's path relative to the folder in which the diff is to be applied; its headers are
    a/NAME and b/NAME, quoted as git does where it must. Raises ValueError for a path that is not relative.
    """
    if before == after:
        return b""
    old, new = _lines(before), _lines(after)
    pieces = [b"--- ", _header("a", name), b"\n+++ ", _header("b", name), b"\n"]
    for hunk in _hunks(list(_changes(old, new)), context):
        _write_hunk(pieces, hunk, old, new, context)
    return b"".join(pieces)


def readable(name: str, before: str, after: str, context: int = 3) -> str:
    """The same diff of the decoded texts, for a person to read; only for UTF-8 files is it one to apply."""
    coded = unified_diff(name, before.encode("utf-8", "replace"), after.encode("utf-8", "replace"), context)
    return coded.decode("utf-8", "replace")


def _lines(data: bytes) -> list[bytes]:
    lines = [line + b"\n" for line in data.split(b"\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _header(side: str, name: str) -> bytes:
    path = os.fsencode(name)
    if os.sep != "/":
        path = path.replace(os.fsencode(os.sep), b"/")
    if path.startswith(b"/") or b".." in path.split(b"/"):
        raise ValueError(f"a diff needs a relative path: {name!r}")
    path = side.encode() + b"/" + path
    if any(byte < 0x20 or byte in (0x22, 0x5C, 0x7F) for byte in path):
        quoted = (
            _ESCAPES.get(byte) or (b"\\%03o" % byte if byte < 0x20 or byte == 0x7F else bytes([byte]))
            for byte in path
        )
        return b'"' + b"".join(quoted) + b'"'
    # As git does: the tab says that the name ends here, blanks and all.
    return path + b"\t" if b" " in path else path


def _changes(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[_Change]:
    """What differs, in order. Lines found once on either side are the landmarks, so the time is that of
    sorting; only short stretches between landmarks are compared in full."""
    start = new_start = 0
    for mark, new_mark in [*_landmarks(old, new), (len(old), len(new))]:
        if mark < start or new_mark < new_start:
            continue
        yield from _stretch(old, new, start, mark, new_start, new_mark)
        start, new_start = mark, new_mark


def _landmarks(old: Sequence[bytes], new: Sequence[bytes]) -> list[tuple[int, int]]:
    """Pairs of equal lines, found once on either side, in the longest sequence that rises on both."""
    counts, new_counts = Counter(old), Counter(new)
    places = {line: place for place, line in enumerate(new) if new_counts[line] == 1}
    pairs = [(place, places[line]) for place, line in enumerate(old) if line in places and counts[line] == 1]
    ends: list[int] = []
    tails: list[int] = []
    previous: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        previous.append(tails[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            tails.append(number)
        else:
            ends[length] = place
            tails[length] = number
    chain: list[tuple[int, int]] = []
    number = tails[-1] if tails else -1
    while number >= 0:
        chain.append(pairs[number])
        number = previous[number]
    chain.reverse()
    return chain


def _stretch(
    old: Sequence[bytes], new: Sequence[bytes], start: int, end: int, new_start: int, new_end: int
) -> Iterator[_Change]:
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    height, new_height = end - start, new_end - new_start
    if not height and not new_height:
        return
    if height * new_height <= _SMALL:
        matcher = SequenceMatcher(None, old[start:end], new[new_start:new_end], autojunk=False)
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                yield _Change(start + a, start + b, new_start + c, new_start + d)
    elif height == new_height:
        # Every line differs somewhere (all quotation marks changed, say): line by line.
        run = 0
        for step in range(height + 1):
            if step == height or old[start + step] == new[new_start + step]:
                if run < step:
                    yield _Change(start + run, start + step, new_start + run, new_start + step)
                run = step + 1
    else:
        yield _Change(start, end, new_start, new_end)


def _hunks(changes: Sequence[_Change], context: int) -> Iterator[list[_Change]]:
    hunk: list[_Change] = []
    for change in changes:
        if hunk and change.start - hunk[-1].end > 2 * context:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _write_hunk(
    pieces: list[bytes], hunk: list[_Change], old: Sequence[bytes], new: Sequence[bytes], context: int
) -> None:
    start = max(hunk[0].start - context, 0)
    end = min(hunk[-1].end + context, len(old))
    new_start = hunk[0].new_start - (hunk[0].start - start)
    new_end = hunk[-1].new_end + (end - hunk[-1].end)
    pieces.append(b"@@ -%s +%s @@\n" % (_range(start, end), _range(new_start, new_end)))
    done = start
    for change in hunk:
        _write_lines(pieces, b" ", old[done : change.start])
        _write_lines(pieces, b"-", old[change.start : change.end])
        _write_lines(pieces, b"+", new[change.new_start : change.new_end])
        done = change.end
    _write_lines(pieces, b" ", old[done:end])


def _write_lines(pieces: list[bytes], mark: bytes, lines: Sequence[bytes]) -> None:
    for line in lines:
        pieces += (mark, line)
        if not line.endswith(b"\n"):
            pieces.append(b"\n\\ No newline at end of file\n")


def _range(start: int, end: int) -> bytes:
    length = end - start
    if length == 1:
        return b"%d" % (start + 1)
    # An empty range is named after the line before it.
    return b"%d,%d" % (start + 1 if length else start, length)
