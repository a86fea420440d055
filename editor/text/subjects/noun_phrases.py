"""A sentence as the readers of subjects see it: its tokens, and the noun phrases in it, each read once."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.phrases import MONTHS, TEMPORAL, Phrase, phrase_at
from editor.text.words import words

ADVERBS = frozenset(["RB", "RBR", "RBS", "RP"])

CONJUNCTIONS = words(
    "that if because although though while whether unless lest whereas so once as since until till"
)
"""Words tagged as prepositions that open a clause."""

_MARKS = frozenset(["``", "''"])


class Phrases:
    """A sentence's tokens without quotation marks, and the noun phrases that begin at them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.first = next((at for at, token in enumerate(tokens) if token.text[:1].isalnum()), 0)
        self._phrases: dict[int, Phrase | None] = {}

    def phrase(self, at: int) -> Phrase | None:
        """The noun phrase that begins at token `at`, or None."""
        if at not in self._phrases:
            self._phrases[at] = phrase_at(self.tokens, at, self.first)
        return self._phrases[at]

    def phrase_ending(self, end: int) -> Phrase | None:
        """The longest noun phrase that ends before token `end`, or None."""
        phrases = (self.phrase(at) for at in range(max(self.first, end - 9), end))
        return next((each for each in phrases if each is not None and each.end == end), None)

    def dates(self, at: int) -> bool:
        """Whether a word or phrase of time begins at token `at`: "today", "last week"."""
        token = self.tokens[at]
        if token.lower in TEMPORAL and (
            token.tag in ("NNP", "RB") or token.lower in ("today", "yesterday", "tomorrow", "tonight")
        ):
            return True
        if token.lower in ("last", "this", "next", "earlier", "each", "every"):
            after = at + 1
            return after < len(self.tokens) and (
                self.tokens[after].lower in TEMPORAL or self.tokens[after].lower in MONTHS
            )
        return token.lower in MONTHS


def plain(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without quotation marks."""
    return [token for token in tokens if token.tag not in _MARKS]
