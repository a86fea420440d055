"""How loud a missing article is told, and what is suggested first."""

from __future__ import annotations

import pytest

import editor
from editor.values import Severity


def _told(text: str) -> list[tuple[str, Severity, str]]:
    """Each finding of the rules on articles too few and too many: its words, severity and first fix."""
    found = editor.check(text, select=["articles/missing", "articles/surplus"], languagetool="off")
    return [(each.span.of(text), each.severity, each.replacements[0]) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "Nine rangers lost the trail in jungle east of the camp.",
        "The goat had been tethered to the gate by rope.",
        "Coal came to the plant with truck in the winter.",
        "The agency admits that figure could rise again.",
        "The buyers agreed on a cash and share deal in May.",
    ],
)
def test_what_may_be_right_is_only_asked(text: str) -> None:
    assert [severity for _, severity, _ in _told(text)] in ([], [Severity.QUERY])


def test_a_clear_lack_is_an_error() -> None:
    assert _told("They drove off in van with its lights on.") == [("van", Severity.ERROR, "a van")]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("The two brothers gave different answer in court.", "different answers"),
        ("Chipmakers use water in large amount at the site.", "large amounts"),
        ("In the survey, 58% of respondent said no.", "respondents"),
    ],
)
def test_more_than_one_is_suggested_first(text: str, fix: str) -> None:
    assert [first for _, _, first in _told(text)] == [fix]


@pytest.mark.parametrize(
    "text",
    [
        "Under the treaty, that bridge will open in May.",
        "A hastily rushed through ballot followed in 2009.",
        "The stolen recently painting was found in a shed.",
    ],
)
def test_a_phrase_with_its_determiner_is_passed_over(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The state, which holds 16% stake in the mine, wants more.", ("16% stake", "a 16% stake")),
        ("The insurer reported 18% jump in annual profit.", ("18% jump", "an 18% jump")),
        ("They signed $5 billion deal with Iran on Monday.", ("$5 billion deal", "a $5 billion deal")),
        ("Her goals led the hosts to 2-1 win over Thurso.", ("2-1 win", "a 2-1 win")),
        ("Workers must enter building through a side door.", ("building", "the building")),
    ],
)
def test_an_amount_or_a_deed_may_lack_its_article(text: str, told: tuple[str, str]) -> None:
    assert [(words, fix) for words, _, fix in _told(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Exports saw 7% growth in May and an estimated $5 billion deal fell through.",
        "The firm had forecast a 2% to 3% rise in sales.",
        "He began building up the paper arm and considered closing on Sunday.",
    ],
)
def test_amounts_of_what_is_not_counted_and_deeds_being_done_are_left(text: str) -> None:
    assert _told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Shares fell after drug company and index component Velo Corp. said it would stop.",
        "The winner will inherit massive budget and trade deficits.",
        "The machine has reclaimed the title of fastest computer.",
        "It is a contender for the title of world's fastest computer.",
        "The firm sells its single- and dual-processor line of servers.",
        "Revenue rose year over year for the second quarter.",
        "Nine cars were waiting to cross the start/finish line.",
        "She reached the last eight with a 6-3, 1-6, 6-3 win over the second seed.",
        "It rose 4.4 percent from $863,447 one year ago.",
    ],
)
def test_what_is_part_of_more_lacks_nothing(text: str) -> None:
    assert _told(text) == []
