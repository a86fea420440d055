"""What the network thinks of a document: the places that it doubts, and how likely each word is wrong."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from editor.proofreader.doubts import Doubt, Opinion
from editor.proofreader.labels import appended
from editor.values import Span


class Place(NamedTuple):
    """A word, or the gap after it up to the next word's beginning, with the probability that something is wrong there."""

    start: int
    end: int
    wrong: float


class Reading:
    """The doubts about a document and its places, both in order and in the document's code points."""

    def __init__(self, doubts: Iterable[Doubt], places: Iterable[Place]) -> None:
        self.doubts = tuple(doubts)
        self._places = sorted(places)
        self._starts = [place.start for place in self._places]

    def wrong(self, span: Span) -> float | None:
        """The highest probability, 0 to 1, that something at the span is wrong; None where nothing there was read."""
        # A place reaches over one word and one gap: what touches the span begins shortly before it.
        first = max(0, bisect_left(self._starts, span.start) - 2)
        last = bisect_left(self._starts, max(span.end, span.start + 1))
        touching = [place.wrong for place in self._places[first:last] if place.end > span.start]
        return max(touching, default=None)


def places(words: Sequence[Span], opinions: Sequence[Opinion]) -> list[Place]:
    """The place of each opinion on a sentence's words; one that something is missing after a word reaches to the next."""
    found = []
    for at, opinion in enumerate(opinions):
        span = words[max(at - 1, 0)]
        missing = any(appended(label) is not None for label in opinion.changes()[:1])
        if at == 0:
            found.append(Place(span.start, span.start + 1, opinion.wrong))
        elif missing and at < len(words):
            found.append(Place(span.start, words[at].start + 1, opinion.wrong))
        else:
            found.append(Place(span.start, span.end, opinion.wrong))
    return found
