"""Whole numbers as news copy writes them, in words or figures."""

from __future__ import annotations

import re

from editor.checks.style.numerals import SMALL, TENS, in_words

_VALUES = {word: value for value, word in enumerate(SMALL)} | {
    word: 20 + 10 * place for place, word in enumerate(TENS)
}
_UNDER_TEN = "|".join(SMALL[1:10])
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{'|'.join(TENS)})(?:-(?:{_UNDER_TEN}))?|{'|'.join(sorted(SMALL[1:], key=len, reverse=True))})"
"""A pattern for a whole number, without groups; to be used with re.IGNORECASE."""
COUNT = rf"(?<![\w.,$€£¥-]){NUMBER}(?![\w%]|[.,]\d|-\w| ?(?:%|percent|per cent|million|billion|thousand|years?|months?|days?|hours?|points?|times)\b)"
"""A pattern for a number that counts people or things: no sum, share or length of time."""


def value(text: str) -> int | None:
    """The number that a text writes; None where it is none."""
    lower = text.lower()
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+", lower):
        return int(lower.replace(",", ""))
    parts = [_VALUES.get(part) for part in lower.split("-")]
    if not parts or len(parts) > 2 or any(part is None for part in parts):
        return None
    return sum(part for part in parts if part is not None)


def is_year(text: str) -> bool:
    """Whether the figures may name a year of our time or of the two centuries before."""
    return re.fullmatch(r"(?:1[89]|20)\d\d", text) is not None


def turned_round(one: int, two: int) -> bool:
    """Whether two numbers of two figures or more have the same figures in another order."""
    return one > 9 and one != two and sorted(str(one)) == sorted(str(two))


def written(number: int, like: str) -> str:
    """The number as `like` writes numbers: in words (up to 99) or in figures, with a capital where it has one."""
    text = in_words(number)
    if like[0].isdigit() or text is None:
        return f"{number:,}" if number > 9999 or "," in like else str(number)
    return text.capitalize() if like[0].isupper() else text
