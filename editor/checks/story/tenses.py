"""Tenses that a time, another clause or a conjunction rules out.

After Quirk et al., "A Comprehensive Grammar of the English Language", chapters 4 and 14, and Declerck, "The Grammar of the English
Verb Phrase".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import register
from editor.checks.verbs.around.check import around
from editor.checks.verbs.aspects import aspects
from editor.checks.verbs.beside.check import beside
from editor.checks.verbs.conditions import conditions
from editor.checks.verbs.continuous import continuous
from editor.checks.verbs.finished import finished
from editor.checks.verbs.lasting.check import lasting
from editor.checks.verbs.moments.check import moments
from editor.checks.verbs.narrative import narrative
from editor.checks.verbs.outlook import outlook
from editor.checks.verbs.placed import placed
from editor.checks.verbs.reported import departures
from editor.checks.verbs.sequence import sequence
from editor.checks.verbs.settled import settled
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.states import states
from editor.checks.verbs.stretches import stretches
from editor.story import Story
from editor.text.clausal import clauses
from editor.text.model import Token
from editor.text.times import times
from editor.text.verbgroups import groups
from editor.text.words import words

_READERS = (
    finished, lasting, narrative, sequence, conditions, around, moments, beside, states,
)  # fmt: skip
_PRESENTS = frozenset(["around", "sequence"])
_USUALLY = words("usually typically normally generally customarily traditionally")
# Of so many words before the verb "than" may be one.
_COMPARED = 4
_CLAUSE_READERS = (settled, placed, stretches, aspects, continuous, outlook)


def slips(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Every tense of a sentence that does not fit."""
    if len(tokens) < 5:
        return
    verbs = groups(tokens)
    found = times(tokens)
    if not verbs:
        if found:
            yield from moments(tokens, found, verbs)
            yield from beside(tokens, found, verbs)
        return
    for reader in _READERS:
        yield from reader(tokens, found, verbs)
    chain = clauses(tokens, verbs)
    for clause_reader in _CLAUSE_READERS:
        yield from clause_reader(tokens, found, chain)


def _holds_always(tokens: Sequence[Token], one: Slip) -> bool:
    """Whether a present tells of what always holds: "lower than the rules allow", "a step usually taken when governments fall out"."""
    at = next((place for place, each in enumerate(tokens) if each.start >= one.hit.span.start), 0)
    if tokens[at].tag not in ("VBP", "VBZ"):
        return False
    comma = max((place for place in range(at) if tokens[place].tag in (",", ":")), default=-1)
    clause = [each.lower for each in tokens[comma + 1 : at]]
    return "than" in clause[-_COMPARED:] or bool(_USUALLY.intersection(clause))


def _read(story: Story) -> Iterator[Slip]:
    for line in story.body:
        for one in slips(line.tagged):
            if one.kind not in _PRESENTS or not _holds_always(line.tagged, one):
                yield one
    yield from departures([line.tagged for line in story.body])


register(
    "tenses",
    ("finished", "lasting", "narrative", "sequence", "condition", "around", "states", "reported"),
    _read,
)
