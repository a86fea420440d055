"""Things that change colour, side or season within a story: "a white van", later "the gray van"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

# Of each row a thing has one. Ordinals are no such row: stories have first and second halves.
_ROWS = tuple(
    row.split()
    for row in (
        "white gray grey black red blue green yellow silver brown orange purple pink",
        "northern southern eastern western northeastern northwestern southeastern southwestern",
        "spring summer autumn winter",
        "wooden stone steel concrete brick",
        "ground-floor first-floor second-floor third-floor top-floor",
    )
)
_SAME = {"gray": "grey"}
_KNOWN = r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)"
_AGAIN = tuple(
    Expression(rf"{_KNOWN} (?P<a>{'|'.join(row)}) (?P<noun>(?!hemisphere)[a-z]{{3,}})\b(?! (?:or|and)\b)")
    for row in _ROWS
)


def changed_modifiers(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str, str]]:
    """Each modifier of a thing spoken of as known that had another of its row before: its place, that one, a message."""
    body = [line for line in lines if line.block.kind is PartKind.BODY]
    for row, again in zip(_ROWS, _AGAIN, strict=True):
        if sum(text.find(word) >= 0 for word in row) < 2:
            continue
        for line in body:
            for match in again.finditer(text, *line.span):
                first = _other(match, row, text)
                if first is not None:
                    yield (
                        Span(*match.span("a")),
                        first,
                        f"The {match['a']} {match['noun']} here, {first} before?",
                    )


def _other(match: re.Match[str], row: Sequence[str], text: str) -> str | None:
    """The one other modifier of the row that the noun had before; None where this one was met, or where there were several."""
    before = text[: match.start()]
    word = _SAME.get(match["a"], match["a"])
    told = {
        each for each in row if re.search(rf"\b{each} (?:[a-z]+ )?{match['noun']}\b", before, re.IGNORECASE)
    }
    met = any(
        re.search(rf"\b{each}\b", before, re.IGNORECASE) for each in row if _SAME.get(each, each) == word
    )
    return told.pop() if len(told) == 1 and not met else None
