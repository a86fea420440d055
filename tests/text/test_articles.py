"""'a' or 'an' by sound."""

import pytest

from editor.text.articles import article


@pytest.mark.parametrize("word", ["hour", "MP", "8-year-old", "11th", "EU-led", "FBI", "honest"])
def test_an(word: str) -> None:
    assert article(word) == "an"


@pytest.mark.parametrize(
    "word", ["university", "UK-based", "U.S.", "European", "one-time", "onetime", "NATO", "110"]
)
def test_a(word: str) -> None:
    assert article(word) == "a"
