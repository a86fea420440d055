"""Perfects and pasts that a stretch or a neighbouring clause rules out."""

from __future__ import annotations

import pytest
from check_helpers import clause_fixes

from editor.checks.verbs.aspects import aspects


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    return clause_fixes(text, aspects)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The tailor, who had rented the shop since 2012, says he will stay.", "had", "has"),
        ("The ibis, which died out long ago, once has roamed the delta.", "has roamed", "roamed"),
        ("A second quake had shaken the town two hours later.", "had shaken", "shook"),
        ("During her first term, which ended in 2013, the mayor has vetoed 50 bills.", "has vetoed", "vetoed"),
        ("By 2010, the firm shipped more than 3 million pumps.", "shipped", "had shipped"),
        ("When police arrested him, Olsen worked at the bank for 11 years.", "worked", "had worked"),
        ("Since the crossing reopened in March, about 12,000 truckers cleared customs there.", "cleared", "have cleared"),
        ("The man entered the lobby, pulls a gun and fired.", "pulls", "pulled"),
        ("It was near the lake, which lay on the border and feeds two rivers.", "lay", "lies"),
    ],
)  # fmt: skip
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The tailor, who had rented the shop since 2012, left in May.",
        "She has once again won the race.",
        "A second quake shook the town two hours later.",
        "During his tenure, the firm has grown.",
        "By 2010, the firm was small.",
        "When police arrested him, Olsen worked at the bank.",
        "Since the plan was not ready until May, the goal appears bold.",
        "It criticized the state for failing to act, do more and spend less.",
        "The firm, which was founded in 1875 and is one of the oldest, is for sale.",
        "Years had gone by since the crash, she says.",
    ],
)
def test_right_tenses_are_kept(text: str) -> None:
    assert found(text) == []
