"""Times that reach to now: "claims responsibility so far", "treats 2,100 children over the past six weeks", "over the past decade the city lost"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.lasting.perfect import perfect
from editor.checks.verbs.slip import Slip
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PRESENT, Group, reach
from editor.text.words import words
from editor.values import Severity

_DONE = words("""treat kill injure arrest build open close sell buy hire fire win lose receive send rescue destroy publish produce collect
    deport detain register record report attract create cut add issue make spend pay raise visit travel score""")
# States, and verbs whose object has the "so far": "brings the total so far to 12", "the book contains one name so far".
_STATES = words("""be have seem look remain say appear mean show suggest indicate stand include total bring take put contain hold list
    carry raise count number feature""")
_AFTER_SO_FAR = words(". , for in to on and but this")


def so_far(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Nobody claims responsibility so far"."""
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.SO_FAR,))
    if (
        time is None
        or tokens[time.start].lower == "until"
        or tokens[time.start - 1].tag in ("IN", "JJ", "CC")
    ):
        return
    verb = tokens[group.verb]
    if group.start != group.verb and not group.negative:
        return
    if verb.lemma in _STATES:
        return
    if time.end < len(tokens) and tokens[time.end].lower not in _AFTER_SO_FAR:
        return
    if group.tense == PRESENT and time.start - group.verb <= 6:
        yield from perfect(tokens, group, "'So far' goes with the present perfect", since=False, free=True)


def counted_deeds(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "The clinic treats 2,100 children over the past six weeks"."""
    if group.tense != PRESENT or group.start != group.verb:
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.RECENT,))
    if (
        time is None
        or time.start - group.verb > 9
        or tokens[time.start].lower not in ("over", "in", "during")
    ):
        return
    verb = tokens[group.verb]
    if verb.lemma not in _DONE or not any(
        each.tag == "CD" for each in tokens[group.verb + 1 : group.verb + 4]
    ):
        return
    yield from perfect(
        tokens, group, "A time up to now goes with the present perfect", since=False, free=True
    )


def opened_by_time(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Over the past decade the city lost", "So far the ministry did not comment", "In recent years the number doubled"."""
    time = next(
        (each for each in found if each.start <= 1 and each.kind in (times.RECENT, times.SO_FAR)), None
    )
    if (
        time is None
        or group.start <= time.end
        or group.start > time.end + 9
        or tokens[time.end].lower in ("of", "so")
    ):
        return
    between = tokens[time.end : group.start]
    if any(
        each.tag in ("IN", "WDT", "WP", "VBG", "VBN", "CC", "``") and each.lower != "of" for each in between
    ):
        return
    if first(found, group.verb, len(tokens), (times.PAST, times.YEAR, times.DAY, times.BEFORE)) is not None:
        return
    if any(each.tag in ("VBD",) and each.lemma == "say" for each in tokens[group.verb + 1 :]):
        return
    verb = tokens[group.verb]
    if group.tense == PAST and (group.running or verb.lemma in ("say", "have")):
        return
    if group.tense == PRESENT and (time.kind != times.RECENT or verb.lemma not in ("be", "live", "work")):
        return
    if group.tense not in (PAST, PRESENT):
        return
    severity = None if time.kind == times.SO_FAR or group.tense == PRESENT else Severity.QUERY
    message = "A time that reaches to the present goes with the present perfect"
    yield from perfect(tokens, group, message, since=False, sure=True, severity=severity)
