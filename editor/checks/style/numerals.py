"""Numbers in words and in figures."""

from __future__ import annotations

from decimal import Decimal

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_VALUES = {word: number for number, word in enumerate(SMALL)} | {
    word: 10 * number for number, word in enumerate(TENS, 2)
}


def in_words(number: int) -> str | None:
    """The number in words, None from 100 on: 42 is "forty-two"."""
    if not 0 <= number < 100:
        return None
    if number < 20:
        return SMALL[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{SMALL[ones]}" if ones else "")


def value(word: str) -> int | None:
    """The number that a word below 100 stands for, None where it is none."""
    lower = word.lower()
    if lower in _VALUES:
        return _VALUES[lower]
    tens, dash, ones = lower.partition("-")
    if dash and tens in TENS and 0 < _VALUES.get(ones, 0) < 10:
        return _VALUES[tens] + _VALUES[ones]
    return None


INDIAN = {"lakh": 100_000, "crore": 10_000_000, "lakh crore": 1_000_000_000_000}
"""What the units of South Asia stand for."""

_SCALES = ((1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"))


def times(number: str, factor: int) -> str | None:
    """A figure times a factor as news writes it: "340,000", "1.5 billion"; None below a million where it is no whole number."""
    product = Decimal(number.replace(",", "")) * factor
    for scale, name in _SCALES:
        if product >= scale:
            return f"{(product / scale).normalize():f} {name}"
    return f"{int(product):,}" if product == int(product) else None


def nth(number: int) -> str:
    """The number as an ordinal in figures: "21st"."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_SMALL_ORDINALS = {word: number for number, word in enumerate(ORDINALS, 1)} | {"twelfth": 12}


def ordinal_value(word: str) -> int | None:
    """The number that an ordinal below a hundredth stands for: "twenty-first" is 21; None where it is none."""
    tens, dash, last = word.lower().rpartition("-")
    if dash:
        ones = ordinal_value(last)
        return _VALUES[tens] + ones if tens in TENS and ones is not None and ones < 10 else None
    if last in _SMALL_ORDINALS:
        return _SMALL_ORDINALS[last]
    if last.endswith("ieth"):
        return value(last.removesuffix("ieth") + "y")
    return value(last.removesuffix("th")) if last.endswith("th") else None
