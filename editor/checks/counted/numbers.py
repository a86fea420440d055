"""Singulars after numbers above one: "four hour", "more than 90 passenger"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.counted.heads import pluralised, singular_head, sure_of_noun
from editor.checks.counted.nouns import UNITS, Nouns
from editor.checks.counted.numerals import LARGE, above_one, may_count
from editor.checks.registry import Hit
from editor.story import Line
from editor.text.model import Token

# "the 2 km circumference"
_SHORT_UNITS = frozenset(
    ["km", "kg", "m", "cm", "mm", "ft", "mph", "kph", "ha", "lb", "mw", "gw", "kw", "g", "kb", "mb", "gb"]
)
# Digits from which on a count is written with a comma.
_BARE = 4
_SHARES = frozenset(["percent", "pct", "mln", "bln"])
# "The seven million barrier".
_BOUNDS = frozenset(["barrier", "mark", "threshold", "milestone"])
# "The previously reported 337,000 rise".
_CHANGES = frozenset(
    ["rise", "fall", "drop", "increase", "decrease", "decline", "gain", "loss", "cut", "jump"]
)


def numbered(line: Line, nouns: Nouns) -> Iterator[Hit]:
    """Singulars that a number of the sentence counts, in the plural."""
    if not any(may_count(each) for each in line.words):
        return
    tokens = line.tagged
    for at in range(len(tokens) - 1):
        # "30 percent stake" lacks an article.
        if not above_one(tokens, at) or tokens[at + 1].lower in LARGE | _SHARES:
            continue
        head = singular_head(tokens, at + 1, nouns.counted)
        if head is None or not sure_of_noun(tokens, at, head, nouns.counted):
            continue
        # "the three month delay" lacks hyphens, and nothing else.
        hyphened = any(each.lower in UNITS or each.lower in _SHORT_UNITS for each in tokens[at + 1 : head])
        if not (hyphened or _price(tokens, head) or _names(tokens[at].text, tokens[head].lower)):
            yield from pluralised(tokens, head)


def _names(number: str, noun: str) -> bool:
    """Whether the number says which one rather than how many: a model, a year or an hour in bare digits, a mark reached, a change."""
    if noun in _BOUNDS or (number.isdigit() and len(number) >= _BARE):
        return True
    return noun in _CHANGES and number[0].isdigit() and len(number) > _BARE


def _price(tokens: Sequence[Token], head: int) -> bool:
    """ "Two dollar a day"."""
    return tokens[head].lower == "dollar" and head + 1 < len(tokens) and tokens[head + 1].lower in ("a", '"')
