"""Each wrong preposition of a sentence, by where its head stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.frames.apart import piped, stranded
from editor.checks.frames.direct import direct
from editor.checks.frames.objects import after_object
from editor.checks.frames.phrases import ENDS, WEAK, circumstance
from editor.checks.frames.table import Frame, Lists
from editor.text.model import Token

_PREPOSITIONS = frozenset(
    ["of", "to", "for", "with", "on", "about", "from", "at", "by", "in", "into", "over", "against", "towards", "toward",
     "than", "as", "like", "upon", "among", "between", "off", "regarding", "back", "around", "after", "without", "through"]
)  # fmt: skip
_TAGS = frozenset(["IN", "TO", "RP", "VBG", "RB"])
_WH = frozenset(["which", "whom"])


def frames(tokens: Sequence[Token], lists: Lists) -> Iterator[Frame]:
    """The wrong prepositions of a tagged sentence."""
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if token.lower not in _PREPOSITIONS or token.tag not in _TAGS:
            continue
        frame = _frame(tokens, at, lists)
        if frame and not (token.lower in WEAK and circumstance(tokens, at, lists.adjuncts)):
            yield frame


def _frame(tokens: Sequence[Token], at: int, lists: Lists) -> Frame | None:
    if tokens[at + 1].lower in _WH:
        return piped(tokens, at, lists.table)
    if tokens[at + 1].tag in ENDS:
        return stranded(tokens, at, lists.table)
    return direct(tokens, at, lists) or after_object(tokens, at, lists)
