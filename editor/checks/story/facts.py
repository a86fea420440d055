"""Facts that a story gives twice and differently."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.facts.mentions import mentions
from editor.checks.facts.names import clashes
from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Severity


@check("facts.names")
def names(story: Story, rule: Rule) -> Iterator[Hit]:
    """A name spelt in two ways."""
    for clash in clashes(mentions(story), story.lists["gazetteer"]):
        yield Hit(
            clash.span,
            (clash.right,),
            f"'{clash.wrong}' here, '{clash.right}' elsewhere in the story: one name?",
            severity=None if clash.sure else Severity.QUERY,
        )
