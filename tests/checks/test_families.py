"""Nouns where the clause needs the verb or the adjective of the same root."""

from __future__ import annotations

import pytest
from check_helpers import marked

RULES = ["confusions/noun-as-verb", "confusions/noun-of-person"]


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a story, and what is suggested first."""
    return marked(text, RULES)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They choice a new chairman.", "choice", "chose"),
        ("The scheme failure in Chad.", "failure", "failed"),
        ("He success in the second attempt.", "success", "succeeded"),
        ("The coach was anger with the referee.", "anger", "angry"),
        ("The players were anger about the pay cut.", "anger", "angry"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "They chose a new chairman.",
        "The scheme failure in Chad cost the firm $3 million.",
        "They delight in cooking.",
        "The coach was anger itself.",
        "The coach was success personified.",
        "The players were in anger about the pay cut.",
        "The winner was surprise of the year.",
        "He was shock troops' first leader.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
