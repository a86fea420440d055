"""Pasts that reach to now: "was under investigation since May and may be charged", "did not receive any aid so far"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject, have_after
from editor.text import times
from editor.text.model import Token
from editor.text.times import YEAR_NUMBER, Time, first
from editor.text.verbgroups import MODAL, PAST, PERFECT, PLUPERFECT, PRESENT, WILL, Group, inflected, reach


def past_up_to_now(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], number: int
) -> Iterator[Slip]:
    """ "Was under investigation since May and may be charged"; "did not receive any aid so far"."""
    group = verbs[number]
    if group.tense != PAST or not has_subject(tokens, group):
        return
    end = reach(tokens, group.verb)
    have = have_after(tokens[group.start - 1])
    if group.negative and tokens[group.start].lower == "did":
        time = first(found, group.verb + 1, end, (times.SO_FAR,))
        done = inflected(tokens[group.verb], "VBN")
        if (
            time is not None
            and done
            and tokens[time.start].lower == "so"
            and time.end < len(tokens)
            and tokens[time.end].tag in (".", ",", "IN")
        ):
            yield slip(
                "lasting",
                tokens[group.start],
                tokens[group.verb],
                [f"{have} not {done}"],
                f"'So far' goes with the present perfect: '{have} not {done}'.",
            )
        return
    after = verbs[number + 1] if number + 1 < len(verbs) else None
    if (
        group.start == group.verb
        and tokens[group.verb].lemma == "be"
        and not group.negative
        and tokens[group.verb + 1].lower in ("under", "in", "without", "on", "at")
        and after is not None
        and after.tense in (PRESENT, MODAL, WILL, PERFECT)
        and not any(each.tense in (PAST, PLUPERFECT) for each in verbs[:number])
        and tokens[after.start - 1].lower in ("and", "but")
    ):
        time = first(found, group.verb + 1, end + 1, (times.SINCE,))
        if (
            time is not None
            and time.start - group.verb <= 5
            and (
                tokens[time.end].lower in times.MONTHS | times.DAYS
                or YEAR_NUMBER.fullmatch(tokens[time.end].text)
            )
        ):
            yield slip(
                "lasting",
                tokens[group.verb],
                tokens[group.verb],
                [f"{have} been"],
                f"'Since' goes with the present perfect: '{have} been'.",
            )
