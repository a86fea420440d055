"""Verbs that do not go with their object or subject, however the sentence is built."""

from __future__ import annotations

import pytest
from check_helpers import marked

OBJECT = ["collocations/object", "confusions/object", "confusions/near-object"]
SUBJECT = ["collocations/subject", "confusions/near-subject"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The army did a mistake last week.", "did", "made"),
        ("Rebels realized an attack Monday near the border.", "realized", "carried out"),
        ("The attack, realized by rebels, killed two.", "realized", "carried out"),
        ("Talks are expected to be realized in May.", "realized", "held"),
        ("It overtook its smaller rival Kastner for 145 million euros.", "overtook", "took over"),
        ("The hackers robbed the medical records of 300 patients.", "robbed", "stole"),
        ("The levy would rise the industry's bills again.", "rise", "raise"),
        ("The drought has effected olive groves.", "effected", "affected"),
        ("The clinic had never noticed him that he was ill.", "noticed", "notified"),
        ("She learned me something about patience.", "learned", "taught"),
        ("The pope carried out a visit to a prison.", "carried out", "paid"),
        ("A visit was carried out by the pope.", "carried out", "paid"),
        ("Residents filled up the forms.", "filled up", "filled out"),
        ("Viewers spent 2 million euros to the victims.", "spent", "donated"),
    ],
)
def test_another_verb_goes_with_the_object(text: str, wrong: str, right: str) -> None:
    assert marked(text, OBJECT)[:1] == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Thieves robbed a bank in Turin on Monday.",
        "The farm was robbed twice in May.",
        "The army carried out a raid on Monday.",
        "They spent 2 million euros to save the bank.",
        "The injury robbed the sprinter of much of his pace.",
        "Shares rose a further 3% on Monday.",
        "The stock rose 12 cents this week.",
        "The new board effected a change of course.",
        "Parliament passed the Tidewater Bill last night after a long debate.",
        "Research into sounds made by whales is new.",
        "The goal won him and his club a place in the final.",
    ],
)
def test_a_right_object_is_left_alone(text: str) -> None:
    assert marked(text, OBJECT) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Oil prices raised more than 2% on Wednesday.", "raised", "rose"),
        ("The yen raised to 147 per dollar.", "raised", "rose"),
        ("Prices are expected to raise next year.", "raise", "rise"),
        ("The company counts about 240 clerks.", "counts", "has"),
        ("The economy grew up by 3% last year.", "grew up", "grew"),
        ("Prices got down in April.", "got down", "fell"),
    ],
)
def test_another_verb_goes_with_the_subject(text: str, wrong: str, right: str) -> None:
    assert marked(text, SUBJECT)[:1] == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Higher costs raised doubts about the plan.",
        "Rates raised by the bank in May were cut again.",
        "The price raised eyebrows in Bonn.",
        "The company counts votes for a living.",
        "The debt raised questions.",
        "The economy grew by 3% last year.",
        "The singer grew up in Bonn.",
        "Iran's parliament voted by a large majority to cut the tax.",
    ],
)
def test_a_right_subject_is_left_alone(text: str) -> None:
    assert marked(text, SUBJECT) == []
