"""A house word, and the words of a desk made ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from editor.values import Span

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


class Kind(StrEnum):
    """What a desk says of a word; the value is the heading in a file of words."""

    ACCEPT = "accept"
    REJECT = "reject"
    NAME = "names"
    ACRONYM = "acronyms"


@dataclass(frozen=True, slots=True)
class Word:
    """One house word. `others` are the replacements of a rejected word, best first, spellings of a name that are
    wrong, or the full form of an acronym. `place` is where it stands, "file:line".

    `expression` says that `text` is a regular expression; it minds case, as one in a Vale vocabulary does.
    """

    kind: Kind
    text: str
    others: tuple[str, ...] = ()
    place: str = ""
    expression: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The house words that hold for a story, in the order in which they were read."""

    words: tuple[Word, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)

    def of(self, *kinds: Kind) -> Iterator[Word]:
        """The words of some kinds."""
        return (word for word in self.words if word.kind in kinds)

    @cached_property
    def accepted(self) -> Accepted:
        """The words that are no misspellings: all but those rejected, and what stands in place of those."""
        plain: list[str] = []
        expressions: list[str] = []
        for word in self.words:
            if word.kind is Kind.REJECT:
                plain += [] if word.expression else word.others
            elif word.expression:
                expressions.append(word.text)
            else:
                plain.append(word.text)
                plain += word.others if word.kind is Kind.ACRONYM else ()
        return Accepted(plain, expressions)


class Accepted:
    """Answers whether words are accepted: single ones, and phrases as a whole and word for word in names."""

    def __init__(self, plain: Iterable[str], expressions: Iterable[str]) -> None:
        self._any_case: set[str] = set()
        self._cased: set[str] = set()
        for words in plain:
            for each in (words, *WORD.findall(words)):
                if each == each.lower():
                    self._any_case.add(_straight(each))
                else:
                    self._cased.add(_straight(each))
        self._expressions = [re.compile(each) for each in expressions]

    def has(self, words: str) -> bool:
        """Whether the words are accepted as they stand, in capitals, with a possessive, or, if in small letters,
        at the start of a sentence."""
        plain = _straight(words)
        for each in {plain, _POSSESSIVE.sub("", plain)}:
            if each.lower() in self._any_case or each in self._cased:
                return True
            if len(each) > 1 and each.isupper() and each.lower() in self._lowered:
                return True
        return any(expression.fullmatch(words) for expression in self._expressions)

    @cached_property
    def _lowered(self) -> frozenset[str]:
        return frozenset(each.lower() for each in self._cased)


class Phrases:
    """Looks for many phrases at once, each whole and over line ends, capitals as `as_cased` allows."""

    def __init__(self, phrases: Mapping[str, Word]) -> None:
        self._phrases = {
            _straight(" ".join(phrase.split())).lower(): (phrase, word) for phrase, word in phrases.items()
        }
        longest = sorted(self._phrases, key=len, reverse=True)
        joined = "|".join(_source(phrase) for phrase in longest)
        self._pattern = re.compile(rf"(?<!\w)(?:{joined})(?!\w|['’]t\b)", re.IGNORECASE) if joined else None

    def find(self, text: str, span: Span) -> Iterator[tuple[Span, str, Word]]:
        """Where a phrase stands in the span, with the phrase as the desk writes it, and its word."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text, *span):
            known = self._phrases.get(_straight(" ".join(match.group().split())).lower())
            if known is not None:
                yield Span(*match.span()), *known


def as_cased(found: str, phrase: str) -> bool:
    """Whether the capitals of what was found may be those of the phrase: a phrase in small letters may have any,
    one with capitals has those or nothing else."""
    plain = _straight(" ".join(found.split()))
    return phrase == phrase.lower() or plain == _straight(phrase) or (len(plain) > 2 and plain.isupper())


def _straight(words: str) -> str:
    return words.replace("’", "'")


def _source(phrase: str) -> str:
    return r"\s+".join(re.escape(each).replace("'", "['’]") for each in phrase.split(" "))
