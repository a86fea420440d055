"""Pasts that were over by another past: "by the time firefighters arrived, the roof collapsed", "was at sea for 40 days when"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.events import HAPPENS
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, Group, inflected
from editor.values import Severity


def by_the_time(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "By the time firefighters arrived, the roof collapsed"."""
    start = 1 if tokens[0].tag == "``" else 0
    if (
        [each.lower for each in tokens[start : start + 3]] != ["by", "the", "time"]
        or one.tense != PAST
        or two.tense != PAST
        or two.start != two.verb
    ):
        return
    verb = tokens[two.verb]
    comma = next((at for at in range(one.verb, two.start) if tokens[at].text == ","), None)
    if comma is None or one.start - start > 9 or verb.lemma not in HAPPENS or two.negative:
        return
    between = tokens[comma + 1 : two.start]
    if (
        not 0 < len(between) <= 6
        or any(each.tag in ("WDT", "WP", "VBG", "CC", ",", "IN") for each in between)
        or not has_subject(tokens, two)
    ):
        return
    if any(tokens[at].tag in ("VBD", "VBZ") for at in range(start + 3, one.start)):
        return
    done = inflected(verb, "VBN")
    if done:
        yield slip(
            "sequence",
            verb,
            verb,
            [f"had {done}"],
            f"What was over by then stands in the past perfect: 'had {done}'.",
            Severity.QUERY,
        )


def stretch_when(tokens: Sequence[Token], found: Sequence[Time], one: Group, two: Group) -> Iterator[Slip]:
    """ "Was at sea for 40 days when the engine failed"."""
    if (
        one.tense != PAST
        or two.tense != PAST
        or one.start != one.verb
        or tokens[one.verb].lemma not in ("be", "work", "live", "serve")
    ):
        return
    span = first(found, one.verb + 1, two.start, (times.SPAN,))
    if (
        span is None
        or span.end >= len(tokens)
        or tokens[span.end].lower != "when"
        or two.start - span.end > 7
    ):
        return
    if (
        span.start - one.verb > 7
        or one.negative
        or not has_subject(tokens, one)
        or tokens[one.verb + 1].lower == "there"
    ):
        return
    verb = tokens[one.verb]
    done = "been" if verb.lemma == "be" else inflected(verb, "VBN")
    yield slip(
        "sequence",
        verb,
        verb,
        [f"had {done}"],
        f"How long it had lasted by then stands in the past perfect: 'had {done}'.",
        # "in office for four years when the economy grew" may tell what happened during them.
        Severity.QUERY if tokens[span.end - 1].lower in ("years", "decades") else None,
    )
