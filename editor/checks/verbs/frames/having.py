"""Forms after "have" that are no participle: "has more than double", "has already closing schools", "has since went"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.frames.patients import patient_has_acted
from editor.checks.verbs.slip import Slip, base_from, form, slip, word_at
from editor.checks.verbs.steps import over_adverbs
from editor.text import lexicon
from editor.text.irregular import PARTICIPLE_OF_PAST
from editor.text.model import Token


def after_have(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """What is wrong with the verb after the "have" at `at`."""
    if [each.lower for each in tokens[at + 1 : at + 3]] == ["more", "than"] and at + 3 < len(tokens):
        yield from _more_than(tokens, at)
        return
    helper = tokens[at]
    place = over_adverbs(tokens, at + 1)
    if place < len(tokens) and tokens[place].lower in ("before", "since", "long") and place > at + 1:
        place += 1
    verb = word_at(tokens, place)
    if verb is None or place + 1 >= len(tokens):
        return
    adverb = tokens[place - 1].lower if place > at + 1 else ""
    if (
        "VBN" in verb.tags
        and verb.tag in ("VBN", "VBD")
        and verb.lower not in PARTICIPLE_OF_PAST
        and helper.lower in ("has", "have", "had")
    ):
        yield from patient_has_acted(tokens, at, place)
    elif (
        adverb in ("already", "recently", "also", "just")
        and verb.lower.endswith("ing")
        and verb.tag == "VBG"
        and tokens[place + 1].tag in ("NNS", "NN", "NNP", "JJ", "IN")
    ):
        right = form(base_from(verb, "VBG"), "VBN")
        yield _participle(helper, verb, [right, f"been {verb.text}"])
    elif adverb in ("before", "since"):
        past = lexicon.lemmas(verb.lower, "VBD")
        if past and verb.lower in PARTICIPLE_OF_PAST:
            yield slip(
                "frame", verb, verb, [form(past[0], "VBN")], f"After '{helper.text}' stands the participle."
            )


def _more_than(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Has more than double since May"."""
    grown = tokens[at + 3]
    if grown.lower in ("double", "triple", "quadruple", "halve") and (
        at + 4 >= len(tokens) or tokens[at + 4].tag not in ("DT", "PRP$", "NN", "NNS")
    ):
        yield _participle(tokens[at], grown, [form(grown.lower, "VBN")])


def _participle(helper: Token, verb: Token, fixes: Sequence[str]) -> Slip:
    return slip("frame", verb, verb, fixes, f"After '{helper.text}' stands the participle: '{fixes[0]}'.")
