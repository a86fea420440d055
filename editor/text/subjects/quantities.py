"""How many a phrase with "of" is: "a number of men were", "the number of men was", "one of the men was", "half of the men were"."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text import number
from editor.text.model import Token
from editor.text.number import EITHER, GROUP, MANY, ONE
from editor.text.phrases import COUNTED, PEOPLE, Phrase
from editor.text.tagset import NOUNS
from editor.text.words import words

_QUANTITIES = words("""all some any most more none half third quarter thirds quarters percent cent % portion rest bulk lot lots plenty
    remainder fifth tenth fifths tenths enough part majority percentage proportion fraction much""")
_NUMERALS = words("hundreds thousands dozens tens millions billions scores numbers")
_OF_PEOPLE = words("most many some all several few half both")
# Amounts that are one thing or many, whatever they are of.
_EITHER_WAY = words("any none part enough more much")
_SHARES = words("majority percentage proportion fraction rest")
# "The first half of the guidelines", "both lots of fruit": a thing, not an amount.
_ALSO_THINGS = words("lots half third quarter part majority")
_GROUPS = words("""group team series range crowd panel family generation class crew couple pair gang body community squad cast party
    coalition network force fleet""")


def quantified(tokens: Sequence[Token], first: int, phrase: Phrase, count: int, inner: Phrase) -> int:
    """The number of a phrase of number `count` with "of" and another phrase; `first` is the sentence's first word."""
    word = tokens[phrase.head].lower
    lead = tokens[phrase.start].lower
    size = phrase.end - phrase.start
    many = inner.number == MANY
    if word in _OF_PEOPLE and _people(tokens, inner):
        return MANY
    if word == "one" and many and inner.determined and (size == 1 or lead in ("every", "each")):
        return ONE
    if word in COUNTED and size == 1 and many and inner.determined:
        return MANY
    if word == "amount" and many:
        # "A large amount of refugees": the amount is at fault.
        return EITHER
    if word == "total" and lead == "a":
        measured = tokens[inner.head].lemma in number.MEASURES or tokens[inner.head].tag not in NOUNS
        return MANY if many and not measured else EITHER
    if word == "number":
        if lead in ("a", "an", "any"):
            return MANY if many and tokens[inner.head].tag != "PRP" else EITHER
        return ONE if lead == "the" and size == 2 else EITHER
    if word in _NUMERALS:
        return MANY
    if word in _ALSO_THINGS and size > 1 and not (size == 2 and lead in ("a", "the")):
        return EITHER
    if word in _QUANTITIES or word.rpartition("-")[2] in _QUANTITIES:
        return _share(word, inner)
    if _unsettled(tokens, first, phrase, inner):
        return EITHER
    return count


def _people(tokens: Sequence[Token], inner: Phrase) -> bool:
    """ "The poor", "the wounded"."""
    return (
        inner.end == inner.start + 2
        and tokens[inner.head].lower in PEOPLE
        and tokens[inner.start].lower == "the"
    )


def _share(word: str, inner: Phrase) -> int:
    """Of a part its whole's number, where usage is settled."""
    if word in _EITHER_WAY or inner.number & GROUP or (word in _SHARES and inner.number != MANY):
        return EITHER
    return inner.number & ~GROUP


def _unsettled(tokens: Sequence[Token], first: int, phrase: Phrase, inner: Phrase) -> bool:
    """Whether the head is a measure, a group or a noun of which usage has both numbers."""
    head = tokens[phrase.head]
    return (
        (head.lower in number.UNSETTLED and head.lower not in number.GROUPS)
        or head.lemma.lower() in number.MEASURES
        or (phrase.head == first and tokens[inner.head].tag in ("NNP", "NNPS"))
        or head.lower in _GROUPS
    )
