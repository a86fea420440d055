"""How sentences begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.abbreviations import OPEN
from editor.values import Span

_START = re.compile(r"(?<=[a-z]{3}[.?!]) +(?P<word>[a-z]{2,})(?=[ ,])")
_ABBREVIATED = re.compile(
    r"\b(?:etc|vs|approx|est|dept|govt|prof|gov|sen|rep|gen|inc|corp|ltd|bros|ave|blvd|min|max|misc|assn|intl|natl|tel|ext|fig|vol|pres)[.]$",
    re.IGNORECASE,
)


@check("sentences.capital")
def capital(story: Story, rule: Rule) -> Iterator[Hit]:
    """A common word in lower case after the full stop of a common word."""
    text = story.text
    for block in story.document.blocks:
        for match in _START.finditer(text, *block.span):
            before = text[max(block.span.start, match.start() - 20) : match.start()]
            last = re.search(r"([\w-]+)[.?!]$", before)
            if last is None or _ABBREVIATED.search(before) or not lexicon.knows(last.group(1)):
                continue
            # "Mass. meets", "Yahoo! has"
            named = last.group(1)[0].isupper()
            if named and (last.group(1).lower() in OPEN or before.endswith("!")):
                continue
            word = match.group("word")
            if lexicon.zipf(word) >= 4:
                yield Hit(Span(*match.span("word")), (word.capitalize(),))
