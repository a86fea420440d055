"""A present or a perfect that the past tense around it rules out: "fled when they have heard", "who dies in 2003", "at the time nobody has known"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.around.at_the_time import at_the_time
from editor.checks.verbs.around.bare import left_bare
from editor.checks.verbs.around.durations import ran_for
from editor.checks.verbs.around.ended import ends_perfect
from editor.checks.verbs.around.first_time import first_time
from editor.checks.verbs.around.fronted import after_opening_clause, before_doing, says_after
from editor.checks.verbs.around.hidden import hidden_present
from editor.checks.verbs.around.pluperfects import too_early
from editor.checks.verbs.around.relatives import relative_of_the_past
from editor.checks.verbs.around.reported import reported
from editor.checks.verbs.around.since import has_since
from editor.checks.verbs.around.time_clauses import clause_of_time
from editor.checks.verbs.slip import Slip
from editor.text.model import Token
from editor.text.times import Time
from editor.text.verbgroups import Group


def around(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Presents, futures and perfects that another verb or a time of the past in the sentence rules out."""
    for one, two in pairwise(verbs):
        yield from clause_of_time(tokens, one, two)
        yield from ends_perfect(tokens, one, two)
        yield from reported(tokens, verbs, one, two)
    yield from relative_of_the_past(tokens, found, verbs)
    yield from has_since(tokens, found, verbs)
    yield from before_doing(tokens, verbs[0])
    yield from after_opening_clause(tokens, verbs)
    for one, two in pairwise(verbs):
        yield from first_time(tokens, one, two)
    yield from hidden_present(tokens, found, verbs)
    yield from left_bare(tokens, verbs)
    yield from says_after(tokens, verbs)
    for group in verbs:
        yield from at_the_time(tokens, group)
        yield from ran_for(tokens, found, verbs, group)
        yield from too_early(tokens, found, verbs, group)
