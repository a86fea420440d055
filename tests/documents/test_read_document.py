"""Stories as they come in: their parts, what is protected, quotations, and spans that always hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.documents.model import Document, PartKind
from editor.documents.read import read_document
from editor.errors import UserError


def read(text: str, name: str = "story.txt") -> Document:
    return read_document(name, text.encode())


def parts(text: str) -> list[tuple[str, str]]:
    document = read(text)
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def quoted(text: str) -> list[str]:
    document = read(text)
    return [each.span.of(document.text) for each in document.quotations]


LEDE = "Ministers agreed on a plan for the harbour late on Monday, officials said."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", []),
        ("Harbour plan agreed\n\n", [("headline", "Harbour plan agreed")]),
        (
            "Harbour plan agreed\nBy Jane Roe\n",
            [("headline", "Harbour plan agreed"), ("byline", "By Jane Roe")],
        ),
        (
            "Harbour plan agreed\n\nBy Jane Roe, harbour correspondent\n\n",
            [("headline", "Harbour plan agreed"), ("byline", "By Jane Roe, harbour correspondent")],
        ),
        (
            "Harbour plan agreed\n\nBy Jane Roe at Mill Road\n\n",
            [("headline", "Harbour plan agreed"), ("byline", "By Jane Roe at Mill Road")],
        ),
        (
            "Harbour plan agreed\n\nMonday, May 4, 2020\n\n",
            [("headline", "Harbour plan agreed"), ("body", "Monday, May 4, 2020")],
        ),
        ("BC-EU--Harbour, 1st Ld\n", [("slug", "BC-EU--Harbour, 1st Ld")]),
        ("EU-HARBOUR-PLAN\n", [("slug", "EU-HARBOUR-PLAN")]),
        ("AS--Ferry Capsizes\n\n", [("slug", "AS--Ferry Capsizes")]),
        ("harbour-plan\n\n", [("slug", "harbour-plan")]),
        ("AM-Harbour,300\n", [("slug", "AM-Harbour,300")]),
        ("It rained all day.\n", [("body", "It rained all day.")]),
    ],
)
def test_parts_before_the_story(head: str, expected: list[tuple[str, str]]) -> None:
    assert parts(head + LEDE + "\n") == [*expected, ("body", LEDE)]


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS (AP) —",
        "PARIS, Oct 5 (Reuters) -",
        "KYIV, Ukraine (AP) --",
        "LONDON:",
        "Manila, May 5 (Reuters) -",
    ],
)
def test_dateline_is_a_part_of_its_own(dateline: str) -> None:
    assert parts(f"{dateline} {LEDE}") == [("dateline", dateline), ("body", LEDE)]


@pytest.mark.parametrize("note", ["(Reporting by Jane Roe; Editing by John Doe)", "-30-", "###", "ENDS"])
def test_notes_trail(note: str) -> None:
    assert parts(f"{LEDE}\n{LEDE}\n{note}\n")[-1] == ("note", note)


def test_hard_wrapped_lines_make_one_block() -> None:
    text = (
        "The council met on Tuesday to talk over the future of the old town\n"
        "harbour, which has been closed to ships since a storm broke the the\n"
        "northern wall in March and left three of the fishing boats stranded.\n"
    )
    assert parts(text) == [("body", text.strip())]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028"])
def test_every_line_end_ends_a_paragraph(end: str) -> None:
    assert parts(LEDE + end + LEDE + end) == [("body", LEDE), ("body", LEDE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.com/a?b=1.", ["https://example.com/a?b=1"]),
        ("(see https://example.com/a).", ["https://example.com/a"]),
        ("at https://example.com/wiki/Paris_(city), he", ["https://example.com/wiki/Paris_(city)"]),
        ("“www.example.org”", ["www.example.org"]),
        ("on example.com/x and example.org.", ["example.com/x", "example.org"]),
        ("Write to desk@example.com.", ["desk@example.com"]),
        ("@desk_1 said #Vote2024 wins", ["@desk_1", "#Vote2024"]),
        ("in report_v2.docx and story-3.txt.", ["report_v2.docx", "story-3.txt"]),
        ("The U.S. and Acme Inc. met at 9 a.m. in No.10, up 3.5 percent.", []),
        ("They ended the talks.In Paris it rained.", []),
    ],
)
def test_protected(text: str, expected: list[str]) -> None:
    document = read(text)
    assert [each.span.of(document.text) for each in document.protected] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ['"no"']),
        ("He said “no” twice.", ["“no”"]),
        ("She said: ‘We don’t know the players’ names.’", ["‘We don’t know the players’ names.’"]),
        ("“He said ‘go’ and left,” she said.", ["“He said ‘go’ and left,”", "‘go’"]),
        ("«Non», he said, and „nein“.", ["«Non»", "„nein“"]),
        ("The ’90s and rock 'n' roll didn't last; he is 6'2\" tall.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_quotation_over_paragraphs_closes_once() -> None:
    document = read("“We will go on.\n\n“And we will win,” she said.\n")
    assert [(each.closed, each.continues) for each in document.quotations] == [(False, False), (True, True)]


def test_stray_mark_stays_in_its_paragraph() -> None:
    text = 'He said "no and left.\nNobody else spoke.\n'
    document = read(text)
    assert all(each.span.end <= text.index("\n") for each in document.quotations)


@pytest.mark.parametrize("text", ["", " \r\n\t\n"])
def test_nothing_to_read(text: str) -> None:
    document = read(text)
    assert (document.text, document.blocks, document.quotations) == (text, (), ())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("café".encode(), "utf-8"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "utf-8"),
        ("\ufeff😀 talks".encode("utf-16-le"), "utf-16-le"),
        ("\ufeff😀 talks".encode("utf-16-be"), "utf-16-be"),
        ("“Talks” – Le Drian’s café".encode("cp1252"), "cp1252"),
        (b"A caf\xe9", "cp1252"),
    ],
)
def test_encodings_give_the_same_bytes_back(data: bytes, name: str) -> None:
    document = read_document("story.txt", data)
    assert document.encoding.name == name
    assert document.encode(document.text) == data


def test_encoding_can_be_said_and_is_checked() -> None:
    assert read_document("a.txt", b"\xa4 5", "iso-8859-15").text == "€ 5"
    with pytest.raises(UserError, match="no encoding called 'latin-99'"):
        read_document("a.txt", b"x", "latin-99")
    with pytest.raises(UserError, match="not ascii"):
        read_document("a.txt", b"\xe9", "ascii")


def test_markdown_keeps_code_and_targets_apart() -> None:
    text = "---\ntitle: x\n---\n# Talks resume\n\nThey met [here](https://example.com/a) and ran `a b`.\n\n```\ncode\n```\n"
    document = read(text, "story.md")
    assert [(block.kind, block.span.of(text)) for block in document.blocks] == [
        (PartKind.HEADLINE, "Talks resume"),
        (PartKind.BODY, "They met [here](https://example.com/a) and ran `a b`."),
    ]
    assert [each.span.of(text) for each in document.protected] == [
        "https://example.com/a",
        "`a b`",
        "```\ncode\n```",
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.sampled_from(list("aB .,-:\n\r\"'“”‘’()@#/1é😀\u2028")), max_size=200),
    st.sampled_from(["a.txt", "a.md"]),
)
def test_spans_hold(text: str, name: str) -> None:
    document = read(text, name)
    for first, second in pairwise(document.blocks):
        assert first.span.end <= second.span.start
    for first, second in pairwise(document.protected):
        assert first.span.end <= second.span.start
    for block in document.blocks:
        assert block.span.of(text).strip() == block.span.of(text) != ""
    for each in [*document.protected, *document.quotations]:
        assert 0 <= each.span.start < each.span.end <= len(text)
    if name == "a.txt":
        covered = {at for block in document.blocks for at in range(*block.span)}
        assert all(at in covered for at, letter in enumerate(text) if not letter.isspace())
