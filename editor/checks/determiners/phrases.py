"""What the checks of articles ask of a phrase: words that stand for amounts, and whether it is over after its noun."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.words import words

# Words with a form alike for both numbers, or that stand for an amount, after which a plural may come.
AMOUNTS = words("""few many lot lots dozen hundred thousand million billion trillion couple record total further good great whopping staggering mere full
    minimum maximum estimated additional average half quarter third several half-dozen little bit""")
_JOINED = frozenset(["-", "–", "/", "'", "’", "&"])
_GOES_ON = NOUNS | {"POS", "CD", "JJ", "VBG", "CC", "$", "JJR", "SYM", "FW"}


def closes(tokens: Sequence[Token], head: int) -> bool:
    """Whether a phrase is over after the noun at `head`."""
    if head + 1 >= len(tokens):
        return True
    after = tokens[head + 1]
    if after.lower == "mine":
        # "A copper mine": a noun here, whatever the tag.
        return False
    if after.tag in _GOES_ON or after.text in _JOINED:
        return False
    if not after.space and after.text[:1].isalnum():
        return False
    following = tokens[head + 2].tag if head + 2 < len(tokens) else ""
    if after.tag in ("VBN", "VBD") and following in NOUNS:
        return False
    return not (after.text == "," and following in ("JJ", "NNS", "NN", "VBN"))


def capitalised(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
