"""Tenses that a time, a count or a conjunction in the verb's own clause settles."""

from __future__ import annotations

import pytest
from check_helpers import clause_fixes
from right_tenses import RIGHT_TENSES

from editor.checks.verbs.placed import placed


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    return clause_fixes(text, placed)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The harbor receives a record amount of wheat last year, most of it Russian.", "receives", "received"),
        ("The geyser, which last erupts in 1991, is a park now.", "erupts", "erupted"),
        ("Police tried to determine whether a candle causes the fire.", "causes", "caused"),
        ("It was the third merger that the bank announces this year.", "announces", "had announced"),
        ("It was the second time in a week that thieves cut the line.", "cut", "had cut"),
        ("She would ride again as soon as her wrist would heal.", "would heal", "healed"),
        ("The party would lose if an election would be held now.", "would be held", "were held"),
        ("Olsen is born in a village near the fjord.", "is", "was"),
        ("If prices rise and the peso will fall, the bank will act.", "will fall", "falls"),
    ],
)  # fmt: skip
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in found(text)


@pytest.mark.parametrize(
    "text",
    RIGHT_TENSES,
)
def test_right_tenses_are_kept(text: str) -> None:
    assert found(text) == []
