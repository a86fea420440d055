"""What rules say of words that stand beside another error, or that may be right."""

from __future__ import annotations

import pytest
from check_helpers import marked

import editor
from editor.values import Severity


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("The clerk denied to accept money from the gang.", "denied accepting"),
        ("The guards denied to steal the paintings.", "stealing"),
    ],
)
def test_a_deed_is_denied_in_ing(text: str, fix: str) -> None:
    assert [first for _, first in marked(text, ["verbs/frame"])] == [fix]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("verbs/frame", "The judge denied to hear the appeal on Monday."),
        ("verbs/frame", "She will instead take a rest before the final."),
        ("tense/up-to-now", "Thursday's cut brings the total so far to 12 points."),
        ("tense/up-to-now", "The pipeline has broke in four places since June."),
        ("tense/up-to-now", "The dam is scheduled for repair since March to May."),
        ("verbs/after-be", "It is a rare bird, and it's export from Peru was banned."),
        ("style/small-number", "About 1 in 3 children at the camp was ill. Six men and two women left."),
    ],
)
def test_another_rule_or_nobody_speaks(rule: str, text: str) -> None:
    assert marked(text, [rule]) == []


def test_a_past_that_may_join_an_earlier_verb_is_asked_about() -> None:
    text = "Officers warned that the river could burst its banks and told them to move.\n"
    found = editor.check(text, select=["verbs/chain"], languagetool="off")
    assert [each.severity for each in found] in ([], [Severity.QUERY])


@pytest.mark.parametrize(
    "text",
    [
        "Only a few stalls opened after the alarm was over.",
        "A large amount of nurses have left the town.",
        "Forty-two pounds is what most of the drivers earn.",
        "Most of the furnitures in the hall was sold.",
        "The winner of the final will get a car.",
    ],
)
def test_a_verb_is_not_corrected_for_its_neighbors_fault(text: str) -> None:
    assert marked(text, ["agreement"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "The court postponed to hear the case in May.",
        "The museum allowed to photograph the mask for an hour.",
        "The clerk described in detail how the theft was done.",
        "The army executed at least 12 men in June.",
        "A landslide caused by a week of rain buried part of the town.",
    ],
)
def test_an_active_verb_lacks_no_be(text: str) -> None:
    assert marked(text, ["verbs/without-be"]) == []
