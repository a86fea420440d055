"""The set phrases of a sentence, right or with a slip, found by their rarest words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from editor.text.model import Token
from editor.text.setphrases.rows import anchors, forms_of, keys
from editor.text.setphrases.slips import stands
from editor.text.setphrases.walk import Match, find, lacking

Index = Mapping[str, Sequence[tuple[int, bool, str]]]
"""By a word: the place it may have in a phrase, whether that is the second by which the phrase is found, and the phrase."""

_NOUNS = frozenset(["NN", "NNS"])


class Seen(NamedTuple):
    """The phrases of a sentence and where they stand: those that are right, and the near misses outside those."""

    right: list[tuple[str, Match]]
    wrong: list[tuple[str, Match]]


def index_of(phrases: Iterable[str]) -> Index:
    """By a word, right or wrong, of its two longest places: the places and phrases that it may belong to.

    The second of the two serves where the first is the wrong one.
    """
    index: dict[str, list[tuple[int, bool, str]]] = {}
    for phrase in phrases:
        pieces = phrase.split()
        for second, place in enumerate(anchors(pieces)):
            for word in forms_of(pieces[place]):
                index.setdefault(word, []).append((place, bool(second), phrase))
    return index


def seen(tokens: Sequence[Token], index: Index, also: Mapping[str, str], taken: frozenset[str]) -> Seen:
    """What a tagged sentence has of the phrases of the index.

    `also` is what the table says is right beside each phrase, `taken` the heads that bring a preposition of their own.
    """
    present = {token.lower for token in tokens} | {token.lemma for token in tokens}
    right: dict[tuple[str, Match], None] = {}
    wrong: dict[tuple[str, Match], None] = {}
    for at, token in enumerate(tokens):
        for name in keys(token.lower) if token.tag in _NOUNS else (token.lower,):
            for place, second, phrase in index.get(name, ()):
                absent = lacking(phrase, present)
                if absent > 1 or (second and not absent) or (absent and "any member" in also[phrase]):
                    continue
                found = find(phrase, tokens, at, place)
                if found is None:
                    continue
                if found.slip is None:
                    right[phrase, found] = None
                elif stands(tokens, phrase, found, found.slip, taken):
                    wrong[phrase, found] = None
    near = [
        (phrase, found)
        for phrase, found in wrong
        if not any(each.start <= found.start + 1 and found.end - 1 <= each.end for _, each in right)
    ]
    return Seen(list(right), near)
