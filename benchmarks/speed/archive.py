"""Any number of stories that differ from each other, made from the project's own."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.quality.gold import read_stories

_ROOT = Path(__file__).resolve().parents[2]
_OPEN = _ROOT / "benchmarks" / "quality" / "stories" / "open"
_NUMBER = re.compile(r"\d+")
_PARAGRAPH = re.compile(r"\n\s*\n")
_END = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z“\"])")
_LENGTH = 2250
"""Characters of a story at least, about 370 words: the usual length of a wire story."""


def stories(count: int, seed: int = 6) -> Iterator[str]:
    """Stories of the same kind of prose and errors as the gold drafts; the same for the same seed.

    Each is made of paragraphs of several drafts, in which every sentence has a number that no other sentence has:
    nothing that a checker remembers of one serves for another.
    """
    chance = random.Random(seed)
    paragraphs = [
        " ".join(part.split())
        for story in read_stories(_OPEN)
        for part in _PARAGRAPH.split(story.draft)
        if len(part) > 60
    ]
    serial = 0
    for _ in range(count):
        text = ""
        while len(text) < _LENGTH:
            words = _NUMBER.sub(lambda match: _like(match[0], chance), chance.choice(paragraphs))
            ends = _END.split(words)
            serial += len(ends)
            text += " ".join(_numbered(each, serial + 10_000 - n) for n, each in enumerate(ends)) + "\n\n"
        yield text


def write(folder: Path, count: int, seed: int = 6) -> tuple[list[Path], int]:
    """Write so many stories into the folder: their paths and their bytes together."""
    folder.mkdir(parents=True, exist_ok=True)
    paths, size = [], 0
    for number, text in enumerate(stories(count, seed)):
        path = folder / f"{number:05}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
        size += len(text.encode())
    return paths, size


def _numbered(sentence: str, number: int) -> str:
    """The sentence with "(item 12345)" after its first words, as agencies number what they list."""
    first, space, rest = sentence.partition(" ")
    second, gap, rest = rest.partition(" ")
    return f"{first}{space}{second} (item {number}){gap}{rest}"


def _like(number: str, chance: random.Random) -> str:
    """Another number of as many digits; years and small ones stay, so that dates stay dates."""
    if len(number) < 2 or len(number) == 4 or (len(number) == 2 and int(number) <= 31):
        return number
    return str(chance.randrange(10 ** (len(number) - 1), 10 ** len(number)))
