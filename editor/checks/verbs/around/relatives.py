"""Relative clauses that tell of the past: "who dies in 2003", "a passenger who boards without a passport was discovered"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.around.now import UP_TO_NOW
from editor.checks.verbs.events import NARRATED, ONCE
from editor.checks.verbs.past import past_around
from editor.checks.verbs.slip import Slip
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PERFECT, PLUPERFECT, PRESENT, Group, reach
from editor.text.words import words
from editor.values import Severity

# A time after one of these belongs to them: "who dies after a crash in 2003".
_OTHERS = words("since from of about by after between until")
_OFFICES = words("reign rule serve live work teach play hold")


def relative_of_the_past(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]
) -> Iterator[Slip]:
    """ "Who dies in 2003", "a passenger who boards without a passport was discovered"."""
    for number, group in enumerate(verbs):
        if not _is_relative(tokens, group):
            continue
        verb = tokens[group.verb]
        end = reach(tokens, group.verb)
        if any(each.lower in UP_TO_NOW | {"usually", "normally"} for each in tokens[group.verb : end]):
            continue
        time = first(
            found, group.verb + 1, end, (times.PAST, times.YEAR, times.SPAN, times.DATE, times.MONTH)
        )
        told = _is_told(tokens, next((each for each in verbs[number + 1 :] if each.start >= end), None))
        if time is not None and time.kind in (times.PAST, times.YEAR) and verb.lemma in ONCE:
            if not any(
                each.lower in _OTHERS or each.tag == "VBN" for each in tokens[group.verb + 1 : time.start]
            ):
                yield from past_around(tokens, group)
        elif not told or verb.tag != "VBZ":
            continue
        elif time is not None and verb.lemma in ONCE | _OFFICES:
            yield from past_around(tokens, group)
        elif (
            verb.lemma in NARRATED
            and tokens[group.start - 2].tag != ","
            and group.start > 2
            and tokens[group.start - 3].lower in ("a", "an")
        ):
            yield from past_around(tokens, group, severity=Severity.QUERY)


def _is_relative(tokens: Sequence[Token], group: Group) -> bool:
    """Whether the verb is a plain present right after "who" or "which" that follows a noun."""
    return (
        group.tense == PRESENT
        and group.start == group.verb
        and group.start >= 2
        and not group.negative
        and tokens[group.start - 1].lower in ("who", "which")
        and tokens[group.start - 2].tag in (",", "NN", "NNS", "NNP")
        and tokens[group.verb + 1].lower != "place"
    )


def _is_told(tokens: Sequence[Token], after: Group | None) -> bool:
    """Whether the verb after the relative clause tells of the past: "was discovered", "has since left"."""
    return after is not None and (
        after.tense in (PAST, PLUPERFECT)
        or (
            after.tense == PERFECT and any(each.lower == "since" for each in tokens[after.start : after.verb])
        )
    )
