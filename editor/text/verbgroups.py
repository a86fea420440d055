"""Finite verbs with their helpers, and how far their clause reaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.text import lexicon
from editor.text.irregular import PARTICIPLE_OF_PAST
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words

PRESENT = "present"
PAST = "past"
PERFECT = "perfect"
PLUPERFECT = "pluperfect"
WILL = "will"
WOULD = "would"
MODAL = "modal"

_HAVE = {"has": PERFECT, "have": PERFECT, "'ve": PERFECT, "had": PLUPERFECT}
_BE = words("am is are was were 'm 're")
_DO = words("do does did")
_RELATIVE = frozenset(["WDT", "WP", "WRB", "WP$"])
_CONJUNCTIONS = words("that if because although though while unless whether until as than lest whereas")
BREAKS = frozenset([":", "``", "''", "(", ")"])
"""The tags of marks that no clause goes over."""


class Group(NamedTuple):
    """A finite verb: `start` its first word (a helper or itself), `verb` its main word, `tense` of the first word.

    `negative` says that "not" or "n't" stands between, `passive` and `running` that it is a passive or a continuous.
    """

    start: int
    verb: int
    tense: str
    negative: bool
    passive: bool
    running: bool


def groups(tokens: Sequence[Token]) -> list[Group]:
    """The finite verbs of a sentence, in order."""
    found: list[Group] = []
    at = 0
    while at < len(tokens):
        if tokens[at].tag not in FINITE:
            at += 1
            continue
        group = _group(tokens, at)
        if group is None:
            at += 1
            continue
        found.append(group)
        at = group.verb + 1
    return found


def _group(tokens: Sequence[Token], at: int) -> Group | None:
    token = tokens[at]
    if token.tag not in FINITE:
        return None
    lower = token.lower
    negative = False
    verb = at
    place = at + 1

    def past_adverbs(place: int) -> int:
        nonlocal negative
        while place < len(tokens) and (
            tokens[place].tag == "RB"
            or (
                tokens[place].lower == "since"
                and place + 1 < len(tokens)
                and tokens[place + 1].tag in ("VBN", "VBD", "RB")
                and tokens[place - 1].lower in _HAVE
            )
        ):
            negative = negative or tokens[place].lower in ("not", "n't", "never")
            place += 1
        return place

    if token.tag == "MD":
        tense = WILL if lower in ("will", "'ll", "wo") else WOULD if lower in ("would", "'d") else MODAL
        place = past_adverbs(place)
        if place < len(tokens) and tokens[place].tag == "VB":
            verb = place
            if tokens[place].lower in ("have", "be"):
                inner = past_adverbs(place + 1)
                if inner < len(tokens) and tokens[inner].tag in ("VBN", "VBG"):
                    verb = inner
        return Group(at, verb, tense, negative, False, False)
    if lower in _HAVE:
        place = past_adverbs(place)
        if place < len(tokens) and (
            tokens[place].tag == "VBN"
            or (tokens[place].tag == "VBD" and tokens[place].lower in PARTICIPLE_OF_PAST)
        ):
            verb, passive, running = place, False, False
            if tokens[place].lower == "been":
                inner = past_adverbs(place + 1)
                if inner < len(tokens) and tokens[inner].tag in ("VBN", "VBG"):
                    verb = inner
                    passive, running = tokens[inner].tag == "VBN", tokens[inner].tag == "VBG"
            return Group(at, verb, _HAVE[lower], negative, passive, running)
        if negative:
            return Group(at, at, _HAVE[lower], True, False, False)
        return Group(at, at, PRESENT if lower != "had" else PAST, False, False, False)
    if lower in _BE:
        place = past_adverbs(place)
        tense = PAST if lower in ("was", "were") else PRESENT
        if place < len(tokens) and tokens[place].tag in ("VBN", "VBG"):
            verb = place
            if tokens[place].lower == "being" and place + 1 < len(tokens) and tokens[place + 1].tag == "VBN":
                verb = place + 1
            return Group(at, verb, tense, negative, tokens[verb].tag == "VBN", tokens[place].tag == "VBG")
        return Group(at, at, tense, negative, False, False)
    if lower in _DO:
        place = past_adverbs(place)
        if negative and place < len(tokens) and "VB" in tokens[place].tags:
            return Group(at, place, PAST if lower == "did" else PRESENT, True, False, False)
        return Group(at, at, PAST if lower == "did" else PRESENT, False, False, False)
    return Group(at, at, PAST if token.tag == "VBD" else PRESENT, False, False, False)


def reach(tokens: Sequence[Token], verb: int) -> int:
    """The place where what belongs to the verb at `verb` ends at the latest: a comma, another verb, a conjunction."""
    at = verb + 1
    while at < len(tokens):
        token = tokens[at]
        if (
            token.tag in _RELATIVE
            or token.tag in FINITE
            or token.tag in BREAKS
            or token.tag in (",", ".")
            or (
                token.lower in _CONJUNCTIONS
                and not (token.lower == "than" and tokens[at - 1].lower in ("more", "less", "fewer"))
            )
            or token.text in (";", "—", "–")
        ):
            return at
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.tag == "TO" and after is not None and after.tag == "VB":
            return at
        if (
            token.tag in ("VBG", "VBN")
            and tokens[at - 1].tag != "IN"
            and (after is None or after.tag not in ("NN", "NNS"))
        ):
            return at
        if token.tag == "CC" and after is not None and after.tag.startswith("VB"):
            return at
        at += 1
    return at


def base(token: Token) -> str:
    """A verb's bare form."""
    if token.tag in ("VBD", "VBN", "VBG", "VBZ", "VBP"):
        found = lexicon.lemmas(token.lower, token.tag)
        if found:
            return found[0]
    return token.lemma


def inflected(token: Token, tag: str) -> str | None:
    """The form of a verb's lemma under a tag; None where the lexicon has none."""
    return lexicon.inflect(base(token), tag)
