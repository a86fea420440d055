"""Figures of one sentence that contradict one another: changes, lists, measures in two units."""

from __future__ import annotations

import pytest
from check_helpers import marked

import editor

RULES = ["consistency/arithmetic", "consistency/conversion"]


def found(text: str) -> list[str]:
    """What is marked in a story."""
    findings = editor.check(text + "\n", select=RULES, languagetool="off")
    return [text[slice(*each.span)] for each in findings]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Turnout rose to 61% from 58%, a gain of five percentage points.", "five"),
        ("The bank cut its rate by 250 basis points to 34.5% from 36%.", "250"),
        ("Sales more than tripled to $60 million from $25 million.", "tripl"),
        ("Nearly a quarter, or 38%, of the money is there.", "38"),
        ("It cut 400 jobs, 250 in Lyon, 100 in Nice and 80 in Lille.", "80"),
        (
            "It raised $50 million, $25 million from the state, $15 million from the city and $20 million from firms.",
            "$20 million",
        ),
        ("Of the 14 asked, nine expected a cut and six a pause.", "14 asked, nine expected a cut and six"),
        ("The three men killed were two cooks and two drivers.", "two"),
        ("It has two plants in Lyon, Nice and Lille.", "two"),
        ("The road is 14 km (18.7 miles) long.", "18.7"),
        ("Rovers signed him in a £41m deal.\n\nThey pay £35m up front and £9m more in add-ons.", "£9m"),
        ("She won the seat by 1,206 votes.\n\nLopes, who won by fewer than 1,000 votes, was glad.", "1,000"),
        ("It was 86 degrees Fahrenheit (40 degrees Celsius).", "40"),
        ("The farm has 100 hectares (147 acres).", "147"),
        ("The port loaded 45 ships, down from 40 in May.", "40"),
        ("Output fell to 60 barrels from 45 barrels.", "fell to 60 barrels from 45"),
        ("It hired 900 nurses, fewer than in 2019, when it took 850.", "850"),
        (
            "Police held 14 suspects.\n\nTen of the suspects were charged, and the other six were freed.",
            "six",
        ),
        (
            "A fire killed 11 people on Monday.\n\nSeven of the dead were women and one was a child. The other two were guards.",
            "two",
        ),
    ],
)
def test_a_contradiction_is_marked(text: str, wrong: str) -> None:
    assert found(text) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "Rovers signed him in a £44m deal.\n\nThey pay £35m up front and £9m more in add-ons.",
        "She won the seat by 1,206 votes.\n\nLopes, who won by more than 1,200 votes, was glad.",
        "Turnout rose to 61% from 58%, a gain of about three percentage points.",
        "Output rose 4 pct to 25,269 units from 24,300 units.",
        "The rate rose to 7% from 5%, a rise of 40%.",
        "Profit doubled in the year to March from a low of 3.",
        "Sales rose to 1.1 million from 990,000, an increase of 11%.",
        "It cut 400 jobs, among them 250 in Lyon, 100 in Nice and 80 in Lille.",
        "More than 400 jobs went, 250 in Lyon, 100 in Nice and 80 in Lille.",
        "Of the 14 asked, nine expected a cut and six of them a big one.",
        "The three men were tired, cold and hungry.",
        "The four cities are Lyon, Nice, Lille and Brest.",
        "It won two cups in 2004 and 2005, and beat Nice, Lille and Brest.",
        "A rise of 2 degrees Celsius (3.6 degrees Fahrenheit) is likely.",
        "The road is about 100 miles (160 km) long.",
        "The house has 5 rooms (3 with a bath).",
    ],
)
def test_right_figures_are_left(text: str) -> None:
    assert found(text) == []


def test_a_conversion_offers_the_right_figure() -> None:
    assert marked("Winds of 65 mph (150 kph) blew.", RULES) == [("150", "105")]
