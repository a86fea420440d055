"""The typographic checks under the names that rules/typography.yaml calls them by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from editor.checks.registry import Hit, check
from editor.typography import characters, dashes, marks, points, spaces

if TYPE_CHECKING:
    from editor.rulebook.model import Rule
    from editor.story import Story


@check("typography.composed")
def composed(story: Story, rule: Rule) -> Iterator[Hit]:
    """Letters stored apart from their accents."""
    return characters.composed(story.document)


@check("typography.invisible")
def invisible(story: Story, rule: Rule) -> Iterator[Hit]:
    """Characters without width."""
    return characters.invisible(story.document)


@check("typography.mojibake")
def mojibake(story: Story, rule: Rule) -> Iterator[Hit]:
    """Text read in the wrong encoding."""
    return characters.mojibake(story.document, str(story.profile.get("quotes", "straight")))


@check("typography.quotes")
def quotes(story: Story, rule: Rule) -> Iterator[Hit]:
    """Marks that are not the profile's in a mixed story, or in any where the settings name a kind."""
    kind = str(story.profile.get("quotes", "straight"))
    return marks.quotes(story.document, kind, always=bool(story.profile.get("quotes-set")))


@check("typography.dashes")
def dash(story: Story, rule: Rule) -> Iterator[Hit]:
    """Dashes that are not the profile's in a mixed story."""
    return dashes.dashes(story.document, str(story.profile.get("dash", " — ")))


@check("typography.ellipses")
def ellipsis(story: Story, rule: Rule) -> Iterator[Hit]:
    """Ellipses that are not the profile's in a mixed story."""
    return dashes.ellipses(story.document, str(story.profile.get("ellipsis", "...")))


@check("typography.no-break")
def no_break(story: Story, rule: Rule) -> Iterator[Hit]:
    """No-break spaces between words."""
    return spaces.no_break(story.document)


@check("typography.doubled-space")
def doubled_space(story: Story, rule: Rule) -> Iterator[Hit]:
    """Runs of spaces between words."""
    return spaces.doubled(story.document)


@check("typography.trailing-space")
def trailing_space(story: Story, rule: Rule) -> Iterator[Hit]:
    """Spaces at a line's end."""
    return spaces.trailing(story.document)


@check("typography.space-before-mark")
def space_before_mark(story: Story, rule: Rule) -> Iterator[Hit]:
    """Spaces before a comma or stop."""
    return spaces.before_mark(story.document)


@check("typography.missing-space")
def missing_space(story: Story, rule: Rule) -> Iterator[Hit]:
    """Commas and stops that run into the next word."""
    return spaces.missing(story.document)


@check("typography.doubled-mark")
def doubled_mark(story: Story, rule: Rule) -> Iterator[Hit]:
    """Punctuation that stands twice."""
    return points.doubled(story.document)


@check("typography.brackets")
def brackets(story: Story, rule: Rule) -> Iterator[Hit]:
    """Brackets that stand alone."""
    return points.brackets(story.document)
