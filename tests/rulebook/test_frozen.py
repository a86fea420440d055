"""From a set phrase come the patterns of its near misses."""

from __future__ import annotations

import pytest

from editor.rulebook.frozen import variants


def made(line: str) -> list[tuple[str, list[str]]]:
    return [(str(each["match"]), list(each["replace"])) for each in variants(line)]  # type: ignore[call-overload]


def test_each_member_goes_wrong_while_the_others_are_right():
    assert made("@keep/@hold in/on touch") == [
        ("[ v:@hold&<VB.*> ] in touch", ["{keep@v}"]),
        ("@keep [ on ] touch", ["in"]),
    ]


def test_a_word_that_is_too_many_is_cut_and_one_that_lacks_is_put_in():
    assert made("at ~/the large") == [("at [ the ] large", [""])]
    assert made("once and/~ for all") == [("once [ ] for all", ["and"])]


def test_the_article_is_chosen_by_the_word_that_follows():
    assert made("@play a/the <JJ>? part") == [
        ("@play [ the ] nx:part", ["{a+nx}"]),
        ("@play [ the ] nx:<JJ> part", ["{a+nx}"]),
    ]
    assert made("@send a/the distress_call|red_flag") == [
        ("@send [ the ] ( distress call || red flag )", ["a"])
    ]


def test_nothing_after_the_slash_means_the_class_that_fits():
    assert made("blind eye/") == [("blind [ eyes ]", ["eye"])]
    prepositions = made("in/ tandem")[0][0]
    assert "on" in prepositions and "|in|" not in prepositions
    assert made("the/ tip") == [
        ("[ a|an ] tip", ["the"]),
        ("<IN|TO|VB|VBD|VBN|VBG|VBZ|VBP>&!the [ ] tip", ["the"]),
    ]


def test_the_message_shows_the_whole_phrase():
    shown = {str(each["message"]) for each in variants("@turn/@close a/the blind eye/ to/on ( the )?")}
    assert shown == {"The set phrase is 'turn a blind eye to'."}


@pytest.mark.parametrize(
    "line", ["keep in touch", "/on touch", "@take a/the ( leap || jump )", "@keep / touch"]
)
def test_a_phrase_that_says_nothing_is_refused(line):
    with pytest.raises(ValueError):
        variants(line)
