"""How likely something is wrong at a place of a document once another text stands there, kept between runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from typing import TYPE_CHECKING

from editor.documents.model import Document
from editor.proofreader.second import AROUND, Read, wrong_with
from editor.proofreader.sentences import Sentence, Sentences, is_read
from editor.proofreader.words import spans_of
from editor.stamps import digest
from editor.values import Span

if TYPE_CHECKING:
    from editor.cache import Cache


class Costs:
    """Reads a document's sentences with other texts in them; `reader` gives what reads a sentence."""

    def __init__(self, document: Document, reader: Callable[[Sentence], Read], kept: Cache | None) -> None:
        self._document = document
        self._text = document.text
        self._reader = reader
        self._cache = kept
        self._is_read = cache(self._is_sentence)

    @cached_property
    def _sentences(self) -> Sentences:
        # Most documents have nothing that is read again.
        return Sentences(self._document)

    def at(self, span: Span, new: str) -> float | None:
        """How likely something is wrong at the span, 0 to 1, once `new` stands there; None outside of what is read."""
        return self._cost(span, new, 0)

    def around(self, span: Span, new: str) -> float | None:
        """The same with the words around the span."""
        return self._cost(span, new, AROUND)

    def _cost(self, span: Span, new: str, around: int) -> float | None:
        sentence = self._sentences.around(span)
        if sentence is None or not self._is_read(sentence):
            return None
        key = self._key(sentence, span, new, around)
        kept = self._cache.get(key) if self._cache is not None else None
        if isinstance(kept, float):
            return kept
        cost = wrong_with(new, span, self._text, sentence.span, self._reader(sentence), around)
        if self._cache is not None:
            self._cache.put(key, cost)
        return cost

    def _is_sentence(self, sentence: Sentence) -> bool:
        return is_read(self._text, spans_of(self._text, sentence.span), headline=sentence.headline)

    def _key(self, sentence: Sentence, span: Span, new: str, around: int) -> str:
        from editor.cache import program

        start = sentence.span.start
        place = (span.start - start, span.end - start, around)
        return digest(
            "proofreader cost", program(), sentence.headline, sentence.span.of(self._text), place, new
        )
