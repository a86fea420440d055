"""How likely a doubt is right once its first suggestion was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from editor.proofreader.doubts import Doubt
from editor.proofreader.weighed import Weights, weighed
from editor.values import Span

NONE = Weights(shift=0.0, mended=0.0, likely=0.0)
ALL = Weights(shift=-2.0, mended=0.3, likely=0.3)


def doubt(wrong=0.7, likely=0.6, replacements=("a budget",)):
    return Doubt(Span(0, 6), replacements, wrong, "$APPEND_a", likely)


def sure(given, weights, still_wrong=0.5):
    return weighed(given, weights, lambda new: still_wrong).wrong


def test_without_weights_the_network_is_taken_at_its_word():
    assert sure(doubt(0.7), NONE) == pytest.approx(0.7)


def test_a_mend_that_reads_well_and_a_likely_label_speak_for_it():
    assert sure(doubt(), ALL, 0.02) > sure(doubt(), ALL, 0.5) > sure(doubt(), ALL, 0.9)
    assert sure(doubt(likely=0.9), ALL) > sure(doubt(likely=0.5), ALL)


def test_a_doubt_without_a_suggestion_is_only_shifted():
    def unread(new):
        raise AssertionError(new)

    assert weighed(doubt(0.5, replacements=()), ALL, unread).wrong == pytest.approx(1 / (1 + 2.718281828**2))


probability = some.floats(0, 1)


@given(probability, probability, probability)
def test_it_is_a_probability_and_rises_with_the_networks(wrong, likely, still_wrong):
    here = sure(doubt(wrong, likely), ALL, still_wrong)
    assert 0 < here < 1
    assert sure(doubt(min(1, wrong + 0.1), likely), ALL, still_wrong) >= here
