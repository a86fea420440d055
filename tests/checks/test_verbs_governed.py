"""The form that a verb, an adjective or a helper asks of the next verb."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.governed.check import governed


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    slips = governed(tokens)
    return first_fixes(text, slips)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The residents were told to leaving their homes.", "leaving", "leave"),
        ("The party has yet to chosen a leader.", "chosen", "choose"),
        ("Prices were expected fall after the harvest.", "fall", "to fall"),
        ("He was seen enter the building at noon.", "enter", "entering"),
        ("She denied to steal the documents.", "to steal", "stealing"),
        ("The team managed win despite losing two players.", "win", "to win"),
        ("The lab has been work on the vaccine since 2018.", "work", "working"),
        ("The statue was stolen and melt down for its bronze.", "melt", "melted"),
        ("The survivors were too exhausting to speak.", "exhausting", "exhausted"),
        ("He had his passport confiscate at the airport.", "confiscate", "confiscated"),
        ("She was born and grown in Accra.", "grown", "raised"),
        ("The city banned cars enter the old town.", "enter", "from entering"),
        ("Troops tried to stop protesters reach the square.", "reach", "from reaching"),
        ("A guard was among six people kill in the raid.", "kill", "killed"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The residents were told to leave their homes.",
        "Prices fell as expected, and rents rose.",
        "A fall was expected, and it came.",
        "He denied any wish to steal the documents.",
        "She was denied entry to the building.",
        "She denied to reporters that she had left.",
        "There has been work on the vaccine since 2018.",
        "The scene they had seen was a film set.",
        "The statue was stolen and the metal sold.",
        "Women kill in the attack role as often as men.",
        "The journey was too exhausting to repeat.",
        "He had his passport checked at the airport.",
        "Vines planted and grown in Accra did well.",
        "The city banned cars that enter the old town.",
        "The stop protesters reach first is the square.",
        "The team managed a win despite losing two players.",
        "Fans saw a managed win for the visitors.",
        "Soldiers caught in the raid were freed.",
        "He was last seen Friday in the north.",
        "Officials expected losses to rise this year.",
        "The coach was told to keep moving, to leaving fans' dismay.",
        "The miners were too tired to speak.",
        "She was allowed leave from work.",
        "They banned visitors from the ward and stopped staff leave in May.",
        "The women were too interesting to ignore.",
        "He was seen last in Rome.",
        "They had their home run record beaten.",
        "They banned the cars enter",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
