"""Verbs of state in the continuous."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.states import states
from editor.text.times import times
from editor.text.verbgroups import groups


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    slips = states(tokens, times(tokens), groups(tokens))
    return first_fixes(text, slips)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The firm is belonging to a bank.", "is belonging", "belongs"),
        ("Voters are not trusting the party.", "are not trusting", "do not trust"),
        ("The water was tasting of nothing.", "was tasting", "tasted"),
        ("The agency is having a team of six inspectors.", "is having", "has"),
        ("Residents are wanting a new road.", "are wanting", "want"),
        ("He is knowing the answer to the question.", "is knowing", "knows"),
        ("The box was containing 40 kilos of ivory.", "was containing", "contained"),
        ("The village is consisting of two streets.", "is consisting", "consists"),
        ("The price is depending on the harvest.", "is depending", "depends"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The firm belongs to a bank.",
        "She is having a baby in May.",
        "The team is having a good season.",
        "The club is having problems with its roof.",
        "They were having lunch when it began.",
        "Chefs were tasting the soup.",
        "He is thinking of leaving.",
        "They are doubting Thomases.",
        "Crews were containing the blaze.",
        "The party is losing the trust of voters.",
        "The need is real, and so is wanting.",
        "She was being understood at last.",
        "They were loving every minute.",
        "I'm loving the city.",
        "The lab is having tests done.",
        "Crews were still containing the blaze at noon.",
        "The team is lacking in pace.",
        "He is owning up to the theft.",
        "They were believing in themselves again.",
        "The results are concerning to the board.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
