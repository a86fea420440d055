"""The preposition that a verb, noun or adjective takes: right after it, after its object, in a relative clause, stranded.

Quirk et al., "A Comprehensive Grammar of the English Language", chapters 9 and 16. A row of the table names a head with its
kind ("verb depend", "adjective aware", "noun solution", "object accuse", "bare discuss"), the prepositions that are wrong
with it and, after " > ", the right ones, best first; a bare verb has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.frames.frames import frames
from editor.checks.frames.table import Frame, Lists
from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Line, Story
from editor.values import Severity, Span

_NONE: frozenset[str] = frozenset()
# Heads with which another preposition is hardly ever meant; but these tell the place or the agent after any head.
_SURE = frozenset(["verb", "adjective", "bare"])
_PLACING = frozenset(["in", "on", "at", "by"])


@check("frames.wrong")
def wrong(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition that its head does not take, with the one that it takes; asked where the head is a noun or may have an adjunct."""
    lists = Lists(
        rule.spec["map"],
        *(story.lists.get(name, _NONE) for name in ("heads-takes", "confusions-people", "adjuncts")),
    )
    for line in story.body:
        for frame in frames(line.tagged, lists):
            # "The sitcom Married With Neighbors": a title's words.
            if frame.start == 0 or line.tagged[frame.start].text[0].islower():
                yield _hit(line, frame)


def _hit(line: Line, frame: Frame) -> Hit:
    tokens = line.tagged
    first, last = tokens[frame.start], tokens[frame.end - 1]
    sure = frame.kind in _SURE and first.lower not in _PLACING
    severity = None if sure else Severity.QUERY
    if frame.right == ("",):
        says = f"'{frame.head.text}' takes its object without a preposition."
        return Hit(Span(tokens[frame.start - 1].end, last.end), ("",), says, severity=severity)
    says = f"'{frame.head.text}' goes with {' or '.join(repr(each) for each in frame.right)}."
    return Hit(Span(first.start, last.end), frame.right, says, severity=severity)
