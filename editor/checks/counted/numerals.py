"""Numbers above one that count what follows them: not years, sums of money, dates, scores or names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.times import MONTHS
from editor.text.words import words

_SPELT = words("""two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety""")
LARGE = words("hundred thousand million billion trillion dozen")
_NUMERAL = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|\d+\.\d+")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_SPELT_TWO = re.compile(
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty-(?:one|two|three|four|five|six|seven|eight|nine)"
)
# A number after these is a day: "post-Sept. 11", "pre-July 4".
_DATING = MONTHS - {"may", "march"}
_NAMED = NOUNS | {"$", "#", "POS", "SYM", ":"}
_DASHES = frozenset([":", "—", "–", "--"])
# After these a number is no count of its own: "a 3", "no. 3", "3 by 4".
_JOINING = words("a an no. nos. versus v vs to x by minus - /")
_LABELS = words("under over top highway route formula version channel")


def may_count(token: Token) -> bool:
    """Whether the word may be a number at all."""
    lower = token.lower
    return token.text[0].isdigit() or lower in _SPELT or lower in LARGE or "ty-" in lower


def above_one(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number above one stands at `at` that counts what follows it."""
    if tokens[at].lower in LARGE:
        return at > 0 and _several_large(tokens, at)
    return _is_numeral(tokens, at) and (at == 0 or _counts(tokens, at))


def _several_large(tokens: Sequence[Token], at: int) -> bool:
    """ "A hundred", "two million", "dozen": no sum of money."""
    before = tokens[at - 1]
    led = before.lower in ("a", "an", "few", "several", "half", "one") or before.tag == "CD"
    return (led or tokens[at].lower == "dozen") and not _money(tokens, at)


def _money(tokens: Sequence[Token], at: int) -> bool:
    return any(
        each.tag == "$" or "$" in each.text or each.text[:1] in "€£¥" for each in tokens[max(0, at - 2) : at]
    )


def _is_numeral(tokens: Sequence[Token], at: int) -> bool:
    """Whether a numeral above one stands at `at`, no year."""
    token = tokens[at]
    if token.lower in _SPELT or _SPELT_TWO.fullmatch(token.lower):
        return True
    text = token.text
    return bool(
        _NUMERAL.fullmatch(text)
        and text not in ("1", "1.0")
        and not _YEAR.fullmatch(text)
        and not text.startswith("0.")
        and (token.space or not at)
    )


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before the numeral at `at` lets it count what follows."""
    token, before = tokens[at], tokens[at - 1]
    earlier = tokens[at - 2] if at > 1 else None
    named = earlier.lower + "." if before.text == "." and earlier is not None else before.lower
    if named.rpartition("-")[2] in _DATING:
        # "the post-Sept. 11 world".
        return False
    if before.tag in _NAMED and before.text not in _DASHES:
        return False
    if before.tag == "CD" or before.lower in _JOINING:
        return before.lower == "to" and earlier is not None and earlier.tag.startswith("VB")
    if before.tag == "JJ" and before.lower in _LABELS:
        return False
    if before.tag == "JJ" and before.lower == "big":
        return True
    if before.lower in ("the", "this", "its", "each", "that") and token.text[0].isdigit():
        # "the 457 visa", "the 800 service": numbers that are names.
        return earlier is not None and earlier.lower == "of"
    if before.lower == "in" and earlier is not None and earlier.tag == "CD":
        return earlier.lower != "one" and len(token.text) < 4
    return not (before.text[:1].isupper() and earlier is not None)
