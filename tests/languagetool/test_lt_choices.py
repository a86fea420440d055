from __future__ import annotations

from pathlib import Path

import pytest

from editor.errors import UserError
from editor.languagetool.choices import Choices, describe, load_choices
from editor.languagetool.client import Match
from editor.languagetool.names import SpellingJudge, gazetteer
from editor.values import Applicability, Finding, Severity, Span


def finding(
    text: str,
    marked: str,
    rule: str,
    category: str = "GRAMMAR",
    replacements: tuple[str, ...] = ("x",),
    *,
    headline: bool = False,
    choices: Choices | None = None,
) -> Finding | None:
    at = text.index(marked)
    match = Match(rule, category, "", "", "Say\u00a0 it.", Span(at, at + len(marked)), replacements)
    judge = SpellingJudge(text, gazetteer())
    return (choices or load_choices()).finding(match, text, judge, headline=headline)


def test_a_match_becomes_a_finding():
    found = finding("They has gone.", "has", "SOME_AGREEMENT", replacements=("have", "had", "has"))
    assert found == Finding(
        rule="lt/SOME_AGREEMENT",
        category="grammar",
        severity=Severity.WARNING,
        message="Say it.",
        span=Span(5, 8),
        replacements=("have", "had"),
        applicability=Applicability.UNSAFE,
        source="languagetool",
    )


def test_a_rule_wins_over_its_category_and_the_category_over_the_default():
    assert finding("of of it", "of of", "ENGLISH_WORD_REPEAT_RULE", "MISC").severity is Severity.ERROR
    assert finding("of of it", "of of", "OTHER", "MISC").severity is Severity.QUERY
    assert finding("of of it", "of of", "OTHER", "NEVER_SEEN").severity is Severity.QUERY
    assert finding("It was very unique.", "very unique", "VERY_UNIQUE", "REDUNDANCY") is None


def test_what_is_off_is_not_asked_for():
    choices = load_choices()
    assert "EN_UNPAIRED_QUOTES" in choices.disabled_rules
    assert "STYLE" in choices.disabled_categories
    assert "EN_A_VS_AN" in choices.enabled_rules
    assert not choices.disabled_rules & choices.enabled_rules


@pytest.mark.parametrize(
    ("text", "article", "applicability"),
    [
        ("He ate a apple.", "a", Applicability.SAFE),
        ("It was an big day.", "an", Applicability.SAFE),
        ("He waited a hour.", "a", Applicability.UNSAFE),
        ("It was an union.", "an", Applicability.UNSAFE),
        ("It was an one-off.", "an", Applicability.UNSAFE),
        ("She is a SEC lawyer.", "a", Applicability.UNSAFE),
    ],
)
def test_only_the_certain_article_is_safe(text: str, article: str, applicability: Applicability):
    at = text.index(f" {article} ") + 1
    match = Match("EN_A_VS_AN", "MISC", "", "", "m", Span(at, at + len(article)), ("X",))
    found = load_choices().finding(match, text, SpellingJudge(text, gazetteer()))
    assert found is not None
    assert found.applicability is applicability


def test_two_suggestions_are_never_safe():
    assert (
        finding("eat a apple", "a", "EN_A_VS_AN", "MISC", ("an", "the")).applicability is Applicability.UNSAFE
    )


def test_a_query_is_never_applied():
    assert finding("its it", "its", "IT_IS", "TYPOS").applicability is None


def test_a_repetition_in_capitals_is_a_name():
    assert finding("the first FIRST contest", "first FIRST", "ENGLISH_WORD_REPEAT_RULE", "MISC") is None
    assert finding("the first first contest", "first first", "ENGLISH_WORD_REPEAT_RULE", "MISC") is not None


@pytest.mark.parametrize("mark", [" [sic] that", " (sic) that", "” [SIC]"])
def test_what_somebody_wants_so_stays(mark: str):
    assert finding(f"“He say{mark} it", "say", "AGREEMENT") is None
    assert finding("“He say that sick it", "say", "AGREEMENT") is not None


def test_headlines_are_asked_about_only_their_spelling():
    assert finding("Police arrests three", "arrests", "AGREEMENT", headline=True).severity is Severity.QUERY
    assert (
        finding("Man eat a apple", "a", "EN_A_VS_AN", "MISC", ("an",), headline=True).severity
        is Severity.ERROR
    )


def test_names_are_quiet_and_misspellings_are_not():
    rule = "MORFOLOGIK_RULE_EN_GB"
    assert finding("He met Gorvath there.", "Gorvath", rule, "TYPOS", ("Horvath",)) is None
    found = finding("They recieve it.", "recieve", rule, "TYPOS", ("receive",))
    assert (found.severity, found.applicability) == (Severity.WARNING, Applicability.UNSAFE)


def test_descriptions_tell_what_was_chosen_and_measured():
    page = describe("lt/EN_A_VS_AN")
    assert "safe: `copydesk fix` applies it" in page
    assert "14,720 words" in page
    assert "its category decides" in describe("NEVER_SEEN")
    assert "nearly is a known one" in describe("lt/MORFOLOGIK_RULE_EN_US")


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("rules: [", "can't be read"),
        ("rules: []", "'version: 1' is missing"),
        ("version: 1\ndefault: loud", "default: 'loud' is none of"),
        ("version: 1\nrules: [{level: off}]", "has no id"),
        (
            "version: 1\nrules: [{id: X, level: 'off', why: w}, {id: X, level: 'off', why: w}]",
            "X stands there twice",
        ),
        ("version: 1\nrules: [{id: X, level: off, why: w}]", "X: level 'False' is none of"),
        ("version: 1\nrules: [{id: X, level: query}]", "X: why is missing"),
        ("version: 1\nrules: [{id: X, level: query, why: w, safely: 1}]", "X: unknown key 'safely'"),
        (
            "version: 1\nrules: [{id: X, level: query, why: w, quiet: '('}]",
            "X: quiet is no regular expression",
        ),
        ("version: 1\nrules: [{id: X, level: query, why: w, clean: many}]", "X: clean must be a number"),
        ("version: 1\ncategories: {X: query}", "X: must be a mapping"),
    ],
)
def test_a_wrong_file_is_refused_with_the_entry_at_fault(tmp_path: Path, page: str, reason: str):
    path = tmp_path / "choices.yaml"
    path.write_text(page, encoding="utf-8")
    with pytest.raises(UserError, match=reason.replace("'", ".")) as raised:
        load_choices(path)
    assert "\n" not in str(raised.value)
