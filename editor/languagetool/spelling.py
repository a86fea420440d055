"""Which words of a story a dictionary is asked about, and where in the story its answers stand.

LanguageTool has suggestions for every word that it doesn't know, most of them names, and needs nine tenths of its
time for them. So its spelling rule sees only words that an answer could say something of, each once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from editor.documents.model import Block
from editor.languagetool.client import Match
from editor.languagetool.names import SpellingJudge
from editor.values import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def doubtful_words(text: str, blocks: Iterable[Block], judge: SpellingJudge) -> list[tuple[Span, str]]:
    """The words in those blocks that the judge wants to know of: the place in the text, and the word."""
    words = [match for block in blocks for match in _WORD.finditer(text, block.span.start, block.span.end)]
    places = [(Span(match.start(), match.end()), match.group()) for match in words]
    return [(span, word) for span, word in places if judge.worth_asking(span)]


def placed(
    words: Iterable[tuple[Span, str]], answers: Mapping[str, Match], others: Sequence[Match]
) -> Iterator[Match]:
    """What the dictionary says, at each place of the word in the text.

    Where one of the `others` points at the same place, which knows more than a dictionary, nothing.
    """
    taken = [match.span for match in others]
    for span, word in words:
        answer = answers.get(word)
        if answer is not None and not any(span.start < each.end and each.start < span.end for each in taken):
            yield replace(
                answer, span=Span(span.start + answer.span.start, span.start + answer.span.end), sentence=""
            )
