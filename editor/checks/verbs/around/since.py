"""The past before what has since happened: "reaches Mars in February and has since returned 40,000 images"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.events import NARRATED
from editor.checks.verbs.past import past_around
from editor.checks.verbs.slip import Slip
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PERFECT, PRESENT, Group, reach
from editor.text.words import words

_ENDURING = words("be have say do know remain live work think believe own include seem")
_BEFORE_VERB = frozenset(["NN", "NNS", "NNP", "PRP", "WDT", "WP", "RB"])


def has_since(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Reaches Mars in February and has since returned 40,000 images"."""
    then = next(
        (
            each
            for each in verbs
            if each.tense == PERFECT and any(word.lower == "since" for word in tokens[each.start : each.verb])
        ),
        None,
    )
    if then is None:
        return
    time = first(found, 0, then.start, (times.PAST, times.YEAR, times.DATE, times.MONTH))
    for group in verbs:
        if group.start >= then.start:
            return
        verb = tokens[group.verb]
        if (
            group.tense == PRESENT
            and group.start == group.verb
            and not group.negative
            and (time is not None or verb.lemma in NARRATED)
        ):
            if (
                verb.lemma not in _ENDURING
                and tokens[group.start - 1].tag in _BEFORE_VERB
                and (group.start == 1 or not any(each.tag == "MD" for each in tokens[: group.start]))
            ):
                yield from past_around(tokens, group)
        elif (
            group.tense == PERFECT
            and time is not None
            and time.start > group.verb
            and time.start < reach(tokens, group.verb)
        ):
            yield from past_around(tokens, group)
