"""Misspellings: a table of common ones, and words that nobody knows one slip away from a word that everybody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from editor.checks.casing import as_written
from editor.checks.registry import Hit, check
from editor.checks.style.calendar import MONTHS, WEEKDAYS
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.misspelling import guessed, is_new_word
from editor.text.nearness import distance, one_slip
from editor.text.tagset import DEMONYMS
from editor.values import Severity, Span

_WORD = re.compile(r"(?<![\w@#/.&'’])[A-Za-z]{3,}(?![\w@/]|['’](?=\w)(?!s\b)|\.\w)")
_OPENS = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|\n\s*|[-–—]\s+)['\"“‘(\[]*$")

_LATIN = re.compile(r"(?:a|us|i|is|um|ae|ens|ans|oides|ensis|or|ax|ex|ix)$")

# A long word has few others near it, so that two slips too tell what was meant.
_LONG_WORD = 8
_LONG_NAME = 6
_NAMED = frozenset(each.lower() for each in (*WEEKDAYS, *MONTHS, *DEMONYMS))
# A word that a story has so often is a term of it.
_TERM = 3
# On the scale of `lexicon.zipf`.
_COMMON = 3.2
# A short unknown word is only a slip of one as usual as this.
_USUAL = 4.5


@check("spelling.table")
def table(story: Story, rule: Rule) -> Iterator[Hit]:
    """Words of the rule's table. A capitalised one may be a name: it must open a sentence, be long, or stand for a name."""
    known: Mapping[str, str] = rule.spec["map"]
    for match in _words(story):
        word = match.group()
        right = known.get(word.lower())
        if right is None:
            continue
        span = Span(*match.span())
        fix = (as_written(word, right),)
        if word.islower():
            yield Hit(span, fix)
        elif word.isupper():
            if len(word) > 5:
                yield Hit(span, fix, None, False, Severity.QUERY)
        elif (right[0].isupper() and len(word) > 5) or (
            _opens(story.text, span.start) and not _is_name(story, word)
        ):
            yield Hit(span, fix, None, False, Severity.WARNING)
        elif len(word) >= 8 and not _is_name(story, word):
            # "Federal Goverment" is a slip, "Shan Tennant" is a person.
            titled = lexicon.zipf(_before(story.text, span.start).lower()) >= _COMMON
            yield Hit(span, fix, None, False, Severity.WARNING if titled else Severity.QUERY)


@check("spelling.near")
def near(story: Story, rule: Rule) -> Iterator[Hit]:
    """A word in lower case that the lexicon does not know and that is one slip away from one common word."""
    spared = story.lists["gazetteer"] | story.lists["spelling-known"]
    for match in _words(story):
        word = match.group()
        if len(word) < 5 or not word.islower() or lexicon.knows(word) or word in spared:
            continue
        if _joined(story.text, match.span()) or _is_foreign(story.text, match.span()):
            continue
        if story.text.count(word) >= _TERM or word.capitalize() in story.text:
            continue
        guess = guessed(word)
        if guess is None or (guess.cost > 0.7 and not guess.negative and is_new_word(word)):
            continue
        if guess.sure:
            yield Hit(Span(*match.span()), guess.words)
        elif (guess.cost <= 1.05 and (len(word) >= 6 or lexicon.zipf(guess.words[0]) >= _USUAL)) or (
            len(guess.words) == 1 and len(word) >= _LONG_WORD and not is_new_word(word)
        ):
            yield Hit(Span(*match.span()), guess.words, None, False, Severity.QUERY)


@check("spelling.names")
def names(story: Story, rule: Rule) -> Iterator[Hit]:
    """A day, month, country or people with a capital that is one slip away from what it is: "Chineese buyers"."""
    countries = story.lists["prepositions-countries"]
    for match in _words(story):
        word = match.group()
        lower = word.lower()
        if len(word) < _LONG_NAME or not word.istitle() or lexicon.knows(word):
            continue
        if (
            lower in _NAMED
            or lower in countries
            or lower in story.lists["gazetteer"]
            or lower in story.lists["spelling-known"]
        ):
            continue
        if story.text.count(word) > 1 or _in_name(story.text, match.span()):
            continue
        right = sorted(
            {each for each in one_slip(lower) if each in _NAMED or each in countries},
            key=lambda each: distance(lower, each),
        )
        if right:
            yield Hit(Span(*match.span()), tuple(each.title() for each in right[:2]), None, False)


def _in_name(text: str, span: tuple[int, int]) -> bool:
    """Whether a word with a capital stands before or after, as in a person's name."""
    after = re.match(r" ([A-Z])", text[span[1] : span[1] + 2])
    before = _before(text, span[0])
    return after is not None or (before[:1].isupper() and not _opens(text, span[0] - len(before) - 1))


def _words(story: Story) -> Iterator[re.Match[str]]:
    """Every word of the headline, the body and the notes."""
    for block in story.document.blocks:
        if block.kind not in (PartKind.SLUG, PartKind.BYLINE, PartKind.DATELINE):
            yield from _WORD.finditer(story.text, *block.span)


def _opens(text: str, start: int) -> bool:
    """Whether a sentence begins at `start`."""
    return bool(_OPENS.search(text, max(0, start - 40), start))


def _before(text: str, start: int) -> str:
    """The word right before, "" where something else than a space stands between."""
    found = re.search(r"([\w’'-]+) $", text[max(0, start - 40) : start])
    return found.group(1) if found else ""


def _is_name(story: Story, word: str) -> bool:
    """Whether the capitalised word stands so twice in the story, or is a name that the lists or the lexicon know."""
    if word.lower() in story.lists["gazetteer"] or lexicon.knows(word) or _with_age(story.text, word):
        return True
    return len(re.findall(rf"\b{word}\b", story.text)) > 1


def _with_age(text: str, word: str) -> bool:
    """Whether a first name stands before the word and an age after it: "John Holliday, 37"."""
    return re.search(rf"\b[A-Z][a-z]+ {word}, (?:aged )?\d\d?\b", text) is not None


def _is_foreign(text: str, span: tuple[int, int]) -> bool:
    """Whether a word right beside is unknown too, or the two are the Latin name of a species."""
    before = _before(text, span[0])
    found = re.match(r" ([^\W\d_]+)", text[span[1] : span[1] + 30])
    after = found.group(1) if found else ""
    if before[:1].isupper() and not lexicon.knows(before) and _LATIN.search(text, *span):
        return True
    return any(each.isalpha() and each.islower() and not lexicon.knows(each) for each in (before, after))


def _joined(text: str, span: tuple[int, int]) -> bool:
    """Whether the word is part of a compound with a hyphen."""
    start, end = span
    return text[start - 1 : start] in ("-", "–") or text[end : end + 1] in ("-", "–")
