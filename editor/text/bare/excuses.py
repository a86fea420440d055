"""What lets a counted noun stand bare wherever it stands: compounds, titles, repeated nouns."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.words import words

_DETERMINERS = words("a an the all both no any some each every")
# "Country" as a kind of land.
_TERRAIN = words("adjoining pastoral open rural native hilly rough mountainous wild dry flat high farming")


def excused(tokens: Sequence[Token], start: int, head: int, pairs: frozenset[str]) -> bool:
    """Whether the words around the noun make it something else: "rush hour", "to guard the gate", a title before a name."""
    noun = tokens[head].lower
    if start < head and f"{tokens[head - 1].lower}_{noun}" in pairs:
        return True
    if noun.endswith("ing") and start < head and tokens[head - 1].tag == "NN":
        # "a sheet of paper warning of nails".
        return True
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is None:
        return False
    if after.lower in _DETERMINERS or after.tag == "PRP$":
        return True
    if noun == "country" and (
        after.lower == "of" or any(each.tag == "NN" or each.lower in _TERRAIN for each in tokens[start:head])
    ):
        return True
    # "according to industry consultant, Leland Alden".
    return after.text == "," and head + 2 < len(tokens) and tokens[head + 2].text[:1].isupper()


def repeated(tokens: Sequence[Token], start: int, head: int) -> bool:
    """ "from house to house", "day after day", "from door to door", "between husband and wife"."""
    noun = tokens[head].lower
    if any(each.lower == noun for each in (*tokens[max(0, start - 3) : start], *tokens[head + 1 : head + 4])):
        return True
    before = tokens[start - 1].lower
    if before == "from" and any(
        each.lower in ("to", "through", "into") for each in tokens[head + 1 : head + 3]
    ):
        return True
    return (
        before in ("to", "after", "by", "upon", "for")
        and start > 1
        and tokens[start - 2].tag == "NN"
        and (start < 3 or tokens[start - 3].lower == "from")
    )
