"""Possessives without their apostrophe: "the teams manager", "Lydgates bowlers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.model import Token
from editor.text.persons import person
from editor.values import Severity, Span

_DETERMINERS = frozenset(
    [
        "the",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "a",
        "an",
        "each",
        "every",
        "one",
        "another",
    ]
)
_ALONE = frozenset(["a", "an", "this", "that", "each", "every", "one", "another"])
# Words that stand between an owner and what it owns rather than between a verb and its object.
_BETWEEN = frozenset(
    [
        "first",
        "second",
        "third",
        "last",
        "own",
        "main",
        "chief",
        "former",
        "late",
        "left",
        "right",
        "lead",
        "only",
        "next",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "annual",
    ]
)
# What one of many does not share: after a plural it is owned.
_LEADING = frozenset(["own", "lead", "chief", "main", "former"])
_THINGS = frozenset(
    [
        "offices",
        "homes",
        "lawyers",
        "officials",
        "wives",
        "families",
        "sons",
        "daughters",
        "children",
        "supporters",
        "fans",
        "finances",
        "shares",
        "profits",
        "books",
        "accounts",
        "demands",
        "policies",
        "findings",
        "authors",
        "remarks",
        "houses",
        "hands",
        "eyes",
        "legs",
        "bodies",
        "names",
        "brothers",
        "sisters",
        "critics",
        "allies",
        "deputies",
        "aides",
        "headquarters",
    ]
)
_DONE = frozenset(
    [
        "letter",
        "speech",
        "office",
        "home",
        "plan",
        "deal",
        "proposal",
        "statement",
        "account",
        "contract",
        "campaign",
        "program",
        "programme",
        "budget",
        "house",
        "bill",
        "record",
        "history",
        "policy",
        "strategy",
        "list",
        "report",
        "trial",
        "hearing",
        "room",
        "car",
        "cabinet",
        "team",
    ]
)
_SPANS = frozenset(
    [
        "year",
        "month",
        "week",
        "day",
        "night",
        "time",
        "season",
        "summer",
        "winter",
        "spring",
        "autumn",
        "minute",
        "hour",
        "place",
    ]
)
_SIDES = frozenset(
    [
        "wing",
        "hand",
        "side",
        "leg",
        "arm",
        "flank",
        "engine",
        "foot",
        "eye",
        "knee",
        "ear",
        "shoulder",
        "bank",
        "wheel",
    ]
)
_PREPOSITIONS = frozenset(
    ["of", "in", "on", "at", "to", "by", "with", "from", "for", "after", "before", "during"]
)
_FINITE = frozenset(["VBD", "VBZ", "MD"])


@check("apostrophes.holders")
def holders(story: Story, rule: Rule) -> Iterator[Hit]:
    """A plural of people or bodies right before a thing that it owns."""
    known, group = story.lists["possessives-holders"], story.lists["possessives-groups"]
    for line in story.body:
        if not any(token.lower in known for token in line.words):
            continue
        tokens = line.tagged
        for at in range(1, len(tokens) - 1):
            token = tokens[at]
            if token.lower not in known or not token.text.islower():
                continue
            owner = lexicon.lemmas(token.lower, "NNS")
            before = tokens[at - 1]
            compound = (
                at > 1
                and before.tag == "NN"
                and tokens[at - 2].lower in _DETERMINERS
                and tokens[at + 1].lower in _LEADING
            )
            if not owner or (before.lower not in _DETERMINERS and before.lower != "'s" and not compound):
                continue
            sure = _owns(tokens, at + 1, group)
            if sure is None:
                continue
            single, plural = f"{owner[0]}'s", f"{token.text}'"
            one, many = _count(story, owner[0]), _count(story, token.lower) - 1
            of_one = before.lower in _ALONE or one > many or (one == many and not person(owner[0]))
            fixes = (single, plural) if of_one else (plural, single)
            yield Hit(Span(token.start, token.end), fixes, None, None, None if sure else Severity.QUERY)


def _owns(tokens: Sequence[Token], at: int, groups: frozenset[str]) -> bool | None:
    """Whether what begins at `at` is a thing owned for sure, or perhaps (False); None where it is no such thing."""
    clear = False
    word = tokens[at]
    best = word.tag == "JJS"
    if word.lower in _BETWEEN or (word.tag == "JJS" and word.lower not in ("most", "least", "best", "worst")):
        clear = True
        at += 1
        if at < len(tokens) and tokens[at].tag in ("JJ", "VBN", "JJS"):
            at += 1
    if at >= len(tokens) or not tokens[at].text.islower():
        return None
    noun = tokens[at]
    tags = lexicon.tags(noun.lower)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is not None and (
        following.lower in (".", ",") or following.tag in _FINITE or following.lower in _PREPOSITIONS
    ):
        if noun.lower in _THINGS and not clear:
            return True
        if word.lower in _LEADING and noun.tag in ("NN", "NNS") and not lexicon.tags(word.lower) & {"VBD"}:
            return True
    if (
        following is not None
        and not clear
        and noun.tag == "NN"
        and following.lower in _DONE
        and at + 2 < len(tokens)
        and (tokens[at + 2].tag in _FINITE or tokens[at + 2].lower in (",", "."))
        and noun.lower not in groups
        and not tags & {"VB", "IN", "RB"}
    ):
        return False
    if word.lower in ("left", "right"):
        return True if noun.lower in _SIDES else None
    if (
        "NN" not in tags
        or (noun.lower in groups and not clear)
        or noun.lower in _SPANS
        or lexicon.lemmas(noun.lower, "NNS")
    ):
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if noun.lower.endswith("ing"):
        return None
    if after is not None and after.tag in ("NN", "NNS", "NNP", "VBG") and not clear:
        return None
    if clear:
        return (
            True if best or not tags & {"VB", "VBD"} or (after is not None and after.tag in _FINITE) else None
        )
    if tags & {"VB", "VBP", "RB", "IN", "DT", "JJ", "VBD", "CD", "MD"}:
        # "The governments plan to leave", but "the governments plan was late".
        return (
            False
            if after is not None and after.tag in _FINITE and "VBP" in tags and "RB" not in tags
            else None
        )
    return after is not None and (
        after.tag in _FINITE or after.lower in _PREPOSITIONS or after.lower in (",", ".")
    )


@check("apostrophes.names")
def names(story: Story, rule: Rule) -> Iterator[Hit]:
    """A name of the story, or of a country, with an s and no apostrophe before a noun."""
    text = story.text
    places = story.lists["prepositions-countries"]
    for line in story.body:
        for at, token in enumerate(line.words[:-1]):
            word = token.text
            if not re.fullmatch(r"[A-Z][a-z]{2,}s", word) or word.endswith("ss"):
                continue
            stem = word[:-1]
            place = stem.lower() in places
            if lexicon.knows(word) and not place:
                continue
            if not place and not re.search(rf"\b{stem}\b", text):
                continue
            if len(re.findall(rf"\b{word}\b", text)) > 1 or stem.endswith("s"):
                continue
            tokens = line.tagged
            before, after = tokens[at - 1] if at else None, tokens[at + 1]
            if before is not None and (
                before.lower in ("the", "both", "two", "these", "those", "all") or before.tag in ("NNP", "CD")
            ):
                continue
            if not after.space or not after.text.islower():
                continue
            tags = lexicon.tags(after.lower)
            beyond = tokens[at + 2] if at + 2 < len(tokens) else None
            ranked = after.lower in _BETWEEN or (
                after.tag == "JJ" and beyond is not None and beyond.tag == "NN"
            )
            if not ranked and (
                not tags & {"NN", "NNS", "JJ"} or tags & {"VBD", "MD", "IN", "RB", "VBZ", "CC", "DT", "VBP"}
            ):
                continue
            yield Hit(Span(token.start, token.end), (f"{stem}'s",))


def _count(story: Story, word: str) -> int:
    return len(re.findall(rf"\b{re.escape(word)}\b", story.text, re.IGNORECASE))
