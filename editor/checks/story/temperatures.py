"""Temperatures with signs: "-80 degrees", "41.8°C"."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.checks.style.house import matches, numbers
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.expression import Expression
from editor.values import Span

_MINUS = Expression(r"(?<![\w.,)-])[-−–](?P<number>\d+(?:\.\d+)?)(?= degrees?\b)")


@check("temperatures.minus")
def minus(story: Story, rule: Rule) -> Iterator[Hit]:
    """A temperature below zero with a sign: "-80 degrees"."""
    for match in matches(story, rule, _MINUS, (" degree",)):
        yield Hit(Span(*match.span()), (f"minus {match['number']}",))


_DEGREES = Expression(r"(?P<number>\d+(?:\.\d+)?) ?[°º˚]\s?(?P<scale>[CF])(?!\w)")
_SCALES = {"C": "Celsius", "F": "Fahrenheit"}


@check("temperatures.degrees")
def degrees(story: Story, rule: Rule) -> Iterator[Hit]:
    """A temperature with the sign for degrees: "41.8°C"."""
    for match in numbers(story, rule, _DEGREES):
        number, scale = match["number"], match["scale"]
        fix = f"{number}{scale}" if story.british else f"{number} degrees {_SCALES[scale]}"
        yield Hit(Span(*match.span()), (fix,))
