"""Forms in -ing that have an object after them."""

from __future__ import annotations

import pytest

from editor.text import tagger
from editor.text.gerunds import takes_object
from editor.text.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "form", "verbal"),
    [
        ("She is good in spotting forgeries.", "spotting", True),
        ("They are used to importing hops.", "importing", True),
        ("They spoke of importing countries.", "importing", False),
        ("Prices fell after rising costs hit demand.", "rising", False),
        ("He was accused of hiding the ledger.", "hiding", True),
        ("The housing market fell.", "housing", False),
    ],
)
def test_a_verb_with_its_object_is_told_from_an_adjective(text: str, form: str, verbal: bool) -> None:
    tokens = tokenize(text, 0, len(text))
    tagger.tag(tokens)
    at = next(at for at, token in enumerate(tokens) if token.lower == form)
    assert takes_object(tokens, at) is verbal
