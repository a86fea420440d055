"""A sentence that opens with the past: "before entering politics, he has worked", "after the quake the mayor says that the town had"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.around.now import UP_TO_NOW
from editor.checks.verbs.past import past_around
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.subject import is_subject
from editor.text.model import Token
from editor.text.verbgroups import PAST, PERFECT, PLUPERFECT, PRESENT, Group
from editor.text.words import words

_SAYS = words("says tells announces admits claims denies reveals warns explains promises")


def before_doing(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Before entering politics, he has worked"."""
    if group.tense != PERFECT or tokens[0].lower not in ("before", "prior") or group.start > 16:
        return
    opens = 2 if tokens[0].lower == "prior" else 1
    if tokens[opens].tag != "VBG" or tokens[group.start - 1].tag not in ("NN", "NNP", "PRP", "NNS"):
        return
    comma = next((at for at in range(opens, group.start) if tokens[at].text == ","), None)
    if comma is None or any(each.lower in UP_TO_NOW for each in tokens[comma : group.verb]):
        return
    # "before joining the firm, he has said, he was poor"
    if group.verb + 1 < len(tokens) and tokens[group.verb + 1].text == ",":
        return
    yield from past_around(tokens, group, done=True)


def after_opening_clause(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "When at last I have opened one, at the wedding, it tasted of nothing"."""
    start = 1 if tokens[0].tag == "``" else 0
    one = verbs[0]
    two = verbs[1] if len(verbs) > 1 else None
    if (
        two is not None
        and tokens[start].lower in ("when", "after", "once", "until", "before")
        and one.tense == PERFECT
        and not one.negative
        and two.tense == PAST
        and tokens[two.verb].lemma not in ("say", "be", "tell", "ask", "add")
        and one.start - start <= 7
    ):
        commas = [at for at in range(one.verb, two.start) if tokens[at].text == ","]
        inner = tokens[start + 1 : two.verb + 3]
        if (
            commas
            and is_subject(tokens, commas[-1] + 1, two.start)
            and not any(each.lower in UP_TO_NOW | {"who", "which", "that"} for each in inner)
        ):
            yield from past_around(tokens, one, done=tokens[start].lower in ("after", "once", "before"))


def says_after(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "After the quake the mayor says on local radio that the town had to be evacuated"."""
    one = verbs[0]
    if (
        tokens[0].lower != "after"
        or tokens[1].lower not in ("the", "a", "an", "his", "her", "their")
        or one.tense != PRESENT
        or one.start != one.verb
        or tokens[one.verb].lower not in _SAYS
        or len(verbs) < 2
        or verbs[1].tense not in (PAST, PLUPERFECT)
        or one.start > 9
    ):
        return
    if any(each.tag in ("WDT", "WP", "``", "VBG") for each in tokens[: one.start]) or tokens[
        one.start - 1
    ].tag not in ("NN", "NNP", "PRP"):
        return
    yield from past_around(tokens, one)
