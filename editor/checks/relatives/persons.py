"""Who in a story is a person: words for people, and names with an age, a title, or "a singer" after them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.checks.relatives.clauses import COMMON
from editor.story import Story
from editor.text.model import Token
from editor.text.subjects.noun_phrases import plain
from editor.text.tagset import NAMES
from editor.text.words import words

TITLES = words("""mr mr. mrs mrs. ms ms. miss dr dr. prof. professor sir dame lord lady rev. sen. rep. gov. gen. col. capt. maj. lt. sgt.
    president minister premier chancellor king queen prince princess judge justice mayor governor senator captain coach""")
MONTHS = words(
    "january february march april may june july august september october november december jan. feb. aug. sept. oct. nov. dec."
)
_BODIES = words(
    "inc inc. corp corp. co co. ltd ltd. plc group bank party university council company club united city court house"
)
_NO_PERSONS = _BODIES | MONTHS | words("europe africa asia")


class Kinds(NamedTuple):
    """The words for people and for things, and the last words of the story's persons' names."""

    people: frozenset[str]
    things: frozenset[str]
    persons: frozenset[str]

    def human(self, token: Token) -> bool:
        """Whether the word stands for a person."""
        return token.lower in self.people or token.text in self.persons


def persons(story: Story) -> frozenset[str]:
    """The last words of names that the story shows to be people's: with an age, a title, or "a singer" after them."""
    found: set[str] = set()
    people, places = story.lists["confusions-people"], story.lists["gazetteer"]
    for line in story.body:
        tokens = plain(line.tagged)
        for at, token in enumerate(tokens):
            if token.tag not in NAMES or (at + 1 < len(tokens) and tokens[at + 1].tag in NAMES):
                continue
            if token.lower in places or token.lower in _NO_PERSONS:
                continue
            after = tokens[at + 1 : at + 8]
            if _introduced(tokens, at, people) or _aged(after) or _described(after, people):
                found.add(token.text)
    return frozenset(found)


def name_start(tokens: Sequence[Token], at: int) -> int:
    """Where the name begins whose last word is at `at`."""
    while at > 0 and tokens[at - 1].tag in NAMES:
        at -= 1
    return at


def _introduced(tokens: Sequence[Token], at: int, people: frozenset[str]) -> bool:
    """Whether a title or an apposition stands before the name that ends at `at`: "the singer, Anna Marek"."""
    start = name_start(tokens, at)
    if any(each.lower in TITLES for each in tokens[max(0, start - 1) : at]):
        return True
    return (
        1 < start < at
        and tokens[start - 1].text == ","
        and tokens[start - 2].lower in people
        and tokens[start - 2].tag == "NN"
    )


def _aged(after: Sequence[Token]) -> bool:
    """Whether an age follows: ", 42,"."""
    return (
        len(after) > 2
        and after[0].text == ","
        and after[1].text.isdigit()
        and len(after[1].text) < 3
        and after[2].text in (",", ".")
    )


def _described(after: Sequence[Token], people: frozenset[str]) -> bool:
    """Whether an apposition that names a person follows: ", a retired teacher"."""
    if len(after) < 3 or after[0].text != "," or after[1].lower not in ("a", "an", "the"):
        return False
    for place, token in enumerate(after[2:], 2):
        if token.tag in ("JJ", "VBN", "VBG"):
            continue
        nearer = place + 1 < len(after) and after[place + 1].tag in COMMON
        if token.tag in COMMON and not nearer:
            return token.lower in people and token.tag == "NN"
        if token.tag not in COMMON:
            return False
    return False
