"""A headline's capitals and numbers, as the house has them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.checks.style.house import blocks, signed
from editor.checks.style.numerals import value
from editor.documents.model import Block, PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.tagger import tag
from editor.text.tagset import DEMONYMS
from editor.text.tokens import tokenize
from editor.text.words import words
from editor.values import Severity, Span

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SMALL = words(
    "a an the and but or nor for of in on at to by from with as vs v over up off out after than into is are was be per via amid not"
)
# So many capitals that nothing accounts for are a way of writing headlines.
_ENOUGH = 3
_STOPPED = re.compile(r"(?<=[a-z]{2})\.$")
_DOUBLE = re.compile(r"(?P<open>[\"“])(?P<quoted>[^\"“”'‘’]+)[\"”]")
_AMPERSAND = re.compile(r"(?P<one>[A-Z][\w’'-]+) (?P<sign>&) (?P<two>[A-Z][\w’'-]+)")
# After these a capital begins something: a sentence, a quotation, what follows a kicker.
_BEGINNING = frozenset(":.?!—–|\"'“‘(/")
# How common a word must be to be no name, the logarithm of its occurrences in a billion words.
_COMMON = 3.0
_FINITE = frozenset(["VBZ", "VBD", "VBP"])
_NOUNS = frozenset(["NN", "NNS", "CD"])
_ADJECTIVES = frozenset(["JJ", "VBN"])
_SPANS = words("minute hour day week month year")
# The least number that is told loudly; below it many desks keep words.
_LARGE = 10


@check("headlines.case")
def case(story: Story, rule: Rule) -> Iterator[Hit]:
    """A headline with a capital on nearly every word where the profile wants those of a sentence."""
    for block in _headlines(story):
        strays = _strays(story, block)
        if len(strays) >= _ENOUGH:
            span = Span(strays[0].start(), strays[-1].end())
            fix = _lowered(story.text, span, strays)
            yield Hit(span, (fix,), applicable=False)


@check("headlines.stray")
def stray(story: Story, rule: Rule) -> Iterator[Hit]:
    """A common word with a capital in a headline that is else written like a sentence: "Lawmakers approve Bill"."""
    for block in _headlines(story):
        strays = _strays(story, block)
        if len(strays) >= _ENOUGH:
            continue
        found = list(_WORD.finditer(story.text, *block.span))
        small = [each for each in found if each.group()[0].islower() and each.group() not in _SMALL]
        if len(small) < 2:
            continue
        starts = {each.start() for each in strays}
        verbs = {each.start() for each in strays if _is_verb(story, block, each)}
        for match in strays:
            lower = match.group().lower()
            verb = match.start() in verbs
            small_in_body = _in_body(story, lower)
            noun = bool(lexicon.tags(lower) & _NOUNS)
            if not verb and (
                not (noun or _leads(story, match))
                or _beside_name(story, match, starts if small_in_body else verbs, known=small_in_body)
            ):
                continue
            sure = verb or (noun and small_in_body)
            yield Hit(Span(*match.span()), (lower,), severity=None if sure else Severity.QUERY)


def _strays(story: Story, block: Block) -> list[re.Match[str]]:
    """The common words of a headline with a capital that nothing in the story accounts for."""
    found = list(_WORD.finditer(story.text, *block.span))
    strays = []
    for at, match in enumerate(found[1:], start=1):
        word = match.group()
        lower = word.lower()
        if not (word[0].isupper() and word[1:].islower()) or _begins(story, match.start()):
            continue
        if word == "No" and story.text.startswith(".", match.end()):
            # "No. 14 Marquette"
            continue
        if lower in _SMALL or word in DEMONYMS or lower in story.lists["gazetteer"]:
            continue
        if lexicon.zipf(lower) < _COMMON or not lexicon.tags(lower) or _in_body(story, word):
            continue
        before, after = found[at - 1].group(), found[at + 1].group() if at + 1 < len(found) else ""
        if all(story.text.count(name) < 2 for name in (f"{before} {word}", f"{word} {after}")):
            strays.append(match)
    return strays


def _leads(story: Story, match: re.Match[str]) -> bool:
    """Whether the word is an adjective before a small noun: "at Closed coal plant"."""
    after = re.match(r" ([a-z]{3,})\b", story.text[match.end() :])
    return bool(
        after
        and lexicon.tags(match.group().lower()) & _ADJECTIVES
        and "NNP" not in lexicon.tags(match.group())
        and lexicon.tags(after[1]) & _NOUNS
    )


def _beside_name(story: Story, match: re.Match[str], strays: set[int], *, known: bool) -> bool:
    """Whether a word with a capital stands before or after that is no stray itself.

    A nationality is no name before a word that the body has small, `known`: "Italian Island struggles".
    """
    before = re.search(r"([\w’'-]+) $", story.text[: match.start()])
    after = re.match(r" ([\w’'-]+)", story.text[match.end() :])
    if (
        before
        and known
        and (before[1] in DEMONYMS or (not after and before[1].lower() in story.lists["gazetteer"]))
    ):
        before = None
    return bool(
        (before and before[1][0].isupper() and before.start() not in strays)
        or (after and after[1][0].isupper() and match.end() + 1 not in strays)
    )


def _lowered(text: str, span: Span, strays: list[re.Match[str]]) -> str:
    """The text of the span with the strays in small letters, and the small words between them."""
    starts = {each.start() for each in strays}
    return _WORD.sub(
        lambda each: (
            each.group().lower()
            if each.start() + span.start in starts or each.group().lower() in _SMALL
            else each.group()
        ),
        span.of(text),
    )


@check("headlines.numbers")
def numbers(story: Story, rule: Rule) -> Iterator[Hit]:
    """A number in words in a headline, where the house has figures there: "Storm kills eleven"."""
    for block in story.document.blocks:
        if block.kind is not PartKind.HEADLINE:
            continue
        found = list(_WORD.finditer(story.text, *block.span))
        for at, match in enumerate(found):
            number = value(match.group())
            if number is None or number < 2 or (at and match.group()[0].isupper()):
                continue
            span = Span(*match.span())
            following = found[at + 1].group() if at + 1 < len(found) else ""
            if following[:1].isupper() or story.quoted(span):
                continue
            if story.text[span.end : span.end + 1] == "-" and following not in _SPANS:
                continue
            yield Hit(
                span, (str(number),), severity=None if number >= _LARGE and signed(story) else Severity.QUERY
            )


def _headlines(story: Story) -> Iterator[Block]:
    if story.profile.get("headline-case") == "sentence":
        yield from (block for block in story.document.blocks if block.kind is PartKind.HEADLINE)


def _begins(story: Story, at: int) -> bool:
    """Whether something begins at the code point that takes a capital."""
    before = story.text[:at].rstrip()
    return not before or before[-1] in _BEGINNING


def _is_verb(story: Story, block: Block, match: re.Match[str]) -> bool:
    """Whether the word, were it small, would be the headline's verb: "wins" in "Costa Wins race"."""
    if not lexicon.tags(match.group().lower()) & _FINITE:
        return False
    text = story.text[: match.start()] + match.group().lower() + story.text[match.end() : block.span.end]
    found = list(tokenize(text, block.span.start, block.span.end))
    tag(found)
    return any(token.start == match.start() and token.tag in _FINITE for token in found)


