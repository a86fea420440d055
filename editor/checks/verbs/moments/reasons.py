"""Presents that tell a reason or what went on meanwhile: "arrived late because its bus breaks down", "while guards are sleeping"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.events import SUDDEN
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.steps import link
from editor.checks.verbs.subject import has_subject
from editor.text.model import Token
from editor.text.verbgroups import PAST, PRESENT, Group
from editor.text.words import words
from editor.values import Severity


def because(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Crossed the river while guards are sleeping", "arrived late because its bus breaks down"."""
    if one.tense != PAST or two.tense != PRESENT or tokens[one.verb].lemma in ("say", "tell", "ask", "be"):
        return
    at = link(tokens, one, two, ("because", "while"))
    if (
        at < 0
        or two.start - at > 5
        or at - one.verb > 10
        or not has_subject(tokens, two)
        or tokens[at - 1].text == ","
    ):
        return
    if any(
        each.tag in (",", "``", "''", "WDT", "WP", "TO", "MD", ":")
        for each in tokens[one.verb + 1 : two.start]
    ):
        return
    verb = tokens[two.verb]
    if tokens[at].lower == "while" and two.running and verb.lemma not in ("seek", "try", "remain", "wait"):
        yield from past_of(
            tokens, two, severity=Severity.QUERY if tokens[two.start - 1].tag != "NNS" else None
        )
    elif (
        tokens[at].lower == "because"
        and two.start == two.verb
        and verb.lemma in SUDDEN | words("break fall miss slip stall")
        and verb.tag == "VBZ"
    ):
        yield from past_of(tokens, two, done=True)
