"""A document with what checks need to know of it, worked out when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from editor.documents.model import Block, Document, PartKind
from editor.documents.places import Places
from editor.rulebook.model import Profile
from editor.text import sentences as splitter
from editor.text import tagger, tokens
from editor.text.model import Sentence, Token
from editor.values import Span


class Line:
    """A sentence of the story whose tokens are tagged when first asked for."""

    __slots__ = ("_tagged", "_tokens", "block", "span", "text")

    def __init__(self, text: str, block: Block, span: Span) -> None:
        self.text = text
        self.block = block
        self.span = span
        self._tokens: tuple[Token, ...] | None = None
        self._tagged = False

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens, perhaps without tags."""
        if self._tokens is None:
            self._tokens = tuple(tokens.tokenize(self.text, self.span.start, self.span.end))
        return self._tokens

    @property
    def tagged(self) -> tuple[Token, ...]:
        """The tokens with tags and lemmas."""
        words = self.words
        if not self._tagged:
            tagger.tag(list(words))
            self._tagged = True
        return words

    @property
    def sentence(self) -> Sentence:
        """The sentence as a value, its tokens tagged."""
        return Sentence(self.span, self.tagged)


class Story:
    """What a check is given: the document, its sentences, the profile's settings and the rulebook's word lists."""

    def __init__(self, document: Document, profile: Profile, lists: Mapping[str, frozenset[str]]) -> None:
        self.document = document
        self.profile = profile
        self.lists = lists

    @property
    def text(self) -> str:
        """The decoded text of the document."""
        return self.document.text

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every sentence of every block, in order."""
        text = self.document.text
        return tuple(
            Line(text, block, span)
            for block in self.document.blocks
            for span in splitter.split(text, block.span.start, block.span.end)
        )

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The sentences of the body."""
        return tuple(line for line in self.lines if line.block.kind is PartKind.BODY)

    @cached_property
    def places(self) -> Places:
        """Looks up parts, protected stretches and quotations by span."""
        return Places(self.document)

    @property
    def british(self) -> bool:
        """Whether the profile's English is British."""
        return bool(self.profile.get("variant") == "en-GB")

    def protected(self, span: Span) -> bool:
        """Whether the span touches a link, an address, a handle, a hashtag, a file name or code."""
        return self.places.protected(span)

    def quoted(self, span: Span) -> bool:
        """Whether the span touches words inside a quotation; its marks alone don't count."""
        return self.places.quoted(span)
