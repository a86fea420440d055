"""Expressions of time and finite verbs, read from tagged tokens."""

from __future__ import annotations

from datetime import date

import pytest

from editor.text import times, verbgroups
from editor.text.analysis import analyse


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The minister resigned last week.", "last week", times.PAST),
        ("He left two years ago.", "two years ago", times.PAST),
        ("The firm was sold in May 1998.", "in May 1998", times.YEAR),
        ("The town grew in the 1970s.", "in the 1970s", times.YEAR),
        ("Police held two men on Monday night.", "on Monday night", times.DAY),
        ("The mayor said he had signed it a day earlier.", "a day earlier", times.BEFORE),
        ("The court will meet next month.", "next month", times.FUTURE),
        ("He has worked here for 20 years.", "for 20 years", times.SPAN),
        ("Prices rose over the past decade.", "over the past decade", times.RECENT),
        ("So far nobody has died.", "So far", times.SO_FAR),
    ],
)
def test_times(text: str, words: str, kind: str) -> None:
    (sentence,) = analyse(text)
    found = [
        (" ".join(t.text for t in sentence.tokens[e.start : e.end]), e.kind)
        for e in times.times(sentence.tokens)
    ]
    assert (words, kind) in found


def test_a_coming_year_is_future() -> None:
    (sentence,) = analyse(f"The plant will open in {date.today().year + 3}.")
    assert [each.kind for each in times.times(sentence.tokens)] == [times.FUTURE]


@pytest.mark.parametrize(
    "text", ["Prices rose from last year.", "The next day he left.", "He spoke of last week's vote."]
)
def test_no_time_of_its_own(text: str) -> None:
    (sentence,) = analyse(text)
    assert not times.times(sentence.tokens)


def test_verb_groups() -> None:
    (sentence,) = analyse("She has not been seen since he said they would be leaving.")
    found = verbgroups.groups(sentence.tokens)
    assert [each.tense for each in found] == [verbgroups.PERFECT, verbgroups.PAST, verbgroups.WOULD]
    assert found[0].negative and found[0].passive
    assert sentence.tokens[found[0].verb].text == "seen"
