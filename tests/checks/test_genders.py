"""A pronoun that contradicts the gender that a story's other pronouns give a person."""

from __future__ import annotations

import pytest
from check_helpers import marked

RULES = ["consistency/gender"]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "Nuri Demirag, a retired mechanic, broke the glass with her cane. He pulled every lever.",
            "her",
            "his",
        ),
        (
            "Hawa Tirab crossed with her sons. She carried the youngest. His husband was killed in May.",
            "His",
            "Her",
        ),
        (
            'Esther Barongo spoke to reporters. She asked for help.\n\n"We need rain," Barongo said. He added that it was late.',
            "He",
            "She",
        ),
        (
            'Ms. Keleti said the ward was full. "We are tired," Keleti said. He had slept for two hours.',
            "He",
            "She",
        ),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert marked(text, RULES) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "Hawa Tirab crossed with her sons. She lost her husband. His boat sank.",
        "Mr. Demirag met his sister. She broke the glass with her cane. Demirag said he was glad.",
        'Ana Lopes, a nurse whose only son was taken on his way to school, waits. "I hope," she said.',
        'Ana Lopes left. "He was late," Rui Costa said. She sold her house.',
        "The painter Sam Costa kept it until his death. He sold nothing.",
        'Nuri Demirag went home by bus. "It was enough," he said.',
    ],
)
def test_a_right_story_is_left(text: str) -> None:
    assert marked(text, RULES) == []
