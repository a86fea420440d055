"""The sentences of a document that the proofreader reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from editor.documents.model import Document, PartKind
from editor.text.headlines import is_sentence_cased
from editor.text.sentences import split
from editor.values import Span

_PARTS = frozenset((PartKind.HEADLINE, PartKind.BODY, PartKind.NOTE))
# Shorter ones are no sentences: "ENDS", "-- more --"; nor are short ones without an end: crossheads, captions.
_FEWEST, _UNENDED = 5, 14
_ENDS = frozenset(".!?…:;\"'”’)")


class Sentence(NamedTuple):
    """Where a sentence stands, in the document's code points, and whether it is a headline."""

    span: Span
    headline: bool


class Sentences:
    """The sentences of a document in order; `all` has them."""

    def __init__(self, document: Document) -> None:
        self.all = sorted(
            Sentence(span, block.kind is PartKind.HEADLINE)
            for block in document.blocks
            if block.kind in _PARTS
            for span in split(document.text, block.span.start, block.span.end)
        )
        self._starts = [each.span.start for each in self.all]

    def around(self, span: Span) -> Sentence | None:
        """The sentence that holds the whole span, None where there is none."""
        at = bisect_right(self._starts, span.start) - 1
        return self.all[at] if at >= 0 and span.end <= self.all[at].span.end else None


def is_read(text: str, words: Sequence[Span], *, headline: bool) -> bool:
    """Whether the words are a sentence, or a headline that is written like one, with small letters."""
    if not headline:
        return _is_sentence(text, words)
    return len(words) >= _FEWEST and is_sentence_cased(span.of(text) for span in words)


def _is_sentence(text: str, words: Sequence[Span]) -> bool:
    """Whether the words are a whole sentence, and no crosshead, caption or sign-off."""
    return len(words) >= _FEWEST and (len(words) >= _UNENDED or words[-1].of(text)[-1] in _ENDS)
