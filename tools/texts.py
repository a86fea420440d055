"""The texts that tables are counted on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from editor.text import tagger
from editor.text.model import Token
from editor.text.sentences import split
from editor.text.tokens import tokenize


def sentences(paths: Sequence[Path]) -> Iterator[list[Token]]:
    """The tagged sentences of the files."""
    for path in paths:
        for paragraph in path.read_text(encoding="utf-8", errors="replace").split("\n"):
            for span in split(paragraph, 0, len(paragraph)) if len(paragraph) > 20 else ():
                tokens = tokenize(paragraph, span.start, span.end)
                tagger.tag(tokens)
                yield tokens
