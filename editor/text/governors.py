"""Words that govern prepositions: verbs, participles, nouns and adjectives, and what stands right after them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from editor.text.model import Token

KINDS = ("verb", "participle", "noun", "adjective")

_PREPOSITIONS = frozenset(
    ["of", "in", "to", "for", "with", "on", "at", "by", "from", "about", "into", "over", "against", "between", "during",
     "through", "under", "among", "towards", "toward", "upon", "within", "without", "despite"]
)  # fmt: skip
_CONJUNCTIONS = frozenset(["before", "after", "since", "until", "as", "than"])
_HAVE = frozenset(["has", "have", "had", "having", "'ve"])
_NOUNS = frozenset(["NN", "NNS"])
_MORE = frozenset(["NN", "NNS", "NNP", "NNPS"])
_BREAKS = frozenset([",", ":", "CC", "WDT", "WP", "WRB", "``", "''"])
_OBJECTS = frozenset(["DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ"])


def governor(tokens: Sequence[Token], at: int) -> str | None:
    """What the word at `at` is as a head, "verb depend" or "noun reason"; None where it is none.

    A noun or an adjective counts where its phrase ends with it.
    """
    token = tokens[at]
    tag = token.tag
    after = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if tag in _NOUNS:
        return None if after in _MORE else f"noun {token.lemma}"
    if tag == "JJ":
        return None if after in _MORE or after == "JJ" else f"adjective {token.lemma}"
    if tag in ("VB", "VBD", "VBZ", "VBP", "VBG"):
        return f"verb {token.lemma}"
    if tag == "VBN":
        back = at - 1
        while back >= 0 and tokens[back].tag == "RB":
            back -= 1
        perfect = back >= 0 and tokens[back].lower in _HAVE
        return f"{'verb' if perfect else 'participle'} {token.lemma}"
    return None


def preposition(tokens: Sequence[Token], at: int) -> str | None:
    """The preposition at `at`, in lower case, where a phrase follows that it governs; None for particles and infinitives."""
    token = tokens[at]
    word = token.lower
    if word not in _PREPOSITIONS or token.tag not in ("IN", "TO", "RP") or at + 1 >= len(tokens):
        return None
    after = tokens[at + 1].tag
    if after in (",", ".", "''", ":", "IN", "CC") or (word == "to" and after in ("VB", "RB")):
        return None
    return word


def followed(tokens: Sequence[Token], at: int) -> str:
    """What stands at `at`, after a head: a preposition, "to-infinitive", "object", "-ing", "that" or "other"."""
    token = tokens[at]
    word = preposition(tokens, at)
    if word:
        return word
    if token.lower in _CONJUNCTIONS:
        return token.lower
    if token.lower == "to":
        return "to-infinitive"
    if token.lower == "that":
        return "that"
    return "object" if token.tag in _OBJECTS else "-ing" if token.tag == "VBG" else "other"


def noun_after(tokens: Sequence[Token], at: int) -> str | None:
    """The bare noun of the phrase that begins at `at` with its determiner, "the moment", "- board"; None for a longer phrase."""
    if at >= len(tokens):
        return None
    determiner = "-"
    if tokens[at].tag in ("DT", "PRP$"):
        determiner = "own" if tokens[at].tag == "PRP$" else tokens[at].lower
        at += 1
    if at >= len(tokens) or tokens[at].tag not in _MORE:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].tag in (*_MORE, "POS", "CD", "CC"):
        return None
    noun = tokens[at].text if tokens[at].tag in ("NNP", "NNPS") else tokens[at].lower
    return f"{determiner} {noun}"


def object_takes(tokens: Sequence[Token], at: int, word: str, taken: Collection[str]) -> bool:
    """Whether a verb before the noun at `at` takes this preposition after its object, "object send to" of `taken`: "sent letters to"."""
    for back in range(at - 1, max(-1, at - 8), -1):
        token = tokens[back]
        if token.tag in _BREAKS:
            return False
        if token.tag.startswith("VB"):
            return f"object {token.lemma} {word}" in taken
    return False
