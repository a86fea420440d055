"""Presents that a stretch up to now makes perfects: "negotiate for three years", "is used for decades"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PRESENT, Group, inflected, reach
from editor.text.words import words

_LASTING = words("""negotiate argue quarrel feud debate discuss campaign lobby complain investigate study search chase hunt pursue resist oppose
    refuse demand protest occupy control dominate farm compete cooperate finance fund supply train coach manage edit
    patrol besiege bombard trade smuggle boycott deny dispute guard rent share practice practise perform""")
_USED = words("""use grow make produce practice practise sell teach believe think fear occupy rule govern own neglect ignore abandon desert
    forget hide protect dispute debate discuss delay plan live inhabit farm fish mine study watch harvest worship admire visit""")


def for_years(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "The two firms negotiate for three years", "is used for decades"."""
    if group.tense != PRESENT or group.negative or not has_subject(tokens, group):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb) + 1, (times.SPAN,))
    if time is None or time.start - group.verb > 8:
        return
    unit = tokens[time.end - 1].lower.rstrip("s")
    if unit not in ("year", "month", "week", "decade", "centurie", "century", "generation"):
        return
    verb, helper = tokens[group.verb], tokens[group.start]
    after = tokens[time.end] if time.end < len(tokens) else None
    if after is not None and (
        after.tag in ("NN", "NNS", "POS")
        or after.lower in ("at", "from", "until", "before", "after", "each", "a", "per", "if", "in")
    ):
        return
    if (
        group.passive
        and not group.running
        and verb.lemma in _USED
        and unit in ("decade", "centurie", "century", "generation", "year")
    ):
        fix = "have been" if helper.lower in ("are", "am") else "has been"
        if helper.space:
            yield slip(
                "lasting",
                helper,
                helper,
                [fix],
                f"A stretch of time up to now goes with the present perfect: '{fix}'.",
            )
    elif group.start == group.verb and verb.lemma in _LASTING:
        form = inflected(verb, "VBN")
        running = inflected(verb, "VBG")
        have = "have" if verb.tag == "VBP" else "has"
        if form and running:
            yield slip(
                "lasting",
                verb,
                verb,
                [f"{have} {form}", f"{have} been {running}"],
                f"A stretch of time up to now goes with the present perfect: '{have} {form}'.",
            )
