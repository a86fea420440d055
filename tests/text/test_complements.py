"""What complement a head has: the frames read from tagged tokens."""

from __future__ import annotations

import pytest

from editor.text.analysis import analyse
from editor.text.complements import frames


def shapes(text: str, heads: frozenset[str] | None = None) -> set[tuple[str, str]]:
    """Head and shape of every frame of the sentence."""
    (sentence,) = analyse(text)
    tokens = sentence.tokens
    return {(each.head, each.shape) for at in range(len(tokens)) for each in frames(tokens, at, heads)}


@pytest.mark.parametrize(
    ("text", "head", "shape"),
    [
        ("The minister suggested to leave the party.", "verb suggest", "to"),
        ("The bank denied strongly to have hidden losses.", "verb deny", "perfect"),
        ("Police accused the head of the army for planning a coup.", "verb accuse", "O for ing"),
        ("He was accused for stealing a car.", "passive accuse", "for ing"),
        ("The crane is capable to lift 40 tons.", "adjective capable", "to"),
        ("Officials told to reporters that it was over.", "verb tell", "to O that"),
        ("They asked to the drivers to slow down.", "verb ask", "to O to"),
        ("Voters were asked choose a mayor.", "passive ask", "bare"),
        ("The regulator ordered the exchange suspending trading in shares.", "verb order", "O ing"),
        ("The judge allowed the widow address the court.", "verb allow", "O bare"),
        ("The refugees dream to return to their orchards.", "verb dream", "to"),
        ("Few members are keen on fight another campaign.", "adjective keen", "on bare"),
    ],
)
def test_frames(text: str, head: str, shape: str) -> None:
    assert (head, shape) in shapes(text)


def test_a_perfect_is_active() -> None:
    assert ("verb suggest", "to") in shapes("The minister has suggested to leave.")


def test_only_the_heads_asked_for() -> None:
    text = "The army gave up to search for the crew."
    assert shapes(text, frozenset(["verb give-up"])) == {("verb give-up", "to")}
    assert shapes(text, frozenset(["verb take"])) == set()


def test_a_preposition_is_no_infinitive() -> None:
    assert ("verb object", "to") not in shapes("She objected to the plan.")
