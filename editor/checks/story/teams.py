"""Names in the plural: a team's possessive has its apostrophe after the s."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.expression import Expression
from editor.values import Span

_ONE = Expression(r"\b[Tt]he (?P<name>[A-Z][a-z]{2,})(?P<mark>['’])s(?= [a-z])")


@check("teams.possessive")
def possessive(story: Story, rule: Rule) -> Iterator[Hit]:
    """The possessive of one where the story has the name in the plural only: "the Mariner's bullpen" beside "the Mariners"."""
    text = story.text
    for block in story.document.blocks:
        if block.kind not in (PartKind.BODY, PartKind.HEADLINE):
            continue
        for match in _ONE.finditer(text, *block.span):
            name, mark = match["name"], match["mark"]
            several = Expression(rf"(?<![\w’'-]){name}s(?![\w’'-])").search(text)
            alone = Expression(rf"(?<![\w’'-]){name}(?![\w’'-])").search(text)
            if several and not alone:
                yield Hit(Span(match.start("name"), match.end()), (f"{name}s{mark}",))
