"""Counts of things that shift within a story."""

from __future__ import annotations

import pytest
from check_helpers import marked

RULES = ["consistency/count"]


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a story, and what is suggested first."""
    return marked(text, RULES)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Three villages were emptied on Monday.\n\nThe mayor said all four villages were safe.",
            "four",
            "three",
        ),
        ("The ferry carried 45 passengers.\n\nThe 54 passengers were flown home.", "54", "45"),
        ("Six miners were trapped on Monday.\n\nThe seven miners who were trapped are safe.", "seven", "six"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Three villages were emptied on Monday.\n\nThe mayor said all three villages were safe.",
        "Three villages were emptied on Monday.\n\nFour other villages were safe.",
        "The ferry carried 45 passengers.\n\nThe 12 passengers with burns were flown home.",
        "Three villages were emptied.\n\nThe mayor said four villages remain cut off.",
        "Three villages were emptied.\n\nThe four villages to the north were added on Friday.",
        "Five miners were trapped.\n\nTwo died.\n\nThe three miners who lived sued.",
        "Eight students were held on Monday.\n\nThe nine students face trial in May, after another was held.",
        "Six climbers set out on Sunday.\n\nThe five climbers who returned were treated.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
