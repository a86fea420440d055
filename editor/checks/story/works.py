"""Titles of works: one that the story has in quotation marks has them everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.expression import Expression
from editor.values import Span

_SMALL = r"(?:of|the|in|on|and|a|an|to|for|at|with|from|by|or)"
_TITLE = Expression(
    rf"(?P<open>[\"“])(?P<title>[A-Z][\w’'-]*(?: (?:{_SMALL} )*[A-Z][\w’'-]*){{1,6}})(?P<comma>,?)(?P<close>[\"”])"
)
# After the comma inside the marks speech goes on with who says so.
_SAID = re.compile(r" (?:[a-z]+ )?(?:said|says|told|added|wrote|asked|he|she|they)\b")


@check("works.unmarked")
def unmarked(story: Story, rule: Rule) -> Iterator[Hit]:
    """A title without quotation marks that stands in them elsewhere: "Second Helping was named best comedy"."""
    text = story.text
    marked = {}
    for match in _TITLE.finditer(text):
        if match["comma"] and _SAID.match(text, match.end()):
            continue
        marked[match["title"]] = (match["open"], match["close"])
    for title, (before, after) in marked.items():
        pattern = re.compile(rf"(?<!\bby )(?<![\w\"“'‘’-]){re.escape(title)}(?![\w\"”’'-]|,[\"”]| [A-Z])")
        for block in story.document.blocks:
            if block.kind is not PartKind.BODY:
                continue
            for match in pattern.finditer(text, *block.span):
                span = Span(*match.span())
                if not story.quoted(span):
                    yield Hit(span, (before + title + after,))
