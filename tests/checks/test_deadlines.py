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
    ],
)
def test_a_right_word_is_left(text: str) -> None:
    assert list(times(tagged(text))) == []
