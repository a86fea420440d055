"""Whether persons, or groups that act as they do, stand after a preposition, and which preposition they take."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from editor.checks.frames.phrases import INSIDE
from editor.text.model import Token

PERSONS = frozenset(["him", "her", "them", "us", "me", "it", "himself", "herself", "themselves", "itself", "you", "everyone",
                      "everybody", "anyone", "someone", "nobody"])  # fmt: skip
# Groups that act as persons do.
_GROUPS = frozenset(["government", "police", "court", "army", "parliament", "council", "committee", "board", "company", "firm", "union",
                     "ministry", "senate", "congress", "assembly", "commission", "party", "group", "team", "club", "agency", "bank",
                     "organization", "organisation", "association", "authorities", "authority", "rebels", "militants", "crowd",
                     "opposition", "regulator", "church", "tribunal", "jury", "cabinet", "coalition", "majority", "media", "press",
                     "mob", "gang", "watchdog", "ngo", "university", "hospital", "department", "staff", "public", "dog", "shark"])  # fmt: skip
# Plurals of things that end as words for persons do.
_THINGS = frozenset(["numbers", "papers", "computers", "letters", "orders", "rivers", "powers", "matters", "quarters", "centers",
                     "offers", "doors", "floors", "errors", "sectors", "factors", "motors", "containers", "fees", "trees", "degrees",
                     "borders", "towers", "covers", "servers", "barriers", "chapters", "dinners", "flowers", "layers", "mirrors",
                     "newspapers", "orders", "posters", "rumors", "shoulders", "summers", "tankers", "trailers", "transfers",
                     "winters", "colors", "honors", "favors", "monitors", "reactors", "tumors", "coffees", "committees",
                     "guarantees", "employers", "filters", "fingers", "meters", "routers", "scooters", "sensors", "shelters",
                     "specimen", "abdomen", "women's", "answers", "disasters", "encounters", "headquarters", "lasers", "routers"])  # fmt: skip


def is_person(token: Token, people: Collection[str]) -> bool:
    """Whether the last word of an object is a person's."""
    return (
        token.lower in PERSONS
        or token.tag in ("NNP", "NNPS", "PRP")
        or token.lower in people
        or _actors(token.lower)
    )


def _actors(word: str) -> bool:
    """Whether a word is likely a plural of persons by its ending: "speculators", "climbers"."""
    return word.endswith(("ers", "ors", "ists", "ians", "ees", "men")) and word not in _THINGS


def agent(tokens: Sequence[Token], at: int, people: Collection[str]) -> bool:
    """Whether the phrase after the preposition at `at` names persons or what acts as they do."""
    noun = None
    for token in tokens[at + 1 : at + 8]:
        if token.tag in ("NN", "NNS") or token.tag == "PRP":
            noun = token
        elif token.tag not in INSIDE:
            break
    return noun is not None and (noun.lower in people or noun.lemma in _GROUPS or noun.tag == "PRP")


def ordered(
    tokens: Sequence[Token], at: int, right: tuple[str, ...], people: Collection[str]
) -> tuple[str, ...]:
    """The right prepositions, the one first that the phrase after `at` wants.

    A named place is arrived in, all else at; persons are apologized to and one is furious with them; for all else, at all else.
    """
    choices = set(right)
    first: tuple[str, ...] = ()
    if {"in", "at"} <= choices:
        first = ("in",) if tokens[at + 1].tag in ("NNP", "NNPS") else ("at",)
    elif {"to", "for"} <= choices:
        first = ("to",) if agent(tokens, at, people) else ("for",)
    elif "with" in choices and choices & {"at", "about"}:
        first = ("with",) if agent(tokens, at, people) else ("about", "at")
    return tuple(sorted(right, key=lambda each: first.index(each) if each in first else len(first)))
