"""Subjects that are clauses of -ing with an object: "Replacing them has proved slow"."""

from __future__ import annotations

from editor.text.subjects.noun_phrases import CONJUNCTIONS, Phrases
from editor.text.tagset import FINITE
from editor.text.words import words

# Prepositions, or the passive of the clause.
_NO_GERUNDS = words("being including following regarding concerning according")


def gerund(sentence: Phrases, start: int) -> int | None:
    """The finite verb after a clause of -ing with its object that begins at `start`, or None."""
    tokens = sentence.tokens
    token = tokens[start]
    if token.tag != "VBG" or start + 2 >= len(tokens) or token.lower in _NO_GERUNDS:
        return None
    if start != sentence.first and tokens[start - 1].lower not in ("that", "because", "whether"):
        return None
    inner = sentence.phrase(start + 1)
    if inner is None or not (inner.determined or tokens[inner.head].tag == "PRP"):
        return None
    at = inner.end
    while at < len(tokens) and tokens[at].tag == "IN" and tokens[at].lower not in CONJUNCTIONS:
        more = sentence.phrase(at + 1)
        if more is None:
            return None
        at = more.end
    return at if at < len(tokens) and tokens[at].tag in FINITE else None
