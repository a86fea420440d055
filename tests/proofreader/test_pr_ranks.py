"""Which of a finding's suggestions stands first."""

import pytest

from editor.proofreader.doubts import Doubt
from editor.proofreader.ranks import Margins, best_read, ranked
from editor.proofreader.reading import Reading
from editor.values import Applicability, Finding, Severity, Span

TEXT = "The council discussed about budget and agreed"


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def found_budget(*replacements, applicability=Applicability.UNSAFE, message="It can't stand alone."):
    return Finding(
        "articles/x", "articles", Severity.WARNING, message, at("budget"), replacements, applicability
    )


def doubting(span, *replacements):
    return Reading([Doubt(span, replacements, 0.9, "$APPEND_a")], ())


@pytest.mark.parametrize(
    ("span", "reads"),
    [(at("budget"), "a budget"), (at("about budget"), "about a budget"), (at("budget and"), "a budget and")],
)
def test_the_suggestion_that_the_network_would_make_stands_first(span, reads):
    given = [found_budget("the budget", "a budget", "budgets")]
    (finding,) = ranked(given, doubting(span, reads), TEXT)
    assert finding.replacements == ("a budget", "the budget", "budgets")


@pytest.mark.parametrize(
    "given",
    [
        found_budget("the budget", "a budget", applicability=Applicability.SAFE),
        found_budget("the budget", "budgets"),
    ],
)
def test_suggestions_stay_where_they_are_safe_or_not_the_networks(given):
    assert ranked([given], doubting(at("budget"), "a budget"), TEXT) == [given]
    assert ranked([given], doubting(at("agreed"), "a budget"), TEXT) == [given]


@pytest.mark.parametrize(
    ("message", "after"),
    [
        ("It can't stand alone.", "It can't stand alone."),
        ("It can't stand alone: 'the budget'.", "It can't stand alone: 'a budget'."),
        ("Write 'the budget' or 'a budget'.", "Write 'a budget' or 'the budget'."),
        ("After 'about' stands 'the budget'.", "After 'about' stands 'a budget'."),
    ],
)
def test_the_message_names_the_suggestion_that_is_first_now(message, after):
    given = found_budget("the budget", "a budget", message=message)
    (finding,) = ranked([given], doubting(at("budget"), "a budget"), TEXT)
    assert finding.replacements[0] == "a budget"
    assert finding.message == after


def first_read(costs, margin, seen=None):
    def cost(span, new):
        assert span == at("budget")
        if seen is not None:
            seen.append(new)
        return costs[new]

    return best_read(found_budget(*costs), margin, cost).replacements[0]


def test_what_reads_better_by_more_than_the_margin_stands_first():
    assert first_read({"the budget": 0.5, "a budget": 0.3, "budgets": 0.1}, 0.3) == "budgets"
    assert first_read({"the budget": 0.5, "a budget": 0.3, "budgets": 0.1}, 0.4) == "the budget"
    assert first_read({"the budget": 0.1, "a budget": 0.3, "budgets": 0.2}, 0.05) == "the budget"


def test_what_is_not_read_stays():
    assert first_read({"the budget": None, "a budget": None}, 0.05) == "the budget"


def test_no_more_is_read_than_needed():
    seen = []
    first_read({"the budget": 0.04, "a budget": 0.0}, 0.05, seen)
    assert seen == ["the budget"]
    seen.clear()
    first_read({str(number): 0.9 for number in range(9)}, 0.05, seen)
    assert seen == ["0", "1", "2", "3"]


def test_articles_have_a_margin_of_their_own():
    margins = Margins(articles=0.1, others=0.4)
    assert margins.of(found_budget()) == 0.1
    assert margins.of(Finding("verbs/x", "verbs", Severity.ERROR, "", at("budget"))) == 0.4
