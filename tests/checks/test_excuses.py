"""Patterns that excuse what a rule that is no pattern finds."""

from __future__ import annotations

import pytest

from editor.checks.pattern.excuses import Excuses
from editor.documents.read import read_document
from editor.story import Story
from editor.values import Span

TEXT = "They fled by fishing boat. A boat sank; by then, the fishing was done.\n"


def covered(pattern: str, start: int, end: int) -> bool:
    story = Story(read_document("story.txt", TEXT.encode(), "utf-8"), "ap", {})
    return Excuses([pattern], {}, {}).cover(story, Span(start, end))


BOAT = TEXT.index("boat")


@pytest.mark.parametrize(
    "pattern",
    ["boat", "by fishing boat", "fishing <NN>", "fishing boat .", "boat|ship", "^ they .{3,3} boat"],
)
def test_what_stands_in_its_words_is_excused(pattern: str) -> None:
    assert covered(pattern, BOAT, BOAT + len("boat"))


@pytest.mark.parametrize("pattern", ["by fishing", "a boat", "boat sank", "fishing ship"])
def test_what_stands_beside_its_words_is_not(pattern: str) -> None:
    assert not covered(pattern, BOAT, BOAT + len("boat"))


def test_an_insertion_is_excused_where_it_touches_the_words() -> None:
    assert covered("fishing boat", BOAT, BOAT)
    assert not covered("they fled", BOAT, BOAT)


def test_only_its_own_sentence_excuses() -> None:
    assert not covered("by then", BOAT, BOAT + 4)
    assert not covered(".", len(TEXT) + 5, len(TEXT) + 6)
