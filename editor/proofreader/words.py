"""The words of a sentence as the network was taught to read them."""

from __future__ import annotations

import re

from editor.values import Span

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")


def spans_of(text: str, sentence: Span) -> list[Span]:
    """Where each word and each mark of the sentence stands in `text`, in code points."""
    return [Span(*match.span()) for match in _WORD.finditer(text, sentence.start, sentence.end)]
