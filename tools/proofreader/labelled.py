"""Sentences with a label a word: from gold marks, as the network is taught to see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from benchmarks.quality.gold import Gold, Story
from editor.proofreader.labels import APPEND, DELETE, KEEP, REPLACE, SWAP, SWAPPED, label_for
from editor.proofreader.words import spans_of
from editor.text.sentences import split
from editor.values import Span

_LONGEST = 90


class Labelled(NamedTuple):
    """The words of a sentence, and one label more than words: the first is of the sentence's beginning."""

    words: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing is wrong in it."""
        return all(label == KEEP for label in self.labels)


def all_right(words: Sequence[str]) -> Labelled:
    """The sentence of these words, none of which is wrong."""
    return Labelled(tuple(words), (KEEP,) * (len(words) + 1))


def labelled(story: Story) -> Iterator[Labelled]:
    """The sentences of a story with what its gold marks say of each word.

    A sentence with an error is followed by the same sentence corrected. Sentences are left out whose errors name no correction, reach over
    their ends, or lie in what another sentence says.
    """
    golds = [gold for gold in story.golds if gold.rights and gold.family != "consistency"]
    for sentence in split(story.draft):
        inside = [gold for gold in golds if sentence.start <= gold.start and gold.end <= sentence.end]
        if any(_crosses(gold, sentence) for gold in story.golds if gold not in inside):
            continue
        words = spans_of(story.draft, sentence)
        labels = _labels(story.draft, words, inside)
        if labels is None or not 3 <= len(words) <= _LONGEST:
            continue
        yield Labelled(tuple(span.of(story.draft) for span in words), tuple(labels))
        if inside:
            right = _corrected(story.draft, sentence, inside)
            clean = [span.of(right) for span in spans_of(right, Span(0, len(right)))]
            yield all_right(clean)


def _crosses(gold: Gold, sentence: Span) -> bool:
    return gold.start < sentence.end and gold.end > sentence.start


def _corrected(text: str, sentence: Span, golds: Sequence[Gold]) -> str:
    right, at = "", sentence.start
    for gold in sorted(golds, key=lambda each: each.start):
        right += text[at : gold.start] + gold.rights[0]
        at = gold.end
    return right + text[at : sentence.end]


def _labels(text: str, words: Sequence[Span], golds: Sequence[Gold]) -> list[str] | None:
    """The label of the beginning and of each word; None where a correction can't be told by words."""
    labels = [KEEP] * (len(words) + 1)
    for gold in golds:
        touched = [at for at, span in enumerate(words) if span.start < gold.end and span.end > gold.start]
        if not touched:
            # The label stands at the word after which something is missing.
            before = sum(span.end <= gold.start for span in words)
            added = _words(gold.rights[0])
            if not added:
                return None
            labels[before] = APPEND + " ".join(added).lower()
            continue
        low, high = words[touched[0]].start, words[touched[-1]].end
        wrong = [words[at].of(text) for at in touched]
        right = _words(text[low : gold.start] + gold.rights[0] + text[gold.end : high])
        while wrong and right and wrong[0] == right[0]:
            wrong, right, touched = wrong[1:], right[1:], [*touched[1:], touched[-1] + 1]
        while wrong and right and wrong[-1] == right[-1]:
            wrong, right = wrong[:-1], right[:-1]
        first = touched[0]
        if not wrong and right:
            labels[first] = APPEND + " ".join(right).lower()
        elif moved := _moved([each.lower() for each in wrong], [each.lower() for each in right]):
            for at, label in moved.items():
                labels[first + 1 + at] = label
        elif len(wrong) == len(right):
            for at, (old, new) in enumerate(zip(wrong, right, strict=True), first):
                if old != new:
                    labels[at + 1] = label_for(old, new)
        elif not right:
            labels[first + 1 : first + 1 + len(wrong)] = [DELETE] * len(wrong)
        else:
            read = " ".join(right)
            kept = label_for(wrong[-1], read)
            if len(wrong) == 1 or (len(right) == 1 and kept != REPLACE + read.lower()):
                # "will hold" becomes "holds": the last word stays, in another form.
                labels[first + 1 : first + 1 + len(wrong)] = [*[DELETE] * (len(wrong) - 1), kept]
            else:
                labels[first + 1 : first + 1 + len(wrong)] = [
                    REPLACE + read.lower(),
                    *[DELETE] * (len(wrong) - 1),
                ]
    return labels


def _moved(wrong: Sequence[str], right: Sequence[str]) -> dict[int, str]:
    """The labels where words only change places, by their place in `wrong`: two words, or one that goes to the other end."""
    if len(wrong) < 2 or sorted(wrong) != sorted(right):
        return {}
    last = len(wrong) - 1
    if len(wrong) == 2:
        return {0: SWAP, 1: SWAPPED}
    if [*wrong[1:], wrong[0]] == list(right):
        return {0: DELETE, last: APPEND + wrong[0]}
    if [wrong[-1], *wrong[:-1]] == list(right):
        return {-1: APPEND + wrong[-1], last: DELETE}
    return {}


def _words(text: str) -> list[str]:
    return [span.of(text) for span in spans_of(text, Span(0, len(text)))]
