"""Verbs that are joined in one row stand in one form."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.chains import chains


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    slips = chains(tokens)
    return first_fixes(text, slips)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("She won in Rome, become the first rower to do so.", "become", "becoming"),
        ("The bomb went off, killing 20 people, toppling houses and block the highway.", "block", "blocking"),
        ("He was accused of stealing bicycles and sell them online.", "sell", "selling"),
        ("They would cut the locks, strip the frames and drove them off.", "drove", "drive"),
        ("The plan is to cut duty, hiring nurses and publish returns.", "hiring", "hire"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "She won in Rome, becoming the first rower to do so.",
        "The bomb went off, killing 20 people and toppling houses that block the highway.",
        "He was accused of stealing bicycles and told to sell them online.",
        "They cut the locks and drove the bikes off.",
        "The plan is to cut duty, hire nurses and publish returns.",
        "The gang, accused of stealing cars, sells them abroad and hides the cash.",
        "After cutting the locks, they took the bikes and drove off.",
        "Protesters, chanting and waving flags, block the highway each Friday.",
        "He thanked the men for saving his son and left.",
        "The law stops firms from hiring children and makes fines public.",
        "Critics, who call the new map a fraud, have gone to court.",
        "In public they say little, but in private, call the map a fraud.",
        "The team hopes to win, sell its stars and move.",
        "The firm makes boats, selling some abroad, and rents others.",
        "He was known for baking bread and cakes and ran marathons.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
