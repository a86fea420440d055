"""How what our rules found is weighed, and what the network says of a place."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from proofreader_helpers import SURE, doubt

from editor.proofreader.judge import Bounds, judged
from editor.proofreader.reading import Place, Reading, places
from editor.proofreader.words import spans_of
from editor.values import Applicability, Finding, Severity, Span

TEXT = "The council discussed about budget and agreed"
BOUNDS = Bounds(frozenset({"verbs", "tense"}), ("tense/x",), 0.3, 0.05)


def reading(beginning=SURE, **opinions):
    words = spans_of(TEXT, Span(0, len(TEXT)))
    told = [beginning, *(opinions.get(span.of(TEXT), SURE) for span in words)]
    return Reading((), places(words, told))


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize(
    ("words", "wrong"),
    [("about", 0.9), ("discussed about", 0.9), ("out", 0.9), ("budget", 0.01), ("The", 0.01)],
)
def test_a_place_is_as_wrong_as_the_worst_word_that_it_touches(words, wrong):
    assert reading(about=doubt("$DELETE", 0.9)).wrong(at(words)) == wrong


def test_a_missing_word_is_missed_before_the_next():
    told = reading(about=doubt("$APPEND_the", 0.9))
    assert told.wrong(at("budget")) == 0.9
    assert told.wrong(at("and")) == 0.01
    assert told.wrong(Span(at("budget").start, at("budget").start)) == 0.9


def test_what_was_not_read_has_no_probability():
    assert Reading((), [Place(10, 12, 0.5)]).wrong(Span(0, 5)) is None
    assert Reading((), ()).wrong(Span(0, 5)) is None


# Drawing is slow on a machine that does other work; that is no fault of what is tested.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    some.lists(some.tuples(some.integers(0, 60), some.integers(1, 6), some.floats(0, 1)), max_size=8),
    some.integers(0, 70),
    some.integers(0, 20),
)
def test_looking_up_finds_what_a_walk_finds(made, start, length):
    laid, end = [], 0
    for gap, size, wrong in made:
        laid.append(Place(end + gap, end + gap + size, wrong))
        end = laid[-1].end
    span = Span(start, start + length)
    last = max(span.end, span.start + 1)
    expected = max((each.wrong for each in laid if each.start < last and each.end > span.start), default=None)
    assert Reading((), laid).wrong(span) == expected


def finding(severity, category="verbs", replacements=("budgets",), applicability=None):
    return Finding(f"{category}/x", category, severity, "!", at("budget"), replacements, applicability)


def unread(span, new):
    raise AssertionError("it was read")


def one(given, wrong, may=True):
    (told,) = judged([given], reading(budget=doubt("$OTHER", wrong)), BOUNDS, lambda each: may, unread)
    return told.severity, told.applicability


def test_agreement_makes_a_query_a_warning():
    assert one(finding(Severity.QUERY), 0.3) == (Severity.WARNING, Applicability.UNSAFE)
    assert one(finding(Severity.QUERY, replacements=()), 0.3) == (Severity.WARNING, None)
    assert one(finding(Severity.QUERY), 0.29) == (Severity.QUERY, None)


def test_denial_makes_an_error_a_query():
    loud = finding(Severity.ERROR, applicability=Applicability.SAFE)
    assert one(loud, 0.05) == (Severity.QUERY, None)
    assert one(loud, 0.06) == (Severity.ERROR, Applicability.SAFE)


def test_denial_silences_the_query_of_a_doubtful_rule():
    bounds = Bounds(frozenset({"verbs"}), (), 0.3, 0.05, ("verbs/x",), 0.02)
    asked, loud = finding(Severity.QUERY), finding(Severity.WARNING)

    def told(about, wrong):
        return judged([about], reading(budget=doubt("$DELETE", wrong)), bounds, lambda each: True, unread)

    assert told(asked, 0.02) == []
    assert told(asked, 0.03) == [asked]
    assert [each.severity for each in told(loud, 0.02)] == [Severity.QUERY]


@pytest.mark.parametrize(
    ("costs", "asked"),
    [
        ((0.2, 0.3), False),
        ((0.2, 0.1), True),
        ((0.05, 0.3), True),
        ((None, 0.3), True),
        ((0.2, 0.3, 0.4, 0.0), False),
    ],
)
def test_denial_silences_a_query_that_none_of_its_suggestions_mends(costs, asked):
    bounds = Bounds(frozenset({"verbs"}), (), 0.3, 0.05, (), 0.02, 0.1)
    texts = tuple("budget" + "s" * more for more in range(1, len(costs) + 1))
    given = finding(Severity.QUERY, replacements=texts)

    def told(wrong):
        read = reading(budget=doubt("$DELETE", wrong))
        return judged([given], read, bounds, lambda each: True, lambda span, new: costs[texts.index(new)])

    assert told(0.02) == ([given] if asked else [])
    assert told(0.03) == [given]


def test_denial_silences_no_query_without_suggestions():
    bounds = Bounds(frozenset({"verbs"}), (), 0.3, 0.05, (), 0.02, 0.1)
    given = finding(Severity.QUERY, replacements=())
    assert judged([given], reading(), bounds, lambda each: True, unread) == [given]


def test_a_spared_rule_stays():
    assert one(finding(Severity.QUERY, "tense"), 0.9) == (Severity.QUERY, None)


def test_other_families_and_what_may_not_be_judged_stay():
    style = finding(Severity.QUERY, "style")
    assert one(style, 0.9) == (Severity.QUERY, None)
    assert one(finding(Severity.QUERY), 0.9, may=False) == (Severity.QUERY, None)
