"""Times and manners that may part a verb from its object."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.phrases import Phrase
from editor.text.words import words

_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = words("january february march april may june july august september october november december")
TIMES = words(
    "week month year night summer winter spring autumn fall weekend morning afternoon evening season"
)
_ADVERBS = words("yesterday tomorrow immediately recently soon already today tonight again afterwards")
_UNITS = words("day week month year hour minute decade")
_SPANS = words("day days hour hours minute minutes time times decade decades")
_MANNERS = frozenset(
    tuple(each.split())
    for each in (
        "in detail", "in full", "in public", "in secret", "in vain", "for free", "in person", "by force", "by mistake",
        "in advance", "with care", "at once", "very much", "very well", "a lot",
    )
)  # fmt: skip


def past_circumstance(tokens: Sequence[Token], at: int) -> int | None:
    """Where a time or manner that begins at `at` ends; None where there is none."""
    if at + 2 >= len(tokens):
        return None
    one, two = tokens[at].lower, tokens[at + 1].lower
    if (one, two) in _MANNERS:
        return at + 2
    if one == "on" and two in _DAYS:
        return at + 2
    if one in ("in", "from", "since", "until", "by") and (two in _MONTHS or _year(two)):
        return at + (3 if _year(tokens[at + 2].lower) else 2)
    if one in ("last", "next", "this", "every") and (two in TIMES or two in _DAYS):
        return at + 2
    if one in _ADVERBS:
        return at + 1
    if one == "for" and tokens[at + 1].tag == "CD" and tokens[at + 2].lower.rstrip("s") in _UNITS:
        return at + 3
    return None


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def is_time(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase tells a time, and so is no object."""
    word = tokens[phrase.head].lower
    return word in TIMES or word.rstrip("s") in TIMES or word in _DAYS or word in _SPANS
