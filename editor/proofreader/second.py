"""A second look at what might stand in a doubted place: the sentence is read with it.

What a word's label says may not go with what its neighbour's says ("lesson" becomes "a lessons"), so such words are also mended one after
the other, each time read anew, as Omelianchuk et al. (2020) do with whole sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from editor.proofreader.doubts import Doubt, Opinion, surest
from editor.proofreader.labels import REPLACE
from editor.proofreader.words import spans_of
from editor.values import Span

Read = Callable[[tuple[str, ...]], Sequence[Opinion]]
"""What gives an opinion on the sentence's beginning and on each of its words; the same sentence may be asked for again."""

# From which probability of an error on a doubt is worth a second look.
_WRONG = 0.5
# Labels from this probability on need no second look, nor does a text that is then wrong with less than that, nor one hardly better.
_LIKELY = 0.4
_DOUBTED = 0.4
_BETTER = 0.2
_ROUNDS = 3
# A sentence with more unsure doubts is in another language, or no sentence; reading it again so often would take long.
_MOST = 3


def reconsidered(doubts: Iterable[Doubt], text: str, sentence: Span, least: float, read: Read) -> list[Doubt]:
    """The doubts about a sentence; where the first text of one is doubted in turn, and another is much less, that one comes first.

    `least` is how likely wrong a word of the sentence must be to be doubted.
    """
    found = list(doubts)
    if sum(map(_unsure, found)) > _MOST:
        return found
    return [_reconsidered(each, text, sentence, least, read) if _unsure(each) else each for each in found]


def _unsure(doubt: Doubt) -> bool:
    return doubt.wrong >= _WRONG and doubt.likely < _LIKELY and any(doubt.replacements)


def _reconsidered(doubt: Doubt, text: str, sentence: Span, least: float, read: Read) -> Doubt:
    before, after = text[sentence.start : doubt.span.start], text[doubt.span.end : sentence.end]

    def wrong(new: str) -> float:
        return wrong_with(new, doubt.span, text, sentence, read)

    first, *others = doubt.replacements
    worst = wrong(first)
    if worst < _DOUBTED:
        return doubt
    for new in _one_by_one(before, doubt.span.of(text), after, least, read):
        if new not in (*doubt.replacements, doubt.span.of(text)):
            others.append(new)
    better, best = min(((wrong(new), new) for new in others), default=(1.0, first))
    if better > worst - _BETTER:
        return doubt
    texts = dict.fromkeys((best, *doubt.replacements))
    return doubt._replace(replacements=tuple(texts), label=f"{REPLACE}{best.lower()}")


def _one_by_one(before: str, words: str, after: str, least: float, read: Read) -> Iterator[str]:
    """What stands there once one word after the other is mended, the surest first."""
    for _ in range(_ROUNDS):
        now = before + words + after
        spans, opinions = _read(now, read)
        doubt = surest(now, spans, opinions, least, Span(len(before), len(now) - len(after)))
        if doubt is None:
            break
        low, high = doubt.span.start - len(before), doubt.span.end - len(before)
        words = (words[:low] + doubt.replacements[0] + words[high:]).rstrip()
        yield words


def _read(sentence: str, read: Read) -> tuple[Sequence[Span], Sequence[Opinion]]:
    spans = spans_of(sentence, Span(0, len(sentence)))
    return spans, read(tuple(span.of(sentence) for span in spans))


def wrong_with(new: str, span: Span, text: str, sentence: Span, read: Read) -> float:
    """How likely something is wrong at the span, 0 to 1, once `new` stands there in the sentence."""
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    return _wrong(before + new + after, Span(len(before), len(before) + len(new)), read)


def _wrong(sentence: str, span: Span, read: Read) -> float:
    """How likely one of the words in the span is wrong."""
    spans, opinions = _read(sentence, read)
    touched = [
        opinion.wrong
        for each, opinion in zip(spans, opinions[1:], strict=False)
        if each.end > span.start and each.start < max(span.end, span.start + 1)
    ]
    return max(touched, default=0.0)
