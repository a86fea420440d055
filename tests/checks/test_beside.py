"""Tenses that a neighbouring clause or time decides."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.beside.check import beside
from editor.text.times import times
from editor.text.verbgroups import groups


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    slips = beside(tokens, times(tokens), groups(tokens))
    return first_fixes(text, slips)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("When I see the smoke, I ran back to the house.", "see", "saw"),
        ("While the president speaks, a man threw a shoe at him.", "speaks", "spoke"),
        ("The last time the two sides have met was in 2019.", "have met", "met"),
        ("By 1990 the herd has shrunk to 40 animals.", "has", "had"),
        ("She has scored in every match since she has joined the club.", "has joined", "joined"),
        ("He has started the company at age 19.", "has started", "started"),
        ("I am a farmer for 40 years.", "am", "have been"),
        ("He is 34 when he took over the club.", "is", "was"),
        ("It was not clear on Monday how the fire has started.", "has", "had"),
        ("The farmers had hoped that the rain will come.", "will", "would"),
        ("Police found the money where the thief has hidden it.", "has", "had"),
        ("She resigned after a newspaper publishes the recordings.", "publishes", "published"),
        ("The only hospital burns down last month.", "burns", "burned"),
        ("The river burst its banks and floods the town.", "floods", "flooded"),
        ("Most residents were asleep when the fire starts.", "starts", "started"),
        ("The second night, we have no chairs left.", "have", "had"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "When I see smoke, I run.",
        "The last time the two sides met was in 2019.",
        "The last time the two sides have met in public is not known.",
        "By 1990 the herd had shrunk to 40 animals.",
        "By 2050 the herd will have shrunk to 40 animals.",
        "She has scored in every match since she joined the club.",
        "She has been happy since she has had a garden.",
        "It is not clear how the fire started.",
        "He was 34 when he took over the club, which is still his.",
        "The farmers hope that the rain will come.",
        "She resigned after a newspaper that publishes leaks got the tapes.",
        "The shop where the thief has hidden twice was found.",
        "Most residents are asleep when the market opens.",
        "The river, which floods the town each spring, burst its banks.",
        "I am a farmer and have been for 40 years.",
        "The man who burns bricks for a living left last month.",
        "He has been with the company since age 19.",
        "Police found the shop where the suspect has worked since May.",
        "While critics call it weak, the bill passed on Monday.",
        "He left after the vote that gives women the right to vote.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
