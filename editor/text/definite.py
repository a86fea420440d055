"""Chooses between "a" and "the" for a noun that lacks its article.

After Huddleston and Pullum, "The Cambridge Grammar of the English Language", chapter 5, section 6, and Swan,
"Practical English Usage", articles: what the reader knows already, or can find from the words after it, takes "the".
The weights say how strongly each sign spoke for "the" (above zero) or "a" (below) where articles of printed news were
left out and had to be found again; four in five came back right.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from editor.text.bare.model import COMPLEMENT, OBJECT, PREPOSITION, SUBJECT, Bare
from editor.text.model import Token
from editor.text.words import words

_ROLES = {SUBJECT: 0.7, PREPOSITION: 0.1, OBJECT: -0.2, COMPLEMENT: -0.9}
_PREPOSITIONS = {
    "as": -1.8, "with": -0.7, "for": -0.4, "in": -0.3, "at": -0.3, "through": -0.3, "under": -0.2, "by": -0.2, "into": 0.0, "without": -1.5,
    "like": -1.0, "over": 0.1, "to": 0.2, "of": 0.2, "from": 0.4, "on": 0.4, "around": 1.0, "across": 1.2, "toward": 0.6, "towards": 0.6,
    "near": 0.6, "inside": 0.6, "outside": 0.6, "behind": 0.4, "along": 0.6, "down": 0.4, "beneath": 0.6, "throughout": 0.8,
}  # fmt: skip
_VERBS = {
    "have": -2.1, "need": -1.5, "want": -1.2, "set": -1.4, "develop": -1.2, "use": -1.0, "see": -0.8, "find": -0.5, "be": -0.6, "become": -1.6,
    "buy": -0.8, "build": -0.8, "get": -0.8, "seek": -1.2, "include": -1.0, "offer": -0.8, "create": -1.0, "wear": -0.8, "carry": -0.6, "hire": -0.8,
    "say": 1.5, "leave": 0.6, "enter": 0.6, "reach": 0.4, "lead": 0.7, "tell": 0.2, "cross": 0.8, "join": 0.4, "stop": 0.6, "close": 0.8, "miss": 0.6,
}  # fmt: skip
_AFTER = {
    "was": 0.9, "is": 0.6, "said": 0.6, "says": 0.4, ",": 0.4, ".": 0.4, "has": 0.2, "had": 0.3, "will": 0.5, "on": -0.8, "from": -0.5, "with": -0.7,
    "that": -0.4, "who": -0.4, "which": -0.2, "to": -0.1, "for": -0.2, "called": -1.5, "named": -1.5,
}  # fmt: skip
_KNOWN_ADJECTIVES = words(
    "current entire whole main latest final previous recent same only first second third last next best worst biggest largest right left"
)
_NEW_ADJECTIVES = words("""new big large small young serious huge major good great long short special separate similar simple strong bad
    significant joint single possible powerful massive lengthy rare strange old-fashioned typical giant tiny minor fatal temporary
    local modern rapid sharp steep tough""")
# A noun that the words after "of" fill: "a group of", "a piece of".
_FILLED = words("""group number member part piece series victim sign symbol supporter native variety pair list bottle cup form matter
    question supply string wave copy kind sort type network team lack fan critic resident citizen student professor chain bag box
    crowd gang handful mixture combination picture photo fragment sample survey study lot bit majority range host heap pile stack
    graduate veteran""")


class Likely(NamedTuple):
    """Nouns that mostly stand with "the", and those that mostly stand with "a"."""

    the: frozenset[str]
    a: frozenset[str]


def definite(tokens: Sequence[Token], bare: Bare, known: Set[str], likely: Likely) -> bool:
    """Whether "the" is likelier than "a"; `known` are the nouns that the story has named before."""
    noun = tokens[bare.head].lower
    inner = tokens[bare.start : bare.head]
    if any(each.tag == "JJS" or each.lower in ("only", "same", "first", "last", "next") for each in inner):
        return True
    after = tokens[bare.head + 1].lower if bare.head + 1 < len(tokens) else "."
    score = _ROLES[bare.role]
    if bare.role == PREPOSITION:
        score += _PREPOSITIONS.get(tokens[bare.ruler].lower, 0.0)
    elif bare.ruler >= 0:
        score += _VERBS.get(tokens[bare.ruler].lemma, 0.0)
    if noun in known:
        score += 0.5 if bare.role != COMPLEMENT else -0.4
    if after == "of":
        score += -1.2 if noun in _FILLED else 0.5
    else:
        score += _AFTER.get(after, 0.2)
    if noun in likely.the:
        score += 1.7
    elif noun in likely.a:
        score -= 1.7
    score += -0.4 * min(len(inner), 2) + 0.3
    for each in inner:
        if each.lower in _KNOWN_ADJECTIVES:
            score += 2.0
        elif each.lower in _NEW_ADJECTIVES:
            score -= 0.8
    return score > 0
