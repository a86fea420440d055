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
        "They seized the assests .", "assests", {"assists": 0.6, "assess": 0.75, "asserts": 0.65}, ("goods",)
    )
    assert found.replacements == ("assets", "assists", "asserts", "assess", "goods")
    assert found.label == "$REPLACE_assets"


def test_a_guess_that_reads_as_wrong_as_the_slip_is_not_told():
    found, _ = told("They seized the assests .", "assests", {"assists": 0.95, "assess": 0.99, "asserts": 1.0})
    assert found.replacements == ("assets",)


def test_a_known_word_and_a_name_are_left_and_nothing_is_read():
    for text, word in (("The cheese was good .", "cheese"), ("The Recoverd was good .", "Recoverd")):
        found, read = told(text, word, {})
        assert found.replacements == () and not read


def test_a_word_that_is_no_slip_of_any_stays_without_a_suggestion():
    found, read = told("The zzyzxq was good .", "zzyzxq", {})
    assert found.replacements == () and not read
