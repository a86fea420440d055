"""A reader that doubts what it is told to, and shorthand for what comes of it."""

from editor.proofreader.doubts import Opinion, doubts
from editor.proofreader.labels import KEEP
from editor.proofreader.words import spans_of
from editor.values import Span

SURE = Opinion(0.01, ((KEEP, 0.99),))


def doubt(label, wrong=0.9, likely=0.8, *others):
    """An opinion that a label mends the word."""
    return Opinion(wrong, ((label, likely), *others))


class Told:
    """Gives the opinions that it was told by word; it counts the sentences that it has read."""

    def __init__(self, **opinions):
        self.by_word = opinions
        self.read = 0

    def opinions(self, words):
        self.read += 1
        return [SURE, *(self.by_word.get(word, SURE) for word in words)]


def found(text, least=0.5, beginning=SURE, **opinions):
    """(words, replacements) of the doubts about a sentence whose words have these opinions."""
    spans = spans_of(text, Span(0, len(text)))
    given = [beginning, *(opinions.get(span.of(text), SURE) for span in spans)]
    return [(each.span.of(text), each.replacements) for each in doubts(text, spans, given, least)]
