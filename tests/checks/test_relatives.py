"""The relative pronoun by what it stands for."""

from __future__ import annotations

import pytest
from check_helpers import marked

RULES = [
    "confusions/relative-person",
    "confusions/relative-thing",
    "confusions/relative-comma",
    "confusions/relative-what",
    "confusions/relative-whose",
    "confusions/relative-whom",
    "confusions/relative-where",
    "confusions/relative-splice",
    "confusions/first-time-that",
    "confusions/whos-whose",
]


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a story, and what is suggested first."""
    return marked(text, RULES)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Anna Marek, 42, which runs the bakery, said sales rose.", "which", "who"),
        ("Dr. Anna Marek, which runs the clinic, voted early.", "which", "who"),
        ("The bakers, that closed at noon, were sold out.", "that", "who"),
        ("The judge, who lawyers praised for her patience, retired.", "who", "whom"),
        ("The captain, whom wife is a nurse, retired in May.", "whom", "whose"),
        ("The airline named the four cities where it serves.", "where", "that"),
        ("The region lies on a fault, there many quakes happen.", "there", "where"),
        ("The army bought helicopters, some of them came from Italy.", "them", "which"),
        ("The ship carried 40 sailors, most of them were asleep.", "them", "whom"),
        ("The union got a raise, what the bank had feared.", "what", "which"),
        ("It was the first time when a woman won.", "when", "that"),
        ("The patients, 10 whereof two were children, left.", "whereof two", "two of whom"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Marek, 42, who runs the bakery, said sales rose.",
        "The firm owned by Anna Marek, which makes bread, was sold.",
        "The bank, which runs the fund, said sales rose.",
        "The Marek Group, which makes bread, was sold.",
        "The judge, who lawyers say was patient, retired.",
        "The judge, who lawyers said praised the jury, retired.",
        "The village which the storm hit in the night was cut off.",
        "The cities where the airline serves meals are small.",
        "The army bought helicopters, and some of them came from Italy.",
        "The ship carried 40 sailors, most of them asleep.",
        "It lies on the coast, and there most quakes occur.",
        "The union got a raise, and what the bank had feared came true.",
        "The clock shows the time when a train left.",
        "The man who's leading the race is 40.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
