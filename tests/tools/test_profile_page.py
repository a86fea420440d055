"""docs/profiles.md says what the profiles and the rulebook say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))

profile_page = pytest.importorskip("tools.profile_page", reason="the tools are not in the wheel")


@pytest.fixture(scope="module")
def page():
    return profile_page.page()


def test_the_page_is_not_stale(page):
    assert profile_page.PAGE.read_text(encoding="utf-8") == page, "run python -m tools.profile_page"


def test_the_profiles_differ_where_the_stylebooks_do(page):
    rows = {
        line.split(" | ")[0].removeprefix("| "): line for line in page.splitlines() if line.startswith("| ")
    }
    assert rows["us"].endswith("| U.S. | U.S. | US |")
    assert rows["dates"].endswith("| month-day | month-day | day-month |")
    assert rows["style/date-order"].endswith("| He came on 5 October and left on 7 October. |")
    assert "as it stands" in rows["style/unit-form"]
    assert len([rule for rule in rows if rule.startswith("style/")]) >= 15


def test_settings_that_all_profiles_share_are_left_out(page):
    assert "| headline-case |" not in page
