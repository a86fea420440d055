"""Answers what stands at a span of a document: its part, a protected stretch, quoted words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from editor.documents.model import Document, PartKind
from editor.values import Finding, Span


class Places:
    """Looks things up by bisection, so that thousands of findings in a long story stay cheap."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._starts = [block.span.start for block in document.blocks]
        self._protected = [each.span for each in document.protected]
        self._quoted = _flat(
            Span(each.span.start + 1, each.span.end - (1 if each.closed else 0))
            for each in document.quotations
        )

    def part(self, at: int) -> PartKind | None:
        """The part of the last block that begins at or before the code point; None before the first."""
        place = bisect_left(self._starts, at + 1) - 1
        return self._blocks[place].kind if place >= 0 else None

    def protected(self, span: Span) -> bool:
        """Whether the span touches a link, an address, a handle, a hashtag, a file name or code."""
        return _touches(self._protected, span)

    def quoted(self, span: Span) -> bool:
        """Whether the span touches words inside a quotation; its marks alone don't count."""
        return _touches(self._quoted, span)

    def asked_in_quotations(self, finding: Finding) -> Finding:
        """The finding, a query where it touches quoted words: those are never corrected."""
        return finding.asked() if self.quoted(finding.span) else finding


def _flat(spans: Iterable[Span]) -> list[Span]:
    flat: list[Span] = []
    for span in sorted(spans):
        if span.end <= span.start:
            continue
        if flat and span.start <= flat[-1].end:
            flat[-1] = Span(flat[-1].start, max(flat[-1].end, span.end))
        else:
            flat.append(span)
    return flat


def _touches(spans: Sequence[Span], span: Span) -> bool:
    # The spans don't overlap, so the last that begins before the end decides.
    place = bisect_left(spans, (span.end, -1)) - 1
    if place < 0:
        return False
    other = spans[place]
    if span.start == span.end:
        return other.start < span.start < other.end
    return span.start < other.end and other.start < span.end
