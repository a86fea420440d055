"""What the analysis says about words: tokens with Penn tags, lemmas, and sentences."""

from __future__ import annotations

from dataclasses import dataclass

from editor.values import Span


class Token:
    """A word, number or punctuation mark. `start` and `end` are code points of the document.

    `tag` is the Penn Treebank tag in context; `tags` are all that the lexicon allows (the context's
    tag included); `lemma` fits `tag`, in lower case but for names. `space` says whether white space stands before it.
    `lower` is the text in lower case with straight apostrophes.
    """

    __slots__ = ("end", "lemma", "lower", "space", "start", "tag", "tags", "text")

    def __init__(self, start: int, end: int, text: str, space: bool) -> None:
        self.start = start
        self.end = end
        self.text = text
        lower = text.lower()
        self.lower = lower.replace("’", "'") if "’" in lower else lower
        self.space = space
        self.tag = ""
        self.tags: frozenset[str] = frozenset()
        self.lemma = ""

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block, with its tokens."""

    span: Span
    tokens: tuple[Token, ...]
