"""The noun phrase around a place in a tagged sentence, and the phrase that a preposition governs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.text.gerunds import takes_object
from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.words import words

INSIDE = frozenset(
    ["DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "PDT", "VBN", "VBG", "#"]
)
DETERMINERS = frozenset(["DT", "PRP$", "PDT"])
ROUGHLY = words("about nearly almost roughly some around over only exactly just")
PARTS = words(
    "half third quarter fifth sixth seventh eighth ninth tenth dozen two-thirds one-third three-quarters one-fifth"
)
AMOUNTS = words("more less much most little")
DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
# "Two of the", "half of the", "a number of": what follows is meant.
_PARTITIVES = words("""half third quarter fifth tenth majority minority part portion share number dozens hundreds thousands millions lot rest
    most all some many few none several each one any group series kind type sort % percent pct fraction bulk""")


class Phrase(NamedTuple):
    """A noun phrase: the tokens from `start` up to `end`; `head` is its last noun, pronoun or number."""

    start: int
    end: int
    head: int


def phrase(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The simple noun phrase that begins at `at`, None where there is none."""
    if at < len(tokens) and tokens[at].tag == "PRP":
        return Phrase(at, at + 1, at)
    end, head = at, -1
    while end < len(tokens) and end - at < 9:
        token = tokens[end]
        if token.tag in DETERMINERS and head >= 0 and tokens[end - 1].tag != "POS":
            break
        if (
            head >= 0
            and token.lower in DAYS
            and end + 1 < len(tokens)
            and tokens[end + 1].tag in ("IN", "TO")
        ):
            break
        if head < 0 and token.tag == "RB" and _modifies(tokens, end):
            end += 1
            continue
        if token.tag not in INSIDE and not (head < 0 and token.lower in ROUGHLY):
            if (
                (
                    token.lower in ("than", "least", "most", "up")
                    or (token.lower == "to" and end > at and tokens[end - 1].lower == "up")
                )
                and head < 0
                and end + 1 < len(tokens)
                and tokens[end + 1].tag in ("CD", "$")
            ):
                end += 1
                continue
            if (
                token.lower in ("more", "at", "less", "as")
                and head < 0
                and end + 2 < len(tokens)
                and tokens[end + 2].tag in ("CD", "$")
            ):
                end += 1
                continue
            break
        if token.tag in ("VBN", "VBG") and (
            end + 1 >= len(tokens)
            or tokens[end + 1].tag not in (*NOUNS, "JJ")
            or (head >= 0 and tokens[end - 1].tag not in ("POS", "CD"))
        ):
            break
        if (
            token.tag in NOUNS
            or token.tag == "CD"
            or token.lower in PARTS
            or token.lower in ("this", "that", "these", "those", "both", "all", "some", "many")
            or (
                head < 0
                and token.lower in AMOUNTS
                and end + 1 < len(tokens)
                and tokens[end + 1].tag == "IN"
                and tokens[end + 1].lower != "than"
            )
        ):
            head = end
        end += 1
    if head < 0 and end > at + 1 and tokens[end - 1].tag in ("JJ", "VBG") and tokens[at].tag in DETERMINERS:
        head = end - 1
    if head < 0:
        return None
    if end > head + 1 and tokens[end - 1].tag in ("JJ", "RB"):
        end = head + 1
    return Phrase(at, end, head)


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether the adverb at `at` belongs to an adjective or a participle in front of a noun: "unusually warm weather"."""
    return (
        at + 2 < len(tokens)
        and tokens[at].lower.endswith("ly")
        and tokens[at + 1].tag in ("JJ", "VBN", "VBG")
        and tokens[at + 2].tag in (*NOUNS, "JJ")
    )


def governed_phrase(tokens: Sequence[Token], at: int) -> Phrase | None:
    """What stands after the preposition at `at`: a noun phrase or a form in -ing."""
    here = at + 1
    if tokens[at].lower == "to" and tokens[here].tag == "VB":
        return None
    if (
        here + 2 < len(tokens)
        and tokens[here].tag == "JJ" == tokens[here + 2].tag
        and tokens[here + 1].lower == "and"
    ):
        return Phrase(here, here + 3, here + 2)
    if tokens[here].tag == "RB" and here + 1 < len(tokens) and tokens[here + 1].tag == "VBG":
        here += 1
    if takes_object(tokens, here):
        return Phrase(here, here + 1, here)
    if tokens[here].tag == "VBG":
        after = tokens[here + 1].tag if here + 1 < len(tokens) else "."
        if after not in (*NOUNS, "JJ") or "JJ" not in tokens[here].tags:
            return Phrase(here, here + 1, here)
    found = phrase(tokens, here)
    return meant(tokens, found) if found is not None else None


def meant(tokens: Sequence[Token], found: Phrase) -> Phrase:
    """The phrase with what "two of", "a number of" count as its head."""
    word = tokens[found.head].lower
    counts = word in _PARTITIVES or tokens[found.head].tag == "CD"
    if not counts or found.end + 1 >= len(tokens) or tokens[found.end].lower != "of":
        return found
    inner = phrase(tokens, found.end + 1)
    return Phrase(found.start, inner.end, inner.head) if inner is not None else found


def past_adverbs(tokens: Sequence[Token], at: int) -> int:
    while (
        at < len(tokens)
        and (tokens[at].tag in ("RB", "RBR") and tokens[at].lower not in ("not", "n't"))
        and tokens[at].lower not in ROUGHLY
    ):
        at += 1
    return at


def phrase_ending(tokens: Sequence[Token], at: int) -> Phrase:
    """The phrase whose head is at `at`."""
    start = at
    while start > 0 and tokens[start - 1].tag in INSIDE and at - start < 7:
        start -= 1
        if tokens[start].tag in DETERMINERS:
            break
    return Phrase(start, at + 1, at)
