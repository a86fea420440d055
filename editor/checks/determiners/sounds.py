""" "A" and "an" by the sound of the word after them, where that sound is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit
from editor.text import lexicon
from editor.text.articles import article
from editor.text.model import Token
from editor.text.tagset import DEMONYMS
from editor.text.words import words
from editor.values import Span

# The first sound is settled by usage that differs, or the first syllable is weak.
_EITHER_SOUND = re.compile(
    r"(?:histor|hotel|heredit|habitu|hyster|horr|heroi|halluc|hypn|harmon|herb|homage|hallo|hispan|hilar|hypoth|hosanna)"
)
# Words that no lexicon knows but whose first letters leave no doubt: "hourlong", "atmospherically", "crypto".
_SOUND_AS_SPELT = re.compile(r"hour|honor|honour|[aibcdfgklmnpqrstvwz][a-z]{3}")
_SPELT_OUT = words(
    "FBI NGO NGOs MP MPs SMS MRI HIV LNG NBA NFL NHL NHS MBA LGBT LGBTQ SUV RPG XML SOS FM MEP NYPD LPG FDA FCC FSB FAQ"
)
_U_NAMES = words(
    "ukrainian ugandan uruguayan us u.s. un u.n. uk u.k. union united university european euro eurozone usb unesco"
)
_YEARS = re.compile(r"1[18]\d\d(?!\d)|1,[18]\d\d|[18]$")
# Letters whose names leave no doubt, and capitals of names whose sound may differ from their letter's.
_SURE_LETTERS = "BCDGJKPQTVWYZAIO"
_DOUBTFUL = "UEYHO"


def before_sounds(tokens: Sequence[Token]) -> Iterator[Hit]:
    """Each "a" and "an" that the sound of the next word rules out."""
    for at, token in enumerate(tokens[:-1]):
        if token.lower not in ("a", "an") or (token.text == "A" and at):
            continue
        word = tokens[at + 1]
        if not word.space or not (token.space or at == 0) or not _sound_is_sure(word):
            continue
        right = article(word.text)
        if (
            right != token.lower
            and not (token.text.isupper() and len(token.text) > 1)
            and not _in_name(tokens, at)
        ):
            yield Hit(
                Span(token.start, token.end), (right.capitalize() if token.text[0].isupper() else right,)
            )


def _in_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "a" or "an" may be part of a foreign name: "Banco a Roma", "Phu An Xanh"."""
    if tokens[at].text == "An" and at and tokens[at - 1].text[:1].isupper():
        return True
    return (
        at > 1
        and tokens[at].lower == "a"
        and tokens[at - 1].text[:1].isupper()
        and tokens[at + 1].text[:1].isupper()
        and not lexicon.knows(tokens[at + 1].lower)
    )


def _sound_is_sure(word: Token) -> bool:
    text, lower = word.text, word.lower
    if text[0].isdigit():
        return not _YEARS.match(text)
    if not text[0].isalpha():
        return False
    letters = text.replace(".", "").split("-")[0]
    if letters.isupper() and len(letters) > 1:
        return letters in _SPELT_OUT or letters[0] in _SURE_LETTERS or lower in _U_NAMES
    if len(letters) == 1:
        return "-" in text
    if any(letter.isupper() for letter in text[1:].split("-")[0]):
        return False
    if text[0] in _DOUBTFUL and lower not in _U_NAMES and text not in DEMONYMS:
        return False
    if _EITHER_SOUND.match(lower):
        return False
    return (
        lexicon.knows(lower)
        or lexicon.knows(lower.split("-")[0])
        or (text[0].isupper() and text[0] not in _DOUBTFUL + "A" and len(text) > 3)
        or bool(_SOUND_AS_SPELT.match(text))
    )
