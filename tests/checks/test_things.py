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
        ("The probe carried five science tests.\n\nIt paid for the six tests in May.", "six", "five"),
        ("Doctors said six of the 12 trains failed.\n\nThe seven faulty trains stayed in.", "seven", "six"),
        (
            "He was guilty of nine counts of wire fraud.\n\nEach of the eight wire fraud counts can bring a fine.",
            "eight",
            "nine",
        ),
        ("Four people were taken to hospital.\n\nThe three patients were stable.", "three", "Four".lower()),
        ("He said his 22 MPs were angry.\n\nLopes, whose party has 18 MPs, left.", "18", "22"),
        ("Six miners were trapped on Monday.\n\nThe seven miners who were trapped are safe.", "seven", "six"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Doctors said six of the 12 trains failed.\n\nThe six faulty trains stayed in, and the other six ran.",
        "Winners of 11 of the 12 prizes came.\n\nThe 12 prizes are gold.",
        "Tablets cure nine in 10 patients.\n\nThe 31 patients were old.",
        "Four people were hurt.\n\nThe three women were taken to hospital.",
        "He was guilty of nine counts of wire fraud.\n\nThe two laundering counts were dropped.",
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
