"""What a story says to copydesk itself: lines of its notes that begin with "copydesk:", and comments of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.documents.lines import lines
from editor.documents.model import Document, PartKind
from editor.values import Span

_NOTE = re.compile(r"\s*copydesk:\s*(ignore|accept|names)\b[ \t]*:?[ \t]*(.*?)\s*", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(
    r"<!--\s*copydesk:\s*(ignore-story|ignore|accept|names|off|on)\b[ \t]*:?\s*(.*?)\s*-->",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Directive:
    """One line or comment: its verb, what follows it, and where it stands.

    `scope` is the stretch of the story that it speaks of, None for the whole.
    """

    verb: str
    rest: str
    span: Span
    scope: Span | None = None


def directives(document: Document) -> list[Directive]:
    """All of a story, in order.

    A line of the notes speaks of the whole story. In Markdown a comment `ignore` speaks of the paragraph that it
    stands in, or else of the next; `off` of what comes before `on`; `ignore-story` of all.
    """
    if "copydesk:" not in document.text.casefold():
        return []
    found = [*_notes(document), *(_comments(document) if document.format == "markdown" else ())]
    return sorted(found, key=lambda each: each.span)


def _notes(document: Document) -> Iterator[Directive]:
    text = document.text
    for block in document.blocks:
        if block.kind is not PartKind.NOTE:
            continue
        for line in _lines(text, block.span):
            match = _NOTE.fullmatch(line.of(text))
            if match:
                yield Directive(match[1].lower(), match[2], line)


def _lines(text: str, span: Span) -> Iterator[Span]:
    for line in lines(span.of(text)):
        yield Span(line.start + span.start, line.end + span.start)


def _comments(document: Document) -> Iterator[Directive]:
    text = document.text
    comments = list(_COMMENT.finditer(text))
    for place, match in enumerate(comments):
        verb, rest, span = match[1].lower(), match[2], Span(*match.span())
        if verb == "on":
            continue
        scope: Span | None = None
        if verb == "ignore":
            scope = _paragraph(document, span)
        elif verb == "off":
            end = next((each.start() for each in comments[place + 1 :] if each[1].lower() == "on"), len(text))
            scope = Span(span.end, end)
        yield Directive("ignore" if verb in ("off", "ignore-story") else verb, rest, span, scope)


def _paragraph(document: Document, comment: Span) -> Span:
    """The paragraph that the comment stands in or at the end of, else the next one; nothing where there is none."""
    for span in _paragraphs(document):
        start = document.text.rfind("\n", 0, span.start) + 1
        end = document.text.find("\n", span.end)
        whole = Span(start, len(document.text) if end < 0 else end)
        if whole.contains(comment) or span.start >= comment.end:
            return span
    return Span(comment.end, comment.end)


def _paragraphs(document: Document) -> Iterator[Span]:
    """The blocks, those on one line as one: a dateline belongs to the sentence after it."""
    span: Span | None = None
    for block in document.blocks:
        if span is not None and "\n" not in document.text[span.end : block.span.start]:
            span = Span(span.start, block.span.end)
            continue
        if span is not None:
            yield span
        span = block.span
    if span is not None:
        yield span
