"""The subjects that a verb may have, and their numbers."""

import pytest

from editor.text.analysis import analyse
from editor.text.number import EITHER, MANY, ONE
from editor.text.subjects.clauses import Clauses


def number(text: str, verb: str) -> set[int]:
    """The numbers of the subjects that the verb may have."""
    (sentence,) = analyse(text)
    clauses = Clauses(sentence.tokens)
    ((_, subjects),) = [
        (at, each) for at, each in clauses.readings().items() if clauses.tokens[at].text == verb
    ]
    return {subject.number & EITHER for subject in subjects}


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The lack of doctors and nurses have made it worse.", "have", {ONE}),
        ("Demand from China and India have pushed up prices.", "have", {ONE}),
        ("The governor of the region and police have arrived.", "have", {EITHER}),
        ("Two of the victims was found in a truck.", "was", {MANY}),
        ("Each one of the boats have sunk.", "have", {ONE}),
        ("The two was due in court.", "was", {MANY}),
        ("A total of 34 people was hurt.", "was", {MANY}),
        ("A total of 34 tons was sold.", "was", {EITHER}),
        ("Rising prices has hurt the poor.", "has", {MANY}),
        ("Raising prices has hurt the poor.", "has", {EITHER}),
    ],
)
def test_what_the_number_of_a_subject_is(text: str, verb: str, expected: set[int]) -> None:
    assert number(text, verb) == expected
