"""The measures of a story against counts made by hand, and limits that become findings."""

import socket
from dataclasses import replace

import pytest

from editor.documents.model import Block, Document, Encoding, PartKind, Protected, ProtectedKind
from editor.readability import limits, sentence_lengths, stats
from editor.settings.model import ReadabilityLimits, Settings
from editor.values import Severity, Span

FIRST = "The cat sat on the mat."
SECOND = "International negotiators reconsidered the unprecedented recommendations of the U.S. committee."


def story(*paragraphs: str) -> Document:
    blocks = []
    start = 0
    for number, paragraph in enumerate(paragraphs):
        kind = PartKind.BODY if number else PartKind.HEADLINE
        blocks.append(Block(kind, Span(start, start + len(paragraph))))
        start += len(paragraph) + 1
    return Document("story.txt", "\n".join(paragraphs), Encoding("utf-8"), "text", tuple(blocks))


def test_the_body_is_counted_by_hand():
    measured = stats(story("A headline that does not count", FIRST, SECOND))
    assert (measured.words, measured.sentences, measured.paragraphs) == (16, 2, 2)
    assert measured.average_sentence_words == 8
    assert measured.longest is not None
    assert (measured.longest.words, measured.longest.span.length) == (10, len(SECOND))
    assert measured.reading_seconds == pytest.approx(16 * 60 / 238)


def test_flesch_and_grade_follow_their_formulas():
    # Six words of one syllable each in one sentence.
    measured = stats(story("x", FIRST))
    assert measured.flesch == pytest.approx(206.835 - 1.015 * 6 - 84.6)
    assert measured.grade == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert measured.fog == pytest.approx(2.4)


def test_hard_words_make_a_hard_story():
    easy, hard = stats(story("x", FIRST)), stats(story("x", SECOND))
    assert hard.flesch < 0 < easy.flesch
    assert hard.grade > 15 > easy.grade
    assert hard.fog > 15
    assert hard.dale_chall > 10 > easy.dale_chall


@pytest.mark.parametrize("document", [story(""), story("Only a headline"), story("x", "—", "...")])
def test_a_story_without_words_measures_nothing(document: Document):
    measured = stats(document)
    assert (measured.words, measured.flesch, measured.longest) == (0, 0.0, None)
    assert limits(document, Settings(readability=ReadabilityLimits(100, 1, 1, 1, 1))) == []


def test_abbreviations_and_numbers_are_one_word():
    (length,) = sentence_lengths(story("x", "The 30-minute U.S. call cost $1,500, didn’t it?"))
    assert length.words == 8


def test_links_are_no_words():
    link = "https://example.com/a/long/path"
    plain = story("x", FIRST, link)
    linked = replace(plain, protected=(Protected(ProtectedKind.LINK, plain.blocks[2].span),))
    assert stats(linked).words == 6
    assert stats(linked).sentences == 1
    assert len(sentence_lengths(plain)) == 2


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert stats(story("x", "An extraordinarily unfamiliar vocabulary.")).words == 4


def test_limits_become_findings_on_the_sentence_or_the_lede():
    document = story("A headline", FIRST, SECOND)
    settings = Settings(
        readability=ReadabilityLimits(
            min_flesch=50,
            max_grade=8,
            max_sentence_words=9,
            max_average_sentence_words=7,
            max_reading_seconds=3,
        )
    )
    found = limits(document, settings)
    lede = document.blocks[1].span
    assert [(finding.rule, finding.span) for finding in found] == [
        ("readability/average-sentence", lede),
        ("readability/flesch", lede),
        ("readability/grade", lede),
        ("readability/reading-time", lede),
        ("readability/sentence-length", document.blocks[2].span),
    ]
    assert {finding.severity for finding in found} == {Severity.WARNING}
    assert found[-1].message == "This sentence has 10 words; the limit is 9."
    assert all(finding.applicability is None and not finding.replacements for finding in found)


def test_a_story_within_its_limits_is_quiet():
    document = story("A headline", FIRST, SECOND)
    settings = Settings(readability=ReadabilityLimits(-100, 40, 10, 8, 5))
    assert limits(document, settings) == []
    assert limits(document, Settings()) == []


def test_limits_follow_ignores_and_severities():
    document = story("A headline", FIRST, SECOND)
    limit = ReadabilityLimits(max_sentence_words=9, max_reading_seconds=3)
    assert limits(document, Settings(readability=limit, ignore=("readability",))) == []
    found = limits(
        document,
        Settings(
            readability=limit,
            severities={"readability/sentence-length": "query", "readability/reading-time": "off"},
        ),
    )
    assert [(finding.rule, finding.severity) for finding in found] == [
        ("readability/sentence-length", Severity.QUERY)
    ]
