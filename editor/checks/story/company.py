"""A word that its company shows to be another: "the direction of the firm resigned", "the fabric employs 400".

False friends, loan meanings, words that look or sound alike. A table's row names a word with its part of speech (`library.n`) and, for
each meaning, the company that shows it and the right word: `of:bookseller near:%shopping > bookstore / bookshop`. Companions apart by a
space are alternatives, joined with `&` all must be there, `-` before one says that it must not; what begins with `&` goes for every
alternative before the arrow, and without any the word is wrong wherever it stands. The sides are:

    obj subj        a verb's object and subject ("@people", "@name" for persons and names)
    noun pred       the noun that an adjective stands before, or is said of
    mod poss head   the words before a noun, its possessor, the noun that it stands before
    whose           the noun before "of" and the word's phrase
    verb does       the verb whose object the noun is ("graduate_from" too), and the verb whose subject it is
    before after    the words right before the noun's phrase (or the word) and right after the word
    near            any word of the sentence
    inf then voice  the infinitive after "to", the word after the object, "passive" for how the verb stands
    self            "@plural" for a plural, "ing" and the like for the word's own form
    of in for ...   the head of the phrase after that preposition ("@number" where it begins with one)

`%name` stands for the words of the row `%name`. A right word is inflected as the wrong one was; `!` after it keeps it as it stands,
`+` before it takes the preposition after the wrong word too, `@VBZ` after it keeps it to that form.
Swan and Smith, "Learner English"; "Longman Dictionary of Common Errors".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import starmap
from typing import NamedTuple

from editor.checks.registry import Hit, check, prepares
from editor.once import for_each
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.articles import article
from editor.text.company import NAMES, OPENERS, Company, Test
from editor.text.model import Token
from editor.values import Span

_BEFORE_NOUNS = frozenset(["IN", "DT", "PRP$", "PDT", "CD", "POS", "JJ", "NN", "NNS", "NNP", "VBN", "VBG"])
_AFTER_NOUNS = frozenset(["IN", "TO", "VBZ", "VBD", "MD", ".", ",", "CC", "WDT", "WP"])
# A part of speech of the table and the tags that show it; last, what the tagger takes for an adjective that no row knows as one.
_READINGS = (("n", ("NN",)), ("v", ("VB",)), ("a", ("JJ", "VBN", "VBG")), ("r", ("RB",)), ("n", ("JJ",)))

Cell = tuple[tuple[str, ...], tuple[tuple[Test, ...], ...]]
"""A sense as the table keeps it."""


class Sense(NamedTuple):
    """The right words, best first, and the companies of which one must be there whole."""

    right: tuple[str, ...]
    companies: tuple[tuple[Test, ...], ...]


Table = Mapping[str, Sequence[Cell]]


@prepares("company.decides")
def _table(rule: Rule) -> Table:
    """By word and part of speech: its senses."""
    rows: Mapping[str, str] = rule.spec["map"]
    table: dict[str, list[Cell]] = {}
    for names, cell in rows.items():
        if names.startswith("%"):
            continue
        senses = _senses(cell, rows)
        for name in names.split():
            table.setdefault(name, []).extend(senses)
    return table


def _senses(cell: str, rows: Mapping[str, str]) -> list[Cell]:
    """What a row says of its word: the right words, and the companies that show it."""
    senses: list[Cell] = []
    companies: list[tuple[Test, ...]] = []
    for each in cell.split(";"):
        found, arrow, right = each.partition(">")
        shared: tuple[Test, ...] = ()
        for company in found.split():
            tests = tuple(_test(one, rows) for one in company.removeprefix("&").split("&"))
            if company.startswith("&"):
                shared += tests
            else:
                companies.append(tests)
        if arrow:
            rights = tuple(one.strip() for one in right.split("/"))
            senses.append((rights, tuple(tests + shared for tests in companies or [()])))
            companies = []
    return senses


def _test(text: str, rows: Mapping[str, str]) -> Test:
    side, _, names = text.removeprefix("-").partition(":")
    found: set[str] = set()
    for name in names.split("|"):
        found.update(rows[name].split() if name in rows else [name])
    return side, frozenset(found), text.startswith("-")


@for_each
def _heads(rule: Rule) -> frozenset[str]:
    """The words of the table, whatever part of speech it means."""
    return frozenset(key.rpartition(".")[0] for key in _table(rule))


@check("company.decides")
def decides(story: Story, rule: Rule) -> Iterator[Hit]:
    """A word whose company shows that another is meant: "the direction of the firm resigned"."""
    table = _table(rule)
    heads = _heads(rule)
    people = story.lists["confusions-people"]
    for line in story.body:
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.lemma not in heads and token.lower not in heads:
                continue
            for kind, tags in _READINGS:
                senses = table.get(f"{token.lemma}.{kind}") or table.get(f"{token.lower}.{kind}")
                if senses is None or not _is(tokens, at, kind, tags):
                    continue
                company = Company(tokens, at, people)
                sense = next(
                    (each for each in starmap(Sense, senses) if any(map(company.holds, each.companies))), None
                )
                if sense is not None:
                    yield from _hit(tokens, at, kind, sense)
                break


def _is(tokens: Sequence[Token], at: int, kind: str, tags: tuple[str, ...]) -> bool:
    token = tokens[at]
    if token.tag in NAMES or (at and token.text[:1].isupper() and tokens[at - 1].tag in NAMES):
        return False
    if kind == "v":
        gerund = token.tag == "VBG" and at > 0 and tokens[at - 1].tag in OPENERS
        return token.tag.startswith("VB") and not gerund
    if kind == "n" and token.tag == "JJ":
        return "JJ" in tags and _noun_by_place(tokens, at)
    return token.tag.startswith(tags)


def _noun_by_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether what the tagger took for an adjective is a noun: a determiner or preposition stands before it and no noun after it."""
    if at == 0 or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].tag in _BEFORE_NOUNS and tokens[at + 1].tag in _AFTER_NOUNS


def _hit(tokens: Sequence[Token], at: int, kind: str, sense: Sense) -> Iterator[Hit]:
    token = tokens[at]
    rights = [form for right in sense.right if (form := _formed(right.removeprefix("+"), token, kind))]
    if not rights or rights[0].lower() == token.lower:
        return
    begin = at
    before = tokens[at - 1].lower if at else ""
    if before in ("a", "an") and any(article(each) != before for each in rights):
        begin = at - 1
        rights = [f"{article(each)} {each}" for each in rights]
    first = tokens[begin]
    if first.text[:1].isupper():
        rights = [each[:1].upper() + each[1:] for each in rights]
    last = tokens[at + 1] if sense.right[0].startswith("+") and at + 1 < len(tokens) else token
    yield Hit(Span(first.start, last.end), tuple(dict.fromkeys(rights)))


def _formed(right: str, token: Token, kind: str) -> str | None:
    """The right word inflected as the wrong one is; None where it has no such form."""
    right, _, tag = right.partition("@")
    if tag and tag != token.tag:
        return None
    if tag or right.endswith("!"):
        return right.removesuffix("!")
    if kind == "v":
        first, _, rest = right.partition(" ")
        form = lexicon.inflect(first, token.tag)
        return f"{form} {rest}".strip() if form else None
    if kind == "n" and token.tag == "NNS":
        cut = re.match(r"(?:(.*) )?(\S+?)((?: (?:of|for|to|in) .*| (?:of|for|to|in))?)$", right)
        form = lexicon.inflect(cut[2], "NNS") if cut else None
        return f"{cut[1] or ''} {form}{cut[3]}".strip() if cut and form else None
    return right if kind != "a" or token.tag not in ("JJR", "JJS") else None
