"""A story as it was read: text, how its bytes were written, and what each stretch of it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor.values import Span


class PartKind(StrEnum):
    """The parts of a wire story, in the order in which they come."""

    SLUG = "slug"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    NOTE = "note"


class ProtectedKind(StrEnum):
    """Stretches in which nothing is ever corrected."""

    LINK = "link"
    EMAIL = "email"
    HANDLE = "handle"
    HASHTAG = "hashtag"
    FILE = "file"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes were written: a codec's name, and the byte order mark that stood in front (or b"")."""

    name: str
    bom: bytes = b""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of prose, one paragraph or one line; a sentence never runs over its end.

    The span has neither the line end nor leading or trailing white space.
    A dateline's block is a part of its own: "PARIS (AP) -- " ends where the first sentence begins.
    """

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Protected:
    """A link, address, handle, hashtag, file name or code, with what it covers."""

    kind: ProtectedKind
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words. `span` covers the marks too; `closed` is False where no closing mark ends it.

    A quotation that runs over several paragraphs (each opens, only the last closes) gives one
    Quotation a paragraph, the later ones with `continues` True. `depth` is 0 for an outer quotation.
    """

    span: Span
    depth: int = 0
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A story in memory. `text` is decoded, without byte order mark, with its line ends as they came.

    `blocks`, `protected` and `quotations` are sorted by start; protected spans don't overlap.
    """

    path: str
    text: str
    encoding: Encoding
    format: str
    blocks: tuple[Block, ...] = ()
    protected: tuple[Protected, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    def encode(self, text: str) -> bytes:
        """The bytes of `text` as this document writes them; raises UnicodeEncodeError where it can't."""
        return self.encoding.bom + text.encode(self.encoding.name)
