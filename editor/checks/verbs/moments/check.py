"""Tenses that a moment or a stretch named in the sentence rules out: "will announce last week", "holds until Thursday, when shells fell"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.moments.counted import counted_deeds
from editor.checks.verbs.moments.dated import on_the_day
from editor.checks.verbs.moments.durations import for_years
from editor.checks.verbs.moments.ended import until_when
from editor.checks.verbs.moments.futures import will_in_the_past
from editor.checks.verbs.moments.hidden import hidden_after
from editor.checks.verbs.moments.news import told_as_news
from editor.checks.verbs.moments.pluperfects import by_the_time, stretch_when
from editor.checks.verbs.moments.reasons import because
from editor.checks.verbs.moments.told import never_before, said_then
from editor.checks.verbs.moments.up_to_now import not_yet, up_to_now
from editor.checks.verbs.moments.years import from_year_to_year
from editor.checks.verbs.slip import Slip
from editor.text.model import Token
from editor.text.times import Time
from editor.text.verbgroups import Group


def moments(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Tenses beside a time that they don't fit."""
    yield from told_as_news(tokens, found, verbs)
    yield from hidden_after(tokens, verbs)
    for number, group in enumerate(verbs):
        before = verbs[number - 1] if number else None
        after = verbs[number + 1] if number + 1 < len(verbs) else None
        yield from will_in_the_past(tokens, found, group)
        yield from for_years(tokens, found, group)
        yield from until_when(tokens, found, group, after)
        yield from said_then(tokens, found, before, group)
        yield from counted_deeds(tokens, group, after)
        yield from from_year_to_year(tokens, group)
        yield from not_yet(tokens, group)
        yield from on_the_day(tokens, group, before)
        yield from never_before(tokens, before, group)
        yield from up_to_now(tokens, found, group, after)
    for one, two in pairwise(verbs):
        yield from by_the_time(tokens, one, two)
        yield from stretch_when(tokens, found, one, two)
        yield from because(tokens, one, two)
