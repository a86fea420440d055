"""The verbs that stand before a subject in a question, and the base form that is left behind it."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words

BE = words("is are was were")
AUXILIARIES = words(
    "is are was were has have had will would can could should may might must is n't isn't aren't wasn't weren't"
)
DO = {"do": "VBP", "does": "VBZ", "did": "VBD"}
_ALSO_BASES = words("open close end last")


def is_base(token: Token) -> bool:
    """Whether the word may be a verb's base form."""
    return token.lower in _ALSO_BASES or (
        "VB" in token.tags and token.tag not in ("RB", "RP", "IN", "JJ") and token.lower not in DO
    )


def like_do(token: Token, base: Token) -> str | None:
    """The base verb in the form of "do", "does" or "did"."""
    tag = DO[token.lower]
    return base.lower if tag == "VBP" else lexicon.inflect(base.lower, tag)


def after_have(tokens: Sequence[Token], at: int) -> bool:
    """Whether "have" stands before the participle at `at`, adverbs passed over."""
    before = at - 1
    while before >= 0 and tokens[before].tag == "RB":
        before -= 1
    return before >= 0 and tokens[before].lower in words("has have had 've")
