"""Headlines are read like sentences that lack their articles and auxiliaries."""

from __future__ import annotations

import pytest

import editor

BODY = (
    "\n\nThe bank and its union met on Monday, and the oil price, the police, a storm and the shares of a chip maker"
    " were all spoken of before the minister, a court and the rebels were.\n"
)


def found(headline, profile="ap"):
    """What is marked in a headline, house style aside, and what is suggested first."""
    findings = editor.check(headline + BODY, profile=profile, ignore=["style"])
    return [
        (each.span.of(headline), each.replacements[0] if each.replacements else None)
        for each in findings
        if each.span.start < len(headline)
    ]


@pytest.mark.parametrize(
    ("headline", "wrong", "right"),
    [
        ("Mayor of Naples suspected for taking bribes", "for", "of"),
        ("Union emphasizes on pay in talks with airline", " on", ""),
        ("Villagers who lost there homes return", "there", "their"),
        ("Chip shares falls after new rules in Washington", "falls", "fall"),
        ("Court reject appeal by former mayor", "reject", "rejects"),
        ("Minister to meets farmers over fuel tax", "meets", "meet"),
        ("Storm eases while rebels seizes town", "seizes", "seize"),
    ],
)
def test_what_is_wrong_in_a_sentence_is_wrong_in_a_headline(headline, wrong, right):
    assert (wrong, right) in found(headline)


@pytest.mark.parametrize(
    "headline",
    [
        "Minister files lawsuit against bank",
        "Club in bid to keep striker",
        "Bank ordered to refund customers after app failure",
        "Bus carrying wedding guests falls into gorge",
        "Police arrest man over museum theft",
        "Union to hold talks on jobs cuts",
        "Court rejects appeal, rebels seize town",
    ],
)
def test_headlines_go_without_articles_and_auxiliaries(headline):
    assert found(headline) == []


def test_a_body_takes_a_plural_verb_in_british_headlines():
    assert found("Council reject plan for tower", "uk") == []
    assert ("reject", "rejects") in found("Council reject plan for tower", "ap")


def test_headlines_with_a_capital_on_every_word_are_not_read_for_their_verbs():
    assert found("Chip Shares Falls After New Rules In Washington") == []
