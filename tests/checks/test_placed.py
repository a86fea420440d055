"""Tenses that a time, a count or a conjunction in the verb's own clause settles."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.placed import placed
from editor.text.times import times
from editor.text.verbgroups import groups


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    return first_fixes(text, placed(tokens, times(tokens), groups(tokens)))


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The harbor receives a record amount of wheat last year, most of it Russian.", "receives", "received"),
        ("The geyser, which last erupts in 1991, is a park now.", "erupts", "erupted"),
        ("Police tried to determine whether a candle causes the fire.", "causes", "caused"),
        ("It was the third merger that the bank announces this year.", "announces", "had announced"),
        ("It was the second time in a week that thieves cut the line.", "cut", "had cut"),
        ("She would ride again as soon as her wrist would heal.", "would heal", "healed"),
        ("The party would lose if an election would be held now.", "would be held", "were held"),
        ("Olsen is born in a village near the fjord.", "is", "was"),
        ("If prices rise and the peso will fall, the bank will act.", "will fall", "falls"),
    ],
)  # fmt: skip
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The move comes after miners blocked the gate.",
        "The firm said it suspends work whenever miners block the gate.",
        "The price is well above what it was before the firm was sold.",
        "The theory fits the time when he lived.",
        "Shares have fallen after the firm said it had lost a case.",
        "The bank refused to lend until the state sells its stake.",
        "A meeting was planned for June 11, the day after the summit ends.",
        "The fire is believed to have started while crews were welding.",
        "The firm saw its profits fall 9% last year.",
        "They sold 200 gall flies here last year.",
        "The report cites a study of how rain causes floods.",
        "It was the first figure that includes customs.",
        "He said the hearing would go on when arguments would be heard.",
        "A child is born in this city every hour.",
        "While the rate rose in May, it remains one of the lowest.",
        "When the test was held, she says, she copied the answers.",
        "He said a valve had failed and that crews are at work.",
        "If prices rise, the peso will fall and the bank will act.",
        "Last year the state cut fees and has since abolished two taxes.",
        "The bank began with cuts, but it has paused more than once when the peso was weak.",
        "His career goes back to his election in 1923.",
        "The dollar has weakened since May when it traded at 1.20.",
        "He left because the firm has not paid him.",
    ],
)
def test_right_tenses_are_kept(text: str) -> None:
    assert found(text) == []
