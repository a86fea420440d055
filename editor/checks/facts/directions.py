"""Verbs that tell a rise or a fall."""

from __future__ import annotations

from collections.abc import Iterable

from editor.text.words import words

ROSE = words("rose risen climbed jumped increased grew grown surged soared accelerated advanced gained")
FELL = words(
    """fell fallen dropped declined slid slipped decreased shrank sank plunged dipped eased slowed narrowed tumbled
    slumped"""
)
MORE, LESS = ROSE | {"added"}, FELL | {"lost", "shed"}
"""Those that take an amount: "added 11 points"."""


def either(verbs: Iterable[str]) -> str:
    """The verbs as one alternative of a regular expression."""
    return "|".join(sorted(verbs))
