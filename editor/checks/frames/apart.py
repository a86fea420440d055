"""A preposition apart from its object: before "which", or stranded at the end of its clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from editor.checks.frames.heads import keys
from editor.checks.frames.phrases import ENDS, INSIDE, OPENERS, WEAK
from editor.checks.frames.table import Frame, row
from editor.text.model import Token
from editor.text.tagset import NOUNS

# What may be dropped at the end of a clause, being no particle.
_STRANDED = frozenset(["of", "about", "with", "for", "from", "at", "against", "to", "into"])
_STOPS = ENDS | {"IN", "TO", "CC", "WDT", "WP"}


def piped(tokens: Sequence[Token], at: int, table: Mapping[str, str]) -> Frame | None:
    """The preposition stands before "which" or "whom", its head at the end of the clause: "the river of which they depend"."""
    if (
        at + 2 >= len(tokens)
        or tokens[at + 2].tag not in (*INSIDE, "PRP")
        or tokens[at - 1].tag not in NOUNS
        or tokens[at].lower in WEAK
    ):
        # "A recording in which the broker laughs": that is where.
        return None
    head = 0
    for here in range(at + 2, min(len(tokens), at + 10)):
        tag = tokens[here].tag
        if tag in _STOPS:
            break
        if tag.startswith("VB") or tag == "JJ":
            head = here
    if not head or head + 1 >= len(tokens) or tokens[head + 1].tag in OPENERS:
        return None
    found = row(table, keys(tokens, head), tokens[at].lower)
    if not found or found.right == ("",) or tokens[head + 1].lower in found.right:
        return None
    return Frame(at, at + 1, found.right, tokens[head], found.kind)


def stranded(tokens: Sequence[Token], at: int, table: Mapping[str, str]) -> Frame | None:
    """The preposition stands last, its object before: "what they are worried for."."""
    if tokens[at].lower not in _STRANDED:
        return None
    names = [name for name in keys(tokens, at - 1) if name.startswith(("verb", "adjective"))]
    found = row(table, names, tokens[at].lower)
    return Frame(at, at + 1, found.right, tokens[at - 1], found.kind) if found else None
