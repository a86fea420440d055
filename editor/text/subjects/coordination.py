"""How many two phrases are that "and", "or" or "nor" joins."""

from __future__ import annotations

from editor.text.number import EITHER, GROUP, MANY, ONE
from editor.text.phrases import Phrase
from editor.text.subjects.noun_phrases import Phrases
from editor.text.words import words

# What is told of several things at once: "the lack of doctors and nurses" is one thing. So is a deed, by its ending.
_ABOUT = words("""lack use cost price demand supply rise fall loss need sale spread death release quality level rate theft trade
    flow value pace impact effect risk fear search work support pressure access ban threat scale size surge drop decline
    growth increase presence absence return import export delivery production fight battle struggle war combination""")
_DEEDS = ("tion", "sion", "ment", "ance", "ence", "age", "ness", "ity", "ing")


def joined(word: str, first: Phrase, count: int, other: Phrase, deep: bool, led: bool) -> int:
    """The number of two phrases joined by "and" or "or"."""
    one, two = count & ~GROUP, other.number & ~GROUP
    if word in ("or", "nor"):
        if deep:
            return EITHER
        return one if one == two else MANY if two == MANY and one == ONE else EITHER
    if word == "&" or (
        (count | other.number) & GROUP
        and not (first.determined and other.determined)
        and MANY not in (one, two)
    ):
        return EITHER
    if one == MANY:
        return MANY
    if first.single:
        return ONE if other.single and not deep else EITHER
    if deep or one == EITHER:
        return EITHER
    if two == MANY:
        return MANY
    return MANY if other.determined and (first.determined or (count == ONE and led)) else EITHER


def shares(sentence: Phrases, at: int, phrase: Phrase, other: Phrase) -> bool:
    """Whether "and" at `at` joins two nouns after a preposition: "the lack of doctors and nurses"."""
    tokens = sentence.tokens
    head = tokens[phrase.head].lower
    if head not in _ABOUT and not head.endswith(_DEEDS):
        return False
    inner = sentence.phrase_ending(at)
    if inner is None or inner.start <= phrase.end or tokens[inner.start - 1].tag not in ("IN", "TO"):
        return False
    alone = inner.end == inner.start + 1 and other.end == other.start + 1
    return alone and tokens[inner.head].tag == tokens[other.head].tag
