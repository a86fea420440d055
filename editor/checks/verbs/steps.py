"""Steps from a verb to its neighbours: over adverbs, back to the word that links two verbs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from editor.text.model import Token
from editor.text.verbgroups import Group


def over_adverbs(tokens: Sequence[Token], at: int) -> int:
    """The first place from `at` on that is no adverb; at most three adverbs are passed."""
    end = min(len(tokens), at + 3)
    while at < end and tokens[at].tag == "RB":
        at += 1
    return at


def before_adverbs(tokens: Sequence[Token], at: int) -> int:
    """The last place up to `at` that is no adverb; -1 where there is none."""
    while at >= 0 and tokens[at].tag == "RB":
        at -= 1
    return at


def link(tokens: Sequence[Token], one: Group, two: Group, words: Collection[str]) -> int:
    """The place of the last of these words between two verbs; -1 where there is none."""
    return next((at for at in range(two.start - 1, one.verb, -1) if tokens[at].lower in words), -1)
