"""The object and the subject of a verb, as the tables of collocations ask for them."""

from __future__ import annotations

import pytest

from editor.text import tagger, tokens
from editor.text.model import Token
from editor.text.roles import farther, object_of, subject, titled, voice


def tagged(text: str) -> list[Token]:
    found = list(tokens.tokenize(text, 0, len(text)))
    tagger.tag(found)
    return found


def place(found: list[Token], word: str) -> int:
    return next(at for at, token in enumerate(found) if token.lower == word)


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The bank made a serious mistake.", "made", "mistake"),
        ("The bank has made a number of mistakes.", "made", "mistakes"),
        ("A mistake was made by the bank.", "made", "mistake"),
        ("The mistake that he made in May was costly.", "made", "mistake"),
        ("The research done by the institute was new.", "done", "research"),
        ("They quickly took steps to stop it.", "took", "steps"),
        ("Rebels staged an attack Monday near the border.", "staged", "attack"),
        ("The bank made a mistake last week.", "made", "mistake"),
        ("The bank made a decision today.", "made", "decision"),
        ("Talks are expected to be held in May.", "held", "talks"),
        ("The raid, launched by rebels, killed two.", "launched", "raid"),
        ("The raid that rebels plan to stage in May is known.", "stage", "raid"),
        ("She taught me something about patience.", "taught", "me"),
        ("They do research and development in Bonn.", "do", "research"),
    ],
)
def test_object(text: str, verb: str, noun: str) -> None:
    found = tagged(text)
    role = object_of(found, place(found, verb))
    assert role is not None
    assert found[role.noun].lower == noun


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The news made the talks difficult.", "made"),
        ("The bank put forward proposals.", "put"),
        ("They gave Rome victory.", "gave"),
        ("The progress they have made is great.", "have"),
        ("He slept.", "slept"),
    ],
)
def test_no_sure_object(text: str, verb: str) -> None:
    found = tagged(text)
    assert object_of(found, place(found, verb)) is None


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("The attack on the base staged by rebels failed.", "staged", "attack"),
        ("The research into sounds made by the ear is new.", "made", None),
    ],
)
def test_the_noun_that_the_nearest_hangs_on(text: str, verb: str, noun: str | None) -> None:
    found = tagged(text)
    role = object_of(found, place(found, verb))
    assert role is not None
    head = farther(found, role)
    assert (found[head.noun].lower if head else None) == noun


def test_the_noun_before_a_name() -> None:
    found = tagged("It bought its smaller rival Kastner Brau for 3 million euros.")
    assert found[titled(found, place(found, "brau"))].lower == "rival"
    assert found[titled(found, place(found, "it"))].lower == "it"


def test_the_subject_of_an_infinitive() -> None:
    found = tagged("Prices in the north are expected to rise again.")
    noun = subject(found, place(found, "rise"))
    assert noun is not None and found[noun].lower == "prices"


def test_subject_and_voice() -> None:
    found = tagged("Prices in the north have risen by 3%.")
    at = place(found, "risen")
    noun = subject(found, at)
    assert noun is not None and found[noun].lower == "prices"
    assert voice(found, at) == "perfect"
    found = tagged("Prices were raised by 3%.")
    assert voice(found, place(found, "raised")) == "passive"
