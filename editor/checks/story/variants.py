"""Spelling of the other side of the Atlantic."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from editor.checks.casing import as_written
from editor.checks.registry import Hit, check
from editor.checks.style.house import Use, blocks, settle
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Span

_WORD = re.compile(r"(?<![\w.@/])[A-Za-z][a-z]{2,}(?![\w@/]|[’'][A-Za-z]{2})")
_SMALL = re.compile(r"[a-z]{3,}")
_AFTER = re.compile(r"[\s—–,]+[\"“(]?([a-z])")
# A device in British style, a length in American.
_LENGTHS = frozenset(["meter", "meters"])
# At a sentence's start they may be the party.
_PARTIES = frozenset(["labor", "labour"])
_NUMBER = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|square|cubic|few))[- ]$"
)


@check("variants.spelling")
def spelling(story: Story, rule: Rule) -> Iterator[Hit]:
    """A word in the spelling of the other variant of English than the profile's; names are left alone."""
    american = story.profile.get("variant", "en-US") == "en-US"
    lists = story.lists
    ours, theirs = _tables(
        lists["spelling-variants"], lists["spelling-american" if american else "spelling-british"], american
    )
    if theirs.keys().isdisjoint(_SMALL.findall(story.text.lower())):
        return
    starts = frozenset(line.span.start for line in story.lines)
    uses = []
    for block in blocks(story, rule):
        for match in _WORD.finditer(story.text, *block.span):
            word = match.group()
            lower = word.lower()
            if lower not in theirs and lower not in ours:
                continue
            span = Span(*match.span())
            if word != lower and not (
                span.start in starts and lower not in _PARTIES and _AFTER.match(story.text, span.end)
            ):
                continue
            if story.quoted(span) or story.protected(span):
                continue
            if lower in ours:
                uses.append(Use(span))
            elif lower not in _LENGTHS or _NUMBER.search(story.text, max(0, span.start - 12), span.start):
                uses.append(Use(span, (as_written(word, theirs[lower]),)))
    yield from settle(story, rule, uses, most=True)


@lru_cache(maxsize=4)
def _tables(
    pairs: frozenset[str], own: frozenset[str], american: bool
) -> tuple[frozenset[str], Mapping[str, str]]:
    """The words that only the profile's own variant has, and the other's with what they become."""
    couples = [line.split() for line in pairs]
    mine, other = (0, 1) if american else (1, 0)
    ours = frozenset(couple[mine] for couple in couples)
    theirs = {couple[other]: couple[mine] for couple in couples}
    theirs.update((wrong, right) for wrong, right in (line.split() for line in own))
    return ours, theirs
