"""A preposition missing between a verb that takes no object and the phrase after it: "they disapproved the plan".

Quirk et al., "A Comprehensive Grammar of the English Language", chapter 16. A row of the table names a verb and the
preposition that it needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.adverbials import TIMES
from editor.text.model import Token
from editor.values import Span

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_INSIDE = frozenset(["DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
# What measures or dates, compares or counts, and so is no object.
_NOT_OBJECTS = frozenset(["most", "more", "least", "less", "that", "this", "all", "both", "each", "every", "way", "same", "bit", "lot",
                          "little", "much", "times", "percent", "pct", "kilometers", "miles", "meters", "metres", "kilometres", "km",
                          "deal", "cent", "point", "points", "moment", "part", "home", "last", "next", "one", "half"])  # fmt: skip
_STRICT = frozenset(
    [
        "comment",
        "depend",
        "rely",
        "belong",
        "listen",
        "participate",
        "comply",
        "disapprove",
        "respond",
        "consist",
    ]
)
_OPENERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my", "these", "those", "any"])


@check("needed.after")
def after(story: Story, rule: Rule) -> Iterator[Hit]:
    """The place where a verb's preposition is missing."""
    table: Mapping[str, str] = rule.spec["map"]
    for line in story.body:
        tokens = line.tagged
        for at, word in needed(tokens, table):
            yield Hit(
                Span(tokens[at].start, tokens[at].end),
                (f"{tokens[at].text} {word}",),
                f"'{tokens[at].text}' needs a preposition before its noun: '{word}'.",
            )


def needed(tokens: Sequence[Token], table: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Each verb of a tagged sentence that lacks its preposition, with the preposition."""
    for at in range(1, len(tokens) - 2):
        token = tokens[at]
        word = table.get(token.lemma) if token.tag.startswith("VB") else None
        plural = tokens[at + 1].tag == "NNS" and token.tag != "VBG" and token.lemma in _STRICT
        if not word or (tokens[at + 1].lower not in _OPENERS and not plural):
            continue
        if tokens[at - 1].tag in ("``", "''", ",") or tokens[at - 1].lower in ("which", "whom"):
            continue
        if _object(tokens, at + 1):
            yield at, word


def _object(tokens: Sequence[Token], at: int) -> bool:
    """Whether the phrase at `at` is an object: it neither dates nor measures, and no clause begins with it."""
    end = at
    while end < len(tokens) and end - at < 8 and tokens[end].tag in _INSIDE:
        if tokens[end].lower in _NOT_OBJECTS or tokens[end].lower in TIMES:
            return False
        end += 1
    if end == at or tokens[end - 1].tag not in _NOUNS:
        return False
    for token in tokens[end : end + 8]:
        if token.tag in (",", ".", ":", "''", "WDT", "WP", "IN", "CC", "TO"):
            return True
        if token.tag in _FINITE:
            return False
    return True
