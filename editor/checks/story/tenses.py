"""Tenses that a time, another clause or a conjunction rules out.

After Quirk et al., "A Comprehensive Grammar of the English Language", chapters 4 and 14, and Declerck, "The Grammar of the English
Verb Phrase".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from weakref import WeakKeyDictionary

from editor.checks.registry import Check, Hit, check
from editor.checks.verbs.conditions import conditions
from editor.checks.verbs.finished import finished
from editor.checks.verbs.lasting import lasting
from editor.checks.verbs.narrative import narrative
from editor.checks.verbs.sequence import sequence
from editor.checks.verbs.slip import Slip
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.times import times
from editor.text.verbgroups import groups

_CACHE: WeakKeyDictionary[Story, tuple[Slip, ...]] = WeakKeyDictionary()
_READERS = (finished, lasting, narrative, sequence, conditions)


def slips(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Every tense of a sentence that does not fit."""
    if len(tokens) < 5:
        return
    verbs = groups(tokens)
    if not verbs:
        return
    found = times(tokens)
    for reader in _READERS:
        yield from reader(tokens, found, verbs)


def _slips(story: Story) -> tuple[Slip, ...]:
    found = _CACHE.get(story)
    if found is None:
        found = _CACHE[story] = tuple(one for line in story.body for one in slips(line.tagged))
    return found


def _register(kind: str) -> Check:
    def run(story: Story, rule: Rule) -> Iterator[Hit]:
        for one in _slips(story):
            if one.kind == kind:
                yield one.hit

    return check(f"tenses.{kind}")(run)


for _name in ("finished", "lasting", "narrative", "sequence", "condition"):
    _register(_name)
