"""What stands with a noun: the verb it is subject or object of, what describes it, its owner and its complement."""

from __future__ import annotations

import pytest

from editor.checks.story.company import company_of
from editor.text.analysis import analyse


@pytest.mark.parametrize(
    ("text", "noun", "kind", "word"),
    [
        ("The fabric in Lodz employs 400 people.", "fabric", "subject", "employ"),
        ("The fabric was built in 1990.", "fabric", "object", "build"),
        ("The firm built a shoe fabric.", "fabric", "before", "shoe"),
        ("The firm built a shoe fabric.", "fabric", "object", "build"),
        ("The fabric gate was shut.", "fabric", "next", "gate"),
        ("The owner of the fabric left.", "fabric", "whose", "owner"),
        ("The singer's advocate spoke.", "advocate", "owner", "singer"),
        ("The roof on spending rose.", "roof", "on", "spending"),
    ],
)
def test_company(text: str, noun: str, kind: str, word: str) -> None:
    tokens = analyse(text)[0].tokens
    at = next(i for i, token in enumerate(tokens) if token.lower == noun)
    assert (kind, word) in company_of(tokens, at)
