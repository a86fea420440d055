"""What a relative pronoun may stand for."""

from __future__ import annotations

from editor.text.number import EITHER
from editor.text.phrases import TEMPORAL, Phrase
from editor.text.subjects.noun_phrases import CONJUNCTIONS, Phrases
from editor.text.tagset import NOUNS

_MODIFIERS = frozenset(["JJ", "VBN", "VBG", "RB", "CD", "JJR"])


def antecedents(sentence: Phrases, relative: int) -> list[tuple[int, int]]:
    """The nouns that the relative pronoun at `relative` may stand for: heads and numbers, the nearest first."""
    tokens = sentence.tokens
    end = relative
    if end > 0 and (tokens[end - 1].tag == "," or tokens[end - 1].text in ("—", "–", "--")):
        end -= 1
    found: list[tuple[int, int]] = []
    while end > 0:
        phrase = sentence.phrase_ending(end)
        if phrase is None:
            if found and tokens[end - 1].tag in _MODIFIERS:
                # "seeds present in the shipment that were": the noun stands further off.
                found.append((end - 1, EITHER))
            return found
        found.append((phrase.head, _number(sentence, phrase)))
        if not _hangs(sentence, phrase):
            if phrase.start > 1 and tokens[phrase.start - 1].tag == ",":
                # An apposition, or the end of a list.
                apposed = end == relative and tokens[relative - 1].tag != ","
                found.append((phrase.head, EITHER) if apposed else found[-1])
            return found
        end = phrase.start - 1
        while end > 0 and (tokens[end - 1].tag in ("IN", "RB", "RP") or tokens[end - 1].lower == "such"):
            end -= 1
    return found


def _number(sentence: Phrases, phrase: Phrase) -> int:
    """The phrase's number, unless what stands before it makes that unsure."""
    tokens = sentence.tokens
    before = tokens[phrase.start - 1] if phrase.start else None
    if tokens[phrase.head].lower in TEMPORAL or (
        before is not None
        and ((before.tag == "CC" and phrase.start > sentence.first + 1) or before.tag in NOUNS)
    ):
        return EITHER
    return phrase.number


def _hangs(sentence: Phrases, phrase: Phrase) -> bool:
    """Whether the phrase hangs by a preposition on another noun, which may be meant instead."""
    if not phrase.start:
        return False
    before = sentence.tokens[phrase.start - 1]
    return before.tag in ("IN", "TO") and (before.lower not in CONJUNCTIONS or before.lower == "as")
