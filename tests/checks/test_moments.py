"""Tenses that a time in the same clause decides."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.moments.check import moments
from editor.text.times import times
from editor.text.verbgroups import groups


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    slips = moments(tokens, times(tokens), groups(tokens))
    return first_fixes(text, slips)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("A gas leak forces hundreds of families from their homes on Wednesday night.", "forces", "forced"),
        ("The two firms negotiate for three years.", "negotiate", "have negotiated"),
        ("The truce holds until Thursday, when shells fell on the market.", "holds", "held"),
        ("He admitted that he takes the money in 2018.", "takes", "took"),
        ("The striker, who scores twice in the first half, left the pitch.", "scores", "scored"),
        ("He has been a priest in Lagos from 1988 to 1995.", "has been", "was"),
        (
            "Officers did not recover the painting yet, a spokesman said.",
            "did not recover",
            "have not recovered",
        ),
        ("By the time firefighters arrived, the roof collapsed.", "collapsed", "had collapsed"),
        ("He was at sea for 40 days when the engine failed.", "was", "had been"),
        ("They crossed the river while guards are sleeping.", "are", "were"),
        ("He told the court that he never saw the weapon before the trial.", "never saw", "had never seen"),
        ("Nobody was hurt so far.", "was", "has been"),
        ("The army will withdraw last week.", "will withdraw", "withdrew"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Hundreds of families were forced from their homes on Wednesday night.",
        "The leak forces families from their homes every Wednesday night.",
        "The bank said last week it will announce the results in May.",
        "The truce holds until Thursday, when talks are due.",
        "He said that he takes the blame for what he did in 2018.",
        "The striker, who scores twice in a typical game, left the pitch.",
        "He was a priest in Lagos from 1988 to 1995.",
        "Officers have not recovered the painting yet, a spokesman said.",
        "By the time firefighters arrived, the roof had collapsed.",
        "By the time the race began, the crowd was restless.",
        "He had been at sea for 40 days when the engine failed.",
        "They cross the river while guards are sleeping.",
        "The court heard that he never saw a doctor.",
        "The worst storm so far was in May.",
        "The film opens on Friday night.",
        "The team plays in Rome on Sunday.",
        "She runs the shop her father opened last week.",
        "The army will withdraw next week.",
        "He has studied storms from 1988 to 1995.",
        "The treaty signed last week will end the war.",
        "Astronauts train for two years.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
