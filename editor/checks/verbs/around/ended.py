"""A perfect that a clause of time ends: "has stopped playing when drops began"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.around.now import UP_TO_NOW
from editor.checks.verbs.past import past_around
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.steps import before_adverbs, link
from editor.checks.verbs.subject import is_subject
from editor.text.model import Token
from editor.text.verbgroups import BREAKS, PAST, PERFECT, Group
from editor.text.words import words

_SHORTLY = words("shortly soon immediately minutes hours days weeks months day hour week")
_SPANS = words("years months times days time day than as")


def ends_perfect(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Has been seen leaving the chapel shortly before the fire started", "has stopped playing when drops began"."""
    if one.tense != PERFECT or two.tense != PAST or one.negative or two.running:
        return
    at = link(tokens, one, two, ("before", "after", "when"))
    if at < 0 or at - one.verb > 9 or not is_subject(tokens, at + 1, two.start):
        return
    start = before_adverbs(tokens, one.start - 1)
    if start < 0 or tokens[start].tag in ("MD", "TO"):
        return
    if any(
        each.tag in BREAKS | {"TO", "MD", "WDT", "WP", ",", "CD", "VBD", "VBN"}
        or each.lower in UP_TO_NOW | {"that", "than", "recent", "past", "last"}
        for each in tokens[one.verb + 1 : at]
    ):
        return
    if any(
        each.lower in UP_TO_NOW | {"just", "only", "long", "never", "rising", "falling", "growing"}
        for each in tokens[one.start : one.verb + 1]
    ):
        return
    left = tokens[at - 1].lower
    if left in _SHORTLY if tokens[at].lower == "after" else left not in _SPANS:
        yield from past_around(tokens, one)
