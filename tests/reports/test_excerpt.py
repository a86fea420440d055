"""The carets stand under the words that are meant, at any width."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.reports.excerpt import columns_of, excerpt, visible
from editor.reports.positions import LineIndex
from editor.values import Span

letters = st.text(st.sampled_from("ab \t\n.é漢👍\u200b\u0301“"), min_size=1, max_size=60)


def marked(text: str, words: str, width: int = 80) -> str:
    """What stands above the carets."""
    start = text.index(words)
    row = excerpt(LineIndex(text), Span(start, start + len(words)), width)[0]
    return row.words[row.carets.index("^") : len(row.carets)]


@pytest.mark.parametrize("width", [30, 60, 200])
def test_the_carets_are_under_the_span(width):
    text = "The minister said on Monday that both sides held a talks in the capital. " * 3 + "The end."
    assert marked(text, "a talks", width) == "a talks"


def test_a_long_line_is_shown_around_the_span():
    text = "word " * 200 + "held a talks " + "word " * 200
    row = excerpt(LineIndex(text), Span(1000, 1012), 60)[0]
    assert row.words.startswith("…")
    assert row.words.endswith("…")
    assert columns_of(row.words) <= 60


def test_wide_characters_take_two_columns():
    row = excerpt(LineIndex("漢字 a talks"), Span(3, 10), 80)[0]
    assert row.carets == " " * 5 + "^" * 7


def test_what_a_terminal_hides_or_obeys_is_written_out():
    assert visible("a\u200bb\x1b[31m\u202e") == "a<U+200B>b<U+001B>[31m<U+202E>"
    assert visible("one\r\ntwo\n") == "one⏎two⏎"


def test_a_span_over_many_lines_is_shown_as_first_and_last():
    text = "one\ntwo\nthree\nfour\nfive\n"
    assert [row.number for row in excerpt(LineIndex(text), Span(0, 22), 80)] == [1, 0, 5]


@settings(max_examples=300, deadline=None)
@given(letters, st.data(), st.integers(12, 90))
def test_every_row_fits_and_has_a_caret(text, data, width):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start, len(text)))
    for row in excerpt(LineIndex(text), Span(start, end), width):
        if row.number:
            assert "^" in row.carets
            assert columns_of(row.words) <= max(width, 16)
            assert not set(row.words) & set("\x1b\r\n\u200b")
