"""Forms after "be" that what follows them rules out: "is scheduling to open", "is making by a Dane"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.frames.doers import doer_follows
from editor.checks.verbs.frames.intransitives import without_passive
from editor.checks.verbs.frames.objects import passive_with_object
from editor.checks.verbs.frames.patients import patient_acts
from editor.checks.verbs.slip import Slip, base_from, form, slip, word_at
from editor.checks.verbs.steps import over_adverbs
from editor.text.model import Token
from editor.text.words import words

_DONE_BY = words("do make help cause run write finance fund")
# What is expected and can itself expect nothing.
_THINGS = words("""snow rain storm storms winds wind hurricane cyclone typhoon flood floods temperature temperatures fog ice heat decision
    verdict ruling result results vote votes talks work construction project projects inflation price prices sales exports imports
    meeting summit trial hearing bill law plan plans measure measures measures report growth demand output production rates unemployment
    deal agreement election elections turnout service services bridge tunnel railway road factory plant line museum stadium flight
    flights film book album match game tournament season""")


def after_be(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """What is wrong with the participle or the -ing form after the "be" at `at`."""
    place = over_adverbs(tokens, at + 1)
    verb = word_at(tokens, place)
    if verb is None or place + 1 >= len(tokens) or not tokens[at].space:
        return
    if "VBN" in verb.tags and verb.tag in ("VBN", "VBD", "JJ", "NN"):
        base = base_from(verb, "VBN")
        yield from passive_with_object(tokens, at, place, base)
        yield from without_passive(tokens, at, place, base)
    elif verb.lower.endswith("ing") and "VBG" in verb.tags:
        base = base_from(verb, "VBG")
        right = form(base, "VBN")
        if _to_come(tokens, at, place, base):
            yield slip("frame", verb, verb, [right], f"What is said to come is '{right} to'.")
        elif base in _DONE_BY and tokens[place + 1].lower == "by" and doer_follows(tokens, place + 2):
            yield slip(
                "frame", verb, verb, [right], f"Before an agent with 'by' stands the participle: '{right}'."
            )
        else:
            yield from patient_acts(tokens, at, place, base)


def _to_come(tokens: Sequence[Token], at: int, place: int, base: str) -> bool:
    """Whether it is said of what comes: "the talks are scheduling to begin"."""
    return (
        base in ("expect", "schedule", "suppose")
        and tokens[place + 1].lower == "to"
        and place + 2 < len(tokens)
        and tokens[place + 2].tag == "VB"
        and at > 0
        and (tokens[at - 1].lower in _THINGS or base != "expect")
        and tokens[at].lower in ("is", "are", "was", "were")
    )
