"""Receivers with "to" before what is given: "gave to the families money"."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.order.circumstances import is_time
from editor.checks.order.objects import closes
from editor.checks.order.phrases import noun_phrase, span, with_of, written
from editor.checks.order.verbs import after_have
from editor.checks.registry import Hit
from editor.story import Line
from editor.text.phrases import phrase_at
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Severity

_GIVING = words("give show send offer hand lend pay teach grant award promise")
_NO_RECEIVERS = words("life light court congress")


def misplaced_receivers(line: Line) -> Iterator[Hit]:
    """Receivers with "to" before what is given, without it or behind."""
    tokens = line.tagged
    for at in range(1, len(tokens) - 4):
        verb = tokens[at]
        if verb.lemma not in _GIVING or tokens[at + 1].lower != "to" or not verb.tag.startswith("VB"):
            continue
        if verb.tag == "VBN" and not after_have(tokens, at):
            continue
        who = phrase_at(tokens, at + 2, 0)
        if who is None or who.end >= len(tokens) or tokens[who.head].tag not in (*NOUNS, "PRP"):
            continue
        what = noun_phrase(tokens, who.end)
        if (
            what is None
            or tokens[who.end].tag not in ("DT", "PRP$", "CD", "NNS")
            or is_time(tokens, what)
            or tokens[at + 2].lower in _NO_RECEIVERS
        ):
            continue
        end = with_of(tokens, what)
        if end < len(tokens) and (tokens[end].tag in FINITE or tokens[end].tag == "POS"):
            continue
        receiver, given = written(line, at + 2, who.end), written(line, who.end, end)
        yield Hit(
            span(line, at + 1, end),
            (f"{receiver} {given}", f"{given} {written(line, at + 1, who.end)}"),
            severity=None if closes(tokens, end) else Severity.QUERY,
        )
