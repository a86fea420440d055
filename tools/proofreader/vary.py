"""The same sentence in ever other ways, so that a network can't learn a marked sentence by heart.

Some of its errors are mended; what is left tells what was wrong from what only stood there. Where all are, it is a right sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from random import Random

from editor.proofreader.labels import DELETE, KEEP, OTHER, SWAP, SWAPPED, appended, made
from tools.proofreader.labelled import Labelled


def partly_mended(sentence: Labelled, random: Random, share: float = 0.5) -> Labelled:
    """The sentence with each of its errors mended with a probability of `share`; one whose label names no correction stays."""
    mended: dict[int, list[str]] = {}
    for error in _errors(sentence.labels):
        if random.random() < share:
            mended |= _mended(sentence, error) or {}
    words: list[str] = []
    labels = [sentence.labels[0]]
    for place, word in enumerate(sentence.words, 1):
        stands = mended.get(place, [word])
        words += stands
        labels += [KEEP] * len(stands) if place in mended else [sentence.labels[place]]
    return Labelled(tuple(words), tuple(labels))


def _errors(labels: Sequence[str]) -> Iterator[list[int]]:
    """The places of each error: neighbouring words that are wrong are one."""
    for wrong, places in groupby(range(len(labels)), key=lambda place: labels[place] != KEEP):
        if wrong:
            yield list(places)


def _mended(sentence: Labelled, error: Sequence[int]) -> dict[int, list[str]] | None:
    """What stands at each place of an error once it is mended; None where a label doesn't tell."""
    right: dict[int, list[str]] = {}
    for place in error:
        label = sentence.labels[place]
        # How a sentence begins takes more than its label: a capital moves.
        if label == OTHER or not place or (place == 1 and label in (DELETE, SWAP)):
            return None
        word = sentence.words[place - 1]
        put = appended(label)
        if label == SWAP:
            if place + 1 not in error or sentence.labels[place + 1] != SWAPPED:
                return None
            right[place] = [sentence.words[place]]
        elif label == SWAPPED:
            if sentence.labels[place - 1] != SWAP:
                return None
            right[place] = [sentence.words[place - 2]]
        elif put is not None:
            right[place] = [word, *put.split()]
        else:
            new = made(label, word)
            if new is None:
                return None
            right[place] = new.split()
    return right
