"""How a headline is written: like a sentence, or with a capital on every word."""

from __future__ import annotations

from collections.abc import Iterable

# Shorter words don't tell: in a headline with capitals many of them are small.
_SHORT = 3


def is_sentence_cased(words: Iterable[str]) -> bool:
    """Whether most of the longer words after the first begin with a small letter."""
    _, *others = [*words] or [""]
    long = [word for word in others if len(word) > _SHORT and word.isalpha()]
    return sum(map(str.islower, long)) * 2 > len(long)
