"""Initials before a surname, and what follows a name in short."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.checks.style.house import Use, fitted, matches, settle
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.expression import Expression
from editor.values import Span

_INITIALS = Expression(r"(?<![\w.])(?P<one>[A-Z])\.(?P<gap> ?)(?P<two>[A-Z])\.(?= [A-Z][a-z]+)")


@check("initials.initials")
def initials(story: Story, rule: Rule) -> Iterator[Hit]:
    """Two initials before a surname, set as the house doesn't: "J. D. Silva"."""
    uses = []
    for match in matches(story, rule, _INITIALS, (". ",)):
        if match["one"] + match["two"] in ("US", "UN", "UK"):
            continue
        span = Span(*match.span())
        fix = match["one"] + match["two"] if story.british else f"{match['one']}.{match['two']}."
        uses.append(Use(span, () if fix == span.of(story.text) else (fix,)))
    yield from settle(story, rule, uses)


_COMPANY = Expression(r"(?<=\w), (?P<kind>Inc\.|Jr\.|Sr\.|Ltd\.|Corp\.|LLC)(?P<comma>,)?")


@check("initials.affix")
def affix(story: Story, rule: Rule) -> Iterator[Hit]:
    """A comma before Inc., Jr. and the like."""
    for match in matches(story, rule, _COMPANY, (", ",)):
        span = Span(*match.span())
        yield Hit(span, (fitted(story, span, f" {match['kind']}"),))
