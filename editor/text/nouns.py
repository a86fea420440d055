"""Singular and plural of a noun as it is written, and where a noun ends its phrase."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import NOUNS

_JOINED = frozenset(["-", "–", "/", "'", "’", "&"])


def plural_of(token: Token, count: frozenset[str] = frozenset()) -> str | None:
    """The plural of a singular noun; None where the lexicon has no singular so written, or one form serves both.

    Nouns in `count` are taken for nouns whatever the lexicon says.
    """
    lower = token.lower
    tags = lexicon.tags(lower)
    if lower not in count and ("NN" not in tags or "NNS" in tags):
        return None
    many = lexicon.inflect(lower, "NNS") or _regular(lower)
    return None if many == lower else many


def _regular(lower: str) -> str:
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return lower + "es"
    return lower[:-1] + "ies" if lower.endswith("y") and lower[-2:-1] not in "aeiou" else lower + "s"


def singular_of(token: Token) -> str | None:
    """The singular of a plural noun; None where the lexicon knows none."""
    lemmas = lexicon.lemmas(token.lower, "NNS")
    return lemmas[0] if lemmas and lemmas[0] != token.lower else None


def closed(tokens: Sequence[Token], head: int) -> bool:
    """Whether the phrase is over after the noun at `head`: no noun, name, number or mark goes on with it."""
    if head + 1 >= len(tokens):
        return True
    after = tokens[head + 1]
    if after.tag in NOUNS | {"POS", "CD", "$", "SYM", "FW", "#"} or after.text in _JOINED:
        return False
    if after.text[:1].isalnum() and (not after.space or (after.text[:1].isupper() and after.text != "I")):
        return False
    following = tokens[head + 2] if head + 2 < len(tokens) else None
    if after.tag == "VBG" and (
        following is None
        or following.tag not in ("DT", "PRP$", "CD", "IN", "PRP", "RB", "JJ")
        or following.lower == "of"
    ):
        # "egg laying", "home building".
        return False
    if after.lower in ("next", "last"):
        return True
    if after.tag in ("JJ", "JJR", "VBG", "VBN", "JJS"):
        # "a police car stolen" ends with the car; "the oil rich north" does not end with the oil.
        return following is None or following.tag not in NOUNS
    if (
        after.tag == "VBZ"
        and after.lemma not in ("be", "have", "do")
        and (
            {"NNS"} & lexicon.tags(after.lower)
            or not lexicon.tags(after.lemma) & {"VB"}
            or after.lower == "dams"
        )
    ):
        # "space walks": the tagger took the noun for a verb.
        return False
    if after.tag == "VBD" and following is not None and following.tag == "NNS":
        return False
    if after.tag == "CC":
        return following is not None and following.tag in (
            "DT",
            "PRP",
            "PRP$",
            "VBD",
            "VBZ",
            "MD",
            "IN",
            "WRB",
            "RB",
        )
    if after.text == "," and following is not None:
        return following.tag not in ("JJ", "NN", "NNS", "VBN", "VBG")
    return True
