"""The preposition that a head governs, read through its clause: past an object, an adverb and phrases between.

Quirk et al., "A Comprehensive Grammar of the English Language", chapters 9 and 16. See editor/checks/prepositions/table.py for
the rows of its rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.prepositions.frames import governed
from editor.checks.prepositions.table import Rows, rows_of
from editor.checks.registry import Hit, check, prepares
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.roles import voice
from editor.values import Severity, Span


@check("governed.wrong")
def wrong(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition that the head of its clause does not govern there."""
    rows = _rows(rule)
    for line in story.body:
        tokens = line.tagged
        for found in governed(tokens, rows, story.lists):
            token = tokens[found.at]
            if _agent(tokens, found.head, found.at) or _beaten(tokens, found.head):
                continue
            says = " or ".join(repr(each) for each in found.right)
            yield Hit(
                Span(token.start, token.end),
                found.right,
                f"'{tokens[found.head].text}' goes with {says} here.",
                severity=Severity.QUERY if found.asked else None,
            )


def _agent(tokens: Sequence[Token], head: int, at: int) -> bool:
    """ "Will be supplied by the plant to the mill": who does it stands after a passive with any verb."""
    return tokens[at].lower == "by" and tokens[head].tag == "VBN" and voice(tokens, head) == "passive"


def _beaten(tokens: Sequence[Token], head: int) -> bool:
    """ "Going down to strikes from two reserves"."""
    return tokens[head].lemma == "go" and head + 1 < len(tokens) and tokens[head + 1].lower == "down"


@prepares("governed.wrong")
def _rows(rule: Rule) -> Rows:
    return rows_of(rule.spec["map"])
