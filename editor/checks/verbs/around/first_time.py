"""The perfect after "the first time": "this is the first time that a club from the seventh tier reaches the last 16"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import SUBJECTS
from editor.text.model import Token
from editor.text.verbgroups import BREAKS, PRESENT, Group, inflected
from editor.text.words import words
from editor.values import Severity

_TIMES = words("first second third fourth fifth sixth seventh eighth ninth tenth only")
_STATES = words("be have do say know want think need look seem")
_NTH = re.compile(r"\d+(?:st|nd|rd|th)")


def first_time(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "This is the first time in 40 years that a club from the seventh tier reaches the last 16"."""
    if two.tense != PRESENT or (two.start != two.verb and not two.running) or two.negative:
        return
    helper, verb = tokens[two.start], tokens[two.verb]
    at = _ordinal(tokens, one, two.start)
    if at < 0 or two.start - at > 16 or verb.lemma in _STATES:
        return
    between = tokens[at + 2 : two.start]
    if (
        not between
        or between[-1].tag not in SUBJECTS | {"PRP", ",", "JJ", "RB", ")"}
        or any(
            each.tag in BREAKS | {"WRB", "WP", "TO", "MD", "CC"} or each.lower in ("you", "when", "for", "if")
            for each in between
        )
    ):
        return
    done = inflected(verb, "VBN")
    if done is None:
        return
    have = "had" if tokens[one.verb].lower == "was" else "have" if _is_many(helper, between) else "has"
    yield slip(
        "around",
        helper,
        verb,
        [f"{have} {done}"],
        f"'The first time' goes with the perfect: '{have} {done}'.",
        Severity.QUERY if two.running else None,
    )


def _ordinal(tokens: Sequence[Token], one: Group, end: int) -> int:
    """Where the ordinal of "is the first time" stands; -1 where that is not what is said."""
    if tokens[one.verb].lower not in ("is", "'s", "was") or one.start != one.verb:
        return -1
    at = one.verb + 1
    while at < end and tokens[at].tag in ("RB", "DT", "PRP$", "IN"):
        at += 1
    nth = at + 1 < end and (tokens[at].lower in _TIMES or _NTH.fullmatch(tokens[at].lower))
    return at if nth and tokens[at + 1].lower == "time" else -1


def _is_many(helper: Token, between: Sequence[Token]) -> bool:
    """Whether the verb's form and its subject are of more than one."""
    if helper.tag not in ("VBP", "VB") and helper.lower not in ("are", "am"):
        return False
    return between[-1].tag not in ("NN", "NNP") or any(
        each.tag in ("NNS", "NNPS", "CC") or each.lower in ("i", "they", "we") for each in between
    )
