"""What stands before a measure."""

from __future__ import annotations

import pytest
from check_helpers import tagged

from editor.checks.story.measured import measured


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The number of patients rose with a third.", "by"),
        ("The bank cut its benchmark rate with 2 percentage points to 34%.", "by"),
        ("Output is down with 18% from a year earlier.", ""),
        ("They advanced by beating Lugano with 2-1 on Sunday.", ""),
        ("He has watched it for three times.", ""),
        ("Schools would open with two hours later on Thursday.", ""),
        ("The post lies in an altitude of 4,000 meters.", "at"),
        ("The truck was traveling with 90 mph.", "at"),
        ("Inflation stood on 7.2% in May.", "at"),
        ("Net debt stood by 310 million euros.", "at"),
        ("Prices peaked in 85.5% in 2022.", "at"),
        ("Temperatures could drop at minus 31 degrees.", "to"),
        ("Crude gained $1.75 to reach to $80.11.", ""),
        ("Admissions rose to a fifth in March, from 2,010 a year earlier to 2,412.", "by"),
        ("Officials had to delay the start with 40 minutes.", "by"),
    ],
)
def test_the_wrong_word_is_found(text: str, right: str) -> None:
    assert [found.right for found in measured(tagged(text))] == [(right,)]


@pytest.mark.parametrize(
    "text",
    [
        "The guard stood in 4 feet of water.",
        "Shares closed by 3% of the record.",
        "The total of $40 was paid, and they reached out to 40 firms.",
        "The share rose to a third from a fifth.",
        "They cut the meeting with two hours of talks to go.",
        "Shares fell for a third day.",
        "Profit rose 3% compared with a year earlier.",
        "He paid for three times the amount.",
        "The truck was built with 90 parts.",
        "The town rose in a day.",
    ],
)
def test_a_right_word_is_left(text: str) -> None:
    assert list(measured(tagged(text))) == []


def test_a_margin_that_may_be_a_score_is_asked_about() -> None:
    (found,) = measured(tagged("The judge would win with six points."))
    assert found.asked
