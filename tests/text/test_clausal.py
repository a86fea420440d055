"""The clauses that finite verbs head."""

from __future__ import annotations

import pytest

from editor.text import tagger
from editor.text.clausal import clauses
from editor.text.tokens import tokenize
from editor.text.verbgroups import groups


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The firm said it sold oil.", [("main", "", ""), ("content", "", "said")]),
        ("The volcano, which erupted in May, is quiet.", [("relative", "which", ""), ("main", "", "")]),
        ("She fell after the rope broke.", [("main", "", ""), ("adverbial", "after", "fell")]),
        ("Police asked how the fire started.", [("main", "", ""), ("asked", "how", "asked")]),
        ("He sold the shop and left.", [("main", "", ""), ("joined", "and", "sold")]),
        (
            "He said a valve had failed and that crews had left.",
            [("main", "", ""), ("content", "", "said"), ("content", "that", "said")],
        ),
        ("The chart after the war shows a rise.", [("main", "", "")]),
        ("The plan the cabinet approved failed.", [("relative", "", "")]),
    ],
)
def test_a_clause_is_told_by_its_opener_and_its_governor(
    text: str, kinds: list[tuple[str, str, str]]
) -> None:
    tokens = tokenize(text, 0, len(text))
    tagger.tag(tokens)
    verbs = groups(tokens)
    told = [
        (each.kind, each.word, tokens[verbs[each.governor].verb].lower if each.governor >= 0 else "")
        for each in clauses(tokens, verbs)
    ]
    assert told[: len(kinds)] == kinds
