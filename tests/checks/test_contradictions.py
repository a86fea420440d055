"""What a story says again and otherwise: figures, headlines, posts, colours and sides."""

from __future__ import annotations

import pytest
from check_helpers import marked

import editor


def asked(text: str, rule: str) -> list[str]:
    """What a rule marks in a story."""
    findings = editor.check(text + "\n", select=[rule], languagetool="off")
    return [text[slice(*each.span)] for each in findings]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("He won a contract of $4.2 billion. Rain fell. The $2.4 billion deal will run for years.", "$2.4 billion", "$4.2 billion"),
        ("Exports rose 18%. Rain fell. The 25% jump pleased the bank.", "25", "18"),
        ("The tunnel is 14 miles long. Rain fell. The 41-mile tunnel cost a lot.", "41", "14"),
        ("A five-day strike is over. Rain fell. The six-day walkout hurt the port.", "six", "five"),
        ("A blast on Tuesday broke windows. Rain fell. Wednesday's explosion was loud.", "Wednesday", "Tuesday"),
        ("The firm has about 1,100 workers.\n\nThe plant's 1,400 employees are on leave.", "1,400", "1,100"),
        ("The town had only three workshops.\n\nThe town's five workshops sell kites.", "five", "three"),
        ("She is ranked 143rd. Rain fell. The 134th-ranked player won.", "134", "143"),
    ],
)  # fmt: skip
def test_a_figure_told_again_and_otherwise_is_marked(text: str, wrong: str, right: str) -> None:
    assert marked(text, ["consistency/count"]) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "He won a contract of $4.2 billion. Rain fell. It is more than the $2.4 billion deal of 2019.",
        "Exports rose 18%. Rain fell. The 25% jump in May was seen as a fluke.",
        "He won a contract of $4.2 billion and one of $2.4 billion. The $2.4 billion deal is his first.",
        "A five-day strike is over. Rain fell. The next six-day walkout is to begin in May.",
        "A blast on Tuesday broke windows. Rain fell. He will speak at Wednesday's meeting on the blast.",
        "The firm has about 1,100 workers.\n\nThe plant's 1,150 employees are on leave.",
        "The firm has more than 1,100 workers.\n\nThe plant's 1,300 employees are on leave.",
        "She is ranked 143rd. Rain fell. The 31-year-old won, in 13 games.",
        "It cut 1,200 of its 12,000 jobs.",
    ],
)
def test_another_figure_is_left(text: str) -> None:
    assert marked(text, ["consistency/count"]) == []


STORY = "\n\nA blast killed 14 people, police said.\n\nThe fire burned all night. It cost 2.6 million euros. Rain fell.\n"


@pytest.mark.parametrize(
    ("headline", "wrong"),
    [
        ("Blast kills 12 at depot", ["12"]),
        ("Blast kills 14 at depot", []),
        ("Blast at depot costs 2m euros", []),
        ("Blast at depot costs 4m euros", ["4m"]),
        ("Dozens killed in blast of 1944", []),
        ("Last 12 leave depot", []),
        ("10 things to know about the blast", []),
    ],
)
def test_a_headlines_figure_must_be_in_the_story(headline: str, wrong: list[str]) -> None:
    assert asked(headline + STORY, "consistency/headline-figure") == wrong


def test_a_headline_over_nothing_is_left() -> None:
    assert asked("Blast kills 12 at depot\n\nPolice said so.", "consistency/headline-figure") == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Health Minister Ana Hale spoke. Rain fell. Trade Minister Hale left.", ["Trade Minister"]),
        ("Capt. Ana Hale spoke. Rain fell. Captain Hale left.", []),
        ("Health Minister Ana Hale spoke. Trade Minister Rui Hale left.", []),
        ("Health Minister Ana Hale was appointed in May. Trade Minister Hale, then, was glad.", []),
        ("Former Health Minister Ana Hale spoke. Trade Minister Hale left.", []),
    ],
)
def test_a_post_that_changes_is_marked(text: str, wrong: list[str]) -> None:
    assert asked(text, "consistency/post") == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("They fled in a gray van. Rain fell. The grey van stood there.", []),
        ("They fled in a white van. Rain fell. The grey van stood there.", ["grey"]),
        ("They fled in a white van and a grey one. The grey van stood there.", []),
        ("A red car, a blue car. The green car stood there.", []),
    ],
)
def test_a_thing_that_changes_colour_is_marked(text: str, wrong: list[str]) -> None:
    assert asked(text, "consistency/modifier") == wrong


@pytest.mark.parametrize(
    "text",
    [
        "It costs £0 a year, or £5 a month.",
        "Sales were $0 and $5 million, an increase of 5%.",
        "It will hire six teachers at a cost of $0 a year, or $5 a teacher.",
        "It has 0 pairs, compared with 20 pairs. The population has doubled.",
        "Of 0 members, 0 voted for it, 0 against it and 0 did not come. That is a rate of 0%.",
    ],
)
def test_nothing_is_divided_by_nought(text):
    assert marked(text, ["consistency/arithmetic"]) == []
