"""Words on the proof sheet can be read: contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3), by day, by night and on paper."""

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "editor" / "reports" / "html.css").read_text()
THEMES = [
    dict(re.findall(r"--(\w+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
]


def luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_right():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert len(THEMES) == 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("word", ["ink", "faint", "error", "warning", "query", "good"])
def test_words_stand_out(theme, word):
    for ground in ("paper", "note"):
        assert contrast(theme[word], theme[ground]) >= 4.5
