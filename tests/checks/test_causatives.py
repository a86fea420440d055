"""What follows the object of "let" and "make", however long the object is."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.infinitives import causatives

LISTS = {"confusions-people": frozenset(["commuter", "crew", "patient", "worker"])}


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    slips = [slip for at in range(len(tokens)) for slip in causatives(tokens, at, LISTS)]
    return first_fixes(text, slips)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The ruling lets half of the foreign crews to stay until June.", "to stay", "stay"),
        ("The storm made thousands of commuters to wait at the station.", "to wait", "wait"),
        ("The guard let most of them to pass.", "to pass", "pass"),
        ("The guard let the driver of the second bus to leave.", "to leave", "leave"),
        ("The clinic made both of its patients to pay.", "to pay", "pay"),
        ("The manager let her deputies to sign the checks.", "to sign", "sign"),
        ("Serena let her opponent to settle.", "to settle", "settle"),
        ("The manager let her to sign the checks.", "to sign", "sign"),
        ("The minister asked officials to let no one to go hungry.", "to go", "go"),
        ("The rule makes everyone to wait.", "to wait", "wait"),
        ("They let the water to drain for a week.", "to drain", "drain"),
    ],
)
def test_a_long_object_does_not_hide_the_infinitive(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The ruling lets half of the foreign crews stay until June.",
        "The company made thousands of dollars to spend on ads.",
        "The team made the most of the chance to win.",
        "He let the second floor of the house to students.",
        "The group made plans for the workers to leave.",
        "The manager let her deputies sign the checks to pay the staff.",
        "She made a list of workers to call.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
