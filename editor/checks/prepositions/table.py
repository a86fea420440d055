"""The table of frames: what may not follow a head, and what must.

A row gives a frame and its heads: "object from with of:event > to" says that verbs with an object take "to" and none of the words before ">", "of" only
before an event. The frames are

- "object": a verb with its object, or passive; "object/person" where the object must be of a class,
- "passive": a verb in the passive with "be",
- "verb": a verb without an object, "noun" and "adjective",
- "light have|cause": a noun that is the object of one of these verbs.

A class names what must stand after the wrong word: a person, a name, a place, a land (a country's or city's name), an event, a crime, a time, a measure, a
duration, an illness, money, a price, a rate ("$3 a share"), a pair ("rich and poor"), two
("the army and the militia"), a form in -ing, a thing (nothing of these but an event), or, after "=", one of the nouns.
"for!:person" is wrong although another row of the head allows "for": "apologized for the fans". "?" at the end asks only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple


class Wanted(NamedTuple):
    """What must stand after a wrong word: a phrase of one of the classes, or with one of the nouns; anything where both are empty.

    `always` where the word is wrong there although the head governs it elsewhere.
    """

    kinds: frozenset[str]
    nouns: frozenset[str]
    always: bool = False


class Row(NamedTuple):
    """One frame: `before` is a class for the object or the light verbs; `wrong` maps a word to its classes; `right` best first.

    `governs` is all that the head's rows of this kind allow, `allows` tells it of one word.
    """

    kind: str
    before: frozenset[str]
    wrong: Mapping[str, Wanted]
    right: tuple[str, ...]
    asked: bool
    governs: frozenset[str] = frozenset()

    def allows(self, word: str) -> bool:
        """Whether the head governs the word and this row has nothing against it."""
        wanted = self.wrong.get(word)
        return word in self.governs and not (wanted is not None and wanted.always)


ANYTHING = Wanted(frozenset(), frozenset())


Rows = Mapping[str, tuple[str, ...]]


def rows_of(table: Mapping[str, str]) -> Rows:
    """A table of frames and their heads, turned about: the frames of each head, by its lemma."""
    found: dict[str, list[str]] = {}
    for frame, heads in table.items():
        for head in heads.split():
            found.setdefault(head, []).append(frame)
    return {head: tuple(frames) for head, frames in found.items()}


@lru_cache(maxsize=1 << 12)
def rows_of_head(frames: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows of one head, each knowing what all of its kind allow; with each light verb a noun has its own."""
    rows = [_row(frame) for frame in frames]
    return tuple(
        row._replace(
            governs=frozenset(
                word
                for each in rows
                if each.kind == row.kind and (row.kind != "light" or each.before == row.before)
                for word in each.right
            )
        )
        for row in rows
    )


def _row(frame: str) -> Row:
    left, _, right = frame.partition(" > ")
    kind, *rest = left.split()
    kind, _, limit = kind.partition("/")
    if kind == "light":
        limit, *rest = rest
    wrong = {}
    for each in rest:
        word, _, classes = each.partition(":")
        kinds = [kind for kind in classes.split("|") if kind and not kind.startswith("=")]
        nouns = [noun for kind in classes.split("|") if kind.startswith("=") for noun in kind[1:].split(",")]
        wrong[word.removesuffix("!")] = Wanted(frozenset(kinds), frozenset(nouns), word.endswith("!"))
    asked = right.endswith("?")
    return Row(
        kind,
        frozenset(limit.split("|")) if limit else frozenset(),
        wrong,
        tuple(right.removesuffix("?").split()),
        asked,
    )
