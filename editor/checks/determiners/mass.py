""" "A" and "an" before nouns that are not counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.determiners.phrases import AMOUNTS, capitalised, closes
from editor.checks.registry import Hit
from editor.story import Line
from editor.text.model import Token
from editor.text.persons import person
from editor.text.tagset import NOUNS
from editor.text.words import words
from editor.values import Span

# "A working knowledge of", "a wealth of": counted so.
# What may part an uncounted noun's article from it and leave it counted: "a second information", "a working knowledge of".
_MASS_OF = words("knowledge wealth music publicity")
_PIECES = {
    "advice": "a piece of advice",
    "evidence": "a piece of evidence",
    "information": "a piece of information",
    "news": "a piece of news",
    "furniture": "a piece of furniture",
    "equipment": "a piece of equipment",
    "luggage": "a piece of luggage",
    "baggage": "a piece of baggage",
    "legislation": "a piece of legislation",
    "research": "a piece of research",
    "software": "a piece of software",
    "police": "a police officer",
}
_JOINING = frozenset(["and", "or", "/", "-", "–", "'", "&"])


def before_mass(line: Line, uncounted: frozenset[str]) -> Iterator[Hit]:
    """Each "a" and "an" before an uncounted noun, left out or with "a piece of"."""
    spoken = {each.lower for each in line.words}
    if spoken.isdisjoint(("a", "an")) or spoken.isdisjoint(uncounted):
        return
    tokens = line.tagged
    for at, token in enumerate(tokens):
        if token.lower not in ("a", "an") or token.tag != "DT":
            continue
        if at and tokens[at - 1].lower in ("many", "what", "à"):
            continue
        head = _mass_head(tokens, at, uncounted)
        if head is None:
            continue
        noun = tokens[head]
        rights = [line.text[tokens[at + 1].start : noun.end]]
        if head == at + 1 and noun.lower in _PIECES:
            rights.append(_PIECES[noun.lower])
        yield Hit(
            Span(token.start, noun.end),
            tuple(map(capitalised, rights) if at == 0 else rights),
            f"'{noun.lower}' is not counted: no '{token.lower}'.",
        )


def _mass_head(tokens: Sequence[Token], at: int, uncounted: frozenset[str]) -> int | None:
    """Where the uncounted noun stands that the article at `at` would go with; None unless it is sure."""
    # A longer phrase may have another head: "a grid of steel", "gave a scientist permission".
    for head in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[head]
        if token.lower in uncounted and token.text.islower():
            if any(each.tag == "NN" and person(each.lower) for each in tokens[at + 1 : head]):
                return None
            after = tokens[head + 1] if head + 1 < len(tokens) else None
            if after is None or _another_joined(tokens, head):
                return head
            if _joined(token, after):
                return None
            if after.lower in uncounted and after.tag in NOUNS:
                continue
            return head if closes(tokens, head) else None
        if token.tag not in ("JJ", "NN", "VBG", "VBN") or token.lower in AMOUNTS or not token.space:
            return None
        if head > at + 1 and tokens[head - 1].tag == "NN" and token.tag in ("VBG", "VBN"):
            return None
    return None


def _another_joined(tokens: Sequence[Token], head: int) -> bool:
    """Whether "and" joins another whole phrase: "an advice and a map"."""
    return (
        tokens[head + 1].lower in ("and", "or")
        and head + 2 < len(tokens)
        and tokens[head + 2].tag in ("DT", "CD", "PRP$")
    )


def _joined(noun: Token, after: Token) -> bool:
    """Whether the article may be another word's: "an information and news service"; or "of" makes the noun counted."""
    return (
        (after.lower == "of" and noun.lower in _MASS_OF)
        or after.lower in _JOINING
        or (not after.space and after.text[:1].isalnum())
    )
