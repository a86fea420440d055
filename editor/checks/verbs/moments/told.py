"""What somebody said of the past: "admitted that he takes the money in 2018", "said that he never saw the weapon before the trial"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.finished import EVENT_NAMES
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PRESENT, Group, inflected, reach
from editor.text.words import words
from editor.values import Severity

_SAID = words(
    "said told admitted denied claimed testified confirmed acknowledged reported alleged recalled insisted added argued found"
)
# A time after one of these belongs to them: "takes the money after a trip in 2018".
_OTHERS = words("since from than of after before until by to for on about signed made")


def said_then(
    tokens: Sequence[Token], found: Sequence[Time], before: Group | None, group: Group
) -> Iterator[Slip]:
    """ "Admitted that he takes the money in 2018"."""
    if (
        before is None
        or group.tense != PRESENT
        or before.tense != PAST
        or tokens[before.verb].lower not in _SAID
        or before.passive
    ):
        return
    if (
        group.start - before.verb > 8
        or not has_subject(tokens, group)
        or any(
            each.tag in ("``", "''", ",", "WP", "WDT", "WRB", "CC")
            for each in tokens[before.verb : group.start]
        )
    ):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.PAST, times.YEAR))
    if time is None or time.start - group.verb > 8 or (group.start != group.verb and not group.passive):
        return
    if any(
        each.lower in _OTHERS or each.lower in EVENT_NAMES for each in tokens[group.verb + 1 : time.start]
    ):
        return
    if tokens[group.verb].lemma in ("remember", "know", "recall", "regret", "say"):
        return
    yield from past_of(tokens, group, done=True)


def never_before(tokens: Sequence[Token], before: Group | None, group: Group) -> Iterator[Slip]:
    """ "Told the court that he never saw the weapon before the trial"."""
    if (
        before is None
        or before.tense != PAST
        or group.tense != PAST
        or group.start != group.verb
        or tokens[before.verb].lower not in _SAID
    ):
        return
    if (
        tokens[group.start - 1].lower != "never"
        or tokens[group.start - 2].tag not in ("PRP", "NN", "NNS", "NNP")
        or tokens[group.verb].lemma in ("be", "have", "want")
    ):
        return
    end = reach(tokens, group.verb)
    done = inflected(tokens[group.verb], "VBN")
    if done and any(each.lower == "before" for each in tokens[group.verb + 1 : end + 1]):
        adverb = tokens[group.start - 1]
        yield slip(
            "sequence",
            adverb,
            tokens[group.verb],
            [f"had never {done}"],
            f"What was over by then stands in the past perfect: 'had never {done}'.",
            Severity.QUERY,
        )
