"""Participles between commas: "the agreement, signing in secret in 2015, gave", "at the start, included a man"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.frames.doers import PERSONS, doer_follows
from editor.checks.verbs.frames.transitives import STRICT
from editor.checks.verbs.slip import Slip, base_from, form, slip, word_at
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words

_HELPED = words("""help boost support drive fuel hit hurt back fund finance cause spur buoy drag damage kill injure own make write paint
    accompany follow surround attend lift hamper plague haunt inspire encourage discourage force cheer join watch guard escort""")
_SIGNED = STRICT | words(
    "sign publish found approve draft design elect discover convict sentence ban adopt award"
)


def apposed(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """What is wrong with the participle after the comma at `at`."""
    verb = word_at(tokens, at + 1)
    if verb is None or at < 2 or at + 3 >= len(tokens):
        return
    if verb.lower == "included":
        yield from _included(tokens, at)
    elif verb.tag == "VBG":
        base = base_from(verb, "VBG")
        right = form(base, "VBN")
        if base in _HELPED and tokens[at + 2].lower == "by" and doer_follows(tokens, at + 3):
            yield slip(
                "frame", verb, verb, [right], f"Before an agent with 'by' stands the participle: '{right}'."
            )
        elif base in _SIGNED and _interrupts(tokens, at):
            yield slip("frame", verb, verb, [right], f"Whom it happens to is '{right}'.")


def _included(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Six people died at the start, included a man"."""
    verb, after = tokens[at + 1], tokens[at + 2]
    if not (
        after.tag in ("CD", "DT", "NNS", "NNP", "PRP$")
        or after.lower in ("several", "many", "more", "some", "one")
    ):
        return
    clause = tokens[max(0, at - 25) : at]
    rest = tokens[at + 2 : at + 14]
    if any(one.lower == "and" and two.tag == "VBD" for one, two in pairwise(rest)) or any(
        each.tag in ("WDT", "WP") for each in clause[-8:]
    ):
        return
    close = _comma(tokens, at + 2, at + 14)
    resumed = close > 0 and tokens[close + 1].tag in FINITE
    if any(each.text == "," for each in clause) and not resumed:
        return
    told = any(each.tag in ("VBD", "VBZ", "VBP") for each in clause)
    if told != resumed:
        yield slip("frame", verb, verb, ["including"], "What belongs to it is told with 'including'.")


def _interrupts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase between commas parts a thing from its verb: "the agreement, signing in secret in 2015, gave"."""
    if tokens[at - 1].tag not in ("NN", "NNS") or tokens[at - 1].lower.endswith(PERSONS):
        return False
    if tokens[at + 2].lower not in ("in", "on", "at", "by", "last", "near", "between", "under"):
        return False
    close = _comma(tokens, at + 3, at + 11)
    return (
        close > 0
        and tokens[close + 1].tag in FINITE
        and not any(each.tag in FINITE for each in tokens[at + 2 : close])
        and not any(each.tag in FINITE for each in tokens[max(0, at - 8) : at])
    )


def _comma(tokens: Sequence[Token], start: int, end: int) -> int:
    """The first comma between two places that something follows; -1 where there is none."""
    return next((at for at in range(start, min(len(tokens) - 1, end)) if tokens[at].text == ","), -1)
