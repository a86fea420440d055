"""What the network is given to learn from, sentence by sentence."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tools.proofreader.corrupt import Corruptor
from tools.proofreader.labelled import Labelled
from tools.proofreader.vary import partly_mended

GOLD, EDITED = "gold", "edited"
"""Where sentences come from: marked by an editor, or out of edited text, which is right."""

# Of what is gold: the shares that are right, and of the wrong ones those some of whose errors are mended.
_RIGHT, _MENDED = 0.18, 0.6
# The most that newer gold is of all gold drawn, and how many wrong sentences of it would make all of that newer.
_NEWER, _ALL_NEWER = 0.5, 24_000


class Pile:
    """Sentences drawn in turn, shuffled anew when all have been; those that are added come first."""

    def __init__(self, random: Random, sentences: Sequence[Labelled] = ()) -> None:
        self._random = random
        self._all: list[Labelled] = []
        self._next: list[Labelled] = []
        self.add(sentences)

    def __len__(self) -> int:
        return len(self._all)

    def add(self, sentences: Sequence[Labelled]) -> None:
        self._all += sentences
        self._next += self._random.sample(sentences, len(sentences))

    def draw(self) -> Labelled:
        """The next sentence. Raises IndexError where there is none at all."""
        if not self._next:
            self._next = self._random.sample(self._all, len(self._all))
        return self._next.pop()


class Gold:
    """Marked sentences, those with errors apart from the right ones."""

    def __init__(self, random: Random, sentences: Sequence[Labelled] = ()) -> None:
        self._random = random
        self.wrong, self.right = Pile(random), Pile(random)
        self.add(sentences)

    def add(self, sentences: Sequence[Labelled]) -> None:
        self.wrong.add([each for each in sentences if not each.clean])
        self.right.add([each for each in sentences if each.clean])

    def draw(self) -> Labelled:
        """A sentence, right or with some of its errors or all."""
        if len(self.right) and self._random.random() < _RIGHT:
            return self.right.draw()
        sentence = self.wrong.draw()
        return partly_mended(sentence, self._random) if self._random.random() < _MENDED else sentence


class Lessons:
    """What is drawn to learn from: gold, newer gold, and right sentences with errors put in anew."""

    def __init__(
        self, gold: Sequence[Labelled], edited: Sequence[Labelled], newer: Path | None, random: Random
    ) -> None:
        self._random = random
        self._older, self._newer = Gold(random, gold), Gold(random)
        self._edited = Pile(random, edited)
        self._corrupt = Corruptor(gold, random)
        self._folder, self._seen = newer, set[Path]()

    @property
    def newer(self) -> int:
        """How many newer sentences with errors there are by now."""
        return len(self._newer.wrong)

    def look(self) -> None:
        """Take in what has come into the folder of newer gold."""
        for path in sorted(self._folder.glob("*.jsonl")) if self._folder else ():
            if path not in self._seen:
                self._seen.add(path)
                self._newer.add(sentences_of(path)[GOLD])

    def draw(self, put_in: float) -> Labelled:
        """The next sentence; with a probability of `put_in` a right one with errors put in."""
        if self._random.random() < put_in:
            edited = len(self._edited) and self._random.random() < 0.5
            right = self._edited.draw() if edited else self._older.right.draw()
            return self._corrupt(right.words) if len(right.words) > 1 else right
        newer = self._random.random() < min(_NEWER, self.newer / _ALL_NEWER)
        return (self._newer if newer else self._older).draw()


def sentences_of(path: Path) -> dict[str, list[Labelled]]:
    """The sentences of a file by where they come from: marked ones ("gold") and "edited" ones, which are right."""
    found: dict[str, list[Labelled]] = {GOLD: [], EDITED: []}
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found[row["source"]].append(Labelled(tuple(row["words"]), tuple(row["labels"])))
    return found
