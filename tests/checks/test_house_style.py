"""House style: when a departure is corrected, when it is asked about, and when a form is right."""

import pytest

from editor.checks.style.calendar import number_of, possible
from editor.checks.style.numerals import in_words, value
from editor.documents.read import read_document
from editor.engine import Engine, profile_named
from editor.fixes import apply, choose
from editor.rulebook.compiled import compile_book
from editor.rulebook.folders import RuleError, packaged
from editor.rulebook.load import load
from editor.settings.model import Settings
from editor.values import Severity

BOOK = compile_book(load([packaged()]))


def findings(text, profile="ap", family="style"):
    engine = Engine(BOOK, profile_named(BOOK, profile), Settings(profile=profile, select=(family,)))
    return engine.check(read_document("story.txt", text.encode()))


def fixed(text, profile="ap"):
    return apply(text, choose(findings(text, profile), text, unsafe=False))


def test_a_story_all_in_another_form_is_asked_about_once():
    found = findings("The US envoy left. The US and its allies met. A US court ruled.")
    assert [each.severity for each in found] == [Severity.QUERY]
    assert "3 times" in found[0].message


def test_a_story_that_mixes_forms_is_corrected():
    text = "The US envoy left. U.S. officials met in the US. Nobody knew."
    assert fixed(text) == "The U.S. envoy left. U.S. officials met in the U.S. Nobody knew."


def test_a_story_signed_by_the_house_is_corrected():
    text = "OSLO, Norway (AP) — A US court ruled on December 3 that 6 men go free."
    assert fixed(text) == "OSLO, Norway (AP) — A U.S. court ruled on Dec. 3 that six men go free."


@pytest.mark.parametrize(
    ("dateline", "profile", "severity"),
    [
        ("MARQUETTE, Mich. — ", "ap", Severity.WARNING),
        ("PARIS — ", "ap", Severity.WARNING),
        ("LONDON, Oct 5 - ", "reuters", Severity.WARNING),
        ("LONDON, Oct 5 - ", "ap", Severity.QUERY),
        ("PARIS (AFP) — ", "ap", Severity.QUERY),
        ("", "ap", Severity.QUERY),
    ],
)
def test_a_dateline_in_the_form_of_the_house_signs_for_it(dateline, profile, severity):
    assert [each.severity for each in findings(dateline + "A US court ruled on the case.", profile)] == [
        severity
    ]


def test_another_house_does_not_sign_for_this_one():
    assert all(each.severity is Severity.QUERY for each in findings("OSLO (Reuters) - A US court ruled."))


@pytest.mark.parametrize(
    "text",
    [
        '"The US is late," he said. U.S. officials met.',
        "See https://example.com/US/5%20 and ask the U.S. office.",
    ],
)
def test_quotations_and_links_are_left_alone(text):
    assert findings(text) == []


def test_fixing_is_done_after_one_round():
    text = "He came on Oct. 5 and left on 7 October, 2021 at 5:00 PM. It began at 9 a.m. in the US. The U.S. paid $5m, not $6 million."
    once = fixed(text)
    assert once != text
    assert fixed(once) == once


def test_a_wrong_weekday_is_shown_and_never_applied():
    text = "The coin will be tossed on Friday, Nov. 6, 2025."
    found = findings(text, family="dates")
    assert [(each.severity, each.replacements) for each in found] == [(Severity.ERROR, ("Thursday",))]
    assert choose(found, text, unsafe=True) == ()


@pytest.mark.parametrize(
    ("month", "day", "year", "there"),
    [
        (2, 29, None, True),
        (2, 29, 2023, False),
        (2, 29, 2000, True),
        (2, 29, 1900, False),
        (6, 31, None, False),
    ],
)
def test_days_that_are_and_are_not(month, day, year, there):
    assert possible(month, day, year) is there


def test_months_and_numbers_are_read():
    assert [number_of(name) for name in ("Jan", "Sept.", "December")] == [1, 9, 12]
    assert [value(word) for word in ("nine", "Forty-two", "forty-ten", "sixties")] == [9, 42, None, None]
    assert [in_words(number) for number in (0, 13, 42, 90, 100)] == [
        "zero",
        "thirteen",
        "forty-two",
        "ninety",
        None,
    ]


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        ("setting: us", "'forms'"),
        ("setting: us\n    forms: {US: {keep: US}}", "'swap'"),
        ("setting: us\n    mixed: some\n    forms: {US: {swap: {A: B}}}", "'mixed'"),
        ("setting: us\n    forms: {US: {swap: {'(': B}}}", "regular expression"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(tmp_path, spec, reason):
    path = tmp_path / "house.yaml"
    path.write_text(
        "- id: house/form\n  kind: choice\n  severity: warning\n  message: m\n  why: w\n  source: s\n"
        "  examples: [{bad: a}]\n  counterexamples: [b]\n  " + spec.replace("\n    ", "\n  ") + "\n"
    )
    with pytest.raises((RuleError, ValueError), match=reason):
        book = compile_book(load([packaged(), path]))
        list(
            Engine(book, profile_named(book, "ap"), Settings(select=("house",))).check(
                read_document("a.txt", b"a")
            )
        )
