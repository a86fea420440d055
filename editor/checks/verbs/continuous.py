"""Continuous tenses of what is counted, recurs or happens at once, and the simple past of what went on at a moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.deeds import ALWAYS, DEEDS, is_simple_past
from editor.checks.verbs.slip import Slip, slip
from editor.text.clausal import JOINED, Clause
from editor.text.model import Token
from editor.text.times import Time
from editor.text.verbgroups import PAST, PRESENT, inflected
from editor.text.words import words
from editor.values import Severity

_AT_ONCE = words("topple explode burst crash fall hit die kill slip snap strike break win score arrive reach find discover drop catch grab throw arrest "
                 "enter leave")  # fmt: skip
_ACTIVITIES = words("""talk drive sleep text eat drink work walk carry travel wear watch play wait sit speak run ride fly cook read write smoke argue swim
    fish film record cross chat train study teach celebrate pray dance sing march queue shop unload load tow cruise doze nap scroll type look""")
_TURNS = words("moment time hour instant")
_RECURRING = words("year month week summer winter spring autumn season morning evening night weekend monsoon monday tuesday wednesday thursday friday "
                   "saturday sunday january february march april may june july august september october november december christmas decade")  # fmt: skip
_CHANGING = words("grow rise fall get become increase decrease improve worsen lose gain shrink decline die change expand move sell poach talk go try "
                  "make add kill double arrive come face see hire spend")  # fmt: skip


def continuous(tokens: Sequence[Token], found: Sequence[Time], chain: Sequence[Clause]) -> Iterator[Slip]:
    """Continuous tenses that do not fit, and simple ones that should be continuous."""
    for number, clause in enumerate(chain):
        yield from _counted(tokens, clause)
        yield from _recurring(tokens, clause)
        if number == 0:
            yield from _at_the_moment(tokens, clause)
        if clause.governor >= 0:
            yield from _at_once(tokens, clause, chain[clause.governor])


def _counted(tokens: Sequence[Token], clause: Clause) -> Iterator[Slip]:
    """ "Was winning the national title twice before moving"."""
    group = clause.group
    if (
        not group.running
        or group.passive
        or group.tense != PAST
        or group.negative
        or tokens[group.verb].tag != "VBG"
    ):
        return
    end = min(clause.end, len(tokens) - 1)
    for at in range(group.verb + 1, end):
        twice = tokens[at].lower == "twice" or (tokens[at].lower == "times" and tokens[at - 1].tag == "CD")
        if twice and tokens[at + 1].lower not in (
            "the",
            "as",
            "a",
            "an",
            "more",
            "its",
            "his",
            "her",
            "their",
            "per",
            "daily",
            "weekly",
        ):
            past = inflected(tokens[group.verb], "VBD")
            if past:
                yield slip(
                    "around",
                    tokens[group.start],
                    tokens[group.verb],
                    [past],
                    f"What is counted stands in the simple past: '{past}'.",
                )
            return


def _recurring(tokens: Sequence[Token], clause: Clause) -> Iterator[Slip]:
    """ "Is flooding the market every monsoon"."""
    group = clause.group
    if (
        not group.running
        or group.passive
        or group.tense != PRESENT
        or group.negative
        or tokens[group.verb].lemma in _CHANGING
    ):
        return
    if (
        tokens[group.verb].tag != "VBG"
        or not tokens[group.start].space
        or ALWAYS & {each.lower for each in tokens[group.start : group.verb]}
    ):
        return
    end = min(clause.end, len(tokens) - 1)
    if any(each.lower == "since" for each in tokens[group.verb : end + 2]):
        return
    for at in range(group.verb + 1, end):
        if tokens[at].lower == "every" and tokens[at + 1].lower in _RECURRING:
            form = inflected(
                tokens[group.verb], "VB" if tokens[group.start].lower in ("are", "am") else "VBZ"
            )
            if form:
                message = f"What recurs stands in the simple present: '{form}'."
                yield slip("states", tokens[group.start], tokens[group.verb], [form], message, Severity.QUERY)
            return


def _at_the_moment(tokens: Sequence[Token], clause: Clause) -> Iterator[Slip]:
    """ "At the moment of the crash, the driver talked on his phone"."""
    group = clause.group
    if (
        [each.lower for each in tokens[:2]] != ["at", "the"]
        or tokens[2].lower not in _TURNS
        or tokens[3].lower != "of"
    ):
        return
    verb = tokens[group.verb]
    if not is_simple_past(clause) or verb.lemma not in _ACTIVITIES or clause.subject > 12:
        return
    running = inflected(verb, "VBG")
    be = (
        "were"
        if tokens[group.start - 1].tag in ("NNS", "NNPS") or tokens[group.start - 1].lower in ("they", "we")
        else "was"
    )
    if running:
        message = f"What went on at that moment takes the continuous: '{be} {running}'."
        yield slip("around", verb, verb, [f"{be} {running}"], message, Severity.QUERY)


def _at_once(tokens: Sequence[Token], clause: Clause, above: Clause) -> Iterator[Slip]:
    """ "A second pylon was toppling without warning and killed a foreman"."""
    group = above.group
    if (
        not group.running
        or group.passive
        or group.tense != PAST
        or tokens[group.verb].lemma not in _AT_ONCE
        or tokens[group.verb].tag != "VBG"
    ):
        return
    if (
        clause.kind != JOINED
        or clause.subject != clause.group.start
        or clause.group.tense != PAST
        or clause.group.running
        or clause.link < 0
    ):
        return
    if tokens[clause.link].lower != "and" or tokens[clause.group.verb].lemma not in DEEDS:
        return
    past = inflected(tokens[group.verb], "VBD")
    if past:
        message = f"What happens at once stands in the simple past: '{past}'."
        yield slip("around", tokens[group.start], tokens[group.verb], [past], message, Severity.QUERY)
