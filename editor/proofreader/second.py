"""A second look at what might stand in a doubted place: the sentence is read with it.

What a word's label says may not go with what its neighbour's says ("lesson" becomes "a lessons"), so such words are also mended one after
the other, each time read anew, as Omelianchuk et al. (2020) do with whole sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from editor.proofreader.doubts import Doubt, Opinion, one_label, surest
from editor.proofreader.labels import REPLACE
from editor.proofreader.words import spans_of
from editor.values import Span

Read = Callable[[tuple[str, ...]], Sequence[Opinion]]
"""What gives an opinion on the sentence's beginning and on each of its words; the same sentence may be asked for again."""

# From which probability of an error on a doubt is worth a second look.
_WRONG = 0.4
# Labels from this probability on need no second look, nor does a text beside which then nothing is wrong with more than that.
_LIKELY = 0.9
_RIGHT = 0.1
# What must read so much better than the first text: another of the doubt's, or one that was not among them.
_BETTER, _MUCH_BETTER = 0.1, 0.2
# How likely the label of such another text must be, and how many of them are read.
_POSSIBLE = 0.04
_OTHERS = 3
_ROUNDS = 3
AROUND = 2
"""How many words on either side must go with a text."""
# A sentence with more doubts whose labels are less likely is in another language, or no sentence; reading it again so often would take long.
_UNLIKELY = 0.4
_MOST = 3


def reconsidered(doubts: Iterable[Doubt], text: str, sentence: Span, least: float, read: Read) -> list[Doubt]:
    """The doubts about a sentence; where something beside the first text of one is doubted in turn, what reads better comes first.

    `least` is how likely wrong a word of the sentence must be to be doubted.
    """
    found = list(doubts)
    if sum(_unsure(each) and each.likely < _UNLIKELY for each in found) > _MOST:
        return found
    return [_reconsidered(each, text, sentence, least, read) if _unsure(each) else each for each in found]


def _unsure(doubt: Doubt) -> bool:
    return doubt.wrong >= _WRONG and doubt.likely < _LIKELY and bool(doubt.replacements)


def _reconsidered(doubt: Doubt, text: str, sentence: Span, least: float, read: Read) -> Doubt:
    worst = wrong_around(doubt, text, sentence, read)
    if worst < _RIGHT:
        return doubt
    better, best = worst, doubt
    for other in _others(doubt, text, sentence, least, read):
        asked = (
            _BETTER
            if other.replacements[0] in doubt.replacements and other.span == doubt.span
            else _MUCH_BETTER
        )
        cost = wrong_around(other, text, sentence, read) + asked
        if cost < better:
            better, best = cost, other
    if best is doubt:
        return doubt
    if best.span != doubt.span:
        return best._replace(wrong=doubt.wrong)
    texts = dict.fromkeys((*best.replacements, *doubt.replacements))
    return doubt._replace(replacements=tuple(texts), label=best.label)


def _others(doubt: Doubt, text: str, sentence: Span, least: float, read: Read) -> Iterator[Doubt]:
    """Other texts for the place, each a doubt of its own: the doubt's, what mends word after word, what one label alone makes there."""
    seen = {(doubt.span, doubt.replacements[0])}
    before, after = text[sentence.start : doubt.span.start], text[doubt.span.end : sentence.end]
    words = doubt.span.of(text)
    for new in (*doubt.replacements[1:], *_one_by_one(before, words, after, least, read)):
        if (doubt.span, new) not in seen and new != words:
            seen.add((doubt.span, new))
            yield doubt._replace(replacements=(new,), label=f"{REPLACE}{new.lower()}")
    spans = spans_of(text, sentence)
    opinions = read(tuple(span.of(text) for span in spans))
    alone = [
        each
        for each in one_label(text, spans, opinions, doubt.span, _POSSIBLE)
        if (each.span, each.replacements[0]) not in seen
    ]
    yield from sorted(alone, key=lambda each: -each.likely)[:_OTHERS]


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


def wrong_with(new: str, span: Span, text: str, sentence: Span, read: Read, around: int = 0) -> float:
    """How likely something is wrong at the span, 0 to 1, once `new` stands there in the sentence, or in so many words around it."""
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    return _wrong(before + new + after, Span(len(before), len(before) + len(new)), read, around)


def wrong_around(doubt: Doubt, text: str, sentence: Span, read: Read) -> float:
    """How likely something is wrong, 0 to 1, at the doubt's place or in the words around it once its first text stands there."""
    return wrong_with(doubt.replacements[0], doubt.span, text, sentence, read, AROUND)


def _wrong(sentence: str, span: Span, read: Read, around: int) -> float:
    """How likely one of the words in the span is wrong, or of the words around it."""
    spans, opinions = _read(sentence, read)
    inside = [
        at
        for at, each in enumerate(spans[: len(opinions) - 1])
        if each.end > span.start and each.start < max(span.end, span.start + 1)
    ]
    if not inside:
        return 0.0
    low = 0 if inside[0] == 0 else max(inside[0] - around, 0) + 1
    return max(opinion.wrong for opinion in opinions[low : inside[-1] + around + 2])
