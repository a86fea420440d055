"""Heads and what follows them, as the tables of prepositions count them."""

import pytest

from editor.text import tagger
from editor.text.governors import followed, governor, noun_after, preposition
from editor.text.tokens import tokenize


def tagged(text):
    tokens = tokenize(text)
    tagger.tag(tokens)
    return tokens


@pytest.mark.parametrize(
    ("text", "at", "head", "after"),
    [
        ("Farmers depend on the river.", 1, "verb depend", "on"),
        ("They have relied on it.", 2, "verb rely", "on"),
        ("They were accused of fraud.", 2, "participle accuse", "of"),
        ("The reason for the delay is clear.", 1, "noun reason", "for"),
        ("He is aware of it.", 2, "adjective aware", "of"),
        ("They decided to leave.", 1, "verb decide", "to-infinitive"),
        ("They reject the plan.", 1, "verb reject", "object"),
    ],
)
def test_a_head_and_what_follows_it(text, at, head, after):
    tokens = tagged(text)
    assert governor(tokens, at) == head
    assert followed(tokens, at + 1) == after


def test_a_noun_before_a_noun_is_no_head():
    assert governor(tagged("The peace talks failed."), 1) is None


def test_a_particle_governs_nothing():
    assert preposition(tagged("They took it over, he said."), 3) is None
    assert preposition(tagged("He wants to leave."), 2) is None


def test_a_bare_noun_with_its_determiner():
    assert noun_after(tagged("It is closed at the moment."), 4) == "the moment"
    assert noun_after(tagged("They met in Paris."), 3) == "- Paris"
    assert noun_after(tagged("They met in the city hall."), 3) is None
