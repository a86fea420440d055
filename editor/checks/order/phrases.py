"""The noun phrases that may be out of place, and the words of a sentence between two of its tokens."""

from __future__ import annotations

from collections.abc import Sequence

from editor.story import Line
from editor.text.model import Token
from editor.text.phrases import Phrase, phrase_at
from editor.text.tagset import NOUNS
from editor.text.words import words
from editor.values import Span

QUOTES = frozenset(['"', "“", "”", "``", "''"])
STOPS = QUOTES | {",", ":", ";", "(", ")", "—", "–", "--", "...", "…"}
_PRONOUNS = words("he she it they we i you")


def written(line: Line, start: int, end: int) -> str:
    """The text from token `start` up to token `end`."""
    tokens = line.tagged
    return line.text[tokens[start].start : tokens[end - 1].end]


def span(line: Line, start: int, end: int) -> Span:
    """The span from token `start` up to token `end`."""
    tokens = line.tagged
    return Span(tokens[start].start, tokens[end - 1].end)


def noun_phrase(tokens: Sequence[Token], at: int, first: int = 0) -> Phrase | None:
    """The phrase at a token, if a determiner, a name, a number, a plural or a pronoun shows that it is one."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.lower in ("that", "there", "such") or token.tag in ("WDT", "WP", "EX"):
        return None
    if token.tag == "DT" and at + 1 < len(tokens) and tokens[at + 1].lower == "mine":
        return Phrase(at, at + 2, at + 1, 1, True)
    if token.tag == "PRP":
        return phrase_at(tokens, at, first) if token.lower in _PRONOUNS else None
    if (
        token.lower in ("this", "these", "those")
        and at + 1 < len(tokens)
        and tokens[at + 1].tag.startswith("V")
    ):
        return Phrase(at, at + 1, at, 1, True)
    phrase = phrase_at(tokens, at, first)
    if phrase is None or phrase.head < 0 or tokens[phrase.head].tag not in NOUNS:
        return None
    if token.tag in ("DT", "PRP$", "NNP", "NNPS", "CD") or tokens[phrase.head].tag in ("NNS", "NNPS"):
        return phrase
    return None


def with_of(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Where a phrase ends that "of" and another phrase, or a possessive's noun, go on."""
    end = phrase.end
    while end + 1 < len(tokens) and tokens[end].lower == "of":
        inner = phrase_at(tokens, end + 1, 0)
        if inner is None:
            break
        end = inner.end
    return end
