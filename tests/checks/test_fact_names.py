"""Names spelt in two ways: which pairs are one name, and which spelling stays."""

from __future__ import annotations

import pytest

from editor.checks.facts.mentions import distance


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("otolo", "ottolo", 1),
        ("treharne", "treherne", 1),
        ("arlt", "alrt", 1),
        ("bines", "bines", 0),
        ("lamb", "lambert", 3),
    ],
)
def test_letters_between_two_words(one, other, apart):
    assert distance(one, other, 2) == min(apart, 3)
    assert distance(other, one, 2) == min(apart, 3)


def test_a_distance_above_the_most_is_only_said_to_be_more():
    assert distance("washington", "wellington", 1) == 2
