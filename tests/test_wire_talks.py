"""The first draft that copydesk was made for: every line that a desk editor marks, and nothing else.

The draft is not part of the project. It is read from the folder `shared/drafts` beside the repository, or from COPYDESK_DRAFTS.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DRAFTS = Path(os.environ.get("COPYDESK_DRAFTS") or Path(__file__).parents[2] / "shared" / "drafts")
DRAFT = DRAFTS / "wire-talks.txt"

pytestmark = pytest.mark.skipif(not DRAFT.is_file(), reason=f"there is no {DRAFT}")

SAFE, FIX, QUERY = "safe", "fix", "query"
# Line, words that the finding lies in, what the first suggestion makes of them (None: a person says), kind.
MARKS = [
    (1, "The US Secretary", "US Secretary", FIX),
    (1, "held a talks", "held talks", SAFE),
    (1, "Paris, US Department of State", "Paris, the US Department of State", FIX),
    (2, "agreed upon keeping exchanging", "agreed to keep exchanging", FIX),
    (2, "keeping on touch", "keeping in touch", SAFE),
    (4, "Blinken, and", "Blinken and", FIX),
    (4, "Union such as", None, QUERY),
    (4, "state members", "member states", SAFE),
    (6, "https://", None, QUERY),
    (7, "is worthy to mention that", "is worth mentioning that", FIX),
    (7, "nuclear-equipped", "nuclear-powered", QUERY),
    (8, "since diplomatic", "since the diplomatic", FIX),
    (11, "two president", "two presidents", SAFE),
    (14, "On his part", "For his part", SAFE),
]
# Those that follow from the stylebook.
STYLE = [
    (1, "The US", "The U.S.", SAFE),
    (1, "Paris, US", "Paris, U.S.", SAFE),
    (4, "the US would", "the U.S. would", SAFE),
    (11, "American President", "American president", SAFE),
]


def findings(*options: str) -> tuple[str, list[dict[str, object]]]:
    command = [
        sys.executable,
        "-m",
        "editor",
        "check",
        "--no-cache",
        "--format",
        "json",
        *options,
        str(DRAFT),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode == 3:
        pytest.skip(f"LanguageTool does not run here: {done.stderr.strip()}")
    assert done.returncode == 1, done.stderr
    return DRAFT.read_text(encoding="utf-8"), json.loads(done.stdout)["files"][0]["findings"]


@pytest.fixture(scope="module")
def own():
    return findings("--languagetool", "off")


def kind(finding):
    return (
        QUERY if finding["severity"] == "query" else {"safe": SAFE, "unsafe": FIX}[finding["applicability"]]
    )


def mark_of(text, finding, marks):
    """The mark that a finding answers, the words and their correction considered; None where it answers none."""
    lines = text.splitlines(keepends=True)
    offset = sum(map(len, lines[: finding["line"] - 1]))
    start, end = finding["start"] - offset, finding["end"] - offset
    for mark in marks:
        line, words, right, _ = mark
        if line != finding["line"]:
            continue
        at = lines[line - 1].find(words)
        if at < 0 or not (start < at + len(words) and at < end):
            continue
        if right is None:
            return mark
        first = finding["replacements"][0] if finding["replacements"] else None
        if first is None:
            continue
        old, new = lines[line - 1], lines[line - 1][:start] + first + lines[line - 1][end:]
        if new == old.replace(words, right, 1):
            return mark
    return None


@pytest.mark.parametrize("mark", MARKS + STYLE, ids=lambda mark: f"{mark[0]}-{mark[1]}")
def test_every_line_that_an_editor_marks_is_found_with_its_correction_and_kind(own, mark):
    text, found = own
    kinds = [kind(each) for each in found if mark_of(text, each, [mark]) == mark]
    assert kinds == [mark[3]]


@pytest.mark.parametrize("languagetool", ["off", "required"])
def test_nothing_else_is_raised(languagetool):
    text, found = findings(
        "--languagetool", languagetool, *(["--no-install"] if languagetool != "off" else [])
    )
    others = [
        each
        for each in found
        if each["rule"] != "typography/quotation-marks" and mark_of(text, each, MARKS + STYLE) is None
    ]
    assert others == []


def test_the_marks_of_quotations_become_those_of_the_profile(own):
    text, found = own
    marks = [each for each in found if each["rule"] == "typography/quotation-marks"]
    assert {each["line"] for each in marks} >= {9, 10, 12, 13}
    assert {kind(each) for each in marks} == {SAFE}
    assert len(marks) == sum(text.count(each) for each in "“”’")


def test_the_draft_that_fix_writes_reads_right_and_needs_nothing_but_a_person():
    command = [
        sys.executable,
        "-m",
        "editor",
        "fix",
        "--no-cache",
        "--languagetool",
        "off",
        "--unsafe-fixes",
        "--stdout",
    ]
    done = subprocess.run([*command, str(DRAFT)], capture_output=True, text=True, timeout=300, check=False)
    before = DRAFT.read_text(encoding="utf-8").splitlines()
    after = done.stdout.splitlines()
    assert len(after) == len(before)
    for line, _, right, sort in MARKS:
        if right is not None and sort != QUERY:
            assert right.replace("US ", "U.S. ") in after[line - 1]
    # A link and quoted words are left alone.
    assert after[5] == before[5]
    assert "benefitted" in after[8]
