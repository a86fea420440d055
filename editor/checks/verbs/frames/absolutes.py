"""Participles after "with": "with 49 seconds leaving", "with all ballots counting", "with its bell still attach"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.frames.transitives import ENDS
from editor.checks.verbs.slip import Slip, form, slip
from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words

_LEFT = words(
    "second seconds minute minutes hour hours day days week weeks month months lap laps over overs mile miles meter meters vote votes hole holes"
)


def after_with(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "With 49 seconds leaving", "with all ballots counting, the party", "with its bell still attach."."""
    place = at + 1
    while (
        place < len(tokens) - 1
        and tokens[place].tag in ("DT", "PRP$", "PDT", "JJ", "CD", "NN", "NNS", "RB")
        and place - at < 6
    ):
        verb = tokens[place]
        if place > at + 2 and verb.tag == "VB":
            break
        place += 1
    if place - at < 3:
        return
    verb, before, after = (
        tokens[place],
        tokens[place - 1],
        tokens[place + 1] if place + 1 < len(tokens) else tokens[place],
    )
    if (
        verb.lower == "leaving"
        and before.lower in _LEFT
        and (after.lower in ("in", "before", "until", "on", "to", "of") or after.tag in ENDS)
    ):
        yield slip("frame", verb, verb, ["left", "remaining"], "What remains is 'left'.")
    elif verb.lower == "counting" and after.tag in ENDS and before.tag == "NNS":
        yield slip("frame", verb, verb, ["counted"], "Whom or what it happens to is 'counted'.")
    elif (
        verb.tag == "VB"
        and not lexicon.tags(verb.lower) & {"NN", "JJ", "VBN", "RB"}
        and tokens[place - 1].tag in ("NN", "NNS", "RB")
        and (after.tag in ENDS or after.lower in ("to", "by", "in", "from", "at"))
        and tokens[at + 1].tag in ("DT", "PRP$")
        and not any(each.tag in ("MD", "TO") for each in tokens[max(0, at - 1) : place])
    ):
        right = form(verb.lower, "VBN")
        yield slip("frame", verb, verb, [right], f"A participle is meant: '{right}'.")
