"""The phrase after a preposition and around a head: amounts, circumstances, infinitives, gaps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from editor.text.adverbials import free
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS

OPENERS = frozenset(
    ["DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "VBG", "$", "WP", "PDT", "EX", "VBN"]
)  # fmt: skip
"""The tags of words that may open the phrase after a preposition."""
INSIDE = frozenset(["DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "PDT"])
ENDS = frozenset([".", ",", ":", "''", ")", "-RRB-"])
# These stand after any verb that has its object elsewhere: "the man he met in the street".
WEAK = frozenset(
    ["in", "on", "at", "for", "with", "from", "by", "over", "as", "than", "into", "after", "like"]
)
CLAUSE_STARTS = frozenset(["CC", "WDT", "WP", "WRB"])
_PARTS = frozenset(["half", "third", "quarter", "fifth", "sixth", "tenth", "dozen", "hundred", "thousand", "million", "billion", "decade",
                    "week", "month", "year", "day", "hour", "percentage"])  # fmt: skip
_VAGUE = frozenset(["nearly", "almost", "about", "only", "roughly", "some", "around", "over"])
_VAGUE_PAIRS = frozenset([("at", "least"), ("at", "most"), ("more", "than"), ("up", "to")])


def part(tokens: Sequence[Token], at: int) -> bool:
    """Whether "a third", "a dozen" stands at `at`."""
    return tokens[at].lower in ("a", "an") and at + 1 < len(tokens) and tokens[at + 1].lower in _PARTS


def quantity(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands at `at` after "nearly", "at least", "more than"."""
    pair = tuple(token.lower for token in tokens[at : at + 2])
    if pair in _VAGUE_PAIRS:
        number = at + 2
    elif pair[:1] and pair[0] in _VAGUE:
        number = at + 1
    else:
        return False
    return number < len(tokens) and tokens[number].tag in ("CD", "$", "PDT", "DT", "NN")


def infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb may be meant after "to": "waiting to load wheat", "warned them to vacated the slope", "to earth the plane"."""
    after, following = tokens[at + 1], tokens[at + 2] if at + 2 < len(tokens) else None
    if after.tag in ("VBN", "VBD", "VBG"):
        return following is not None and following.tag in ("DT", "PRP$", "PRP", "CD")
    if after.tag not in ("NN", "VBP") or "VB" not in after.tags or following is None:
        return False
    return following.tag in ("DT", "PRP$", "PRP") or (following.tag in ("NN", "NNS") and after.tag == "VBP")


def free_phrase(tokens: Sequence[Token], at: int) -> bool:
    """As `free`, but "in" and "on" before a form in -ing belong to the head."""
    word, after = tokens[at].lower, tokens[at + 1]
    if word in ("in", "on") and after.tag == "VBG":
        return False
    if word == "to" and after.lower == "some":
        return at + 2 < len(tokens) and tokens[at + 2].lower in ("extent", "degree")
    return free(tokens, at, word)


def gapped(tokens: Sequence[Token], at: int) -> bool:
    """Whether the object of the verb at `at` stands before it: "the man whom they met", "a plan they discussed"."""
    back = at - 1
    while back >= 0 and tokens[back].tag in ("RB", "MD", "TO", "VB", "VBD", "VBP", "VBZ", "VBN"):
        back -= 1
    if (
        back >= 0
        and tokens[back].tag in NOUNS
        and (tokens[at].tag == "VBN" or (tokens[at].tag == "VBD" and _verb_follows(tokens, at)))
    ):
        return True
    subject = back
    while back >= 0 and tokens[back].tag in (*INSIDE, "PRP"):
        back -= 1
    if back >= 0 and (tokens[back].tag in ("WDT", "WP") or tokens[back].lower == "that"):
        return True
    inside = tokens[max(0, back + 1) : subject + 1]
    return any(here.tag in NOUNS and after.tag in ("DT", "PRP", "PRP$") for here, after in pairwise(inside))


def _verb_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether another finite verb comes after the verb at `at` without a break between."""
    for token in tokens[at + 1 : at + 14]:
        if token.tag in ENDS or token.tag in CLAUSE_STARTS:
            return False
        if token.tag in FINITE:
            return True
    return False


def circumstance(tokens: Sequence[Token], at: int, adjuncts: Collection[str]) -> bool:
    """Whether the phrase after the preposition at `at` is one of time, place or manner by its noun: "in the region"."""
    noun = None
    for token in tokens[at + 1 : at + 8]:
        if token.tag in NOUNS:
            noun = token
        elif token.tag not in INSIDE and token.tag not in ("VBG", "VBN"):
            break
    return noun is not None and f"{tokens[at].lower} {noun.lemma}" in adjuncts


def follows(tokens: Sequence[Token], at: int, right: Sequence[str]) -> bool:
    """Whether the right preposition comes later in the clause: "they rely in winter on imports"."""
    for here in range(at, min(len(tokens), at + 9)):
        token = tokens[here]
        if token.tag in ENDS or token.tag in FINITE or token.tag in ("CC", "WDT", "WP"):
            return False
        if token.lower in right and token.lower != "of":
            return not (token.lower == "to" and here + 1 < len(tokens) and tokens[here + 1].tag == "VB")
    return False
