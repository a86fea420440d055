"""Which possessive a plural without an apostrophe takes: "the mothers meals" are mothers' meals, "the teams manager" is the team's."""

from __future__ import annotations

from editor.proofreader.doubts import Doubt
from editor.text import lexicon
from editor.text.persons import TRADES, person


def owned_by_many(doubt: Doubt, text: str) -> Doubt:
    """The doubt; where one of several people may be meant or all of them, the possessive of the plural comes first."""
    word = doubt.span.of(text)
    one, many = f"{word[:-1]}'s", f"{word}'"
    if not word.endswith("s") or doubt.replacements[:1] != (one,):
        return doubt
    if not any(person(lemma) or lemma in TRADES for lemma in lexicon.lemmas(word.lower(), "NNS")):
        return doubt
    return doubt._replace(replacements=(many, *(each for each in doubt.replacements if each != many)))
