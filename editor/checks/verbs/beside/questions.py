"""Clauses with "how", "where" and the like: "it was not clear how the fire has started", "where the thief has hidden it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.beside.lists import TELLING
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.steps import link
from editor.checks.verbs.subject import is_single
from editor.text.model import Token
from editor.text.verbgroups import PAST, PERFECT, Group, reach
from editor.values import Severity


def unclear_how(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "It was not clear on Monday how the fire has started"."""
    if tokens[one.verb].lower != "was" or two.tense != PERFECT or not tokens[two.start].space:
        return
    between = tokens[one.verb + 1 : two.start]
    if not any(
        each.lower in ("clear", "unclear", "known", "unknown", "uncertain", "obvious") for each in between[:3]
    ):
        return
    at = link(tokens, one, two, ("how", "why", "who", "what", "whether", "where", "when", "if"))
    if at < 0 or not (at + 1 == two.start or is_single(tokens, at + 1, two.start)):
        return
    helper = tokens[two.start]
    yield slip(
        "sequence", helper, helper, ["had"], "What was over by then stands in the past perfect: 'had'."
    )


def where_perfect(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Found the money where the thief has hidden it"."""
    if (
        one.tense != PAST
        or one.running
        or two.tense != PERFECT
        or two.negative
        or tokens[one.verb].lemma in TELLING | {"be", "show", "visit", "live"}
    ):
        return
    where = link(tokens, one, two, ("where",))
    if (
        where < 0
        or where - one.verb > 5
        or tokens[where - 1].text == ","
        or tokens[where - 1].tag == "NNP"
        or not is_single(tokens, where + 1, two.start)
    ):
        return
    if two.running or tokens[two.verb].lower == "been":
        return
    # "where the suspect has worked since May" reaches to the present.
    if any(each.lower == "since" for each in tokens[two.verb + 1 : reach(tokens, two.verb) + 1]):
        return
    helper = tokens[two.start]
    if helper.space:
        yield slip(
            "sequence",
            helper,
            helper,
            ["had"],
            "What was over by then stands in the past perfect: 'had'.",
            Severity.QUERY,
        )
