"""Counted nouns without an article, and the constructions that let them stand so."""

from __future__ import annotations

import pytest

from editor.text.analysis import analyse
from editor.text.bare.model import COMPLEMENT, OBJECT, PREPOSITION, SUBJECT, Counted
from editor.text.bare.nouns import bare_nouns

COUNTED = Counted(
    frozenset(
        [
            "van",
            "guard",
            "crack",
            "driver",
            "company",
            "nurse",
            "captain",
            "court",
            "door",
            "house",
            "lake",
            "machine",
        ]
    ),
    frozenset(["market"]),
    frozenset(["future"]),
)
PAIRS = frozenset(["in_court"])


def found(text: str) -> list[tuple[str, str]]:
    tokens = analyse(text)[0].tokens
    return [
        (" ".join(each.text for each in tokens[bare.start : bare.head + 1]), bare.role)
        for bare in bare_nouns(tokens, COUNTED, PAIRS)
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "role"),
    [
        ("They drove off in van.", "van", PREPOSITION),
        ("Inspectors found large crack in it.", "large crack", OBJECT),
        ("She became nurse.", "nurse", COMPLEMENT),
        ("Company said it would appeal.", "Company", SUBJECT),
        ("Police said driver was drunk.", "driver", SUBJECT),
        ("Mud from the bottom of small lake was dated.", "small lake", PREPOSITION),
    ],
)
def test_a_counted_noun_without_an_article_is_found_with_its_role(text: str, phrase: str, role: str) -> None:
    assert found(text) == [(phrase, role)]


@pytest.mark.parametrize(
    "text",
    [
        "He appeared in court.",
        "They went from door to door and house to house.",
        "The van driver told company guards to leave.",
        "The managing captain left.",
        "He joined the fast moving company.",
        "The report shows a German owned company.",
        "They asked no driver and any nurse.",
    ],
)
def test_set_phrases_modifiers_and_determined_nouns_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_some_nouns_are_counted_only_in_some_roles() -> None:
    assert found("They opened market in May.") == [("market", OBJECT)]
    assert found("It went to market in May.") == []
