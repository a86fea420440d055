"""Subjects of verbs across what stands between; None where it isn't sure."""

from __future__ import annotations

import pytest

from editor.text.analysis import analyse
from editor.text.chunks import head, noun_phrase_at, subject_of

# The verb is marked; the noun it agrees with, wrongly or rightly, follows.
SUBJECTS: list[tuple[str, str | None]] = [
    ("The list of names *was published.", "list"),
    ("The minister *said nothing.", "minister"),
    ("The cost of the repairs to the roads *have risen.", "cost"),
    ("The president of the two unions *are angry.", "president"),
    ("One of the men *was hurt.", None),
    ("A number of people *were hurt.", None),
    ("The mayor and the governor *were there.", None),
    ("He *go home.", "He"),
    ("The man who killed the guards *were caught.", "man"),
    ("Talks in Geneva on Monday *was tense.", "Talks"),
    ("The minister, a former teacher, *was calm.", "minister"),
    ("Officials said the talks *were over.", "talks"),
    ("The growth in exports to China *continue.", "growth"),
    ("The bill that passed the senate *help farmers.", "bill"),
    ("The people arrested in the raid *was freed.", "people"),
    ("Residents of the coastal town often *live in fear.", "Residents"),
    ("They *was happy.", "They"),
    ("Ten men, women and children *were killed.", None),
    ("The talks between the two sides *has failed.", "talks"),
    ("The leaders of the opposition *wants change.", "leaders"),
    ("What he said *was wrong.", None),
    ("If the price of oil *rise, we lose.", "price"),
    ("The prices of bread *has doubled.", "prices"),
    ("Neither the coach nor the players *was ready.", None),
    ("Half of the money *was lost.", None),
    ("The results of the vote, held on Sunday, *was clear.", "results"),
    ("Her brothers *works there.", "brothers"),
]


@pytest.mark.parametrize(("marked", "subject"), SUBJECTS)
def test_subject_of(marked, subject):
    at = marked.index("*")
    tokens = analyse(marked.replace("*", ""))[0].tokens
    found = subject_of(tokens, next(i for i, token in enumerate(tokens) if token.start == at))
    assert (None if found is None else tokens[found].text) == subject


def test_noun_phrase_and_head():
    tokens = analyse("All the three old bridges of the town fell.")[0].tokens
    assert noun_phrase_at(tokens, 3) == (0, 5)
    assert head(tokens, 2) == 4
    assert noun_phrase_at(tokens, 5) == (5, 5)
    assert head(tokens, 6) == 7
