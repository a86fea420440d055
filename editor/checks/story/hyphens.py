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


_NUMBER = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_AGE = re.compile(
    rf"(?<![\w-])(?:(?P<before>\w+)\s+)?(?P<age>{_NUMBER})(?P<one>[ -])(?P<unit>years?|months?|weeks?|days?)(?P<two>[ -])(?P<old>olds?)(?![\w-])(?P<after>\s+[a-z]+)?",
    re.IGNORECASE,
)
_BE = frozenset(
    [
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "turned",
        "being",
        "am",
        "only",
        "just",
        "now",
        "least",
        "already",
    ]
)


@check("hyphens.ages")
def ages(story: Story, rule: Rule) -> Iterator[Hit]:
    """Ages with hyphens where none belong, and without where they do."""
    for block in story.document.blocks:
        for match in _AGE.finditer(story.text, *block.span):
            before = (match.group("before") or "").lower()
            joined = match.group("one") == "-" or match.group("two") == "-"
            unit = match.group("unit").removesuffix("s")
            span = Span(match.start("age"), match.end("old"))
            after = (match.group("after") or "").strip()
            named = re.match(r"\s+[A-Z]", story.text[match.end("old") : match.end("old") + 3])
            if before in _BE and joined and not named and (not after or not _is_noun(after)):
                fix = f"{match.group('age')} {match.group('unit') if unit != match.group('unit') else unit + 's'} old"
            elif before in ("a", "an", "the", "another", "this") and (
                _is_noun(after) or before == "the" or not after or (joined and unit != match.group("unit"))
            ):
                fix = f"{match.group('age')}-{unit}-{match.group('old')}"
            else:
                continue
            if fix != span.of(story.text):
                yield Hit(span, (fix,))


def _is_noun(word: str) -> bool:
    return bool(lexicon.tags(word) & {"NN", "JJ"}) and not lexicon.tags(word) & {
        "IN",
        "CC",
        "DT",
        "MD",
        "WRB",
        "PRP",
    }
