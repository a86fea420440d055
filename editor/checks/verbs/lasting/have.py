""" "Has" or "have", by the verb or its subject."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.verbs.subject import have_after
from editor.text.model import Token
from editor.text.number import MANY, ONE
from editor.text.phrases import phrase_at
from editor.text.verbgroups import Group


def have_of(tokens: Sequence[Token], group: Group, before: int) -> str:
    """ "Has" or "have" by the verb's form, or by its subject."""
    first_word = tokens[group.start]
    if first_word.tag == "VBZ" or first_word.lower in ("is", "was", "has", "does"):
        return "has"
    if first_word.tag == "VBP" or first_word.lower in ("are", "were", "am", "'re", "'m", "do"):
        return "have"
    subject = tokens[before]
    if subject.tag in ("WDT", "WP") and before > 0:
        noun = before - 2 if tokens[before - 1].text == "," else before - 1
        return "have" if noun >= 0 and tokens[noun].tag in ("NNS", "NNPS") else "has"
    start = before
    while start > 0 and tokens[start - 1].tag not in (",", "CC", "WDT", "WP", "``") and before - start < 12:
        start -= 1
    while start < before and tokens[start].tag in ("RB", "IN") and tokens[start].lower != "at":
        start += 1
    phrase = phrase_at(tokens, start, -1)
    if phrase is not None and phrase.number in (ONE, MANY) and phrase.end <= before + 1:
        return "have" if phrase.number == MANY else "has"
    return "have" if subject.lower == "you" else have_after(subject)
