"""The pattern notation: what it takes, marks, captures and refuses."""

import pytest

from editor.checks.pattern.anchors import anchors
from editor.checks.pattern.matcher import Matcher
from editor.checks.pattern.syntax import PatternError, parse
from editor.checks.pattern.tests import predicate
from editor.checks.template import fill
from editor.text.model import Token

LISTS = {"touchy": frozenset({"keep", "stay"}), "months": frozenset({"may", "june"})}


def sentence(words):
    """Tokens from "word/TAG/lemma" pieces, one space between them."""
    tokens, at = [], 0
    for piece in words.split():
        text, _, rest = piece.partition("/")
        tag, _, lemma = rest.partition("/")
        token = Token(at, at + len(text), text, at > 0)
        token.tag = tag
        token.tags = frozenset({tag})
        token.lemma = lemma or text.lower()
        tokens.append(token)
        at += len(text) + 1
    return tokens


def search(pattern, words, macros=None):
    tokens = sentence(words)
    matcher = Matcher(parse(pattern, macros), LISTS)
    for start in range(len(tokens)):
        match = matcher.match(tokens, start)
        if match:
            return " ".join(token.text for token in tokens[slice(*match.marked)]), match
    return None, None


@pytest.mark.parametrize(
    ("pattern", "words", "marked"),
    [
        ("keep on touch", "They keep on touch", "keep on touch"),
        ("keep [ on ] touch", "They Keep ON touch", "ON"),
        ("@keep [ on ] touch", "They/PRP kept/VBD/keep on touch", "on"),
        ("@%touchy on", "They stayed/VBD/stay on", "stayed on"),
        ("%months <CD>", "on May/NNP 5/CD", "May 5"),
        ("=May <CD>", "in may/MD 5/CD", None),
        ("[ a|an ] <JJ>* <NNS>", "a/DT long/JJ bitter/JJ talks/NNS", "a"),
        ("<NN.*>&!%months", "May/NNP talks/NNS", "talks"),
        ("!the|a <NN>", "the/DT man/NN his/PRP$ man/NN", "his man"),
        ("the <JJ>? <NN>", "the/DT old/JJ man/NN", "the old man"),
        ("the <JJ>{2,3} <NN>", "the/DT old/JJ man/NN", None),
        ("( in || at ) the end", "at the end", "at the end"),
        ("in ( the || this )? end", "in end", "in end"),
        ("^ the", "the man saw the", "the"),
        ("saw the $", "the man saw the", "saw the"),
        ("the (?! <JJ> ) .", "the/DT old/JJ the/DT man/NN", "the man"),
        ("the (?= <NN> )", "the/DT old/JJ the/DT man/NN", "the"),
        (r"/\d+(?:st|nd)/", "the 2nd man", "2nd"),
        ("/(?-i)[A-Z]+/", "us US", "US"),
        ('"["', "a [ mark", "["),
        ("n:<CD> <NN>", "two/CD president/NN", "two president"),
        ("$NP said", "the/DT old/JJ man/NN said/VBD", "the old man said"),
        ("a ( b c )* d", "a b c b c d", "a b c b c d"),
        ("a ( b c )+ d", "a d", None),
        ("since [ ] <JJ>? <NN>", "since/IN diplomatic/JJ crisis/NN", ""),
    ],
)
def test_what_is_marked(pattern, words, marked):
    found, _ = search(pattern, words, {"NP": "the <JJ>* <NN>"})
    assert found == marked


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("( a b", "never closed"),
        ("a ) b", "never opened"),
        ("a [ b", "one '\\['"),
        ("a | b", "empty alternative"),
        ("$NOPE a", "no macro"),
        ("a{3,1}", "count upward"),
        ("", "empty pattern"),
        ("^ $", "empty pattern"),
    ],
)
def test_refused_when_read(pattern, reason):
    with pytest.raises(PatternError, match=reason):
        parse(pattern, {})


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [("<NOUN>", "no Penn"), ("%nowhere", "no word list"), ("/(/", "can't be read")],
)
def test_refused_when_a_word_is_asked_for(pattern, reason):
    (element,) = parse(pattern, {})
    with pytest.raises(PatternError, match=reason):
        predicate(element, LISTS)


def test_macros_in_a_circle():
    with pytest.raises(PatternError, match="circle"):
        parse("$A", {"A": "$B", "B": "$A"})


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{verb:VBG} in", "keeping in"),
        ("{1}", "kept"),
        ("{verb.cap}", "Kept"),
        ("{verb..last}", "kept on touch"),
        ("{stay@verb}", "stayed"),
        ("{a+last}", "a"),
        ("{nothing:VB}", None),
        ("[{nothing}]", "[]"),
        ("plain", "plain"),
    ],
)
def test_templates(template, words):
    tokens = sentence("they/PRP kept/VBD/keep on/IN touch/NN")
    match = Matcher(parse("verb:@keep on last:touch"), LISTS).match(tokens, 1)
    assert match is not None
    assert fill(template, match, tokens, "they kept on touch") == words


def test_anchor_is_the_rarest_word_with_its_distance():
    found = anchors(parse("the <JJ>? crisis of"), LISTS)
    assert found is not None
    assert {(each.word, each.least, each.most) for each in found} == {("crisis", 1, 2)}


def test_lemma_anchors_name_every_form():
    found = anchors(parse("@keep <IN>"), LISTS)
    assert found is not None
    assert {"keep", "keeps", "kept", "keeping"} <= {each.word for each in found}


def test_no_anchor_without_words():
    assert anchors(parse("<CD> <NN> the?"), LISTS) is None
