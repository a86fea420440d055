"""The particle that a verb has with its noun."""

from __future__ import annotations

import pytest
from check_helpers import marked

RULES = ["phrases/particle"]


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a story, and what is suggested first."""
    return marked(text, RULES)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The league called out the match because of fog.", "out", "off"),
        ("The league called the match out on Monday.", "out", "off"),
        ("The fire was put off within an hour.", "off", "out"),
        ("A fire broke up in the kitchen.", "up", "out"),
        ("The match was called up on Monday.", "up", "off"),
        ("The airline called up the flight.", "up", "off"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The league called off the match because of fog.",
        "The coach called out the players' names.",
        "The fire was put out within an hour.",
        "A fire broke out, and the party broke up early.",
        "They carried on the search until dawn.",
        "The army called up 300 reservists.",
        "The match was put off until Monday.",
        "They put off the vote and put out a statement.",
        "They broke up the fire drill.",
        "He was called up for the match.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
