"""What is told in the past: "said the victim has left at 1 a.m. and was last seen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.around.now import UP_TO_NOW
from editor.checks.verbs.past import past_around
from editor.checks.verbs.slip import Slip, future_in_past, slip
from editor.checks.verbs.subject import is_subject
from editor.text.model import Token
from editor.text.verbgroups import BREAKS, PAST, PERFECT, PLUPERFECT, PRESENT, WILL, Group
from editor.text.words import words
from editor.values import Severity

_REPORTS = words("""say tell report claim admit deny announce argue insist explain add confirm find discover learn notice realize realise
    testify allege recall remember note acknowledge reveal state write warn hear believe think know complain concede suspect""")
_VIEWS = words("unclear unknown clear sure unsure uncertain aware proud sad happy sorry")


def reported(tokens: Sequence[Token], verbs: Sequence[Group], one: Group, two: Group) -> Iterator[Slip]:
    """ "Said the victim has left at 1 a.m. and was last seen", "said they will not return until he had been buried"."""
    if one.tense != PAST or one.running or tokens[one.verb].lemma not in _REPORTS:
        return
    start = one.verb + 1
    if tokens[start].lower == "that":
        start += 1
    if not is_subject(tokens, start, two.start):
        return
    helper = tokens[two.start]
    after = next((each for each in verbs if each.start > two.verb), None)
    if after is None or not helper.space:
        return
    between = tokens[two.verb + 1 : after.start]
    if any(each.tag in BREAKS | {"WDT", "WP"} for each in between) or len(between) > 12:
        return
    if two.tense == PERFECT:
        yield from _earlier(tokens, two, after)
    elif two.tense == WILL and helper.lower == "will" and after.tense == PLUPERFECT:
        if any(each.lower in ("until", "before", "after", "once", "unless", "if") for each in between):
            yield future_in_past("around", helper)
    elif (
        two.tense == PRESENT
        and tokens[two.verb].lemma == "be"
        and two.start == two.verb
        and after.tense == PAST
        and any(each.lower == "when" for each in between)
        and tokens[two.verb + 1].tag == "JJ"
        and between[-1].tag == "PRP"
        and tokens[two.verb + 1].lower not in _VIEWS
    ):
        yield from past_around(tokens, two)


def _earlier(tokens: Sequence[Token], two: Group, after: Group) -> Iterator[Slip]:
    """The perfect that is over before what the next verb tells: "the victim has left at 1 a.m. and was last seen"."""
    helper = tokens[two.start]
    between = tokens[two.verb + 1 : after.start]
    told = "Told in the past, what was over by then takes 'had'."
    simple = after.tense == PAST and not after.running
    if between and between[-1].lower in ("and", "but", "later", "then"):
        if after.tense == PLUPERFECT:
            yield slip("around", helper, helper, ["had"], "Joined to 'had', the verb takes 'had'.")
        elif simple and not any(each.lower in UP_TO_NOW for each in between):
            yield slip("around", helper, helper, ["had"], told, Severity.QUERY)
    elif (
        simple
        and tokens[after.verb].lemma != "say"
        and len(between) > 1
        and next((each.lower for each in reversed(between[:-1]) if each.tag in ("IN", "WRB")), "")
        in ("when", "before", "until")
        and between[-1].tag in ("PRP", "NN", "NNS", "NNP")
        and not any(each.lower in UP_TO_NOW for each in tokens[two.start : after.start])
    ):
        yield slip("around", helper, helper, ["had"], told)
