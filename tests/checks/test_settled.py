"""Tenses that a verb's place among the clauses settles."""

from __future__ import annotations

import pytest
from check_helpers import clause_fixes
from right_tenses import RIGHT_TENSES

from editor.checks.verbs.settled import settled


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    return clause_fixes(text, settled)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The firm said it suspends work at the mine after miners blocked the gate.", "suspends", "suspended"),
        ("The nurse said she is asleep when the roof fell in.", "is", "was"),
        ("The lighthouse, which guards the bay for a century before it was sold, is a hotel.", "guards", "guarded"),
        ("Shares in the firm jumped after it says it had found oil.", "says", "said"),
        ("Ties soured in March 2019, when sailors seize a trawler and held its crew.", "seize", "seized"),
        ("He left the race because he has broken a rib, the team said.", "has", "had"),
        ("When they stopped to rest, they come under fire.", "come", "came"),
        ("He said a valve had failed and that crews have replaced it.", "have", "had"),
        ("The following year, the state raised fees and has abolished two taxes.", "has abolished", "abolished"),
        ("The vicar said the tomb has been looted before her team found it.", "has", "had"),
        ("She said she is proud of the team but had slept badly.", "is", "was"),
        ("He was asking me when he can play again.", "can", "could"),
        ("Fans said tickets are still being sold on the pier at midnight.", "are", "were"),
    ],
)  # fmt: skip
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        *RIGHT_TENSES,
        "She said she is proud of the team and will stay.",
        "She told us where we can park.",
        "The bank said the branch is open and had been since May.",
    ],
)
def test_right_tenses_are_kept(text: str) -> None:
    assert found(text) == []
