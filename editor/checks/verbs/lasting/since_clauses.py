"""Clauses with "since": "since the mill closed, hundreds left the valley", "it is 10 years since the war has ended"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.events import EVENTS
from editor.checks.verbs.lasting.beginnings import STARTING
from editor.checks.verbs.lasting.perfect import perfect
from editor.checks.verbs.past import simple_past
from editor.checks.verbs.slip import Slip, slip
from editor.text import times
from editor.text.model import Token
from editor.text.verbgroups import PAST, PERFECT, PRESENT, Group


def since_opens(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Since the mill closed, hundreds of families left the valley"."""
    if len(verbs) < 2 or len(tokens) < 4:
        return
    every = tokens[0].lower in ("every", "each") and tokens[2].lower == "since"
    if tokens[0].lower not in ("since", "ever") and not every:
        return
    one, two = verbs[0], verbs[1]
    if every and two.tense == PAST:
        return
    if (
        one.tense != PAST
        or one.negative
        or tokens[one.verb].lemma not in STARTING
        or two.tense not in (PAST, PRESENT)
    ):
        return
    comma = next(
        (at for at in range(one.verb, min(len(tokens), one.verb + 10)) if tokens[at].text == ","), None
    )
    if comma is None or two.start < comma or two.start - comma > 8 or (two.running and two.tense == PAST):
        return
    if any(
        each.tag in ("WDT", "WP", "CC", "IN", "``", "VBG", ",") and each.lower != "of"
        for each in tokens[comma + 1 : two.start]
    ):
        return
    verb = tokens[two.verb]
    if verb.lemma in ("say", "be", "have", "seem", "know") and two.start == two.verb:
        return
    yield from perfect(
        tokens, two, "With 'since' goes the present perfect", since=False, sure=True, free=True
    )


def since_perfect(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "It is 10 years since the war has ended"."""
    for one, two in pairwise(verbs):
        if (
            two.tense != PERFECT
            or tokens[one.verb].lower not in ("is", "been", "'s")
            or tokens[one.start - 1].lower != "it"
        ):
            continue
        if tokens[two.verb].lemma not in STARTING | EVENTS or two.negative:
            continue
        since = next((at for at in range(one.verb + 1, two.start) if tokens[at].lower == "since"), None)
        if (
            since is None
            or two.start - since > 6
            or tokens[since - 1].lower.rstrip("s") not in times.UNITS | {"time", "while"}
        ):
            continue
        fix = simple_past(tokens, two)
        if fix is not None:
            yield slip(
                "lasting",
                tokens[two.start],
                tokens[two.verb],
                [fix],
                f"After 'since' the beginning stands in the past: '{fix}'.",
            )
