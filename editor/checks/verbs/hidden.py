"""Verbs in -s that were taken for nouns: "the same court rules that"."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text import lexicon
from editor.text.model import Token

_LEADS = frozenset(["IN", "DT", "PRP$", "CD", "RB", "RP", "TO", "NNS", "$"])


def hidden_verb(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where in a clause without a finite verb one in -s was taken for a noun: "the same court rules that"; -1 where nowhere."""
    if any(each.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for each in tokens[start:end]):
        return -1
    for at in range(start + 2, min(end, len(tokens) - 1)):
        token, before, after = tokens[at], tokens[at - 1], tokens[at + 1]
        if (
            token.tag == "NNS"
            and "VBZ" in token.tags
            and token.text.islower()
            and before.tag == "NN"
            and (after.tag in _LEADS or after.lower == "that")
            and after.lower not in ("of", "for", "and")
            and any(
                each.lower in ("the", "a", "an", "its", "his", "her", "their", "this", "'s")
                for each in tokens[max(start, at - 4) : at - 1]
            )
        ):
            return at
    return -1


def hidden_base(token: Token) -> str:
    """The bare form of a verb in -s that was taken for a noun; the word itself where the lexicon knows none."""
    return next(iter(lexicon.lemmas(token.lower, "VBZ")), token.lower)
