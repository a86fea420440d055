"""Words of time that are taken for each other."""

from __future__ import annotations

import pytest
from check_helpers import tagged

from editor.checks.story.deadlines import times


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Voters have to choose a new mayor until the end of May.", "by"),
        ("A decision is expected until June.", "by"),
        ("He expected a ruling from the court until the end of June.", "by"),
        ("She has not seen him from that day.", "since"),
        ("It was the steepest drop from April.", "since"),
        ("Residents have complained since years about the smell.", "for"),
        ("The army would rebuild the road during three days.", "in"),
        ("The side, unbeaten from March 2022, faces Leeds.", "since"),
        ("The crossing has remained shut from then.", "since"),
        ("It was the biggest one-day drop from Oct 9.", "since"),
        ("Crews have been complaining about ovens from spring.", "since"),
        ("It is the hardest market we have seen since 20 years.", "in"),
        ("The plane was inspected three times since a month.", "in"),
        ("The dictator ruled since 31 years before he fled.", "for"),
        ("She forecast two more cuts until December.", "by"),
        ("The fog will remain by the wind turns to the north.", "until"),
    ],
)
def test_the_wrong_word_is_found(text: str, right: str) -> None:
    assert [found.right[0] for found in times(tagged(text))] == [right]


@pytest.mark.parametrize(
    "text",
    [
        "Voters will not choose a new mayor until the end of May.",
        "The shop stays open until June.",
        "He has lived there from 2001 to 2010.",
        "Prices have risen from May.",
        "The road was closed during the two days of rain.",
        "They had met before two weeks had passed.",
        "They have been moving people from May.",
        "It was her first win since a year ago.",
        "She forecast rain to last until December.",
    ],
)
def test_a_right_word_is_left(text: str) -> None:
    assert list(times(tagged(text))) == []
