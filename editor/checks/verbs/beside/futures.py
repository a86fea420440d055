"""Futures told or thought of in the past: "had hoped that the rain will come"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.beside.lists import TELLING
from editor.checks.verbs.slip import Slip, future_in_past, slip
from editor.checks.verbs.subject import has_subject, is_single
from editor.text import times
from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.times import YEAR_NUMBER, Time, first
from editor.text.verbgroups import PAST, PLUPERFECT, WILL, Group, reach
from editor.text.words import words
from editor.values import Severity

_PROMISING = words("promise pledge vow predict forecast")
_THOUGHT = words("hope think fear believe know realize realise assume expect suspect imagine dream")


def will_in_a_year(
    tokens: Sequence[Token], found: Sequence[Time], before: Group | None, group: Group
) -> Iterator[Slip]:
    """ "Told reporters that the tunnel will open in 2019, but work has not begun"."""
    if group.tense != WILL or tokens[group.start].lower != "will" or not has_subject(tokens, group):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.YEAR,))
    if time is None or time.start - group.verb > 5:
        return
    year = tokens[time.end - 1].text
    if not YEAR_NUMBER.fullmatch(year) or int(year) > times.this_year() - 3:
        return
    if (
        before is not None
        and before.tense in (PAST, PLUPERFECT)
        and tokens[before.verb].lemma in TELLING | _PROMISING
    ):
        yield future_in_past("sequence", tokens[group.start])


def hoped(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "The farmers had hoped that the rain will come"."""
    if (
        one.tense not in (PAST, PLUPERFECT)
        or one.passive
        or two.tense != WILL
        or tokens[two.start].text != "will"
        or tokens[one.verb].lemma not in _THOUGHT
    ):
        return
    start = one.verb + 2 if tokens[one.verb + 1].lower == "that" else one.verb + 1
    if not is_single(tokens, start, two.start) or tokens[one.start - 1].tag not in NOUNS | {
        "PRP",
        "WP",
        "CC",
    }:
        return
    yield slip(
        "sequence",
        tokens[two.start],
        tokens[two.start],
        ["would"],
        "Thought of in the past, the future is 'would'.",
        None if one.tense == PLUPERFECT else Severity.QUERY,
    )
