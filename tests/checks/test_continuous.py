"""Continuous tenses of what is counted, recurs or happens at once."""

from __future__ import annotations

import pytest
from check_helpers import clause_fixes

from editor.checks.verbs.continuous import continuous


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    return clause_fixes(text, continuous)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("She was winning the title twice before moving to Spain.", "was winning", "won"),
        ("The river is flooding the market every monsoon.", "is flooding", "floods"),
        ("At the moment of the crash, the driver talked on his phone.", "talked", "was talking"),
        ("A second tank was exploding without warning and killed a man.", "was exploding", "exploded"),
    ],
)  # fmt: skip
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The ports were hiring twice the usual number of men.",
        "The market is growing every year.",
        "At the time of the vote, he was in Rome.",
        "He was driving home and hit a wall.",
        "The choir has been singing there every summer.",
    ],
)
def test_right_tenses_are_kept(text: str) -> None:
    assert found(text) == []
