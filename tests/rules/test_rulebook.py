"""Every rule of the shipped rulebook lives up to its examples and counterexamples."""

import pytest

from editor.rulebook.compiled import compile_book
from editor.rulebook.folders import packaged
from editor.rulebook.load import load
from editor.rulebook.proof import Prover

BOOK = load([packaged()])


@pytest.fixture(scope="module")
def prover():
    return Prover(compile_book(BOOK))


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
def test_examples(rule, prover):
    assert [failure.reason for failure in prover.prove([rule])] == []
