"""Futures beside a time that is over: "will announce last week"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.finished import EVENT_NAMES
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import WILL, Group, inflected, reach


def will_in_the_past(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Will announce last week"."""
    if (
        group.tense != WILL
        or tokens[group.start].lower != "will"
        or tokens[group.verb].tag != "VB"
        or not has_subject(tokens, group)
    ):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.PAST,))
    if time is None or time.start - group.verb > 5:
        return
    gap = tokens[group.verb + 1 : time.start]
    if any(
        each.lower in EVENT_NAMES
        or each.tag in ("IN", "CC", "VBN", "CD", "TO")
        or each.lower in ("the", "their", "its")
        for each in gap
    ):
        return
    after = tokens[time.end] if time.end < len(tokens) else None
    if after is None or after.tag not in (".", ",", "IN", "WDT"):
        return
    form = inflected(tokens[group.verb], "VBD")
    if form:
        fix = f"did not {tokens[group.verb].text}" if group.negative else form
        yield slip(
            "around", tokens[group.start], tokens[group.verb], [fix], f"The time beside it is over: '{fix}'."
        )
