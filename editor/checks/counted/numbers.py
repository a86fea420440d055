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
_CLOCK_DIGITS = 4
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
        if _model(tokens[at].text) or tokens[head].lower in _BOUNDS:
            continue
        if (
            tokens[head].lower in _CHANGES
            and len(tokens[at].text) > _CLOCK_DIGITS
            and tokens[at].text[0].isdigit()
        ):
            continue
        if not hyphened and not _price(tokens, head) and not _clock(tokens, at, head):
            yield from pluralised(tokens, head)


def _clock(tokens: Sequence[Token], at: int, head: int) -> bool:
    """ "At 2100 local time"."""
    return (
        tokens[head].lower == "time" and len(tokens[at].text) == _CLOCK_DIGITS and tokens[at].text.isdigit()
    )


def _model(number: str) -> bool:
    """Whether the digits name a model or a year rather than count: thousands are written with a comma."""
    return number.isdigit() and len(number) >= _CLOCK_DIGITS


def _price(tokens: Sequence[Token], head: int) -> bool:
    """ "Two dollar a day"."""
    return tokens[head].lower == "dollar" and head + 1 < len(tokens) and tokens[head + 1].lower in ("a", '"')
