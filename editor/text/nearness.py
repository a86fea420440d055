"""How unlike two spellings are, and the words that lie one or two slips from a spelling."""

from __future__ import annotations

import string
from collections.abc import Iterator

_VOWELS = frozenset("aeiouy")
_FIRST_VOWEL = 0.9


def distance(word: str, other: str) -> float:
    """How unlike two words are: the cheapest way of typing errors from one to the other.

    A swap of neighbours costs 0.6, a letter doubled or not doubled 0.5, a vowel for a vowel 0.7, any
    other letter added, left out or replaced 1, and 2 at the first place, where people rarely err but in a vowel, 0.9.
    """
    rows, columns = len(word) + 1, len(other) + 1
    table = [[0.0] * columns for _ in range(rows)]
    for i in range(1, rows):
        table[i][0] = table[i - 1][0] + (2.0 if i == 1 else 1.0)
    for j in range(1, columns):
        table[0][j] = table[0][j - 1] + (2.0 if j == 1 else 1.0)
    for i in range(1, rows):
        a = word[i - 1]
        for j in range(1, columns):
            b = other[j - 1]
            if a == b:
                change = 0.0
            elif a in _VOWELS and b in _VOWELS:
                change = 0.7 if min(i, j) > 1 else _FIRST_VOWEL
            elif i == 1 or j == 1:
                change = 2.0
            else:
                change = 1.0
            out = 0.5 if i > 1 and word[i - 2] == a else 1.0
            new = 0.5 if j > 1 and other[j - 2] == b else 1.0
            best = min(table[i - 1][j - 1] + change, table[i - 1][j] + out, table[i][j - 1] + new)
            if i > 1 and j > 1 and a == other[j - 2] and word[i - 2] == b:
                best = min(best, table[i - 2][j - 2] + 0.6)
            table[i][j] = best
    return round(table[-1][-1], 3)


def one_slip(word: str) -> Iterator[str]:
    """Every string of letters one slip away, the first letter kept, another vowel or swapped with the second."""
    if word[:1] in _VOWELS:
        for vowel in "aeiou":
            if vowel != word[0]:
                yield vowel + word[1:]
    for at in range(1, len(word)):
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        yield word[:at] + word[at + 1 :]
        for letter in string.ascii_lowercase:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]
    for letter in string.ascii_lowercase:
        yield word + letter


def small_slip(word: str) -> Iterator[str]:
    """The strings that differ by a doubled letter, a vowel or a swap of neighbours."""
    for at in range(2, len(word)):
        # "Seperatly": a vowel is left out.
        for vowel in "aeio":
            yield word[:at] + vowel + word[at:]
    for at in range(1, len(word)):
        before, letter = word[at - 1], word[at]
        if before == letter:
            yield word[:at] + word[at + 1 :]
        else:
            yield word[:at] + letter + word[at:]
            if at > 1:
                yield word[: at - 1] + letter + before + word[at + 1 :]
        if letter in _VOWELS:
            for vowel in "aeiou":
                if vowel != letter:
                    yield word[:at] + vowel + word[at + 1 :]
