"""Presents with a stretch of time: "is without water for three weeks", "works there for 20 years"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.lasting.perfect import perfect
from editor.checks.verbs.slip import Slip
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PRESENT, Group, reach
from editor.text.words import words

_PLACES = words(
    "detention prison jail hospital custody exile power office hiding court limbo talks intensive"
)
_BOUNDING = words("after before from until in as because if at a each every per of")
_CONDITIONS = words("without under closed missing ill unemployed homeless married shut empty dead here")
_RUNNING = words("""live work wait fight suffer struggle try protest lead run teach serve hide burn use sleep miss reign rule govern stand sit hang rot
    rust boycott study come""")
_ENDURING = words("suffer struggle serve live know wait lead head own govern")


def for_stretch(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Is without water for three weeks", "works there for 20 years"."""
    if group.tense != PRESENT or group.negative:
        return
    end = reach(tokens, group.verb)
    if (
        end < len(tokens)
        and tokens[end].lower == "as"
        and tokens[group.verb].lemma in ("serve", "work", "act", "reign")
    ):
        end = reach(tokens, end)
    time = first(found, group.verb + 1, end + 1, (times.SPAN,))
    if time is None or time.start > group.verb + 10 or not _is_whole(tokens, time):
        return
    if not _goes_on(tokens, group, time) or any(
        each.lower == "to" for each in tokens[group.verb + 1 : time.start]
    ):
        return
    yield from perfect(
        tokens, group, "A stretch of time up to now goes with the present perfect", since=False
    )


def _is_whole(tokens: Sequence[Token], time: Time) -> bool:
    """Whether the stretch is one of days or more, and nothing that follows bounds it: "for three weeks from May", "for a day each"."""
    if tokens[time.end - 1].lower.rstrip("s") in ("hour", "minute", "second"):
        return False
    if time.end >= len(tokens):
        return True
    after = tokens[time.end]
    return after.tag in (".", ",", "CC", "RB", "IN", "''") and after.lower not in _BOUNDING


def _goes_on(tokens: Sequence[Token], group: Group, time: Time) -> bool:
    """Whether the verb tells of a state or an activity that has gone on till now, rather than of a habit or a plan."""
    verb = tokens[group.verb]
    if verb.lemma == "be":
        after = tokens[group.verb + 1].lower if group.verb + 1 < len(tokens) else ""
        place = tokens[group.verb + 2].lower if group.verb + 2 < len(tokens) else ""
        return after in _CONDITIONS or (after == "in" and place in _PLACES)
    if group.running and not group.passive:
        return verb.lemma in _RUNNING
    return verb.lemma in _ENDURING or (
        verb.lemma in ("work", "teach", "play", "exist", "run")
        and any(each.lower in ("there", "here", "professionally") for each in tokens[group.verb : time.start])
    )
