"""Prepositions and the heads they go with."""

from __future__ import annotations

import pytest
from check_helpers import tagged

import editor
from editor.checks.frames.frames import frames
from editor.checks.frames.table import Lists
from editor.checks.story.located import located
from editor.checks.story.needed import needed

TABLE = {
    "adjective worried": "for of > about",
    "verb depend": "of > on",
    "object accuse": "for > of",
    "object attribute": "with > to",
    "bare discuss": "about on",
}


def found(text: str) -> list[tuple[str, tuple[str, ...]]]:
    tokens = tagged(text)
    return [(tokens[frame.start].text, frame.right) for frame in frames(tokens, Lists(TABLE))]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Growth depends heavily of exports.", "of", "on"),
        ("They named the river of which the villages depend.", "of", "on"),
        ("He told them what they were worried for.", "for", "about"),
        ("The mayor was accused for fraud.", "for", "of"),
        ("She accused him for lying.", "for", "of"),
        ("They discussed about the plan.", "about", ""),
    ],
)
def test_wrong_prepositions_are_found_with_the_right_one(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, (right,))]


@pytest.mark.parametrize(
    "text",
    [
        "The plan they discussed on the train was dropped.",
        "Growth depends on the degree of trust.",
        "They were worried of course about the cost.",
        "The degree of which he spoke was high.",
    ],
)
def test_right_prepositions_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_place_goes_by_the_noun_across_adjectives() -> None:
    table = {"the farm": "in > on"}
    assert [
        right for _, right, _ in located(tagged("They live in a small cattle farm."), table, frozenset())
    ] == [("on",)]
    assert not list(located(tagged("Jobs in the farm sector fell."), table, frozenset()))


def test_a_needed_preposition_is_missed_before_an_object_only() -> None:
    table = {"comply": "with", "wait": "for"}
    assert [word for _, word in needed(tagged("The firms comply the new rules."), table)] == ["with"]
    assert [word for _, word in needed(tagged("Most firms comply safety rules."), table)] == ["with"]
    assert not list(needed(tagged("They waited the whole day."), table))
    assert not list(needed(tagged("The complying firms were praised."), table))


def test_a_preposition_that_may_tell_the_place_or_the_agent_is_asked_about() -> None:
    text = "Growth depends of exports. They specialize on wines from there."
    findings = editor.check(text + "\n", select=["prepositions/frame"], languagetool="off")
    assert [(text[slice(*each.span)], each.severity) for each in findings] == [
        ("of", "warning"),
        ("on", "query"),
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The team arrived to Lisbon by bus.", ("in", "at")),
        ("The team arrived to the stadium by bus.", ("at", "in")),
        ("The clerk apologized from the voters on Monday.", ("to", "for")),
        ("The clerk apologized from the delay on Monday.", ("for", "to")),
    ],
)
def test_the_next_noun_decides_which_preposition_comes_first(text: str, right: tuple[str, ...]) -> None:
    table = {"verb arrive": "to > in at", "verb apologize": "from > to for"}
    frame = next(frames(tagged(text), Lists(table, people=["voters"])))
    assert frame.right == right


@pytest.mark.parametrize(
    "text",
    [
        "Many researches on bees have failed.",
        "The ship is waiting to load wheat.",
        "They were warned to vacated the hut.",
    ],
)
def test_a_word_that_another_error_breaks_is_no_head(text: str) -> None:
    table = {
        "bare research": "on",
        "verb wait": "to > for",
        "object warn": "to > of",
        "adjective warned": "to > of",
    }
    assert not list(frames(tagged(text), Lists(table)))
