"""The table of heads and the prepositions that are wrong with them, as it is written; what is found by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from editor.text.model import Token


class Lists(NamedTuple):
    """The table; which heads take which prepositions; words for people; circumstances, as "in region"."""

    table: Mapping[str, str]
    taken: Collection[str] = ()
    people: Collection[str] = ()
    adjuncts: Collection[str] = ()


class Row(NamedTuple):
    """The row's name ("verb depend") and the right prepositions, best first ("" for none)."""

    key: str
    right: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What the head is: "verb", "noun", "term", "adjective", "object", "whom" or "bare"."""
        return self.key.partition(" ")[0]


class Frame(NamedTuple):
    """A wrong preposition: the tokens from `start` up to `end`, the right words best first ("" to leave it out), its head and that one's kind."""

    start: int
    end: int
    right: tuple[str, ...]
    head: Token
    kind: str


def row(table: Mapping[str, str], names: Sequence[str], word: str) -> Row | None:
    """The first of the rows `names` in which the preposition `word` is wrong."""
    for name in names:
        for part in table.get(name, "").split(" ; "):
            bad, _, right = part.partition(" > ")
            if word in bad.split():
                return Row(name, tuple(right.split()) or ("",))
    return None
