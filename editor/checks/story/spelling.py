"""Misspellings: a table of common ones, and words that nobody knows one slip away from a word that everybody knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from editor.checks.casing import as_written
from editor.checks.registry import Hit, check
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.nearness import distance, one_slip, small_slip
from editor.values import Severity, Span

_WORD = re.compile(r"(?<![\w@#/.&'’])[A-Za-z]{3,}(?![\w@/]|['’](?!s?\b)|\.\w)")
_OPENS = re.compile(r"(?:^|[.!?:…]['\"”’)\]]*\s+|\n\s*|[-–—]\s+)['\"“‘(\[]*$")

_LATIN = re.compile(r"(?:a|us|i|is|um|ae|ens|ans|oides|ensis|or|ax|ex|ix)$")

# A word that a story has so often is a term of it.
_TERM = 3
# On the scale of `lexicon.zipf`.
_COMMON, _USED = 3.2, 3.4


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
    counts: Counter[str] | None = None
    for match in _words(story):
        word = match.group()
        if len(word) < 5 or not word.islower() or lexicon.knows(word) or word in spared:
            continue
        if _joined(story.text, match.span()) or _is_foreign(story.text, match.span()):
            continue
        if counts is None:
            counts = Counter(each.group() for each in re.finditer(r"[^\W\d_]+", story.text))
        if counts[word] >= _TERM or counts[word.capitalize()]:
            continue
        guess = guessed(word)
        if guess is None or (guess.cost > 0.5 and _is_new_word(word, story.lists)):
            continue
        if guess.sure:
            yield Hit(Span(*match.span()), guess.words)
        elif len(word) >= 6 and guess.cost <= 1.05:
            yield Hit(Span(*match.span()), guess.words, None, False, Severity.QUERY)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a misspelt word may have been, likeliest first, and whether the first is far ahead of the others."""

    words: tuple[str, ...]
    cost: float
    sure: bool


@lru_cache(maxsize=4096)
def guessed(word: str) -> Guess | None:
    """The common words that an unknown word may be a slip of; None where there are none near enough."""
    zipf = lexicon.zipf
    # A word without tags of its own is a name, written small.
    candidates = {
        each for each in one_slip(word) if each != word and zipf(each) >= _COMMON and lexicon.tags(each)
    }
    if len(word) >= 8:
        candidates |= {
            each
            for first in set(small_slip(word))
            for each in small_slip(first)
            if each != word and zipf(each) >= _USED and lexicon.tags(each)
        }
    ranked = sorted(
        (distance(word, each) - 0.25 * (zipf(each) - _COMMON) - _ending(word, each), each)
        for each in candidates
    )
    if not ranked:
        return None
    best = ranked[0][1]
    cost = distance(word, best)
    rivals = [each for score, each in ranked[1:] if score - ranked[0][0] < 0.45]
    limit = 0.6 if len(word) < 6 else 1.05 if len(word) < 9 else 1.4
    if cost > limit + 0.45:
        return None
    shown = (best, *rivals)[:4]
    return Guess(shown, cost, cost <= limit and not rivals and not (len(word) < 9 and _swapped(word, best)))


def _swapped(word: str, other: str) -> bool:
    """Whether one letter stands for another that is no vowel: as often a rare word as a slip."""
    if len(word) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(word, other, strict=True) if a != b]
    return len(pairs) == 1 and not set(pairs[0]) <= set("aeiouy")


def _ending(word: str, other: str) -> float:
    """A little in favour of a word with the same inflection."""
    return (
        0.15
        if any(word.endswith(each) and other.endswith(each) for each in ("ed", "ing", "s", "ly"))
        else 0.0
    )


def _is_new_word(word: str, lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether the word can be read as a compound or a derivation that no dictionary has yet."""
    zipf = lexicon.zipf
    for at in range(3, len(word) - 2):
        head, tail = word[:at], word[at:]
        if (
            zipf(head) >= _USED
            and zipf(tail) >= _USED
            and min(zipf(head), zipf(tail)) >= 4 - 0.3 * (len(word) > 7)
        ):
            return True
    for prefix in lists["spelling-prefixes"]:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= 3 and zipf(rest) >= (2 if len(rest) > 3 else 4.4):
            return True
    for suffix in lists["spelling-suffixes"]:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= 3 and _is_stem(stem, suffix):
            return True
    return False


def _is_stem(stem: str, suffix: str) -> bool:
    if suffix == "ly":
        return bool(lexicon.tags(stem) & {"JJ", "VBG", "VBN"})
    forms = [stem]
    if suffix[0] in "aeiouy":
        forms.append(stem + "e")
        if len(stem) > 3 and stem[-1] == stem[-2]:
            forms.append(stem[:-1])
    if stem.endswith("i"):
        forms.append(stem[:-1] + "y")
    return any(lexicon.zipf(each) >= 2.5 or lexicon.tags(each) for each in forms)


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
    if word.lower() in story.lists["gazetteer"] or lexicon.knows(word):
        return True
    return len(re.findall(rf"\b{word}\b", story.text)) > 1


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
