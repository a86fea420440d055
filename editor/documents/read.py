"""From bytes to a Document."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from editor.documents import markdown, plain
from editor.documents.encodings import decode
from editor.documents.model import Document, Protected
from editor.documents.protected import find_protected
from editor.documents.quotations import find_quotations

_MARKDOWN = (".md", ".markdown")


def read_document(name: str, data: bytes, encoding: str | None = None) -> Document:
    """The document that the bytes of `name` hold; its suffix says whether it is Markdown, else it is plain text.

    `encoding` overrides the guess. Raises UserError where the encoding can't be told.
    """
    text, written = decode(data, name, encoding)
    shape = "markdown" if PurePath(name).suffix.lower() in _MARKDOWN else "text"
    markup = markdown.protected(text) if shape == "markdown" else []
    blocks = markdown.blocks(text) if shape == "markdown" else plain.blocks(text)
    return Document(
        path=name,
        text=text,
        encoding=written,
        format=shape,
        blocks=tuple(blocks),
        protected=tuple(_apart([*markup, *find_protected(text)])),
        quotations=tuple(find_quotations(text, blocks)),
    )


def _apart(found: Iterable[Protected]) -> list[Protected]:
    """Sorted, and of two that overlap only the longer from the front."""
    kept: list[Protected] = []
    for each in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or each.span.start >= kept[-1].span.end:
            kept.append(each)
    return kept
