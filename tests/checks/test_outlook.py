"""Futures and conditionals that something beside them rules out."""

from __future__ import annotations

import pytest
from check_helpers import clause_fixes

from editor.checks.verbs.outlook import outlook


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    return clause_fixes(text, outlook)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The bank would open a branch there next Monday, according to a notice.", "would", "will"),
        ("Next month’s meeting will have been the first in Oslo.", "will have been", "will be"),
        ("The official would have taken bribes, according to leaked records.", "would have taken", "reportedly took"),
        ("The fugitive would be hiding in a cave, according to guards.", "would be hiding", "is reportedly hiding"),
        ("The clerk should have stolen 14 bikes, according to the charges.", "should have stolen", "allegedly stole"),
        ("Clinics can open only as long as their fuel will last, she said.", "will last", "lasts"),
        ("Analysts had forecast that growth will slow to 1%.", "will", "would"),
        ("Doctors feared after the fall that she will never walk again.", "will", "would"),
        ("By the time the dam opens in 2031, the state will spend $2 billion on it.", "will spend", "will have spent"),
        ("If the bill passed in next week’s vote, it will cap rents.", "passed", "passes"),
    ],
)  # fmt: skip
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The bank would open a branch there next year if the law passed.",
        "By Friday the team will have played nine games.",
        "The plan would have saved lives, but it was dropped, according to records.",
        "Anyone who called would have heard a tape, according to the firm.",
        "They will wait as long as they can.",
        "The bank had said it will require a deposit.",
        "She thought she would walk again.",
        "By the time it opens, the state will be rich.",
        "If the bill passed last year, few will remember it.",
        "The minister said the bank would open a branch next year.",
    ],
)
def test_right_tenses_are_kept(text: str) -> None:
    assert found(text) == []
