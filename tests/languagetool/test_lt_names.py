"""Names are not misspellings; misspellings are. The suggestions are those that LanguageTool gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.languagetool.names import (
    Gazetteer,
    SpellingJudge,
    close_enough,
    distance,
    gazetteer,
    is_split,
    is_variant,
    ranking,
)
from editor.values import Severity, Span

_WORDS = {"local", "government", "officials", "government's", "gumball", "without"}


def zipf(word: str) -> float:
    return 4.0 if word in _WORDS else 0.0


def judged(text: str, word: str, *suggestions: str, message: str = "", lexicon=zipf):
    at = text.index(word)
    judge = SpellingJudge(text, gazetteer(), lexicon)
    return judge.judge(Span(at, at + len(word)), suggestions, message)


@pytest.mark.parametrize(
    ("text", "word", "suggestions"),
    [
        ("He met Minister Yavor Dalgatov in Sofia.", "Dalgatov", ["Dalston"]),
        ("Dalgatov said he would go.", "Dalgatov", ["Dalston"]),
        ("The general, Nasim al-Farhoud, left.", "al-Farhoud", ["alfalfa"]),
        ("Hamid bin Rashoud spoke.", "bin", ["been"]),
        ("The band of Mok Shin-rae played.", "Shin-rae", ["Sincere"]),
        ("The FKTU called a strike.", "FKTU", ["FTU"]),
        ("UKRAIN-GRAIN-DEAL", "UKRAIN", ["UKRAINE"]),
        ("An Airbus A320neo landed.", "A320neo", ["Anemone"]),
        ("Angela McTavishe spoke.", "McTavishe", ["McTavish"]),
        ("Ramallah was calm.", "Ramallah", ["Amalia"]),
        ("Kharkivs's mayor", "Kharkivs's", []),
        ("the mayor, Ana Colombi, and", "Colombi", ["Colombia"]),
        ("Brazila Ferreira won.", "Brazila", ["Brazil"]),
        ("It was a gumball.", "gumball", ["gum ball"]),
        ("Tarrannt said so.", "Tarrannt", ["Tarrant"]),
        ("Withoutt & Sons grew.", "Withoutt", ["Without"]),
    ],
)
def test_names_and_words_of_the_lexicon_are_quiet(text: str, word: str, suggestions: list[str]):
    assert judged(text, word, *suggestions).severity is None


@pytest.mark.parametrize(
    ("text", "word", "suggestions", "best"),
    [
        ("They recieve aid.", "recieve", ["receive", "relieve"], "receive"),
        ("The seperate talks", "seperate", ["separate"], "separate"),
        ("an occurance of", "occurance", ["occurrence"], "occurrence"),
        ("It was untill noon.", "untill", ["until", "untie"], "until"),
        ("He adviced them.", "adviced", ["advice", "advised", "advices"], "advised"),
        ("Goverment officials met.", "Goverment", ["Government"], "Government"),
        ("Tehn they left town. Wihtout aid, they went.", "Wihtout", ["Without"], "Without"),
        ("The Brazillian team", "Brazillian", ["Brazilian"], "Brazilian"),
        ("troops in Afganistan said", "Afganistan", ["Afghanistan"], "Afghanistan"),
        ("talks with the Phillipines on", "Phillipines", ["Philippines"], "Philippines"),
    ],
)
def test_misspellings_are_flagged(text: str, word: str, suggestions: list[str], best: str):
    found = judged(text, word, *suggestions)
    assert found.severity is Severity.WARNING
    assert found.replacements[0] == best


@pytest.mark.parametrize(
    ("text", "word", "suggestions"),
    [
        ("the localist camp", "localist", ["loyalist", "vocalist"]),
        ("a freshwaterway", "freshwaterway", ["fresh waterway", "freshwaterways"]),
        ("of the asylees", "asylees", ["Ashlee"]),
        ("an arrow-headed one", "arrow-headed", ["arrowheaded"]),
        ("they harboured", "harboured", ["harbored"]),
        ("the teh, teh and teh again", "teh", ["the"]),
        ("the churchgoer thinx so, thinx and thinx", "thinx", ["think"]),
        ("the russian troops", "russian", ["Russian"]),
    ],
)
def test_doubtful_words_are_queries(text: str, word: str, suggestions: list[str]):
    assert judged(text, word, *suggestions).severity is Severity.QUERY


def test_a_wrong_inflection_that_languagetool_knows_is_flagged():
    message = "Possible spelling mistake. Did you mean “broke”, the past tense form of the verb ‘break’?"
    found = judged("She breaked it.", "breaked", "broke", "breaker", message=message)
    assert (found.severity, found.replacements[0]) == (Severity.WARNING, "broke")


def test_a_name_that_opens_a_sentence_is_known_by_its_other_places():
    text = "The envoy, Mr. Govenment, arrived. Govenment said nothing."
    at = text.rindex("Govenment")
    judge = SpellingJudge(text, gazetteer(), lambda word: 5.0 * (word == "government"))
    assert judge.judge(Span(at, at + 9), ["Government"]).severity is None


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("criticised", "criticized"),
        ("analyse", "analyze"),
        ("harbour", "harbor"),
        ("centre", "center"),
        ("travelled", "traveled"),
        ("foetus", "fetus"),
        ("defence", "defense"),
        ("catalogue", "catalog"),
        ("judgement", "judgment"),
        ("worshippers", "worshipers"),
        ("programme", "program"),
        ("practising", "practicing"),
        ("plough", "plow"),
    ],
)
def test_variants_are_known_both_ways(british: str, american: str):
    assert is_variant(british, american)
    assert is_variant(american, british)


@pytest.mark.parametrize("pair", [("recieve", "receive"), ("lose", "loose"), ("goverment", "government")])
def test_misspellings_are_no_variants(pair: tuple[str, str]):
    assert not is_variant(*pair)


def test_kinds_of_slips_cost_differently():
    assert distance("recieve", "receive") == 0.6
    assert distance("untill", "until") == 0.5
    assert distance("ocurr", "occurr") == 0.5
    assert distance("pilgram", "pilgrim") == 0.7
    assert distance("goverment", "government") == 1.0
    assert distance("kat", "cat") == 2.0
    assert close_enough("recieve", 0.6)
    assert not close_enough("teh", 0.6)


@given(st.text("abcde", max_size=8), st.text("abcde", max_size=8))
def test_only_equal_words_are_at_no_distance(first: str, second: str):
    assert (distance(first, second) == 0) == (first == second)
    assert distance(first, second) == pytest.approx(distance(second, first))


def test_suggestions_of_two_words_are_no_correction():
    assert ranking("hastag", ["has tag", "hashtag"]) == [(1.0, "hashtag")]
    assert is_split("lifehood", "life hood")
    assert not is_split("alot", "a lot")


def test_the_gazetteer_knows_places_and_people():
    names = gazetteer()
    assert "Afghanistan" in names
    assert "kyiv" in names
    assert "Aviv" in names
    assert names.is_geographic("Brazilian")
    assert not names.is_geographic("Mehmet")
    assert "Dalgatov" not in names


def test_a_users_names_are_quiet():
    text = "the frobnitz fell"
    at = text.index("frobnitz")
    quiet = SpellingJudge(text, gazetteer("frobnitz")).judge(Span(at, at + 8), ["frobnits"])
    loud = SpellingJudge(text, gazetteer()).judge(Span(at, at + 8), ["frobnits"])
    assert (quiet.severity, loud.severity) == (None, Severity.WARNING)


def test_an_empty_gazetteer_holds_nothing():
    assert "x" not in Gazetteer([])


def test_species_stay_quiet() -> None:
    assert judged("The fish (Labroides dimidiatus) ate.", "dimidiatus", "dimidiate").severity is None
    assert judged("The fly L. sericata ate.", "sericata", "sericate").severity is None
