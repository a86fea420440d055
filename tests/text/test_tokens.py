"""Tokens: exact spans over any text, and the cuts that news copy needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.tokens import tokenize

NEWSY = st.text(
    st.one_of(st.characters(), st.sampled_from(" \t\r\n.,'’“”\"-–—$€%aBcS19&@#/:_()…\u0301\u200d😀🇫🇷"))
)


@given(NEWSY)
def test_tokens_cover_all_that_is_no_space(text):
    tokens = tokenize(text, 0, len(text))
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text.split())
    last = 0
    for token in tokens:
        assert token.start >= last
        assert token.space == (token.start > last)
        last = token.end


@given(NEWSY, NEWSY)
def test_spans_count_from_the_documents_start(before, text):
    tokens = tokenize(before + text, len(before), len(before) + len(text))
    assert all(token.start >= len(before) for token in tokens)
    assert "".join(token.text for token in tokens) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Macron's team", "Macron|'s|team"),
        ("they’re late", "they|’re|late"),
        ("don't CAN'T won’t", "do|n't|CA|N'T|wo|n’t"),
        ("I'd we'll I'm you've", "I|'d|we|'ll|I|'m|you|'ve"),
        ("the workers' union", "the|workers|'|union"),
        ("O'Neill's ma'am o'clock", "O'Neill|'s|ma'am|o'clock"),
        ("nuclear-powered 70-year-old's F-16s", "nuclear-powered|70-year-old|'s|F-16s"),
        ("U.S.-led talks in the U.S.", "U.S.-led|talks|in|the|U.S."),
        ("Gov. Sen. Jan. 5", "Gov.|Sen.|Jan.|5"),
        ("at 9:30 a.m. Monday", "at|9:30|a.m.|Monday"),
        ("No. 5 seed; he said no.", "No.|5|seed|;|he|said|no|."),
        ("$2.5 million, €5,000, 3%", "$|2.5|million|,|€|5,000|,|3|%"),
        ("US$5 A$6", "US$|5|A$|6"),
        ("the 1st, the 1990s, the '90s", "the|1st|,|the|1990s|,|the|'90s"),
        ("Well ... yes -- no… “so”", "Well|...|yes|--|no|…|“|so|”"),
        ("see https://a.example/b?c=d.", "see|https://a.example/b?c=d|."),
        ("mail a.b@c.org, @desk #news", "mail|a.b@c.org|,|@desk|#news"),
        ("bbc.co.uk and acme.com.", "bbc.co.uk|and|acme.com|."),
        ("AT&T and R&D", "AT&T|and|R&D"),
        ("J.D. Vance and J. Smith", "J.D.|Vance|and|J.|Smith"),
        ("Plan B. The end", "Plan|B|.|The|end"),
        ("at the mar. We sat. On Mar. 3", "at|the|mar|.|We|sat|.|On|Mar.|3"),
        ("rights.The next", "rights|.|The|next"),
        ("cafe\u0301s here", "cafe\u0301s|here"),
        ("a 2-1 win", "a|2-1|win"),
        ("_held_ *a*", "_|held|_|*|a|*"),
        ("Ph.D. work in W.Va.", "Ph.D.|work|in|W.Va."),
    ],
)
def test_cuts(text, expected):
    assert [token.text for token in tokenize(text)] == expected.split("|")


def test_lower_has_straight_apostrophes():
    assert [token.lower for token in tokenize("Don’t")] == ["do", "n't"]
