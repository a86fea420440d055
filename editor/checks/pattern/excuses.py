"""The exceptions of a rule that is no pattern itself: words where what it finds is right."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from editor.checks.pattern.matcher import REACH, Matcher, covers
from editor.checks.pattern.syntax import parse
from editor.checks.pattern.tests import Lists
from editor.story import Line, Story
from editor.values import Span


class Excuses:
    """Patterns that excuse what a rule finds in their words; compiled when something is first found."""

    def __init__(self, patterns: Sequence[str], lists: Lists, macros: Mapping[str, str]) -> None:
        self._patterns = tuple(patterns)
        self._lists = lists
        self._macros = dict(macros)

    @cached_property
    def _matchers(self) -> tuple[Matcher, ...]:
        return tuple(Matcher(parse(each, self._macros), self._lists) for each in self._patterns)

    def cover(self, story: Story, span: Span) -> bool:
        """Whether a pattern matches words of the sentence that the span has a part in or, where it is empty, touches."""
        line = _line_at(story.lines, span.start)
        if line is None:
            return False
        tokens = line.tagged
        near = next((place for place, each in enumerate(tokens) if each.end >= span.start), len(tokens))
        touched = [place for place, each in enumerate(tokens) if Span(each.start, each.end).overlaps(span)]
        first = touched[0] if touched else bisect_right(tokens, span.start, key=lambda each: each.start)
        last = touched[-1] + 1 if touched else first
        return covers(self._matchers, tokens, range(max(0, near - REACH), last), first)


def _line_at(lines: Sequence[Line], place: int) -> Line | None:
    """The sentence that a place of the text lies in."""
    at = bisect_right(lines, place, key=lambda line: line.span.start) - 1
    return lines[at] if at >= 0 and place <= lines[at].span.end else None
