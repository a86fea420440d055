"""From opinions on words to places with suggestions."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from proofreader_helpers import doubt, found

from editor.proofreader.doubts import Opinion, doubts
from editor.proofreader.labels import KEEP
from editor.proofreader.words import spans_of
from editor.values import Span

TEXT = "The council discussed about budget and have agreed it ."


@pytest.mark.parametrize(
    ("opinions", "expected"),
    [
        ({"about": doubt("$DELETE")}, [("about ", ("",))]),
        ({"about": doubt("$APPEND_the")}, [("budget", ("the budget",))]),
        ({"have": doubt("$REPLACE_has")}, [("have", ("has",))]),
        ({"council": doubt("$APPEND_,")}, [("council", ("council,",))]),
        ({"budget": doubt("$NUM_PL")}, [("budget", ("budgets",))]),
        ({"discussed": doubt("$VERB_VBG")}, [("discussed", ("discussing",))]),
        ({"budget": doubt("$OTHER")}, [("budget", ())]),
        ({"and": doubt("$VERB_VBG")}, [("and", ())]),
    ],
)
def test_a_label_is_shown_at_the_words_that_change(opinions, expected):
    assert found(TEXT, **opinions) == expected


def test_other_likely_labels_are_further_suggestions():
    opinion = doubt("$REPLACE_has", 0.9, 0.6, ("$REPLACE_had", 0.2), (KEEP, 0.1), ("$DELETE", 0.01))
    assert found(TEXT, have=opinion) == [("have", ("has", "had"))]


def test_a_likelier_change_goes_before_a_deletion():
    opinion = doubt("$VERB_VBG", 0.9, 0.44, (KEEP, 0.23), ("$DELETE", 0.14))
    assert found(TEXT, discussed=opinion) == [("discussed", ("discussing",))]


def test_a_deletion_that_is_not_likely_enough_is_no_suggestion():
    opinion = doubt(KEEP, 0.9, 0.45, ("$OTHER", 0.3), ("$DELETE", 0.13))
    assert found(TEXT, budget=opinion) == [("budget", ())]


def test_neighbours_are_one_place():
    both = {"have": doubt("$REPLACE_has", 0.7), "agreed": doubt("$APPEND_on", 0.9)}
    assert found(TEXT, **both) == [("have agreed it", ("has agreed on it",))]


def test_the_space_before_what_is_deleted_at_the_end_goes_too():
    both = {"have": doubt("$REPLACE_has", 0.9), "agreed": doubt("$DELETE", 0.8)}
    assert found(TEXT, **both) == [("have agreed", ("has",))]


def test_the_space_after_a_mark_that_is_deleted_stays():
    assert found("The council, said it agreed .", **{",": doubt("$DELETE")}) == [(",", ("",))]


def test_the_space_after_a_mark_that_stands_apart_goes_with_it():
    assert found("The council , said it agreed .", **{",": doubt("$DELETE")}) == [(", ", ("",))]


def test_the_space_after_a_mark_stays_where_words_beside_it_change_too():
    both = {"said": doubt("$REPLACE_says"), ",": doubt("$DELETE"), "that": doubt("$REPLACE_how")}
    assert found("The council said, that it agreed .", **both) == [("said, that", ("says how",))]


def test_a_neighbour_that_would_rather_stay_is_left_out():
    stays = doubt(KEEP, 0.5, 0.6, ("$REPLACE_of", 0.2))
    assert found(TEXT, discussed=doubt("$VERB_VBG", 0.9), about=stays) == [("discussed", ("discussing",))]


def test_a_neighbour_that_would_rather_stay_but_is_wrong_is_a_place_of_its_own():
    stays = doubt(KEEP, 0.7, 0.5, ("$REPLACE_of", 0.4))
    assert found(TEXT, discussed=doubt("$VERB_VBG", 0.9), about=stays) == [
        ("discussed", ("discussing",)),
        ("about", ("of",)),
    ]


@pytest.mark.parametrize(
    "opinions",
    [
        {"have": doubt("$SWAP"), "agreed": doubt("$SWAPPED")},
        {"have": doubt("$SWAP")},
        {"agreed": doubt("$SWAPPED")},
    ],
)
def test_words_that_change_places_are_one_place(opinions):
    assert found(TEXT, **opinions) == [("have agreed", ("agreed have",))]


def test_the_capital_stays_at_the_beginning_when_words_change_places():
    assert found("Always he left .", Always=doubt("$SWAP")) == [("Always he", ("He always",))]


def test_a_word_taken_out_here_and_put_in_there_is_moved():
    moved = {"have": doubt("$DELETE"), "it": doubt("$APPEND_have")}
    assert found(TEXT, **moved) == [("have agreed it .", ("agreed it have .",))]


def test_what_lacks_at_the_beginning_is_shown_at_the_first_word():
    assert found("Council met .", beginning=doubt("$APPEND_the")) == [("Council", ("The Council",))]


def test_a_doubt_below_the_bound_is_none():
    assert found(TEXT, least=0.95, about=doubt("$DELETE", 0.9)) == []


LABELS = [
    "$KEEP",
    "$DELETE",
    "$OTHER",
    "$APPEND_the",
    "$APPEND_,",
    "$REPLACE_on",
    "$VERB_VBD",
    "$NUM_PL",
    "$POSS",
    "$CAP",
    "$SWAP",
    "$SWAPPED",
]


# Drawing is slow on a machine that does other work; that is no fault of what is tested.
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    some.text(alphabet="ab cd'-.,é’\n", max_size=40),
    some.lists(
        some.tuples(some.floats(0, 1), some.sampled_from(LABELS), some.sampled_from(LABELS)), max_size=12
    ),
)
def test_places_lie_in_the_sentence_one_after_another(text, thoughts):
    words = spans_of(text, Span(0, len(text)))
    thoughts = [Opinion(wrong, ((one, 0.6), (two, 0.3))) for wrong, one, two in thoughts]
    opinions = (thoughts + [Opinion(0.0, ())] * (len(words) + 1))[: len(words) + 1]
    at = 0
    for each in doubts(text, words, opinions, 0.5) if words else ():
        assert at <= each.span.start < each.span.end <= len(text)
        at = each.span.start
        assert each.wrong >= 0.5
        assert each.span.of(text) not in each.replacements
