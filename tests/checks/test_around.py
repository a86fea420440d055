"""Tenses of two clauses that do not go together."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.around.check import around
from editor.text.times import times
from editor.text.verbgroups import groups


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    verbs = groups(tokens)
    slips = around(tokens, times(tokens), verbs) if verbs else ()
    return first_fixes(text, slips)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The stage stopped burning two hours after it has separated.", "has separated", "separated"),
        ("Residents fled when they have heard the siren.", "have heard", "heard"),
        (
            "The car has been seen leaving the chapel shortly before the fire started.",
            "has been seen",
            "was seen",
        ),
        ("Before entering politics, he has worked as a welder.", "has worked", "worked"),
        (
            "This is the first time in 40 years that a club from the seventh tier reaches the last 16.",
            "reaches",
            "has reached",
        ),
        ("Nobody has known at the time that the bridge was weak.", "has known", "knew"),
        ("Police said the victim has left at 1 a.m. and was last seen at a bar.", "has", "had"),
        ("The painter, who dies in 2003, left a son.", "dies", "died"),
        ("He had been born in Aleppo in 1931 and moved to Paris.", "had been born", "was born"),
        ("In 2018 the same court rules that the law was void.", "rules", "ruled"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Residents flee when they have heard the siren.",
        "The stage stopped burning two hours after it had separated.",
        "Before entering politics, he had worked as a welder.",
        "He has worked as a welder since leaving politics.",
        "This is the first time in 40 years that a club from the seventh tier has reached the last 16.",
        "Nobody knew at the time that the bridge was weak.",
        "The painter, who died in 2003, left a son.",
        "The mayor, who is known for his hats, died in 2003.",
        "The probe reached Mars in February and has since returned images.",
        "When rain stops play, fans go home.",
        "He had been a welder in Aleppo in 1931 before he moved to Paris.",
        "The rule says that those who leave before the end lose the fee they paid.",
        "After the war, the town has never been the same.",
        "Before joining the firm, he has said, he was poor.",
        "When people see help come, they cheer.",
        "The player who scores most wins.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
