"""Participles without their "be" in a relative clause: "a failure which caused by a valve", "a work that expected to last two years"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.frames.doers import PERSONS, doer_follows
from editor.checks.verbs.frames.transitives import STRICT
from editor.checks.verbs.slip import Slip, base_from, slip, word_at
from editor.checks.verbs.steps import over_adverbs
from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words

_BY = STRICT | words("""cause own make write build kill create affect surround found design draft fund finance organize organise publish buy
    control use paint compose direct support""")
_BODIES = words("police people company government team bank firm group party court parliament union state")
_EXPECTED = words("expect schedule suppose force oblige require intend")


def without_be(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "A failure which caused by a valve", "a work that expected to last two years"."""
    place = over_adverbs(tokens, at + 1)
    verb = word_at(tokens, place)
    if (
        verb is None
        or not at
        or place + 2 >= len(tokens)
        or "VBN" not in verb.tags
        or verb.tag not in ("VBD", "VBN")
    ):
        return
    after = tokens[place + 1]
    noun = at - 2 if tokens[at - 1].text == "," else at - 1
    if noun < 0 or tokens[noun].tag not in ("NN", "NNS", "NNP"):
        return
    base = base_from(verb, "VBN")
    present, past = ("are", "were") if tokens[noun].tag == "NNS" else ("is", "was")
    if after.lower == "by":
        if base in _BY and doer_follows(tokens, place + 2) and not _active(verb, base, tokens[place + 2]):
            yield _needs(verb, past, present)
    elif (
        base in _EXPECTED
        and after.lower == "to"
        and ("VB" in lexicon.tags(tokens[place + 2].lower) or tokens[place + 2].lower == "last")
        and not _expects(tokens[noun])
    ):
        yield _needs(verb, present, past)


def _active(verb: Token, base: str, after: Token) -> bool:
    """Whether the form may be a past tense before an adverbial: "the man who bought by phone"."""
    return (
        base in ("use", "support", "make", "buy")
        and "VBD" in verb.tags
        and after.tag not in ("DT", "PRP$", "NNP")
    )


def _expects(noun: Token) -> bool:
    """Whether the noun names those who expect or intend themselves."""
    return noun.tag == "NNP" or noun.lower.endswith(PERSONS) or noun.lower in _BODIES


def _needs(verb: Token, be: str, other: str) -> Slip:
    """A participle that lacks its form of "be"; the other may be meant too."""
    return slip(
        "frame",
        verb,
        verb,
        [f"{be} {verb.text}", f"{other} {verb.text}"],
        f"'{verb.text.capitalize()}' needs '{be}' before it.",
    )
