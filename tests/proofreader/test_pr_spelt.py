"""A word that no dictionary has: the slip that reads best comes first."""

from proofreader_helpers import SURE

from editor.proofreader.doubts import Doubt, Opinion
from editor.proofreader.spelt import spelt
from editor.values import Span


def told(text, word, wrongs, replacements=()):
    """The doubt about `word` after the guesses were read; `wrongs` says how wrong each reads."""
    read = []

    def reader(words):
        read.append(words)
        return [SURE, *(Opinion(wrongs.get(each, 0.0), ()) for each in words)]

    at = text.index(word)
    doubt = Doubt(Span(at, at + len(word)), replacements, 0.9, "$OTHER")
    return spelt(doubt, text, Span(0, len(text)), reader), read


def test_what_reads_best_comes_first_and_what_the_network_said_last():
    found, _ = told(
        "The money has been recoverd .", "recoverd", {"recovery": 0.8, "recover": 0.7}, ("returned",)
    )
    assert found.replacements == ("recovered", "recover", "recovery", "returned")
    assert found.label == "$REPLACE_recovered"


def test_a_guess_that_reads_as_wrong_as_the_slip_is_not_told():
    found, _ = told("The money was recoverd .", "recoverd", {"recovery": 0.95, "recover": 0.99})
    assert found.replacements == ("recovered",)


def test_a_known_word_and_a_name_are_left_and_nothing_is_read():
    for text, word in (("The cheese was good .", "cheese"), ("The Recoverd was good .", "Recoverd")):
        found, read = told(text, word, {})
        assert found.replacements == () and not read


def test_a_word_that_is_no_slip_of_any_stays_without_a_suggestion():
    found, read = told("The zzyzxq was good .", "zzyzxq", {})
    assert found.replacements == () and not read
