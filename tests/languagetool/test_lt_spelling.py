"""Which words a dictionary is asked about, and where its answers go."""

from __future__ import annotations

import re

import pytest
from lt_helpers import FakeLanguageTool

from editor.documents.model import Block, Document, Encoding, PartKind
from editor.languagetool.client import SPELLING, Match
from editor.languagetool.engine import LanguageToolEngine
from editor.languagetool.names import Gazetteer, SpellingJudge
from editor.languagetool.spelling import doubtful_words, placed
from editor.text.lexicon import zipf
from editor.values import Span

_NAMES = Gazetteer(["Orbelov", "New Jersey", "Jakarta"], ["New Jersey", "Jakarta"])


def doubtful(text: str) -> list[str]:
    blocks = [Block(PartKind.BODY, Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", text)]
    words = doubtful_words(text, blocks, SpellingJudge(text, _NAMES, zipf))
    assert all(span.of(text) == word for span, word in words)
    return [word for _, word in words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The goverment said the bridge collasped in a new storm.", ["goverment", "collasped"]),
        ("He flew to jakarta on monday with a well-known, five-day visa.", ["jakarta", "monday"]),
        ("A crops-damageing beetle came.", ["crops-damageing"]),
        ("Envoy Tavit Orbelov met Salim al-Masroudi of the SDPK; they don't talk, we've heard.", []),
        ("Goverments fell. However, the Rothmuller brothers stayed.", ["Goverments", "Rothmuller"]),
        ("The Rothmuller & Sons bank and Rothmuller Glass paid Rothmuller.", []),
        ("She called it Xyzzq-7 and #teamkwarg.", ["teamkwarg"]),
        ("", []),
    ],
)
def test_words_worth_asking(text: str, words: list[str]):
    assert doubtful(text) == words


def answer(word: str) -> Match:
    return Match("MORFOLOGIK_RULE_EN_US", "TYPOS", "", "misspelling", "?", Span(0, len(word)), ("right",))


def test_an_answer_stands_at_every_place_of_its_word_but_where_something_else_points():
    text = "teh man and teh wife, teh end"
    words = [(Span(m.start(), m.end()), m.group()) for m in re.finditer("teh", text)]
    other = Match("GRAMMAR", "GRAMMAR", "", "grammar", "?", Span(words[1][0].start, words[1][0].end + 5))
    found = list(placed(words, {"teh": answer("teh")}, [other]))
    assert [match.span for match in found] == [words[0][0], words[2][0]]
    assert list(placed(words, {}, [])) == []


def page(text: str) -> Document:
    blocks = tuple(Block(PartKind.BODY, Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", text))
    return Document("story.txt", text, Encoding("utf-8"), "text", blocks)


def test_the_server_gets_the_words_once_and_apart(fake: FakeLanguageTool):
    with LanguageToolEngine(fake.url) as engine:
        engine.check(page("The goverment fell.\nThe goverment of Tavit Orbelov collasped."))
    assert [text for mode, text in fake.requests if mode == SPELLING] == ["goverment\n\ncollasped"]


def test_the_real_one_finds_misspellings_where_they_stand(real_url: str):
    story = page(
        "😀 The goverment said that a bridge has collasped.\nOnly Tavit Orbelov’s goverment was quiet."
    )
    with LanguageToolEngine(real_url) as engine:
        found = engine.check(story)
    assert [(each.rule, each.span.of(story.text), each.replacements[0]) for each in found] == [
        ("lt/MORFOLOGIK_RULE_EN_US", "goverment", "government"),
        ("lt/MORFOLOGIK_RULE_EN_US", "collasped", "collapsed"),
        ("lt/MORFOLOGIK_RULE_EN_US", "goverment", "government"),
    ]
