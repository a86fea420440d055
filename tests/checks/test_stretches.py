"""Tenses that a beginning, or a long stretch of time, settles."""

from __future__ import annotations

import pytest
from check_helpers import clause_fixes

from editor.checks.verbs.stretches import stretches


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    return clause_fixes(text, stretches)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The charity gives food to 900 families since it was set up in 2018.", "gives", "has given"),
        ("She suffers from asthma since she was 15.", "suffers", "has suffered"),
        ("Detectives believe the gang operates since at least March.", "operates", "has operated"),
        ("He is not returning to work since the attack.", "is not returning", "has not returned"),
        ("The club is existing since 1891.", "is existing", "has existed"),
        ("They don't speak since the trial.", "don't speak", "haven't spoken"),
        ("The digger works at the site for 22 summers and hopes to go on.", "works", "has worked"),
        ("The pilot, who flies for the airline for 16 years, is on leave.", "flies", "has flown"),
        ("She said her team was in contact with them since the summer.", "was", "had been"),
        ("She was working on a book since last summer, and her editor asked for it.", "was working", "had been working"),
        ("The patient is stable and was breathing unaided since Friday.", "was breathing", "has been breathing"),
        ("The abbot said he knows the bishop for 20 years.", "knows", "had known"),
    ],
)  # fmt: skip
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Oil trades at its highest since May.",
        "It is 65 years since the party won a fourth term.",
        "Experts believe five rises since May are enough.",
        "The bill raises pay for the first time since 1981.",
        "Prices are down by a third since 2002.",
        "The rise reflects a change in policy since June.",
        "The deal appears dead since the state wants the firm.",
        "The lease runs for 15 years.",
        "He said the mark was unchanged since February.",
        "It was the best season since the war.",
        "Work is scheduled for May, and the road has been shut since March.",
        "It has 10 bridges since the war ended.",
        "The law no longer applies since the owner is abroad.",
        "Workers who stay for two years get a visa.",
        "She was late since the train broke down.",
        "The club has since May not won a match.",
    ],
)
def test_right_tenses_are_kept(text: str) -> None:
    assert found(text) == []
