"""Words between two commas, dashes or brackets that stand between a noun and its verb."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.subjects.modifiers import past_adverbs
from editor.text.subjects.noun_phrases import Phrases
from editor.text.subjects.openings import SAYING
from editor.text.tagset import FINITE

_RELATIVES = frozenset(["WP", "WDT", "WP$"])
_LEADS = _RELATIVES | {"VBN", "VBG", "IN", "RB", "TO", "CD", "JJ"}
_MOST_MARKS = 4
_REACH = 30


def past_aside(sentence: Phrases, at: int) -> tuple[int, bool]:
    """Where the words between two commas, dashes or brackets end (or -1), and whether they may be part of a list."""
    tokens = sentence.tokens
    bracket = tokens[at].tag == "("
    closing = {"(": ")"}.get(tokens[at].text, tokens[at].text)
    either = False
    begin = at
    for _ in range(_MOST_MARKS):
        ends = range(begin + 1, min(len(tokens), begin + _REACH))
        close = next((to for to in ends if tokens[to].text == closing), -1)
        inside = tokens[begin + 1 : close] if close >= 0 else ()
        if not inside or inside[0].lower in ("but", "so", "yet"):
            return -1, False
        led = _modifies(inside)
        if not led and any(each.tag == "CC" for each in inside):
            either = True
        if not led and _is_clause(inside):
            return -1, False
        after = past_adverbs(sentence, close + 1)
        if bracket or (after < len(tokens) and tokens[after].tag in FINITE | {"VB"}):
            return close + 1, either
        if not led and begin == at and inside[0].tag not in ("DT", "PRP$"):
            either = True
        begin = close
    return -1, False


def _modifies(inside: Sequence[Token]) -> bool:
    """Whether the words open as a relative clause, a participle or a phrase that hangs on the noun before."""
    lead = inside[0]
    parted = (
        lead.tag == "VBD"
        and "VBN" in lead.tags
        and len(inside) > 1
        and inside[1].tag in ("IN", "RB", "TO", "RP")
    )
    return parted or (lead.tag in _LEADS and lead.lower not in ("and", "or"))


def _is_clause(inside: Sequence[Token]) -> bool:
    """Whether the words have a verb of their own and say nothing of who said it: no aside."""
    return (
        inside[0].tag != "PRP"
        and any(each.tag in ("VBD", "VBP", "VBZ") for each in inside)
        and not any(each.lemma in SAYING for each in inside)
        and not any(each.tag in _RELATIVES or each.tag == "WRB" or each.lower == "that" for each in inside)
    )
