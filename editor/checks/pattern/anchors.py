"""Finds the words without which a pattern can't match, so that most patterns never run."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from editor.checks.pattern.syntax import Edge, Element, Group, Node
from editor.checks.pattern.tests import Lists, words_of
from editor.text import lexicon


class Anchor(NamedTuple):
    """A word that a match must hold, `least` to `most` tokens after its first."""

    word: str
    least: int
    most: int


def anchors(nodes: tuple[Node, ...], lists: Lists) -> tuple[Anchor, ...] | None:
    """The rarest set of words of which a match must hold one; None where no element names its words."""
    return anchors_and_needs(nodes, lists)[0]


def anchors_and_needs(
    nodes: tuple[Node, ...], lists: Lists
) -> tuple[tuple[Anchor, ...] | None, tuple[frozenset[str], ...]]:
    """The anchors, and other sets of words of which a match must hold one each: the rarest, of those that most sentences lack."""
    found = sorted(_sets(nodes, lists), key=lambda each: each[0])
    others = tuple(
        frozenset(anchor.word for anchor in words) for price, words in found[1 : 1 + _MOST] if price < _COMMON
    )
    return (found[0][1] if found else None), others


def _sets(nodes: tuple[Node, ...], lists: Lists) -> list[tuple[float, tuple[Anchor, ...]]]:
    """The words that each node needs, with how often they come, in the nodes' order."""
    sets: list[tuple[float, tuple[Anchor, ...]]] = []
    least = most = 0
    for node in nodes:
        found = _of(node, lists, least, most)
        if found is not None:
            sets.append((sum([_frequency(anchor.word) for anchor in found]), found))
        low, high = _length(node)
        least, most = least + low, most + high
    return sets


def opens(nodes: tuple[Node, ...]) -> bool:
    """Whether a match can only begin at a sentence's first token."""
    return bool(nodes) and isinstance(nodes[0], Edge) and nodes[0].start


def _of(node: Node, lists: Lists, least: int, most: int) -> tuple[Anchor, ...] | None:
    if isinstance(node, Element) and node.least:
        words = _words(node, lists)
        return None if words is None else tuple([Anchor(word, least, most) for word in words])
    if isinstance(node, Group) and node.least:
        found: list[Anchor] = []
        for option in node.options:
            inner = anchors(option, lists)
            if inner is None:
                return None
            found += [Anchor(each.word, each.least + least, each.most + most) for each in inner]
        return tuple(found)
    return None


def _words(element: Element, lists: Lists) -> list[str] | None:
    """The words that an element takes, sorted; None where it does not name them."""
    words: frozenset[str] | None = None
    for test in element.tests:
        if test.negated:
            continue
        each = [words_of(atom, lists) for atom in test.atoms]
        named = [one for one in each if one is not None]
        if len(named) < len(each):
            continue
        union = named[0].union(*named[1:])
        words = union if words is None else words & union
    return None if words is None else sorted(words)


def _length(node: Node) -> tuple[int, int]:
    if isinstance(node, Element):
        return node.least, node.most
    if isinstance(node, Group):
        sizes = [
            (sum(_length(each)[0] for each in option), sum(_length(each)[1] for each in option))
            for option in node.options
        ]
        return min(low for low, _ in sizes) * node.least, max(high for _, high in sizes) * node.most
    return 0, 0


_MOST = 2
# Per thousand million words: a set that comes more often than this is in every other sentence anyway.
_COMMON = 2e7
# The lexicon does not count marks and clitics, which are everywhere.
_MARK, _CLITIC = 7.7, 7.0


@lru_cache(maxsize=1 << 16)
def _frequency(word: str) -> float:
    if not any(letter.isalnum() for letter in word):
        return float(10**_MARK)
    if word.startswith("'") or word == "n't":
        return float(10**_CLITIC)
    return float(10 ** lexicon.zipf(word))
