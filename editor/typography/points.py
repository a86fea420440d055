"""Punctuation that stands twice, and brackets that stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit
from editor.documents.model import Document, PartKind
from editor.typography.prose import Fence
from editor.values import Span

_DOUBLED = re.compile(r",(?: ?,)+|;(?: ?;)+|(?<=\w)(?<!\.)\.\.(?![./\\\w])|!!+|\?\?+")
_BRACKET = re.compile(r"[()\[\]]")
# "a)" and "12)" begin an item; ":(" and ";-)" are faces.
_ITEM = re.compile(r"(?:^|[\s(])(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})\)$")
_FACE = re.compile(r"(?:^|\s)[:;=8][-']?[()\[\]]$")
_OPENING = {")": "(", "]": "["}
# A remark in brackets may run over paragraphs, but not far.
_REACH = 3


def doubled(document: Document) -> Iterator[Hit]:
    """Commas, semicolons, stops, question or exclamation marks that stand twice; an ellipsis is not meant."""
    text = document.text
    fence = Fence(document)
    for match in _DOUBLED.finditer(text):
        start, end = match.span()
        if fence.keeps_out(start, end):
            continue
        mark = match[0][0]
        if mark == ".":
            # Before a small letter two stops may be what is left of an ellipsis.
            ends = re.match(r"[\"'”’)]*(?:\s*$|\s+[\"'“‘(]?[A-Z])", text[end : end + 8])
            replacements = (".", "...") if ends else ("...", ".")
            yield Hit(Span(start, end), replacements, "Two stops in a row.", bool(ends))
        else:
            yield Hit(Span(start, end), (mark,), f"“{mark}” stands twice.", mark in ",;")


def brackets(document: Document) -> Iterator[Hit]:
    """Round and square brackets in the body that nothing opens or closes."""
    text = document.text
    fence = Fence(document)
    opened: list[tuple[int, int]] = []
    for number, block in enumerate(document.blocks):
        if block.kind is not PartKind.BODY:
            continue
        for match in _BRACKET.finditer(text, block.span.start, block.span.end):
            spot = match.start()
            if fence.keeps_out(spot, spot + 1) or _FACE.search(text[max(0, spot - 3) : spot + 1]):
                continue
            mark = text[spot]
            if mark not in _OPENING:
                opened.append((spot, number))
            elif opened and text[opened[-1][0]] == _OPENING[mark] and number - opened[-1][1] < _REACH:
                opened.pop()
            elif not _ITEM.search(text[max(block.span.start - 1, spot - 7, 0) : spot + 1]):
                yield Hit(Span(spot, spot + 1), (), f"Nothing opens this “{mark}”.")
    for spot, _ in opened:
        yield Hit(Span(spot, spot + 1), (), f"Nothing closes this “{text[spot]}”.")
