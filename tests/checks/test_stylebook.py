"""The stylebooks on whole stories: what they have otherwise is mended, twice is once, and copy in the style of the house is left alone."""

import pytest

from editor.checks.casing import as_written
from editor.checks.style.numerals import ordinal_value, times
from editor.documents.read import read_document
from editor.engine import Engine, profile_named
from editor.fixes import apply, choose
from editor.rulebook.compiled import compile_book
from editor.rulebook.folders import packaged
from editor.rulebook.load import load
from editor.settings.model import Settings

BOOK = compile_book(load([packaged()]))

DRAFT = """Costa Wins cycling race.

Tucson, AZ (AP) — Rui Costa won the race on March 5th in 2h04m51s, .6% faster than in 2021, and took 340 thousand dollars.

The 6'10" rider beat Lima 3:2 in an eleven-day tour that 31,000,000 people saw. It needs 2/3 of the votes.

"I came on March 5th with 340 thousand dollars," he said.
"""

MENDED = """Costa wins cycling race

TUCSON, AZ (AP) — Rui Costa won the race on March 5 in 2 hours, 4 minutes, 51 seconds, 0.6% faster than in 2021, and took $340,000.

The 6-foot-10 rider beat Lima 3-2 in an 11-day tour that 31 million people saw. It needs two-thirds of the votes.

"I came on March 5th with 340 thousand dollars," he said.
"""


def fixed(text, profile="ap", unsafe=True):
    engine = Engine(BOOK, profile_named(BOOK, profile), Settings(profile=profile, select=("style",)))
    found = engine.check(read_document("story.txt", text.encode()))
    return apply(text, choose(found, text, unsafe=unsafe))


def test_the_draft_is_mended_and_quotations_stay():
    assert fixed(DRAFT) == MENDED


def test_a_score_and_a_word_that_may_be_a_name_are_no_safe_corrections():
    safely = fixed(DRAFT, unsafe=False)
    assert "Costa Wins" in safely and "3:2" in safely
    assert safely.replace("Wins", "wins").replace("3:2", "3-2") == MENDED


def test_twice_is_once():
    assert fixed(MENDED) == MENDED


@pytest.mark.parametrize("profile", ["ap", "reuters", "uk"])
def test_copy_in_the_style_of_the_house_is_left_alone(profile):
    story = {
        "ap": "TUCSON, Ariz. (AP) — Rui Costa, 42, won $1.5 million on Jan. 5 at 5 p.m. in the 9th U.S. Circuit Court.\n",
        "reuters": "TUCSON, Arizona, March 5 (Reuters) - Rui Costa, 42, won $1.5 million at 5 p.m. on Tuesday.\n",
        "uk": "Rui Costa, 42, won £1.5m on 5 January at 5pm in south-west England, where it was 6C (43F).\n",
    }[profile]
    assert fixed(story, profile) == story


@pytest.mark.parametrize(
    ("number", "factor", "written"),
    [
        ("340", 1000, "340,000"),
        ("4.5", 1000, "4,500"),
        ("350", 10_000_000, "3.5 billion"),
        ("1.5", 1_000_000_000_000, "1.5 trillion"),
        ("31,000,000", 1, "31 million"),
        ("0.0001", 1000, None),
    ],
)
def test_figures_times_their_unit(number, factor, written):
    assert times(number, factor) == written


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("first", 1),
        ("twelfth", 12),
        ("nineteenth", 19),
        ("twentieth", 20),
        ("twenty-first", 21),
        ("month", None),
        ("north", None),
    ],
)
def test_ordinals_in_words(word, number):
    assert ordinal_value(word) == number


@pytest.mark.parametrize(
    ("original", "replacement", "written"),
    [
        ("NASDAQ", "Nasdaq", "Nasdaq"),
        ("CEO", "chief executive", "chief executive"),
        ("COLOUR", "color", "COLOR"),
        ("Colour", "color", "Color"),
    ],
)
def test_a_correction_keeps_the_case_of_what_it_corrects_unless_it_is_the_case(
    original, replacement, written
):
    assert as_written(original, replacement) == written
