"""Reported speech that leaves the past in a story that keeps to it."""

from __future__ import annotations

import pytest
from check_helpers import tagged

from editor.checks.verbs.reported import departures

PAST = ("The firm said it would appeal.", "The mayor said the town had no water.")


def found(*texts: str) -> list[tuple[str, ...]]:
    """What is suggested for each verb that leaves the story's past."""
    return [each.hit.replacements for each in departures([tagged(text) for text in texts])]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The union said it will strike on Monday.", "would"),
        ("The union announced that it has won a raise.", "had"),
        ("The ministry added that two bridges are closed.", "were"),
        ("Police said the road is closed.", "was"),
    ],
)
def test_the_one_that_leaves_is_marked(text: str, right: str) -> None:
    assert found(*PAST, text) == [(right,)]


@pytest.mark.parametrize(
    "text",
    [
        "The union says it will strike on Monday.",
        "The union said it would strike on Monday.",
        '"The road is closed," police said.',
        'Police said: "The road is closed."',
        "Doctors said the virus is always fatal.",
        "The firm, which said last year it lost money, will appeal.",
        "The firm said workers, who have a union, would be paid.",
    ],
)
def test_what_keeps_to_it_or_need_not_is_left(text: str) -> None:
    assert found(*PAST, text) == []


def test_a_story_that_reports_in_the_present_throughout_is_left() -> None:
    assert found("The union said it will strike.", "The firm said it has no cash.", PAST[0]) == []


def test_one_past_is_no_reason_to_change_a_present() -> None:
    assert found(PAST[0], "Police said the road is closed.") == []