def _in_body(story: Story, word: str) -> bool:
    """Whether the body has the word, so written, elsewhere than at the beginning of a sentence."""
    return any(token.text == word for line in story.body for token in line.words[1:])


@check("headlines.ampersand")
def ampersand(story: Story, rule: Rule) -> Iterator[Hit]:
    """The sign in a headline between names that are no firm's: "Nebraska & Iowa"."""
    for block in blocks(story, rule):
        for match in _AMPERSAND.finditer(story.text, *block.span):
            body = story.text[block.span.end :]
            one, two = match["one"], match["two"]
            places = all(each.lower() in story.lists["gazetteer"] for each in (one, two))
            if f"{one} & {two}" not in body and (places or f"{one} and {two}" in body):
                yield Hit(Span(*match.span("sign")), ("and",))


@check("headlines.stop")
def stop(story: Story, rule: Rule) -> Iterator[Hit]:
    """A full stop at the end of a headline."""
    for block in story.document.blocks:
        if block.kind is PartKind.HEADLINE and _STOPPED.search(story.text, *block.span):
            yield Hit(Span(block.span.end - 1, block.span.end), ("",))


@check("headlines.quotes")
def quotes(story: Story, rule: Rule) -> Iterator[Hit]:
    """Double quotation marks in a headline."""
    for block in story.document.blocks:
        if block.kind is PartKind.HEADLINE:
            for match in _DOUBLE.finditer(story.text, *block.span):
                curly = match["open"] == "“"
                before, after = ("‘", "’") if curly else ("'", "'")
                yield Hit(Span(*match.span()), (before + match["quoted"] + after,))
