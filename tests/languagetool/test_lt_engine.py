"""A document goes to the real server; findings in its code points come back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from editor.documents.model import Block, Document, Encoding, PartKind, Protected, ProtectedKind, Quotation
from editor.languagetool.engine import LanguageToolEngine
from editor.rulebook.model import Profile
from editor.settings.model import Settings
from editor.values import Applicability, Severity, Span


@pytest.fixture(scope="module")
def engine(real_url: str):
    with LanguageToolEngine(real_url) as made:
        yield made


def document(text: str, **kinds: PartKind) -> Document:
    """One block a line; a line named in `kinds` (l1, l2, ...) has that kind, others are body."""
    blocks = tuple(
        Block(kinds.get(f"l{number}", PartKind.BODY), Span(m.start(), m.end()))
        for number, m in enumerate(re.finditer(r"[^\n]+", text), 1)
    )
    return Document("story.txt", text, Encoding("utf-8"), "text", blocks)


def seen(engine: LanguageToolEngine, page: Document) -> list[tuple[str, str]]:
    return [(found.rule, found.span.of(page.text)) for found in engine.check(page)]


def test_spans_are_the_documents(engine: LanguageToolEngine):
    page = document("😀 A first line.\n\nThe minister ate a apple.\nHe did not went 😀 home.")
    assert seen(engine, page) == [
        ("lt/EN_A_VS_AN", "a"),
        ("lt/AUXILIARY_DO_WITH_INCORRECT_VERB_FORM", "went"),
    ]
    first = engine.check(page)[0]
    assert first.applicability is Applicability.SAFE
    assert first.replacements == ("an",)


def test_a_story_with_foreign_names_is_quiet(engine: LanguageToolEngine):
    page = document(
        "Envoy Tavit Orbelov met Gen. Salim al-Masroudi in Zaventhal on Tuesday.\n"
        "Orbelov, who leads the SDPK, said the talks with Nguyen Thi Khuyen were useful.\n"
        "The Rothmullers and the Krajewskis of Dzierzno were among the guests.",
    )
    assert seen(engine, page) == []


def test_a_quotation_over_paragraphs_is_quiet(engine: LanguageToolEngine):
    page = document("“We have waited for years,” she said. “We will wait.\n“Then we will go home,” she said.")
    assert seen(engine, page) == []


def test_inside_a_quotation_all_is_a_query(engine: LanguageToolEngine):
    text = 'She said "we has waited for a apple" there.'
    at, end = text.index('"'), text.rindex('"') + 1
    page = replace(document(text), quotations=(Quotation(Span(at, end)),))
    found = engine.check(page)
    assert found
    assert {(each.severity, each.applicability) for each in found} == {(Severity.QUERY, None)}


def test_protected_stretches_are_quiet(engine: LanguageToolEngine):
    text = "See recieve.example.org/a for more."
    page = document(text)
    link = Span(text.index("recieve"), text.index(" for"))
    assert seen(engine, replace(page, protected=(Protected(ProtectedKind.LINK, link),))) == []


def test_slugs_bylines_and_datelines_are_not_read(engine: LanguageToolEngine):
    page = document(
        "they has gone\nthey has gone\nthey has gone\n",
        l1=PartKind.SLUG,
        l2=PartKind.BYLINE,
        l3=PartKind.DATELINE,
    )
    assert engine.check(page) == []
    assert engine.check(document("")) == []


def test_settings_and_profile_say_what_is_wanted(engine: LanguageToolEngine):
    page = document("They has gone, and he ate a apple. Its a pity.")
    rules = {found.rule for found in engine.check(page)}
    assert "lt/EN_A_VS_AN" in rules
    off = engine.under(Settings(severities={"lt/EN_A_VS_AN": "off"}))
    assert "lt/EN_A_VS_AN" not in {found.rule for found in off.check(page)}
    assert engine.under(Settings(ignore=("lt",))).check(page) == []
    assert engine.under(Settings(select=("grammar",))).check(page) == []
    only = engine.under(Settings(select=("lt/EN_A_VS_AN",))).check(page)
    assert [found.rule for found in only] == ["lt/EN_A_VS_AN"]
    quiet = Profile("p", "P", ("p",), severities={"lt": "query"})
    assert {(f.severity, f.applicability) for f in engine.under(Settings(), quiet).check(page)} == {
        (Severity.QUERY, None)
    }
    assert {found.rule for found in engine.check(page)} == rules


def test_a_query_by_choice_can_be_made_louder_but_not_one_by_place(engine: LanguageToolEngine):
    loud = engine.under(Settings(severities={"lt": "error"}))
    text = "The firm hired a 15 meter high crane."
    assert [
        (f.severity, f.applicability) for f in loud.check(document(text)) if f.rule == "lt/MISSING_HYPHEN"
    ] == [(Severity.ERROR, Applicability.UNSAFE)]
    quoted = replace(document("“He ate a apple.”"), quotations=(Quotation(Span(0, 17)),))
    assert [f.severity for f in loud.check(quoted)] == [Severity.QUERY]
    said = replace(document(f"“{text}”"), quotations=(Quotation(Span(0, len(text) + 2)),))
    assert {f.severity for f in loud.check(said)} == {Severity.QUERY}


def test_british_copy_is_checked_as_british(real_url: str):
    page = document("The organisation analysed the colour of the harbour in the centre.")
    with LanguageToolEngine(real_url, variant="en-GB") as british:
        assert british.check(page) == []
    with LanguageToolEngine(real_url, variant="en-US") as american:
        assert {found.severity for found in american.check(page)} <= {Severity.QUERY}


def test_lines_that_a_wire_broke_are_one_sentence(engine: LanguageToolEngine):
    text = "The fields of the valley, which\nhad been dry for years, has\r\nturned green."
    page = Document("s", text, Encoding("utf-8"), "text", (Block(PartKind.BODY, Span(0, len(text))),))
    assert all(found.rule != "lt/UPPERCASE_SENTENCE_START" for found in engine.check(page))
    assert all(found.span.of(text).strip() for found in engine.check(page))
