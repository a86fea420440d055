"""What a verb's object, or the lack of one, says of its form."""

from __future__ import annotations

import pytest
from check_helpers import first_fixes, tagged

from editor.checks.verbs.frames.check import frames


def found(text: str) -> list[tuple[str, str]]:
    """What is marked in a sentence, and what is suggested first."""
    tokens = tagged(text)
    slips = frames(tokens)
    return first_fixes(text, slips)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The new terminal was discussed a lower fee on Monday.", "was discussed", "was discussing"),
        ("The board was discussed a higher fee on Monday.", "was discussed", "was discussing"),
        ("No one has arrested.", "arrested", "been arrested"),
        ("No one has arrested in the case.", "arrested", "been arrested"),
        ("The miners had trapped for six days.", "trapped", "been trapped"),
        ("Output has more than double since May.", "double", "doubled"),
        ("The outage which caused by a faulty valve lasted a week.", "caused", "was caused"),
        ("The plane is believed to crashed into a lake.", "crashed", "have crashed"),
        ("The gate did opened too late.", "did opened", "opened"),
        ("The pact, signing in secret in 2012, gave the army a base.", "signing", "signed"),
        ("With 40 seconds leaving, the striker scored.", "leaving", "left"),
        ("They founded traces of starch in the pots.", "founded", "found"),
        ("Snow felled on the dunes for the first time in years.", "felled", "fell"),
        ("Lawmakers also want know why the dam failed.", "know", "to know"),
        ("The firm was fined for dump oily water in the bay.", "dump", "dumping"),
        ("Crews tried to stop the fire from reach the monastery.", "reach", "reaching"),
        ("The tents were still in their crates when the rains begun.", "begun", "began"),
        ("The patients were suffered from burns.", "were suffered", "suffered"),
    ],
)
def test_a_slip_is_marked(text: str, wrong: str, right: str) -> None:
    assert found(text) == [(wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "No one has been arrested in the case.",
        "No one has yet arrested the driver.",
        "Police have detained two men and released a third.",
        "The rebels had trapped the soldiers for six days.",
        "The bill was discussed a week later.",
        "The road was covered all the way to the coast.",
        "The firm was founded in 1902 and felled trees in the north.",
        "They founded a school in the town.",
        "The company which caused the leak has paid.",
        "Most of them could prevent a repeat if help came.",
        "The minister, signing the pact in secret, gave the army a base.",
        "She did open the gate too late.",
        "He believed that the plane had crashed into a lake.",
        "The man they had arrested in May was freed.",
        "The men whom police had detained in the raid were released.",
        "Rains begun in May have ruined the crop.",
        "Work begun in 2019 is almost over.",
        "They want help and know why the dam failed.",
        "With 40 passengers leaving, the ferry was half empty.",
        "Prices are expected to fall.",
        "The crew was expecting to land at noon.",
        "The storm is expected to reach the coast on Monday.",
        "The judge had convicted in May and would sentence in June.",
        "What the court has postponed is the hearing.",
        "Patients were given what they needed.",
        "The dam could burst if rain came.",
        "The fee was raised the same day.",
        "The gate was covered an hour before the show.",
        "What he did opened the door to talks.",
        "He was held for attempted murder and a woman for theft.",
        "The drug keeps cells from attack by the virus.",
    ],
)
def test_a_right_sentence_is_left(text: str) -> None:
    assert found(text) == []
