"""Openings of place and time, which turn nothing round: "On Monday was held a meeting"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.order.circumstances import is_time
from editor.checks.order.phrases import QUOTES, noun_phrase, span, with_of, written
from editor.checks.registry import Hit
from editor.story import Line
from editor.text.model import Token
from editor.text.phrases import phrase_at
from editor.text.tagset import FINITE
from editor.text.words import words

_PLACES = words("in on at during under near from with for by inside outside near around between among behind")
_WHENS = words("yesterday today tonight recently")
_BEGINS = frozenset(
    tuple(each.split())
    for each in ("last week", "last year", "last month", "this week", "this year", "this morning")
)
_HAPPEN = words("die happen occur participate attend arrive explode disappear exist")
# With these passives a noun after the verb is no subject: "was given a medal".
_NAMING = words(
    "given offered told shown named called awarded elected appointed made asked taught paid promised sent"
)


def turned_round(line: Line) -> Iterator[Hit]:
    """The subject that stands behind its verb after a place or time in front, put before it."""
    if not _opens_with_circumstance(line):
        return
    tokens = line.tagged
    verb = next((at for at, token in enumerate(tokens[:16]) if token.tag in FINITE), None)
    if verb is None or verb < 1 or verb + 3 >= len(tokens) or not _all_front(tokens, verb):
        return
    start, passive = _past_verb(tokens, verb)
    if (
        start is None
        or start >= len(tokens)
        or tokens[start].tag not in ("DT", "CD", "NNS")
        or tokens[start].lower == "that"
    ):
        return
    phrase = noun_phrase(tokens, start)
    if phrase is None or is_time(tokens, phrase) or (passive and tokens[start - 1].lower in _NAMING):
        return
    end = with_of(tokens, phrase)
    if end >= len(tokens) or tokens[end].tag not in FINITE:
        yield Hit(span(line, verb, end), (f"{written(line, start, end)} {written(line, verb, start)}",))


def _opens_with_circumstance(line: Line) -> bool:
    """Whether the first words may be a place or a time, in a statement without quotations."""
    spoken = line.words
    first = spoken[0].lower
    return (
        (first in _PLACES or first in _WHENS or (first, spoken[min(1, len(spoken) - 1)].lower) in _BEGINS)
        and spoken[-1].text != "?"
        and not any(token.text in QUOTES for token in spoken)
    )


def _past_verb(tokens: Sequence[Token], verb: int) -> tuple[int | None, bool]:
    """Where the subject begins behind the verb, and whether the verb is passive; None where none may stand there."""
    start = verb + 1
    if tokens[verb].lower in ("has", "have", "had") and tokens[start].lower == "been":
        start += 1
    passive = (tokens[verb].lower in ("was", "were") or start > verb + 1) and tokens[start].tag == "VBN"
    if passive or (tokens[verb].lemma == "take" and tokens[start].lower == "place"):
        return start + 1, passive
    if tokens[verb].lemma not in _HAPPEN or tokens[verb].tag == "VBN":
        return None, passive
    return start, passive


def _all_front(tokens: Sequence[Token], verb: int) -> bool:
    """Whether all before the verb is one phrase of place or time, or several, and none of it a subject."""
    at = 0
    while at < verb:
        token = tokens[at]
        if token.text == "," or token.lower in _WHENS:
            at += 1
        elif token.lower in ("last", "this"):
            at += 2
        elif token.lower not in _PLACES and not (at > 0 and token.lower == "of"):
            return False
        else:
            phrase = phrase_at(tokens, at + 1, 0)
            if phrase is None or phrase.end > verb:
                return False
            at = phrase.end
    return at == verb
