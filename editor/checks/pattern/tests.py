"""Turns the tests of one element into a predicate over a token."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from editor.checks.pattern.syntax import Atom, Element, PatternError, Test
from editor.text import lexicon
from editor.text.model import Token

Predicate = Callable[[Token], bool]
Lists = Mapping[str, Collection[str]]

TAGS = frozenset(
    [
        "CC",
        "CD",
        "DT",
        "EX",
        "FW",
        "IN",
        "JJ",
        "JJR",
        "JJS",
        "LS",
        "MD",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "PDT",
        "POS",
        "PRP",
        "PRP$",
        "RB",
        "RBR",
        "RBS",
        "RP",
        "SYM",
        "TO",
        "UH",
        "VB",
        "VBD",
        "VBG",
        "VBN",
        "VBP",
        "VBZ",
        "WDT",
        "WP",
        "WP$",
        "WRB",
        ".",
        ",",
        ":",
        "''",
        "``",
        "(",
        ")",
        "$",
        "#",
        "HYPH",
    ]
)
_FORMS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "JJ", "JJR", "JJS", "RB")


@lru_cache(maxsize=1 << 14)
def forms(lemma: str) -> frozenset[str]:
    """Every word form of a lemma, the lemma itself included, lower case."""
    if lemma == "be":
        return frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m"])
    if lemma == "have":
        return frozenset(["have", "has", "had", "having", "'ve", "'d", "'s"])
    found = {lemma}
    for tag in _FORMS:
        form = lexicon.inflect(lemma, tag)
        if form:
            found.add(form.lower())
    return frozenset(found)


def words_of(atom: Atom, lists: Lists) -> frozenset[str] | None:
    """The lower-case words that an atom can match, or None where they can't be listed."""
    match atom.kind:
        case "word":
            return frozenset({atom.value})
        case "exact":
            return frozenset({atom.value.lower()})
        case "lemma":
            return forms(atom.value)
        case "list":
            return frozenset(_list(atom, lists))
        case "lemmalist":
            return frozenset(form for lemma in _list(atom, lists) for form in forms(lemma))
        case _:
            return None


def needs_tags(element: Element) -> bool:
    """Whether any test of the element looks at tags or lemmas."""
    kinds = {atom.kind for test in element.tests for atom in test.atoms}
    return bool(kinds & {"tag", "maytag", "lemma", "lemmalist"})


def predicate(element: Element, lists: Lists) -> Predicate:
    """A function that says whether a token passes all tests of the element."""
    if any(atom.kind in ("list", "lemmalist") for test in element.tests for atom in test.atoms):
        return _passes(element.tests, lists)
    return _shared(element.tests)


@lru_cache(maxsize=1 << 14)
def _shared(all_of: tuple[Test, ...]) -> Predicate:
    """One predicate for all elements with the same tests."""
    return _passes(all_of, {})


def _passes(all_of: tuple[Test, ...], lists: Lists) -> Predicate:
    tests = [_test(test, lists) for test in all_of]
    if len(tests) == 1:
        return tests[0]
    if len(tests) == 2:
        first, second = tests
        return lambda token: first(token) and second(token)
    return lambda token: all(test(token) for test in tests)


def _list(atom: Atom, lists: Lists) -> Collection[str]:
    if atom.value not in lists:
        raise PatternError(f"no word list is called %{atom.value}")
    return lists[atom.value]


def _test(test: Test, lists: Lists) -> Predicate:
    plain: set[str] = set()
    exact: set[str] = set()
    tags: set[str] = set()
    others: list[Predicate] = []
    for atom in test.atoms:
        match atom.kind:
            case "word" | "list":
                plain |= words_of(atom, lists) or frozenset()
            case "exact":
                exact.add(atom.value)
            case "tag":
                tags |= _tags(atom.value)
            case "maytag":
                others.append(_may(_tags(atom.value)))
            case "lemma":
                others.append(_lemmas(frozenset({atom.value})))
            case "lemmalist":
                others.append(_lemmas(frozenset(_list(atom, lists))))
            case "regex":
                others.append(_regex(atom.value))
            case "any":
                others.append(lambda token: True)
    if plain:
        others.append(_in_words(frozenset(plain)))
    if exact:
        others.append(_in_exact(frozenset(exact)))
    if tags:
        others.append(_in_tags(frozenset(tags)))
    if len(others) == 1:
        held = others[0]
    else:
        held = _any(others)
    if test.negated:
        return lambda token: not held(token)
    return held


def _tags(value: str) -> frozenset[str]:
    found: set[str] = set()
    for part in value.split("|"):
        if part in TAGS:
            found.add(part)
            continue
        try:
            fitting = {tag for tag in TAGS if re.fullmatch(part, tag)}
        except re.error:
            fitting = set()
        if not fitting:
            raise PatternError(f"<{part}> is no Penn Treebank tag")
        found |= fitting
    return frozenset(found)


def _in_words(words: frozenset[str]) -> Predicate:
    return lambda token: token.lower in words


def _in_exact(words: frozenset[str]) -> Predicate:
    return lambda token: token.text in words


def _in_tags(tags: frozenset[str]) -> Predicate:
    return lambda token: token.tag in tags


def _may(tags: frozenset[str]) -> Predicate:
    return lambda token: not tags.isdisjoint(token.tags)


def _lemmas(lemmas: frozenset[str]) -> Predicate:
    # A form that belongs to the lemma counts even where the tagger took the word for something else.
    every = frozenset(form for lemma in lemmas for form in forms(lemma))
    shared = frozenset({"'s", "'d"})
    return lambda token: token.lower in every and (token.lower not in shared or token.lemma in lemmas)


def _regex(value: str) -> Predicate:
    try:
        if value.startswith("(?-i)"):
            fullmatch = re.compile(value.removeprefix("(?-i)")).fullmatch
        else:
            fullmatch = re.compile(value, re.IGNORECASE).fullmatch
    except re.error as error:
        raise PatternError(f"the regular expression /{value}/ can't be read: {error}") from None
    return lambda token: fullmatch(token.text) is not None


def _any(tests: list[Predicate]) -> Predicate:
    return lambda token: any(test(token) for test in tests)
