from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.errors import UserError
from editor.languagetool.client import (
    Client,
    ClientError,
    Match,
    Request,
    pack,
    parse,
    server_url,
    split,
    utf16_index,
    utf16_length,
)
from editor.values import Span

_TEXTS = st.text(st.sampled_from("ab .\n😀é𝄞"), max_size=80)


@given(st.text(max_size=60))
def test_every_boundary_is_converted(text: str):
    to_code_point = utf16_index(text)
    for at in range(len(text) + 1):
        units = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
        assert to_code_point(units) == at
    assert utf16_length(text) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(_TEXTS, st.integers(4, 30))
def test_pieces_are_the_text_and_fit(text: str, limit: int):
    pieces = split(text, limit)
    assert "".join(piece for _, piece in pieces) == text
    assert [start for start, _ in pieces] == [text.index(p, s) if p else s for s, p in pieces]
    assert all(piece and utf16_length(piece) <= limit for _, piece in pieces)


def test_cuts_fall_between_paragraphs_where_they_can():
    text = "One two three.\n\nFour five six. Seven.\nEight nine ten eleven twelve."
    assert [piece for _, piece in split(text, 45)] == [
        "One two three.\n\nFour five six. Seven.\n",
        "Eight nine ten eleven twelve.",
    ]
    assert next(piece for _, piece in split(text, 22)) == "One two three.\n\n"


@given(st.lists(_TEXTS, max_size=12), st.integers(10, 60))
def test_runs_hold_every_block_once_in_order_and_fit(blocks: list[str], limit: int):
    runs = pack(blocks, limit)
    assert [number for run in runs for number in run] == list(range(len(blocks)))
    for run in runs:
        joined = "\n\n".join(blocks[number] for number in run)
        assert len(run) == 1 or utf16_length(joined) <= limit


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081/"),
        ("localhost:8081/", "http://localhost:8081/"),
        ("https://lt.example.org/api/v2/check", "https://lt.example.org/api/"),
        ("https://lt.example.org/api/v2/", "https://lt.example.org/api/"),
        (" http://[::1]:8081/v2 ", "http://[::1]:8081/"),
    ],
)
def test_addresses_are_taken_as_people_write_them(written: str, url: str):
    assert server_url(written) == url


@pytest.mark.parametrize(
    "written", ["", "ftp://x", "http://", "http://x:port", "maybe not", "http://x:99999999"]
)
def test_what_is_no_address_is_refused(written: str):
    with pytest.raises(UserError, match="is no address of a LanguageTool server"):
        server_url(written)


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {"matches": None},
        {"matches": [{}]},
        {"matches": [{"offset": "1", "length": 1, "rule": {"id": "X", "category": {"id": "Y"}}}]},
    ],
)
def test_an_answer_of_another_shape_is_an_error(answer: object):
    with pytest.raises(ClientError, match="not what LanguageTool answers"):
        parse(answer, "text")


def test_a_match_outside_the_text_is_an_error():
    entry = {
        "offset": 3,
        "length": 5,
        "message": "",
        "replacements": [],
        "rule": {"id": "X", "category": {"id": "Y"}},
    }
    with pytest.raises(ClientError, match="outside the text"):
        parse({"matches": [entry]}, "text")


def test_the_real_server_is_asked_and_understood(real_url: str):
    client = Client(real_url, Request(), 30, local=True)
    text = "😀 He said 𝄞 that a apple fell 😀😀, and that a orange did."
    found = [match for match in client.check(text) if match.rule_id == "EN_A_VS_AN"]
    assert [match.span.of(text) for match in found] == ["a", "a"]
    assert found[0].span == Span(text.index("a apple"), text.index("a apple") + 1)
    assert found[0].replacements == ("an",)
    assert (found[0].category_id, found[0].category_name) == ("MISC", "Miscellaneous")


def test_a_span_that_holds_an_emoji_ends_where_it_ends(real_url: str):
    text = "The minister 😀 said.   The the minister went."
    found = [
        m for m in Client(real_url, Request(), 30).check(text) if m.rule_id == "ENGLISH_WORD_REPEAT_RULE"
    ]
    assert [match.span.of(text) for match in found] == ["The the"]


def test_half_a_character_is_survived(real_url: str):
    text = "A \ud800 lone half, and a apple."
    assert [
        m.span.of(text) for m in Client(real_url, Request(), 30).check(text) if m.rule_id == "EN_A_VS_AN"
    ] == ["a"]


def test_a_proxy_for_the_outside_is_not_asked_for_our_server(real_url: str, monkeypatch: pytest.MonkeyPatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    assert Client(real_url, Request(), 30, local=True).check("This is a apple.")


def test_variant_rules_and_categories_are_sent(real_url: str):
    text = "The colour of a apple apple is gray."
    every = {m.rule_id for m in Client(real_url, Request("en-US"), 30).check(text)}
    assert {"MORFOLOGIK_RULE_EN_US", "EN_A_VS_AN", "ENGLISH_WORD_REPEAT_RULE"} <= every
    british = Request(
        "en-GB",
        disabled_rules=frozenset({"EN_A_VS_AN"}),
        disabled_categories=frozenset({"MISC"}),
        enabled_rules=frozenset({"ENGLISH_WORD_REPEAT_RULE"}),
    )
    some = {m.rule_id for m in Client(real_url, british, 30).check(text)}
    assert "ENGLISH_WORD_REPEAT_RULE" in some
    assert not some & {"EN_A_VS_AN", "MORFOLOGIK_RULE_EN_US"}


def test_moving_keeps_all_but_the_place():
    match = Match("X", "C", "c", "grammar", "m", Span(1, 3), ("r",))
    assert match.moved(4) == Match("X", "C", "c", "grammar", "m", Span(5, 7), ("r",))
