"""Tenses that a verb's place among the clauses settles."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.settled import settled
from editor.text.times import times
from editor.text.verbgroups import groups


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    return first_fixes(text, settled(tokens, times(tokens), groups(tokens)))


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
        "The move comes after miners blocked the gate.",
        "The firm said it suspends work whenever miners block the gate.",
        "The price is well above what it was before the firm was sold.",
        "The theory fits the time when he lived.",
        "Shares have fallen after the firm said it had lost a case.",
        "The bank refused to lend until the state sells its stake.",
        "A meeting was planned for June 11, the day after the summit ends.",
        "The fire is believed to have started while crews were welding.",
        "The firm saw its profits fall 9% last year.",
        "They sold 200 gall flies here last year.",
        "The report cites a study of how rain causes floods.",
        "It was the first figure that includes customs.",
        "He said the hearing would go on when arguments would be heard.",
        "A child is born in this city every hour.",
        "While the rate rose in May, it remains one of the lowest.",
        "When the test was held, she says, she copied the answers.",
        "He said a valve had failed and that crews are at work.",
        "If prices rise, the peso will fall and the bank will act.",
        "Last year the state cut fees and has since abolished two taxes.",
        "The bank began with cuts, but it has paused more than once when the peso was weak.",
        "His career goes back to his election in 1923.",
        "The dollar has weakened since May when it traded at 1.20.",
        "He left because the firm has not paid him.",
        "She said she is proud of the team and will stay.",
        "She told us where we can park.",
        "The bank said the branch is open and had been since May.",
    ],
)
def test_right_tenses_are_kept(text: str) -> None:
    assert found(text) == []
