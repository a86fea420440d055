"""Sentences: where news copy ends one, and where only a stop stands."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.sentences import split


@pytest.mark.parametrize(
    "marked",
    [
        "He left.| She stayed.",
        "Gov. Ann Lee met Sen. Tom Roe.| They spoke.",
        "It began in the U.S.| The vote is Monday.",
        "U.S. Sen. Ann Lee left.| He stayed.",
        "They met at 5 p.m. Monday.| It ended at 9 a.m.| The hall was empty.",
        "He lives in St. Louis.| She does not.",
        "J.D. Vance spoke.| J. R. Smith did not.",
        "The No. 5 seed won.| He said no.| Then he left.",
        "Acme Inc. bought Bolt Corp. of Texas.| It paid cash.",
        "He works for Acme Inc.| The firm is old.",
        "On Jan. 5 he left.| On Feb. 6 he came back.",
        "“We won.”| He smiled.",
        "“Why?” he asked.| “No!” she said.",
        '"I agree."| He sat.',
        "He paused...| Then he left.",
        "He paused ... then left.",
        "Prices rose 2.5 percent.| Wages fell.",
        "The talks ended.The president left.".replace(".T", ".|T"),
        "the talks ended.| then he left.",
        "First line\nof one sentence.| Next.",
        "A heading\n\n|The text.",
        "Martin Luther King Jr. spoke.| Others listened.",
        "He met Mr. Roe, Mrs. Poe and Dr. Doe.| All agreed.",
        "Was it true?| No one knew!| Really.",
        "He went with Maj. Gen. Ann Lee.| It rained.",
        "He and I.| We left.",
        "She earned a Ph.D. in law.| He did not.",
        "Plan B.| The end.",
        "They sat.| The sun shone.",
        "See acme.com.| It is new.",
    ],
)
def test_where_sentences_end(marked):
    text = marked.replace("|", "")
    assert [text[span.start : span.end] for span in split(text)] == [
        part.strip() for part in marked.split("|")
    ]


@given(st.text(st.one_of(st.characters(), st.sampled_from("Aab.?! \n\r\"“”'1"))))
def test_sentences_hold_all_but_space(text):
    spans = split(text, 0, len(text))
    assert "".join("".join(text[span.start : span.end].split()) for span in spans) == "".join(text.split())
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] != "" for span in spans)
