"""Puts errors into edited sentences, of the kinds and in the numbers in which writers made them in the gold.

The way of Rozovskaya and Roth, "Generating confusion sets for context-sensitive error correction" (2010), over all words: what
writers wrote for a word decides what is put in its place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from random import Random

from editor.proofreader.labels import (
    APPEND,
    DELETE,
    KEEP,
    REPLACE,
    appended,
    forms,
    label_for,
    made,
    other_number,
)
from editor.text import lexicon
from editor.text.words import words
from tools.proofreader.labelled import Labelled

_SWAPPED = ("in", "on", "at", "of", "to", "for", "with", "from", "by", "about")
_PREPOSITIONS = words("""in on at of to for with from by about into over under against between during after before since until
    through""")
_DETERMINERS = words("a an the this that his their its her")
_TAGS = ("VBD", "VBZ", "VBG", "VBN", "VB", "NNS", "NN", "JJ", "RB")
_ERRORS = (1, 1, 2, 2, 3)
_TRIES = 14
_CLEAN = 0.12


class Corruptor:
    """Learns from labelled sentences what is written for what, and does so to others."""

    def __init__(self, gold: Iterable[Labelled], random: Random) -> None:
        self._random = random
        self._instead: dict[str, Counter[str]] = defaultdict(Counter)
        self._left_out: Counter[str] = Counter()
        self._put_in: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for sentence in gold:
            self._learn(sentence)
        self._ways: tuple[tuple[Callable[[_Sentence, int], bool], float], ...] = (
            (self._replace, 0.50),
            (self._leave_out, 0.14),
            (self._put, 0.14),
            (self._inflect, 0.12),
            (self._count, 0.06),
            (self._swap, 0.04),
        )

    def __call__(self, right: Sequence[str]) -> Labelled:
        """The sentence with one to three errors, or now and then as it is."""
        sentence = _Sentence(list(right))
        if self._random.random() >= _CLEAN:
            left = self._random.choice(_ERRORS)
            ways, weights = zip(*self._ways, strict=True)
            for _ in range(_TRIES):
                at = self._random.randrange(1, len(sentence.words))
                if not left:
                    break
                if sentence.free(at):
                    left -= self._random.choices(ways, weights)[0](sentence, at)
        return Labelled(tuple(sentence.words), tuple(sentence.labels))

    def _learn(self, sentence: Labelled) -> None:
        for at, label in enumerate(sentence.labels):
            if at < 2 or label == KEEP:
                continue
            word = sentence.words[at - 1]
            put = appended(label)
            if put is not None:
                if " " not in put:
                    self._left_out[put] += 1
            elif label == DELETE:
                if not sentence.labels[at - 1].startswith(REPLACE):
                    after = sentence.words[at] if at < len(sentence.words) else "$"
                    self._put_in[_class(sentence.words[at - 2]), _class(after)][word.lower()] += 1
            else:
                right = made(label, word)
                if right and " " not in right:
                    self._instead[right if label in ("$CAP", "$LOW") else right.lower()][word] += 1

    def _replace(self, sentence: _Sentence, at: int) -> bool:
        known = [
            place
            for place in range(1, len(sentence.words))
            if sentence.free(place) and self._wrong(sentence.words[place])
        ]
        if not known:
            return False
        weights = [min(40, self._wrong(sentence.words[place]).total()) ** 0.5 for place in known]
        place = self._random.choices(known, weights)[0]
        right = sentence.words[place]
        wrong = self._pick(self._wrong(right))
        return wrong != right and sentence.change(place, wrong, label_for(wrong, right))

    def _wrong(self, right: str) -> Counter[str]:
        return self._instead.get(right) or self._instead.get(right.lower()) or Counter()

    def _leave_out(self, sentence: _Sentence, at: int) -> bool:
        known = [
            place
            for place in range(1, len(sentence.words))
            if sentence.words[place].lower() in self._left_out
            and sentence.free(place)
            and sentence.labels[place] == KEEP
        ]
        if not known:
            return False
        weights = [min(60, self._left_out[sentence.words[place].lower()]) ** 0.5 for place in known]
        sentence.remove(self._random.choices(known, weights)[0])
        return True

    def _put(self, sentence: _Sentence, at: int) -> bool:
        known = self._put_in.get((_class(sentence.words[at - 1]), _class(sentence.words[at])))
        if not known:
            return False
        word = self._pick(known)
        if word in (sentence.words[at].lower(), sentence.words[at - 1].lower()):
            return False
        sentence.insert(at, word)
        return True

    def _inflect(self, sentence: _Sentence, at: int) -> bool:
        right = sentence.words[at]
        others = list(forms(right).values()) if right.islower() else []
        if not others:
            return False
        wrong = self._random.choice(others)
        return sentence.change(at, wrong, label_for(wrong, right))

    def _count(self, sentence: _Sentence, at: int) -> bool:
        right = sentence.words[at]
        other = other_number(right) if right.islower() else None
        return other is not None and sentence.change(at, other[1], label_for(other[1], right))

    def _swap(self, sentence: _Sentence, at: int) -> bool:
        right = sentence.words[at].lower()
        wrong = self._random.choice(_SWAPPED)
        return right in _PREPOSITIONS and wrong != right and sentence.change(at, wrong, REPLACE + right)

    def _pick(self, counts: Counter[str]) -> str:
        return self._random.choices(list(counts), list(counts.values()))[0]


class _Sentence:
    """A sentence while errors are put in: its words, its labels, and the places that have one."""

    def __init__(self, right: list[str]) -> None:
        self.words = right
        self.labels = [KEEP] * (len(right) + 1)
        self._used: set[int] = set()

    def free(self, at: int) -> bool:
        """Whether neither the word nor its neighbours are wrong yet."""
        return not self._used & {at - 1, at, at + 1}

    def change(self, at: int, word: str, label: str) -> bool:
        self.words[at], self.labels[at + 1] = word, label
        self._used.add(at)
        return True

    def remove(self, at: int) -> None:
        word = self.words.pop(at)
        del self.labels[at + 1]
        self.labels[at] = APPEND + word.lower()
        self._used = {each if each < at else each - 1 for each in self._used} | {at - 1}

    def insert(self, at: int, word: str) -> None:
        self.words.insert(at, word)
        self.labels.insert(at + 1, DELETE)
        self._used = {each if each < at else each + 1 for each in self._used} | {at}


@lru_cache(maxsize=1 << 16)
def _class(word: str) -> str:
    """What a word is to its neighbours: a preposition itself, a determiner, a mark, a number, a name, or its likeliest tag."""
    lower = word.lower()
    if lower in _DETERMINERS:
        return "determiner"
    if lower in _PREPOSITIONS or not word[:1].isalnum():
        return lower
    if word[0].isdigit():
        return "number"
    if word[0].isupper():
        return "name"
    known = lexicon.tags(lower)
    return next((tag for tag in _TAGS if tag in known), "other")
