"""What a head governs, read through its clause."""

from __future__ import annotations

import pytest
from check_helpers import tagged

from editor.checks.prepositions.frames import governed
from editor.checks.prepositions.phrases import phrase
from editor.checks.prepositions.table import rows_of

ROWS = rows_of(
    {
        "object from:thing of:event > to": "attribute",
        "object to:thing > on": "impose",
        "light put to:thing > on": "blame",
        "noun of:pair > between": "gap",
        "verb with:thing > from": "differ",
        "verb for!:thing > to": "apologize",
        "verb of:thing > for": "apologize",
        "noun among:two > between": "truce",
    }
)


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    tokens = tagged(text)
    return [(tokens[each.at].text, each.right) for each in governed(tokens, ROWS, {})]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Economists attribute the rise in exports from the weak currency.", "from", "to"),
        ("The rise was attributed from the weak currency.", "from", "to"),
        ("The state imposed a tax of 8% to imported cheese.", "to", "on"),
        ("They put the blame for the shortfall to a poor harvest.", "to", "on"),
        ("The gap of rich and poor has widened.", "of", "between"),
        ("The text differed sharply with the draft.", "with", "from"),
        ("The label apologized for the band.", "for", "to"),
        ("A truce among the army and the militia held.", "among", "between"),
        ("The text differed on Monday with the draft.", "with", "from"),
        ("They attribute the rise reported by farmers from the weak currency.", "from", "to"),
        ("The state imposed a tax Monday to unusually sweet drinks.", "to", "on"),
    ],
)
def test_it_finds_the_word_past_what_stands_between(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, (right,))]


@pytest.mark.parametrize(
    "text",
    [
        "Economists attribute the rise in exports from the region to the weak currency.",
        "The cause to which she attributed the rise from the low is known.",
        "The state imposed the tax in response to a complaint.",
        "They put the blame for the loss of access to the market on the board.",
        "The gap of two meters has widened.",
        "The label apologized for lying.",
        "A truce among the army, the police and the militia held.",
        "A truce among herders and farmers held.",
    ],
)
def test_it_is_quiet_where_the_right_word_comes_or_another_rules(text: str) -> None:
    assert found(text) == []


def test_a_phrase_ends_before_a_second_determiner() -> None:
    tokens = tagged("They gave the old crew the keys.")
    read = phrase(tokens, 2)
    assert read is not None
    assert [each.text for each in tokens[read.start : read.end]] == ["the", "old", "crew"]


def test_a_form_in_ing_with_its_object_is_no_noun_phrase() -> None:
    rows = rows_of({"adjective in:ing > at": "good"})
    tokens = tagged("She is good in spotting forgeries, and it is good in existing rules.")
    assert [tokens[each.at + 1].text for each in governed(tokens, rows, {})] == ["spotting"]
