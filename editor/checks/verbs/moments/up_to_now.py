"""Pasts beside what reaches to now: "did not recover the painting yet", "nobody was hurt so far"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject, have_after
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PERFECT, PRESENT, Group, inflected, reach
from editor.text.words import words
from editor.values import Severity

_GROWS = words(
    "lose gain rise fall grow drop double triple decline increase shrink climb improve worsen spread win become change"
)


def not_yet(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Did not recover the painting yet, a spokesman said"."""
    if (
        group.tense != PAST
        or not group.negative
        or tokens[group.start].lower != "did"
        or not has_subject(tokens, group)
    ):
        return
    end = min(reach(tokens, group.verb), group.verb + 9, len(tokens) - 1)
    for at in range(group.verb + 1, end):
        if tokens[at].lower == "yet" and (
            tokens[at + 1].text in (".", ",")
            or tokens[at + 1].lower
            in ("whether", "if", "how", "what", "who", "where", "why", "which", "when", "on", "about")
        ):
            done = inflected(tokens[group.verb], "VBN")
            have = have_after(tokens[group.start - 1])
            if done:
                yield slip(
                    "lasting",
                    tokens[group.start],
                    tokens[group.verb],
                    [f"{have} not {done}"],
                    f"'Yet' goes with the present perfect: '{have} not {done}'.",
                )
            return


def up_to_now(
    tokens: Sequence[Token], found: Sequence[Time], group: Group, after: Group | None
) -> Iterator[Slip]:
    """ "Nobody was hurt so far", "lost half of its value over the past 12 months, and its shares are still falling"."""
    if (
        group.tense != PAST
        or group.negative
        or not has_subject(tokens, group)
        or tokens[group.start].lower == "did"
    ):
        return
    have = have_after(tokens[group.start - 1])
    end = reach(tokens, group.verb)
    if group.passive and not group.running and tokens[group.start].space:
        so_far = first(found, group.verb + 1, end, (times.SO_FAR,))
        if (
            so_far is not None
            and so_far.start - group.verb <= 4
            and tokens[so_far.start].lower == "so"
            and not any(each.tag in ("JJS", "RBS") for each in tokens[group.verb : so_far.start])
        ):
            yield slip(
                "lasting",
                tokens[group.start],
                tokens[group.start],
                [f"{have} been"],
                f"'So far' goes with the present perfect: '{have} been'.",
                Severity.QUERY,
            )
        return
    recent = first(found, group.verb + 1, end, (times.RECENT,))
    done = inflected(tokens[group.verb], "VBN")
    if (
        recent is not None
        and done
        and group.start == group.verb
        and tokens[recent.start].lower in ("over", "in", "during")
        and tokens[group.verb].lemma in _GROWS
        and after is not None
        and after.tense in (PRESENT, PERFECT)
        and after.start - recent.end <= 5
        and not any(each.tag in ("IN", "WDT", "WP") for each in tokens[recent.end : after.start])
    ):
        yield slip(
            "lasting",
            tokens[group.verb],
            tokens[group.verb],
            [f"{have} {done}"],
            f"A time that reaches to the present goes with the present perfect: '{have} {done}'.",
            Severity.QUERY,
        )
