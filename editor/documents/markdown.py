"""Markdown drafts: what is prose in them, and which stretches are markup.

Blocks of CommonMark that hold prose are found line by line, since every span must be exact to the code point.
"""

from __future__ import annotations

import re

from editor.documents.lines import lines, trimmed
from editor.documents.model import Block, PartKind, Protected, ProtectedKind
from editor.documents.plain import blocks as plain_blocks
from editor.values import Span

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:=+|-+)\s*")
_RULE = re.compile(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"(?:[ ]{0,3}>[ ]?)+")
_TABLE = re.compile(r"[ \t]*\|.*\|[ \t]*|[ \t]*\|?(?:\s*:?-{3,}:?\s*\|)+.*")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_TARGET = re.compile(
    r"\]\(\s*<?([^)\s>]+)>?(?:\s+\"[^\"\n]*\")?\)|^\s*\[[^\]\n]+\]:\s*(\S+.*)$", re.MULTILINE
)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
_FRONT = re.compile(
    r"(?:---|\+\+\+)[ \t]*\r?\n.*?^(?:---|\+\+\+)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)


def blocks(text: str) -> list[Block]:
    """The prose blocks: the first heading is the headline, other headings too; front matter, code and comments are none."""
    found: list[Block] = []
    start: int | None = None
    end = 0
    fence = ""
    front = _FRONT.match(text)
    skip = front.end() if front else 0
    hidden = [Span(*match.span()) for match in _COMMENT.finditer(text)]

    def close(kind: PartKind = PartKind.BODY) -> None:
        nonlocal start
        if start is not None:
            span = trimmed(text, Span(start, end))
            if span.length:
                found.append(Block(kind, span))
        start = None

    for span in lines(text):
        if span.start < skip:
            continue
        line = span.of(text)
        fenced = _FENCE.match(line)
        if fence:
            if fenced and fenced.group(1)[0] == fence[0] and len(fenced.group(1)) >= len(fence):
                fence = ""
            continue
        if fenced:
            close()
            fence = fenced.group(1)
            continue
        if any(each.start <= span.start and span.end <= each.end for each in hidden):
            close()
            continue
        if start is not None and _UNDERLINE.fullmatch(line):
            close(PartKind.HEADLINE)
            continue
        heading = _HEADING.match(line)
        if not line.strip() or _RULE.fullmatch(line) or _TABLE.fullmatch(line):
            close()
        elif heading:
            close()
            start = span.start + heading.end()
            end = max(start, span.start + len(line.rstrip().rstrip("#").rstrip()))
            close(PartKind.HEADLINE)
        else:
            marker = _QUOTE.match(line) or _ITEM.match(line)
            if marker:
                close()
                item = _ITEM.match(line, marker.end())
                start = span.start + (item.end() if item else marker.end())
            elif start is None:
                if line.startswith(("    ", "\t")):
                    continue
                start = span.start
            end = span.end
    close()
    return _with_parts(text, found)


def _with_parts(text: str, found: list[Block]) -> list[Block]:
    """The blocks with bylines, datelines and notes told apart as in plain text."""
    body = [block for block in found if block.kind is PartKind.BODY]
    if not body:
        return found
    refined: list[Block] = []
    first = True
    for block in found:
        if block.kind is not PartKind.BODY:
            refined.append(block)
            continue
        parts = plain_blocks(block.span.of(text)) if "\n" not in block.span.of(text) else []
        usable = {PartKind.DATELINE, PartKind.BODY} if first else {PartKind.BODY}
        shifted = [
            Block(part.kind, Span(part.span.start + block.span.start, part.span.end + block.span.start))
            for part in parts
        ]
        if shifted and {part.kind for part in shifted} <= usable:
            refined += shifted
        elif re.match(r"(?i)copydesk:|\(?(?:additional )?(?:reporting|editing) by ", block.span.of(text)):
            refined.append(Block(PartKind.NOTE, block.span))
        elif re.fullmatch(r"\W*By [A-Z][^.\n]{2,80}\W*", block.span.of(text)) and first:
            refined.append(Block(PartKind.BYLINE, block.span))
            continue
        else:
            refined.append(block)
        first = False
    return refined


def protected(text: str) -> list[Protected]:
    """Code, comments, tags and the targets of links."""
    found = []
    for pattern in (_COMMENT, _CODE, _TAG):
        found += [Protected(ProtectedKind.CODE, Span(*match.span())) for match in pattern.finditer(text)]
    for match in _TARGET.finditer(text):
        group = 1 if match.group(1) else 2
        found.append(Protected(ProtectedKind.LINK, Span(*match.span(group))))
    return found
