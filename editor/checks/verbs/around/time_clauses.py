"""A clause of time beside a past tense: "fled when they have heard", "stopped two hours after it has separated"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.around.now import UP_TO_NOW
from editor.checks.verbs.events import ONCE
from editor.checks.verbs.past import past_around, simple_past
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import is_subject
from editor.text.model import Token
from editor.text.verbgroups import BREAKS, PAST, PERFECT, PLUPERFECT, PRESENT, Group
from editor.text.words import words

_TIMING = words("before after when until once till")
# "Ruled out talks until the army withdraws": their "until" may still lie ahead.
_HOLDS = words(
    """rule refuse reject vow pledge promise threaten decide agree order urge bar ban delay postpone suspend halt block
    freeze extend forbid prohibit call"""
)
# "Promised greater security when they go to vote": what is told of still lies ahead.
_LOOKING_AHEAD = words(
    "promise pledge vow warn urge advise offer guarantee threaten agree want hope plan expect order ask tell"
)


def clause_of_time(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Stopped two hours after it has separated", "fled when they have heard", "blew just as the ball is crossing"."""
    at = _link(tokens, one, two)
    if at < 0 or at - one.verb > 14 or not is_subject(tokens, at + 1, two.start):
        return
    word = tokens[at].lower
    # "The family of a man who died after a fight has demanded": the second verb may be that of the family.
    if tokens[one.start - 1].tag in ("WP", "WDT") and word in ("after", "before", "until"):
        return
    if not _tells(tokens, one) or _parted(tokens, one, two, at):
        return
    if any(each.lower in UP_TO_NOW | {"never"} for each in tokens[two.start + 1 : two.verb + 5]) or any(
        each.lower in UP_TO_NOW for each in tokens[one.start : one.verb]
    ):
        return
    if two.tense == PERFECT and not two.negative:
        if word in ("before", "until", "till") and tokens[at + 1].lower != "now":
            rest = " ".join(each.text for each in tokens[two.start + 1 : two.verb + 1])
            fixes = [each for each in (simple_past(tokens, two), f"had {rest}") if each is not None]
            message = "The past around it asks for the past."
            yield slip("around", tokens[two.start], tokens[two.verb], fixes, message)
        else:
            yield from past_around(tokens, two, done=word in ("after", "once", "soon"))
    elif two.tense == PRESENT and _happens(tokens, two, word) and not _lies_ahead(tokens[one.verb], word):
        yield from past_around(tokens, two, done=word == "after")


def _link(tokens: Sequence[Token], one: Group, two: Group) -> int:
    """Where the conjunction of time before the second verb stands; -1 where there is none."""
    return next(
        (
            at
            for at in range(two.start - 1, one.verb, -1)
            if tokens[at].lower in _TIMING
            or (tokens[at].lower == "as" and tokens[at - 1].lower in ("just", "soon"))
        ),
        -1,
    )


def _tells(tokens: Sequence[Token], group: Group) -> bool:
    """Whether the verb tells of the past, and is none beside which a present may stand: "was clear when", "asked when"."""
    if group.tense not in (PAST, PLUPERFECT):
        return False
    verb = tokens[group.verb]
    shut = verb.lemma == "be" and group.verb + 1 < len(tokens) and "VBN" in tokens[group.verb + 1].tags
    return shut or group.passive or verb.lemma not in ("say", "be", "would", "mean", "ask", "wonder")


def _parted(tokens: Sequence[Token], one: Group, two: Group, link: int) -> bool:
    """Whether something between the first verb and the conjunction may be what the clause of time belongs to."""
    purpose = two.tense != PERFECT or tokens[link].lower != "until"
    return any(
        each.tag in BREAKS | {"MD", "WDT", "WP", ","}
        or (purpose and each.tag == "TO" and tokens[at + 1].tag == "VB")
        or each.lower in UP_TO_NOW | {"that", "only"}
        or (each.lower == "than" and tokens[at - 1].lower not in ("more", "less", "fewer"))
        for at, each in enumerate(tokens[one.verb + 1 : link], one.verb + 1)
    )


def _happens(tokens: Sequence[Token], group: Group, word: str) -> bool:
    """Whether the present tells what went on or happened at that time, rather than a state of today."""
    verb = tokens[group.verb]
    if verb.lemma in ("be", "have"):
        return False
    if group.running:
        return word in ("when", "as")
    return group.start == group.verb and verb.lemma in ONCE


def _lies_ahead(verb: Token, word: str) -> bool:
    """Whether what is told after this verb of the past may still be to come."""
    return verb.lemma in _LOOKING_AHEAD or (word in ("until", "till") and verb.lemma in _HOLDS)
