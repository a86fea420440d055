"""A plural of people without its apostrophe."""

import pytest

from editor.proofreader.doubts import Doubt
from editor.proofreader.owners import owned_by_many
from editor.values import Span


@pytest.mark.parametrize(
    ("word", "texts", "first"),
    [
        ("mothers", ("mother's", "mothers'"), "mothers'"),
        ("nurses", ("nurse's",), "nurses'"),
        ("teams", ("team's", "teams'"), "team's"),
        ("Brightons", ("Brighton's",), "Brighton's"),
        ("mothers", ("mother",), "mother"),
    ],
)
def test_people_who_own_are_many(word, texts, first):
    text = f"He pays for the {word} meals."
    start = text.index(word)
    told = owned_by_many(Doubt(Span(start, start + len(word)), texts, 0.9, "$APOS"), text)
    assert told.replacements[0] == first
    assert set(texts) <= {*told.replacements, *texts}
