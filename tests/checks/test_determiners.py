"""Names that take "the", and "a" or "an" before words that no lexicon knows."""

from __future__ import annotations

import pytest
from check_helpers import marked


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("The premier is to visit Philippines next month.", ("Philippines", "the Philippines")),
        ("The winger came from Netherlands last August for a fee.", ("Netherlands", "the Netherlands")),
        ("The pact gives United Nations the power to look.", ("United Nations", "the United Nations")),
    ],
)
def test_a_name_lacks_its_article_whatever_follows(text: str, fix: tuple[str, str]) -> None:
    assert marked(text, ["articles/the-missing-name"]) == [fix]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between United Nations and African Union envoys failed.",
        "It was sold to Netherlands coach Ann Reed and others.",
    ],
)
def test_a_name_before_a_noun_is_left(text: str) -> None:
    assert marked(text, ["articles/the-missing-name"]) == []


def test_the_sound_is_told_by_the_first_letters_of_an_unknown_word() -> None:
    assert marked("They held a hourlong chat on an blockchainish idea.", ["articles/sound"]) == [
        ("a", "an"),
        ("an", "a"),
    ]


def test_an_unknown_word_of_doubtful_sound_is_left() -> None:
    assert (
        marked("They saw a eunomic sign and an urbanesque yard, an hertzian wave.", ["articles/sound"]) == []
    )


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("The general said the morale was high in the camps.", ("the morale", "morale")),
        ("They show how quickly the evolution can work.", ("the evolution", "evolution")),
        ("Because the poaching has spread, rangers were armed.", ("the poaching", "poaching")),
    ],
)
def test_what_is_meant_in_general_has_no_article_as_a_subject(text: str, fix: tuple[str, str]) -> None:
    assert marked(text, ["articles/the-general"]) == [fix]


def test_a_subject_told_more_closely_keeps_its_article() -> None:
    assert marked("He said the poaching that began in May was over.", ["articles/the-general"]) == []
