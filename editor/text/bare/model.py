"""A bare phrase and its role; the nouns that are counted."""

from __future__ import annotations

from typing import NamedTuple

PREPOSITION, OBJECT, SUBJECT, COMPLEMENT = "preposition", "object", "subject", "complement"


class Bare(NamedTuple):
    """A bare phrase: tokens `start` to `head`, and what it is in its clause. `ruler` is the token that governs it, or -1."""

    start: int
    head: int
    role: str
    ruler: int


class Counted(NamedTuple):
    """Nouns that are counted: always; when they are subjects and objects; after prepositions; after an adjective of size;
    as the object of some verb ("sign_agreement"); after some preposition ("in_hurry")."""

    always: frozenset[str]
    objects: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    sized: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
