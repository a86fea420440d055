"""The near misses that are read off right phrases."""

import pytest
from check_helpers import tagged

from editor.checks.story.setphrases import loudness
from editor.text.setphrases.rows import anchors, forms_of, keys, shown
from editor.text.setphrases.search import index_of, seen
from editor.text.setphrases.slips import said
from editor.text.setphrases.walk import Slip, find
from editor.values import Severity


def slips(phrase: str, text: str) -> list[str]:
    """What the check would call the near misses of one phrase in a sentence; "right" for the phrase itself."""
    tokens = tagged(text)
    pieces = phrase.split()
    found: dict[str, None] = {}
    for at, token in enumerate(tokens):
        for place in anchors(pieces):
            if not set(forms_of(pieces[place])) & set(keys(token.lower)):
                continue
            match = find(phrase, tokens, at, place)
            if match is not None:
                found["right" if match.slip is None else said(phrase, tokens, match.slip)] = None
    return list(found)


@pytest.mark.parametrize(
    ("phrase", "text", "near"),
    [
        ("@turn a blind eye to", "They turned a blind eye to it.", "right"),
        ("@turn a blind eye to", "They turned a blind eye on it.", "turn a blind eye on"),
        ("@turn a blind eye to", "They turned blind eye to it.", "turn blind eye to"),
        ("@turn a blind eye to", "They turned the blind eye to it.", "turn the blind eye to"),
        ("@lose one's temper/temperament", "She lost her temperament.", "lose one's temperament"),
        ("at large", "He is still at the large.", "at the large"),
        ("@put sb to the test", "It put the old rules on the test.", "put sb on the test"),
        ("@pay * attention to", "They paid very close attention on it.", "pay * attention on"),
        ("@make oneself heard", "They made themselves heard.", "right"),
        (
            "between a rock and a hard place",
            "It is between a rock and a hard stone.",
            "between a rock and a hard stone",
        ),
        ("@lose one's temper", "He lost the temper.", "lose the temper"),
        (
            "@take the law into one's own hands",
            "They took the law into in their own hands.",
            "take the law into in one's own hands",
        ),
        ("around the corner", "It is around the corners.", "around the corners"),
    ],
)
def test_a_phrase_is_found_with_at_most_one_slip(phrase: str, text: str, near: str) -> None:
    assert slips(phrase, text) == [near]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("@turn a blind eye to", "They turned the blind eyes on it."),
        ("@turn a blind eye to", "They saw the blind eye to it."),
        ("at large", "A large crowd came."),
    ],
)
def test_two_slips_are_another_phrase(phrase: str, text: str) -> None:
    assert slips(phrase, text) == []


def test_the_phrase_is_shown_as_a_person_reads_it() -> None:
    assert shown("@put sb to * the test/tests") == "put ... to the test"


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("@end one's career", "The fine ended the career of a trainer."),
        ("@put the blame on", "They put the blame for the gap on the bank."),
        ("@return to power", "They will return power to the council."),
        ("for a short time", "They praised it for the short time they had."),
        ("@give free rein to", "She was given free rein for too long."),
    ],
)
def test_what_follows_may_show_another_reading(phrase: str, text: str) -> None:
    tokens = tagged(text)
    found = seen(tokens, index_of({phrase: ""}), {phrase: ""}, frozenset()).wrong
    assert list(found) == []


def test_the_tables_doubt_leaves_a_warning_and_a_short_phrase_nothing() -> None:
    tokens = tagged("They turned the blind eye to it and won a title.")
    eye, title = Slip("wrong", 1, 2), Slip("wrong", 1, 8)
    assert loudness("@turn a blind eye to", "", tokens, eye) is Severity.ERROR
    assert loudness("@turn a blind eye to", "doubt article", tokens, eye) is Severity.WARNING
    assert loudness("@turn a blind eye to", "any article", tokens, eye) is None
    assert loudness("@win the title", "", tokens, title) is None
