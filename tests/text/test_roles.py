"""The object and the subject of a verb, as the tables of collocations ask for them."""

from __future__ import annotations

import pytest

from editor.text import tagger, tokens
from editor.text.model import Token
from editor.text.roles import object_of, subject, voice


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


def test_subject_and_voice() -> None:
    found = tagged("Prices in the north have risen by 3%.")
    at = place(found, "risen")
    noun = subject(found, at)
    assert noun is not None and found[noun].lower == "prices"
    assert voice(found, at) == "perfect"
    found = tagged("Prices were raised by 3%.")
    assert voice(found, place(found, "raised")) == "passive"
