"""How hard a story reads: lengths, grades and reading time; syllables and easy words are textstat's."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.documents.model import Document, PartKind
from editor.documents.places import Places
from editor.values import Finding, Severity, Span

if TYPE_CHECKING:
    from editor.settings.model import Settings

# How fast an adult reads English non-fiction silently: Brysbaert (2019), "How many words do we read per minute?"
WORDS_PER_MINUTE = 238

_WORD = re.compile(r"[^\W_](?:[\w'’.,-]*\w)?")


@dataclass(frozen=True, slots=True)
class SentenceLength:
    """A sentence and how many words it has."""

    span: Span
    words: int


@dataclass(frozen=True, slots=True)
class Readability:
    """The measures of a story's body.

    `flesch` is Flesch reading ease (100 is very easy, below 30 very hard). `grade` (Flesch-Kincaid) and `fog`
    (Gunning) are years of US schooling; `dale_chall` is the Dale-Chall score (up to 4.9 for grade 4, 10 and
    more for graduates; names count as hard words). Lengths are in words, `reading_seconds` in seconds.
    Without words all measures are 0 and `longest` is None.
    """

    words: int = 0
    sentences: int = 0
    paragraphs: int = 0
    average_sentence_words: float = 0.0
    longest: SentenceLength | None = None
    flesch: float = 0.0
    grade: float = 0.0
    fog: float = 0.0
    dale_chall: float = 0.0
    reading_seconds: float = 0.0


def stats(document: Document) -> Readability:
    """The measures of the body.

    The sentences are ours, not textstat's, which ends one at each stop of "U.S." and forgets short ones.
    Sources: Flesch (1948), Kincaid et al. (1975), Gunning (1952), Dale and Chall (1948).
    """
    lengths = sentence_lengths(document)
    if not lengths:
        return Readability()
    counts = _count(document, lengths)
    average = counts.words / len(lengths)
    syllables = counts.syllables / counts.words
    unfamiliar = 100 * counts.unfamiliar / counts.words
    return Readability(
        words=counts.words,
        sentences=len(lengths),
        paragraphs=sum(block.kind is PartKind.BODY for block in document.blocks),
        average_sentence_words=average,
        longest=max(lengths, key=lambda each: each.words),
        flesch=206.835 - 1.015 * average - 84.6 * syllables,
        grade=0.39 * average + 11.8 * syllables - 15.59,
        fog=0.4 * (average + 100 * counts.long / counts.words),
        dale_chall=0.1579 * unfamiliar + 0.0496 * average + (3.6365 if unfamiliar > 5 else 0),
        reading_seconds=_reading_seconds(counts.words),
    )


def sentence_lengths(document: Document) -> tuple[SentenceLength, ...]:
    """Every sentence of the body that has words, with their number, in order.

    Links, addresses, file names and the like are no words.
    """
    from editor.text.sentences import split

    text = document.text
    places = Places(document)
    found = []
    for block in document.blocks:
        if block.kind is PartKind.BODY:
            for span in split(text, block.span.start, block.span.end):
                words = sum(1 for _ in _words(text, span, places))
                if words:
                    found.append(SentenceLength(span, words))
    return tuple(found)


def _words(text: str, span: Span, places: Places) -> Iterator[str]:
    for match in _WORD.finditer(text, *span):
        if not places.protected(Span(*match.span())):
            yield match[0]


def limits(document: Document, settings: Settings) -> list[Finding]:
    """A finding for each limit of `settings.readability` that the body goes over, by position.

    A sentence that is too long is marked itself, what holds for the whole story on its first paragraph.
    """
    if not settings.readability.any:
        return []
    found = []
    for rule, message, span in _over(document, settings):
        severity = settings.severity(rule, Severity.WARNING)
        if severity is not None and settings.wants(rule):
            found.append(Finding(rule, "readability", severity, message, span))
    return sorted(found, key=lambda finding: (finding.span, finding.rule))


def _over(document: Document, settings: Settings) -> Iterator[tuple[str, str, Span]]:
    limit = settings.readability
    lengths = sentence_lengths(document)
    if not lengths:
        return
    lede = next(block.span for block in document.blocks if block.kind is PartKind.BODY)
    words = sum(each.words for each in lengths)
    if limit.max_sentence_words is not None:
        for each in lengths:
            if each.words > limit.max_sentence_words:
                message = f"This sentence has {each.words} words; the limit is {limit.max_sentence_words}."
                yield "readability/sentence-length", message, each.span
    average = words / len(lengths)
    if limit.max_average_sentence_words is not None and average > limit.max_average_sentence_words:
        message = f"Sentences have {average:.1f} words on average; the limit is "
        yield "readability/average-sentence", f"{message}{limit.max_average_sentence_words:g}.", lede
    seconds = _reading_seconds(words)
    if limit.max_reading_seconds is not None and seconds > limit.max_reading_seconds:
        message = (
            f"The story takes {seconds:.0f} seconds to read; the limit is {limit.max_reading_seconds:g}."
        )
        yield "readability/reading-time", message, lede
    if limit.min_flesch is None and limit.max_grade is None:
        return
    measured = stats(document)
    if limit.min_flesch is not None and measured.flesch < limit.min_flesch:
        message = f"Flesch reading ease is {measured.flesch:.1f}; at least {limit.min_flesch:g} is wanted."
        yield "readability/flesch", message, lede
    if limit.max_grade is not None and measured.grade > limit.max_grade:
        message = f"The story reads at school grade {measured.grade:.1f}; the limit is {limit.max_grade:g}."
        yield "readability/grade", message, lede


@dataclass(frozen=True, slots=True)
class _Counts:
    words: int
    syllables: int
    long: int
    unfamiliar: int


def _count(document: Document, lengths: tuple[SentenceLength, ...]) -> _Counts:
    """Words, syllables, words of three syllables and more, and words that Dale and Chall's list lacks."""
    places = Places(document)
    words = Counter(
        word.lower().replace("’", "'")
        for sentence in lengths
        for word in _words(document.text, sentence.span, places)
    )
    with warnings.catch_warnings():
        # Its own deprecations, and those of the dictionaries that it opens, are not the reader's business.
        warnings.simplefilter("ignore")
        from textstat import textstat

        syllables = {word: max(1, textstat.syllable_count(word)) for word in words}
        unfamiliar = {word for word in words if textstat.is_difficult_word(word, syllable_threshold=0)}
    return _Counts(
        words=words.total(),
        syllables=sum(syllables[word] * times for word, times in words.items()),
        # Gunning leaves familiar words out: a long word is hard only where the list lacks it.
        long=sum(times for word, times in words.items() if syllables[word] >= 3 and word in unfamiliar),
        unfamiliar=sum(words[word] for word in unfamiliar if not word[0].isdigit()),
    )


def _reading_seconds(words: int) -> float:
    return words * 60 / WORDS_PER_MINUTE
