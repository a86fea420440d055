"""Suggestions for a doubted word that no dictionary has: of those it may be a slip of, the ones that read best."""

from __future__ import annotations

from editor.proofreader.doubts import Doubt
from editor.proofreader.labels import REPLACE
from editor.proofreader.second import Read, wrong_with
from editor.text import lexicon
from editor.text.misspelling import guessed
from editor.values import Span

# For each place further down among the guesses a word must read so much better.
_LATER = 0.05
# A word that is still so likely wrong is none that was meant.
_WRONG = 0.9


def spelt(doubt: Doubt, text: str, sentence: Span, read: Read) -> Doubt:
    """The doubt; one about an unknown word in small letters suggests what the word may be a slip of, what reads best first."""
    word = doubt.span.of(text)
    if not (word.isalpha() and word.islower()) or lexicon.knows(word):
        return doubt
    guess = guessed(word)
    if guess is None:
        return doubt
    costs = {
        each: wrong_with(each, doubt.span, text, sentence, read) + _LATER * place
        for place, each in enumerate(guess.words)
    }
    likely = [each for each in sorted(costs, key=costs.__getitem__) if costs[each] < _WRONG]
    if not likely:
        return doubt
    texts = dict.fromkeys((*likely, *doubt.replacements))
    return doubt._replace(replacements=tuple(texts), label=f"{REPLACE}{likely[0]}")
