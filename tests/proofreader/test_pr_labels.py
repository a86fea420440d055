"""What labels do to words, and which label a correction has."""

import pytest

from editor.proofreader.kinds import kind_of
from editor.proofreader.labels import appended, label_for, made


@pytest.mark.parametrize(
    ("label", "word", "expected"),
    [
        ("$DELETE", "about", ""),
        ("$REPLACE_has", "Have", "Has"),
        ("$VERB_VBG", "carry", "carrying"),
        ("$VERB_VBD", "goes", "went"),
        ("$VERB_VBD", "table", "tabled"),
        ("$VERB_VBZ", "of", None),
        ("$VERB_to VB", "Opening", "To open"),
        ("$VERB_has VBN", "grows", "has grown"),
        ("$VERB_had VBN", "put", "had put"),
        ("$VERB_to VB", "of", None),
        ("$NUM_SG", "ministers", "minister"),
        ("$NUM_PL", "Minister", "Ministers"),
        ("$NUM_PL", "ministers", None),
        ("$POSS", "city", "city's"),
        ("$APOS", "citys", "city's"),
        ("$POSSP", "workers", "workers'"),
        ("$CAP", "monday", "Monday"),
        ("$LY", "Automatic", "Automatically"),
        ("$LY", "good", None),
        ("$UNLY", "easily", "easy"),
        ("$UNLY", "early", None),
        ("$UNPOSS", "winter's", "winter"),
        ("$NUM_SG", "two-minutes", "two-minute"),
        ("$NUM_SG", "Jewelries", "Jewelry"),
        ("$NUM_PL", "fisherboy", "fisherboys"),
        ("$OTHER", "monday", None),
    ],
)
def test_a_label_makes_a_word(label, word, expected):
    assert made(label, word) == expected


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("carried", "carrying"),
        ("person", "people"),
        ("informations", "information"),
        ("have", "has"),
        ("Have", "Has"),
        ("monday", "Monday"),
        ("citys", "city's"),
        ("on", "in"),
        ("opening", "to open"),
        ("loses", "has lost"),
        ("Happen", "Has happened"),
        ("is", "had been"),
        ("opening", "for opening"),
        ("smooth", "smoothly"),
        ("happily", "happy"),
        ("livestocks", "livestock"),
    ],
)
def test_the_label_of_a_correction_makes_it(wrong, right):
    assert made(label_for(wrong, right), wrong) == right


def test_only_labels_that_append_put_words_in():
    assert appended("$APPEND_the") == "the"
    assert appended("$DELETE") is None


@pytest.mark.parametrize(
    ("label", "word", "kind"),
    [
        ("$APPEND_the", "budget", "article"),
        ("$DELETE", "the ", "article"),
        ("$DELETE", "about ", "preposition"),
        ("$DELETE", "back ", "extra-word"),
        ("$REPLACE_on", "in", "preposition"),
        ("$REPLACE_has", "have", "verb-form"),
        ("$REPLACE_raised", "rose", "word"),
        ("$REPLACE_of", "the", "word"),
        ("$APPEND_,", "city", "punctuation"),
        ("$APPEND_it", "city", "missing-word"),
        ("$VERB_VBG", "carry", "verb-form"),
        ("$VERB_to VB", "carrying", "verb-form"),
        ("$NUM_PL", "city", "number"),
        ("$POSS", "city", "possessive"),
        ("$CAP", "monday", "capital"),
        ("$OTHER", "monday", "word"),
    ],
)
def test_a_label_has_a_kind(label, word, kind):
    assert kind_of(label, word) == kind
