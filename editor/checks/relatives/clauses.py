"""What the readers of relative clauses ask: the verb that begins one, and words that open or report a clause."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words

COMMON = frozenset(["NN", "NNS"])
SAYING = words("said says told added explained insisted recalled argued")
ASKING = words("""say ask know see wonder explain understand describe add question tell show learn decide discuss think believe
    realize remember find hear guess discover reveal matter consider determine specify regardless imagine answer check is was""")
OPENING = words("""if when while because although though since as after before in on at for to with by from despite during without
    what where how whether unless once even until under of and but or so yet""")


def next_verb(tokens: Sequence[Token], at: int) -> int | None:
    """The finite verb that begins right at `at`, adverbs passed over; None where none does."""
    while at < len(tokens) and tokens[at].tag == "RB":
        at += 1
    return at if at < len(tokens) and tokens[at].tag in FINITE else None


def before_comma(tokens: Sequence[Token], at: int) -> int:
    """The word before `at`, a comma passed over."""
    return at - 2 if tokens[at - 1].text == "," else at - 1
