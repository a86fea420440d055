"""How unlike spellings are, and what lies a slip away."""

from __future__ import annotations

import pytest

from editor.text.misspelling import guessed, is_new_word
from editor.text.nearness import distance, one_slip, small_slip


@pytest.mark.parametrize(
    ("wrong", "right", "cost"),
    [
        ("occured", "occurred", 0.5),
        ("recieve", "receive", 0.6),
        ("existance", "existence", 0.7),
        ("goverment", "government", 1.0),
        ("kovernment", "government", 2.0),
        ("enevitable", "inevitable", 0.9),
        ("same", "same", 0.0),
    ],
)
def test_slips_that_people_make_cost_less(wrong, right, cost):
    assert distance(wrong, right) == cost


def test_one_slip_reaches_every_kind_and_keeps_the_first_letter():
    slips = set(one_slip("emeged"))
    assert {"emerged", "meeged", "emegd", "emaged", "emegeds"} <= slips
    assert "remeged" not in slips
    assert {"imeged", "omeged"} <= slips


def test_small_slips_double_swap_and_change_vowels():
    assert {"permitting", "premiting", "permating"} <= set(small_slip("permiting"))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("emeged", "emerged"),
        ("permiting", "permitting"),
        ("accommadatted", "accommodated"),
        ("unevitable", "inevitable"),
        ("forsees", "foresees"),
        ("seperatly", "separately"),
        ("deliverys", "deliveries"),
        ("photografs", "photographs"),
    ],
)
def test_a_guess_is_a_common_word(wrong, right):
    guess = guessed(wrong)
    assert guess is not None
    assert guess.words[0] == right


def test_no_guess_where_nothing_is_near():
    assert guessed("xqzzvkj") is None


@pytest.mark.parametrize(
    "word", ["livestream", "destock", "recyclability", "revenuers", "unvetted", "subsea"]
)
def test_words_made_of_words_are_new_ones(word):
    assert is_new_word(word)


@pytest.mark.parametrize("word", ["emeged", "goverment", "satisfly", "adviced"])
def test_slips_are_no_new_words(word):
    assert not is_new_word(word)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("unlegal", "illegal"), ("unefficient", "inefficient"), ("inexpected", "unexpected")],
)
def test_a_negative_takes_the_prefix_that_its_word_has(wrong, right):
    guess = guessed(wrong)
    assert guess is not None and guess.words[0] == right and guess.negative


def test_a_new_word_of_a_participle_is_no_negative_of_another():
    guess = guessed("unproved")
    assert guess is None or "improved" not in guess.words
