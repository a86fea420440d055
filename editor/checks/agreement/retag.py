"""Verbs that the tagger took for nouns because they clash with their subject: "fares ranges from 10 rupees"."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from editor.text.model import Token
from editor.text.tagset import FINITE

_BREAKS = frozenset([",", ":", ".", "WRB", "WDT", "WP", "("])
_AFTER = frozenset(["IN", "DT", "PRP$", "CD", "RB", "JJ", "TO", "PRP", "RP", "$"])
_BEFORE = frozenset(["NN", "NNS", "NNP", "PRP", "CD", "WDT", "WP"])


_TOWARDS = frozenset(["through", "into", "across", "towards", "against", "from", "that"])
_PAST = frozenset(
    ["yesterday", "ago", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
)
_WANTING = frozenset(
    [
        "plan",
        "want",
        "hope",
        "need",
        "refuse",
        "seek",
        "try",
        "promise",
        "aim",
        "offer",
        "attempt",
        "vow",
        "claim",
    ]
)


def mended(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, where a clause without a finite verb has one word that can be it told as a verb."""
    result = [
        _retagged(token, "NN")
        if token.lower == "mine"
        and token.tag == "PRP"
        and at
        and tokens[at - 1].tag in ("NN", "JJ", "DT", "NNP")
        else token
        for at, token in enumerate(tokens)
    ]
    start = 0
    for at in range(len(tokens) + 1):
        if (
            at == len(tokens)
            or tokens[at].tag in _BREAKS
            or (tokens[at].lower == "that" and tokens[at].tag == "IN")
        ):
            _mend(result, start, at)
            start = at + 1
    return result


def _retagged(token: Token, tag: str) -> Token:
    other = copy(token)
    other.tag = tag
    return other


def _mend(tokens: list[Token], start: int, end: int) -> None:
    whole = start <= 1 and end >= len(tokens) - 1
    if end - start < 2 or any(
        each.tag in FINITE or (each.tag == "VB" and not (whole and tokens[start + place - 1].tag == "TO"))
        for place, each in enumerate(tokens[start:end])
    ):
        return
    told = any(each.lower in _PAST for each in tokens)
    purpose = any(each.tag == "VB" for each in tokens[start:end])
    opener = tokens[start - 1] if start else None
    relative = opener is not None and opener.tag in ("WDT", "WP", "WRB")
    if opener is not None and opener.lower == "that" and start > 1:
        noun = tokens[start - 2]
        relative = noun.tag in ("NN", "NNS") or noun.lower in ("one", "those")
    closes = (
        opener is not None and opener.tag == "," and any(each.tag in ("WDT", "WP") for each in tokens[:start])
    )
    later = [each.lower for each in tokens[end + 1 : end + 3]]
    begins = start <= 1 and (
        not any(each.tag in FINITE for each in tokens)
        or later[:1] in (["and"], ["but"], ["because"], ["while"], ["although"], ["though"], ["whereas"])
        or later in (["as", "do"], ["as", "did"], ["as", "does"])
    )
    if not (relative or closes or whole or begins):
        return
    for at in range(start, end - 1):
        token, after = tokens[at], tokens[at + 1]
        singular = token.tag == "NN" and "VB" in token.tags
        plural = token.tag == "NNS" and "VBZ" in token.tags
        if (
            not (singular or plural)
            or (after.tag not in _AFTER and not (closes and at == start and after.tag in ("NNS", "NN")))
            or not token.text.islower()
        ):
            continue
        before = tokens[at - 1] if at else None
        if (
            singular
            and after.tag == "IN"
            and not (
                (whole or begins)
                and (after.lower in _TOWARDS or (told and after.lower in ("in", "on", "at", "with", "for")))
                and before is not None
                and before.tag in ("NN", "NNP")
            )
            and not (relative and (opener is None or opener.lower != "that" or tokens[start - 2].tag == "CD"))
        ):
            continue
        if purpose and (plural or after.tag != "TO"):
            continue
        if after.tag == "TO" and singular and token.lower not in _WANTING:
            continue
        if at == start:
            fits = (relative and opener is not None and opener.tag != "WRB") or (closes and after.tag != "IN")
        else:
            fits = (
                before is not None and before.tag in _BEFORE and (before.tag != "NN" or not plural or whole)
            )
            fits = fits and (whole or begins or (relative and opener is not None and opener.tag == "WRB"))
            # A noun before "of" stays one: "the price rises of May".
            fits = (
                fits and after.lower != "of" and not (singular and before is not None and before.tag == "NNS")
            )
        if fits:
            verb = copy(token)
            verb.tag = "VBZ" if plural else "VBP"
            verb.lemma = token.lower if singular else token.lemma
            verb.tags = verb.tags - {"NN", "NNS", "JJ"}
            tokens[at] = verb
            return
