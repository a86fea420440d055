"""Noun phrases without a determiner, and what their signs weigh."""

from editor.text.analysis import analyse
from editor.text.article_weights import weigh
from editor.text.undetermined import Kinds, phrase_at, phrases, signs

NO_LISTS = Kinds({}, frozenset())


def found(text: str) -> list[str]:
    (sentence,) = analyse(text)
    return [
        text[sentence.tokens[phrase.start].start : sentence.tokens[phrase.head].end]
        for phrase in phrases(sentence.tokens)
    ]


def some(text: str, noun: str) -> float:
    (sentence,) = analyse(text)
    (phrase,) = (each for each in phrases(sentence.tokens) if sentence.tokens[each.head].lower == noun)
    return weigh(signs(sentence.tokens, phrase, frozenset(), NO_LISTS))[0]


def test_phrases_with_a_determiner_are_left_out() -> None:
    assert found("The driver of a van met his boss in old harbor.") == ["old harbor"]
    assert found("He took such risk, and no other man did.") == []


def test_a_phrase_takes_in_its_adverbs_and_paired_adjectives() -> None:
    assert found("They saw very large ship.") == ["very large ship"]
    assert found("There was political and economic crisis.") == ["political and economic crisis"]


def test_a_participle_taken_for_a_verb_does_not_open_a_phrase() -> None:
    assert "move" not in found("It rose in a widely anticipated move.")


def test_phrase_at_begins_where_it_is_asked_for() -> None:
    (sentence,) = analyse("They fought against corruption on Monday.")
    assert phrase_at(sentence.tokens, 3) == (3, 3)
    assert phrase_at(sentence.tokens, 2) is None


def test_a_counted_noun_weighs_more_than_a_mass() -> None:
    assert some("Police found knife in a drain.", "knife") > 1
    assert some("Police found evidence in a drain.", "evidence") < -1
    assert some("They played football on Monday.", "football") < -1
