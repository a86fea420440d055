"""Words that sound alike, told apart by the grammar around them."""

from __future__ import annotations

import pytest
from check_helpers import marked

RULES = [
    "confusions/owned-there",
    "confusions/owned-its",
    "confusions/owned-whose",
    "confusions/they-are",
    "confusions/because-noun",
]


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a story, and what is suggested first."""
    return marked(text, RULES)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The men lost there homes in the flood.", "there", "their"),
        ("Villagers rebuilt there homes with straw.", "there", "their"),
        ("He said that it's profit had fallen by 4%.", "it's", "its"),
        ("He was so poor that it's director could not know.", "it's", "its"),
        ("The teacher, who's temperature she took, was ill.", "who's", "whose"),
        ("They said their still waiting for aid.", "their", "they are"),
        ("They said their not going to sign.", "their", "they are"),
        ("She missed the final because a wrist injury.", "because", "because of"),
        ("He won because a good serve.", "because", "because of"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The men lost their homes there in the flood.",
        "She knew of there being a plan.",
        "The men lost there, homes burned.",
        "They flew there planes of their own make.",
        "The fund said it's profit that counts.",
        "The bank said it's likely that profit fell.",
        "She said their still lives sold well.",
        "They said their not going to court was a choice.",
        "She missed the final because a wrist injury kept her out.",
        "She missed the final because of a wrist injury.",
        "He won because experts and rivals alike failed.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
