"""How long a thing of the past lasted: "a ferry was waiting for two hours"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PRESENT, Group, inflected, reach
from editor.text.words import words
from editor.values import Severity

_UP_TO = words("in from until at to")
_AHEAD = words("plan look hope go prepare ask head leave plead miss")


def ran_for(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], group: Group
) -> Iterator[Slip]:
    """ "A ferry was waiting for two hours", "prices were falling for seven straight months, and economists see"."""
    if group.tense != PAST or not group.running or group.passive or tokens[group.verb].tag != "VBG":
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.SPAN,))
    if time is None or time.end >= len(tokens) or time.start - group.verb > 8:
        return
    if tokens[time.end].tag not in (".", ",", "CC", "IN") or tokens[time.end].lower in _UP_TO:
        return
    verb = tokens[group.verb]
    if verb.lemma in _AHEAD:
        return
    lead = tokens[group.start]
    after = next((each for each in verbs if each.start > group.verb), None)
    past = inflected(verb, "VBD")
    have = "has" if lead.lower == "was" else "have"
    fixes = (
        [f"{have} been {verb.text}", f"had been {verb.text}"]
        if after is not None and after.tense == PRESENT
        else [past or "", f"had been {verb.text}"]
    )
    yield slip(
        "around",
        lead,
        verb,
        [each for each in fixes if each],
        "How long it lasted goes with the simple past or a perfect.",
        Severity.QUERY,
    )
