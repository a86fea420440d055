"""The verb as a head: passive or not, with a light object, with its right preposition in front."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from editor.checks.prepositions.phrases import INSIDE, ROUGHLY, Phrase, phrase_ending
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words

BE = words("be is are was were been being am 's 're get gets got getting")
_HAVE = words("has have had having 've 'd")
_RELATIVES = words("which whom whose what")
# Seldom nouns where they follow one: "the memoir dwells in".
_MOSTLY_VERBS = words("""dwell rely depend consist belong differ stem comply adhere amount hinge collide coincide participate insist
    border benefit specialize specialise succumb interfere reside react respond derive refrain pertain conform cater vie strive
    suffer result deal contribute object apply lag rank aim""")


def only_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is tagged as a noun at `at` must be the clause's verb: "the memoir dwells in", "the debts amount at"."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if before is None or at < 2 or token.lemma not in _MOSTLY_VERBS:
        return False
    third = token.tag == "NNS" and "VBZ" in token.tags and before.tag == "NN"
    plural = token.tag == "NN" and "VBP" in token.tags and before.tag == "NNS"
    if not third and not plural:
        return False
    for step in (-1, 1):
        here = at + step
        while 0 <= here < len(tokens) and tokens[here].tag not in (
            ",",
            ".",
            ":",
            "WDT",
            "WP",
            "WRB",
            "CC",
            "``",
            "''",
        ):
            if tokens[here].tag in FINITE or tokens[here].lower in ("that", "if", "as", "while", "when"):
                return False
            here += step
    return True


def light_verb(tokens: Sequence[Token], at: int) -> int:
    """The verb whose object is the phrase that ends with the noun at `at`, -1 where there is none."""
    between = False
    for back in range(at - 1, max(-1, at - 8), -1):
        token = tokens[back]
        if (
            token.tag in ("VBN", "VBG")
            and token.lower not in _HAVE
            and tokens[back + 1].tag not in ("DT", "PRP$")
        ):
            if tokens[back - 1].lower in (*_HAVE, *BE):
                return back
            between = True
        elif token.tag.startswith("VB"):
            return -1 if between and token.lower in (*_HAVE, *BE) else back
        elif token.tag not in INSIDE and token.tag != "RB" and token.lower not in ROUGHLY:
            return -1
    return -1


def is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the participle at `at` is passive: after a form of "be", or right after a noun or a comma."""
    back = at - 1
    while back >= 0 and (tokens[back].tag == "RB" or tokens[back].lower == "not"):
        back -= 1
    if back < 0:
        return tokens[at].tag == "VBN"
    if tokens[back].lower in BE:
        return True
    return tokens[at].tag == "VBN" and tokens[back].lower not in _HAVE


def passive_subject(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The phrase before a passive verb."""
    back = at - 1
    while back >= 0 and tokens[back].tag in ("RB", "MD", "VB", "VBD", "VBZ", "VBP", "VBN", ",", "WDT", "TO"):
        back -= 1
    return phrase_ending(tokens, back) if back >= 0 and tokens[back].tag in (*NOUNS, "PRP") else None


def fronted(tokens: Sequence[Token], at: int, right: Collection[str]) -> bool:
    """Whether the right preposition stands before a relative ahead of the verb: "the cause to which he attributed it"."""
    return any(
        tokens[here].lower in right and tokens[here + 1].lower in _RELATIVES
        for here in range(max(0, at - 9), at)
    )
