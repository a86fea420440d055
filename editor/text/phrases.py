"""Simple noun phrases read from their first word: where one ends, its head and its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from editor.text import number
from editor.text.model import Token
from editor.text.number import EITHER, GROUP, MANY, ONE
from editor.text.tagset import NOUNS
from editor.text.words import words

_ALONE = words(
    "this that these those each either neither another both all some any none many several few most more much half"
)

PEOPLE = words(
    "wounded injured poor rich elderly unemployed homeless displaced disabled wealthy hungry sick dead missing"
)
"""People told of by an adjective: "the injured were"."""

TEMPORAL = words("""monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tomorrow tonight week month year day night morning afternoon
    evening decade season quarter summer winter spring autumn fall weekend century time hour noon midnight""")

COUNTED = words("two three four five six seven eight nine ten eleven twelve")
"""Small numbers, which may stand for the things counted: "the two were late"."""

# Before a noun these are never verbs with an object: "rising prices", not "raising prices".
_DESCRIBING = words(
    "rising existing remaining outstanding lingering soaring dwindling looming emerging falling"
)

MONTHS = words("jan. feb. mar. apr. aug. sept. oct. nov. dec.")


class Phrase(NamedTuple):
    """A simple noun phrase: tokens `start` to `end`, its head, its number, whether a determiner opens it."""

    start: int
    end: int
    head: int
    number: int
    determined: bool
    single: bool = False


def phrase_at(tokens: Sequence[Token], start: int, first: int) -> Phrase | None:
    last = len(tokens)
    if start >= last:
        return None
    token = tokens[start]
    if token.tag == "PRP":
        count = number.of_pronoun(token) or EITHER
        return Phrase(start, start + 1, start, count, True)
    at = _amount(tokens, start)
    determined = False
    sole = every = plural = numeral = False
    while at < last and (
        tokens[at].tag in ("DT", "PDT", "PRP$", "WP$")
        or tokens[at].lower in ("all", "both", "such", "many", "several", "few")
    ):
        word = tokens[at].lower
        if word in ("that",) and tokens[at].tag not in ("DT",):
            return None
        determined = True
        if word in ("a", "an", "this", "another", "one"):
            sole = True
        elif word in ("each", "every", "either", "neither"):
            every = True
        elif word in ("these", "those", "both", "many", "several", "few"):
            plural = True
            if word == "few":
                sole = False
        elif word in ("no", "any", "some", "all"):
            pass
        at += 1
    if plural and sole:
        sole = False
    head = -1
    tail = at
    after_noun = mixed = False
    # "Growing tomatoes has": the clause is one thing, the tomatoes are many.
    doing = at < last and not determined and "VBG" in tokens[at].tags and tokens[at].lower not in _DESCRIBING
    while at < last:
        token = tokens[at]
        tag = token.tag
        if tag in NOUNS:
            if after_noun and token.lower in (
                "today",
                "yesterday",
                "tomorrow",
                "tonight",
                "everywhere",
                "nowadays",
            ):
                break
            head = at
            tail = at + 1
            after_noun = True
        elif tag == "CD":
            if after_noun and tokens[at - 1].tag not in ("NNP", "NNPS"):
                break
            if token.lower not in ("one", "1"):
                numeral = True
            tail = at + 1
            if tokens[at - 1].tag in ("NNP", "NNPS") and head == at - 1:
                numeral = False
        elif tag == "$" or tag == "#":
            numeral = True
            head = -1
        elif tag == "POS":
            if head < 0:
                break
            head, after_noun, determined = -1, False, True
            sole = every = plural = numeral = False
        elif tag in ("JJ", "JJR", "JJS", "VBN", "VBG"):
            if after_noun:
                if (
                    tag != "JJ"
                    or at + 1 >= last
                    or tokens[at + 1].tag not in NOUNS
                    or tokens[at - 1].tag not in ("NNP", "NN")
                ):
                    break
            elif tag in ("VBN", "VBG") and at == start and tag == "VBN" and start != first:
                pass
        elif tag in ("RB", "RBS", "RBR") and not after_noun:
            if at + 1 >= last or tokens[at + 1].tag not in ("JJ", "VBN", "VBG", "CD", "RB", "JJR"):
                break
        elif (
            token.lower in ("and", "or")
            and not after_noun
            and start < at < last - 1
            and tokens[at - 1].tag in ("JJ", "VBN", "CD")
        ):
            after = tokens[at + 1]
            if after.tag not in ("JJ", "VBN", "CD") and not (
                after.tag == "NN" and at + 2 < last and tokens[at + 2].tag in NOUNS
            ):
                break
            mixed = True
        elif (
            tag == ","
            and not after_noun
            and at > start
            and at + 1 < last
            and tokens[at - 1].tag == "JJ"
            and tokens[at + 1].tag == "JJ"
        ):
            pass
        else:
            break
        at += 1
    if head < 0 or head < tail - 1:
        return _headless(tokens, start, first, at, head, tail, determined, numeral)
    count = number.of_noun(tokens[head], head == first)
    word = tokens[head].lower
    tag = tokens[head].tag
    if every:
        count = ONE if tag in ("NN", "NNP") and word not in number.UNSETTLED else EITHER
    elif numeral and not tokens[head].tag.startswith("NNP"):
        measure = tokens[head].lemma.lower() in number.MEASURES or word.removesuffix("s") in number.MEASURES
        count = EITHER if measure or (tag == "NN" and word in number.UNSETTLED) else MANY
        if tag == "NN" and not sole and not measure and not _counts(tokens, start, head):
            count = EITHER
        if sole and tag == "NN":
            count = EITHER
    elif plural:
        count = (
            MANY
            if tag in ("NNS",)
            else EITHER
            if tag != "NN"
            else MANY
            if word not in number.MEASURES
            else EITHER
        )
    elif sole and count == MANY:
        count = EITHER
    named = tag == "NNP" or (tokens[head].text[:1].isupper() and head != first)
    if named and any(each.tag == "NNS" for each in tokens[start:head]):
        count = EITHER
    if (
        (tokens[head].lemma.lower() in TEMPORAL and tag == "NNS")
        or (doing and head > start)
        or (mixed and count & ONE)
    ):
        count = EITHER
    if count & GROUP and tag == "NNP" and determined and tokens[start].lower == "the" and head == start + 1:
        count = EITHER
    return Phrase(start, tail, head, count, determined or numeral, every or tokens[start].lower == "no")


def _counts(tokens: Sequence[Token], start: int, head: int) -> bool:
    """Whether a number stands right before the head or its adjectives: "two suspected rebel", not "the Boeing 737 fleet"."""
    at = head - 1
    while at >= start and tokens[at].tag in ("JJ", "VBN"):
        at -= 1
    if (
        at < start
        or tokens[at].tag != "CD"
        or re.fullmatch(r"(?:19|20)\d\d|.*\d[.:/%–-]\d.*|.*%", tokens[at].text)
    ):
        return False
    return at == start or tokens[at - 1].tag == "DT"


def _headless(
    tokens: Sequence[Token],
    start: int,
    first: int,
    at: int,
    head: int,
    tail: int,
    determined: bool,
    numeral: bool,
) -> Phrase | None:
    """Phrases without a noun: "each of", "the wounded", "$5 million", "40 of them"."""
    token = tokens[start]
    if start < len(tokens) and token.lower in _ALONE and (tail <= start + 1):
        count = number.of_pronoun(token) or EITHER
        if token.lower == "that" and start != first:
            count = EITHER
        return Phrase(start, start + 1, start, count, False)
    if tail > start and tokens[tail - 1].tag == "CD":
        word = tokens[tail - 1].lower
        count = EITHER
        if word == "one" and tail - 1 == start and tail < len(tokens) and tokens[tail].lower == "of":
            count = ONE
        elif word in COUNTED and tail - 2 == start and token.lower in ("the", "these", "those"):
            count = MANY
        return Phrase(start, tail, tail - 1, count, determined)
    end = at
    while end > start and tokens[end - 1].tag not in ("JJ", "VBN"):
        end -= 1
    if determined and end == start + 2 and token.lower == "the":
        return Phrase(
            start,
            end,
            end - 1,
            MANY if tokens[end - 1].lower in PEOPLE - {"dead", "missing"} else EITHER,
            True,
        )
    if token.lower in ("many", "several", "few", "most", "more", "much") and end == start + 1:
        return Phrase(start, end, start, number.of_pronoun(token) or EITHER, False)
    return None


def _amount(tokens: Sequence[Token], at: int) -> int:
    """Past words that only vague a number: "at least", "more than", "up to", "as many as", "about"."""
    vagues = _VAGUE.get(tokens[at].lower)
    if vagues is None:
        return at
    last = len(tokens)
    for vague in vagues:
        end = at + len(vague)
        if (
            end < last
            and tokens[end].tag in ("CD", "$", "DT")
            and all(tokens[at + place].lower == word for place, word in enumerate(vague))
        ):
            return end
    return at


_VAGUE: dict[str, list[tuple[str, ...]]] = {}
for _vague in (
        ("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("less", "than"), ("up", "to"),
        ("as", "many", "as"), ("as", "much", "as"), ("as", "few", "as"), ("about",), ("around",), ("some",), ("nearly",),
        ("almost",), ("over",), ("roughly",), ("only",), ("not", "more", "than"), ("no", "fewer", "than"), ("close", "to"),
        ("just", "over"), ("just", "under"), ("an", "estimated"), ("another",),
):  # fmt: skip
    _VAGUE.setdefault(_vague[0], []).append(_vague)
