"""Where a subject begins its clause."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.verbs.steps import before_adverbs
from editor.text.model import Token
from editor.text.tagset import NOUNS


def opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb's subject begins its clause, so that no object of it can stand before: "the organ is", not "the man they have"."""
    back = before_adverbs(tokens, at - 1)
    if back < 0 or tokens[back].tag not in NOUNS | {"PRP", "CD"}:
        return False
    head = back
    while (
        back > 0
        and tokens[back - 1].tag in ("DT", "JJ", "NN", "NNP", "CD", "PRP$", "POS", "JJR")
        and head - back < 6
    ):
        if tokens[back].tag in ("DT", "PRP$", "PRP"):
            break
        back -= 1
    if back == 0:
        return True
    before = tokens[back - 1]
    return (
        before.text in (",", ";", '"', "“")
        or before.lower in ("said", "says", "and", "but", "because")
        or (before.lower == "that" and back > 1 and tokens[back - 2].tag in ("VBD", "VBZ", "VBP"))
    )
