"""Objects cut off from their verbs by a time or a manner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from editor.checks.order.circumstances import TIMES, is_time, past_circumstance
from editor.checks.order.phrases import STOPS, noun_phrase, span, with_of, written
from editor.checks.order.verbs import after_have
from editor.checks.registry import Hit
from editor.story import Line
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Severity

_OPENERS = frozenset(["DT", "PRP$", "NNS", "NNPS", "CD"])
_CLOSERS = words("and but before after because for without")
_NO_ENDS = words("'s ago later earlier")


def cut_off_objects(line: Line, takes: Set[str]) -> Iterator[Hit]:
    """Objects behind a time or manner, put before it; `takes` are the verbs that have an object."""
    tokens = line.tagged
    for at in range(1, len(tokens) - 4):
        if not _takes_object(tokens, at, takes):
            continue
        middle = past_circumstance(tokens, at + 1)
        end = None if middle is None else _object_end(tokens, middle)
        if middle is not None and end is not None:
            yield Hit(
                span(line, at + 1, end),
                (f"{written(line, middle, end)} {written(line, at + 1, middle)}",),
                severity=Severity.WARNING if closes(tokens, end) else Severity.QUERY,
            )


def _takes_object(tokens: Sequence[Token], at: int, takes: Set[str]) -> bool:
    """Whether an active verb that has an object stands at `at`."""
    verb = tokens[at]
    if not verb.tag.startswith("VB") or verb.lemma not in takes:
        return False
    if verb.tag == "VBN":
        return after_have(tokens, at)
    return verb.tag != "VBG" or tokens[at - 1].tag not in NOUNS


def _object_end(tokens: Sequence[Token], start: int) -> int | None:
    """Where the object that begins at `start` ends; None where none does or it goes on."""
    if tokens[start].tag not in _OPENERS:
        return None
    phrase = noun_phrase(tokens, start)
    if phrase is None or tokens[start].lower in TIMES or is_time(tokens, phrase):
        return None
    end = with_of(tokens, phrase)
    if (
        end >= len(tokens)
        or tokens[end].tag in FINITE
        or tokens[end].tag == "POS"
        or tokens[end].lower in _NO_ENDS
        or _coordinated(tokens, end)
    ):
        return None
    return end


def _coordinated(tokens: Sequence[Token], end: int) -> bool:
    """Whether the object goes on behind "and": "a marketing and research alliance it called ..."."""
    return (
        tokens[end].lower in ("and", "or")
        and end + 1 < len(tokens)
        and tokens[end + 1].tag in ("NN", "NNS", "JJ", "VBG")
    )


def closes(tokens: Sequence[Token], end: int) -> bool:
    """Whether an object ends here, so that nothing heavy excuses its place."""
    if end >= len(tokens) or tokens[end].tag == "." or tokens[end].lower in _CLOSERS:
        return True
    return tokens[end].tag == "," and not _verb_soon(tokens, end)


def _verb_soon(tokens: Sequence[Token], at: int) -> bool:
    """Whether a finite verb follows within six words, before any other mark."""
    for token in tokens[at + 1 : at + 7]:
        if token.tag in FINITE:
            return True
        if token.text in STOPS:
            return False
    return False
