"""Sentences, tokens and tags of one block."""

from __future__ import annotations

from editor.text.model import Sentence
from editor.text.sentences import split
from editor.text.tagger import tag
from editor.text.tokens import tokenize


def analyse(text: str, start: int = 0, end: int | None = None) -> list[Sentence]:
    """The sentences of text[start:end] with tagged tokens; all spans count code points of `text`."""
    found = []
    for span in split(text, start, end):
        tokens = tokenize(text, *span)
        tag(tokens)
        found.append(Sentence(span, tuple(tokens)))
    return found
