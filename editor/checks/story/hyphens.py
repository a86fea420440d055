"""Hyphens that are too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.values import Span

_LY = re.compile(r"(?<![\w-])([A-Za-z]{2,}ly)-([a-z]+)(?![\w-])")


@check("hyphens.adverbs")
def adverbs(story: Story, rule: Rule) -> Iterator[Hit]:
    """An adverb in -ly joined to the adjective or participle that follows."""
    spared = story.lists["hyphens-ly-exceptions"]
    for block in story.document.blocks:
        for match in _LY.finditer(story.text, *block.span):
            adverb, other = match.group(1).lower(), match.group(2)
            if match.group().lower() in spared or not _is_adverb(adverb):
                continue
            if lexicon.tags(other) & {"VBN", "JJ", "VBD"}:
                yield Hit(Span(*match.span()), (f"{match.group(1)} {other}",))


def _is_adverb(word: str) -> bool:
    tags = lexicon.tags(word)
    return "RB" in tags and "JJ" not in tags and "NN" not in tags
