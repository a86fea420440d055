"""Singular nouns after words that count more than one, and plurals after words that pick one.

After Huddleston and Pullum, "The Cambridge Grammar of the English Language", chapter 5, sections 3, 7 and 8.
"""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.counted.nouns import Nouns
from editor.checks.counted.numbers import numbered
from editor.checks.counted.quantifiers import quantified
from editor.checks.counted.singles import singled
from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story


@check("counted.number")
def number(story: Story, rule: Rule) -> Iterator[Hit]:
    """A singular after a number above one: "four hour", "more than 90 passenger"."""
    nouns = Nouns.of(story.lists)
    for line in story.body:
        yield from numbered(line, nouns)


@check("counted.quantifier")
def quantifier(story: Story, rule: Rule) -> Iterator[Hit]:
    """A singular after a word for several: "several worker", "both side", "a number of driver"."""
    nouns = Nouns.of(story.lists)
    for line in story.body:
        yield from quantified(line, nouns)


@check("counted.single")
def single(story: Story, rule: Rule) -> Iterator[Hit]:
    """A plural after a word that picks one: "each birds", "every workers", "neither sides"."""
    for line in story.body:
        yield from singled(line)
