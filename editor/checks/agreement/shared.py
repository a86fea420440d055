"""A second verb of the same subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.agreement.clash import NUMBER, Clash, clash_at, shown_by
from editor.checks.agreement.subject import bare_is_right
from editor.checks.registry import Hit
from editor.text import lexicon
from editor.text.model import Token
from editor.text.number import GROUP, MANY, ONE
from editor.text.subjects.walk import Subject
from editor.values import Span


def shared(
    tokens: Sequence[Token], at: int, verb: int, readings: dict[int, list[Subject]], british: bool
) -> Iterator[Clash]:
    """ "The ministers met in Paris and has agreed": a second verb of the same subject."""
    shown = shown_by(tokens, verb)
    if not shown or verb in readings:
        return
    if tokens[verb].lower not in NUMBER:
        if shown == MANY:
            yield from _left_bare(tokens, at, verb, readings)
        return
    earlier = [subject for place, subjects in readings.items() if place < at for subject in subjects]
    if (
        len(earlier) != 1
        or at - earlier[0].head > 14
        or any(
            each.tag in ("WP", "WDT", ":", "EX", "VBZ", ",") or each.lower in ("that", "there", "nor")
            for each in tokens[:at]
        )
    ):
        return
    for subject in earlier:
        if subject.number & shown or (subject.number & GROUP and (british or shown == MANY)):
            return
        if (
            subject.apart
            or tokens[subject.head].lower == "i"
            or tokens[subject.head].tag in ("NNP", "NNPS")
            or bare_is_right(tokens, subject, verb)
        ):
            return
    if any(each.tag in ("VB", "MD", "TO") for each in tokens[max(0, at - 12) : at]) and shown == MANY:
        return
    if verb + 1 < len(tokens) and tokens[verb + 1].tag in ("PRP", "DT", "NNP"):
        return
    yield Clash("shared", clash_at(tokens, verb, shown, tokens[earlier[-1].head], None))


def _left_bare(
    tokens: Sequence[Token], at: int, verb: int, readings: dict[int, list[Subject]]
) -> Iterator[Clash]:
    """ "He lost four games and complain about his shoes", "the drug lowers blood pressure and protect the heart"."""
    earlier = [(place, subject) for place, subjects in readings.items() if place < at for subject in subjects]
    if not earlier:
        return
    place, subject = max(earlier, key=lambda each: each[0])
    token = tokens[verb]
    first = tokens[place].tag
    if (
        first not in ("VBD", "VBZ")
        or (first == "VBD" and subject.number & ~GROUP != ONE)
        or tokens[subject.head].tag == "VBG"
        or (subject.apart and first == "VBD")
        or (token.lower != "feed" and token.tags & {"VBD", "VBN"})
        or (first == "VBZ" and tokens[place].lower in ("is", "'s"))
    ):
        return
    if subject.number & GROUP and first == "VBD":
        return
    if any(
        each.tag in ("TO", "MD", "VB", "VBP", ",", "WP", "WDT", "WRB", ":", "VBD", "VBZ", "VBG")
        or each.lemma in ("help", "let", "make", "see", "watch", "hear", "have", "that")
        for each in tokens[place + 1 : at]
    ):
        return
    if (first == "VBZ" or subject.start > 2) and any(
        each.tag in ("MD", "TO") for each in tokens[max(0, place - 14) : place]
    ):
        return
    past = lexicon.inflect(token.lemma, first)
    if tokens[place].lemma in ("help", "let", "make", "see", "watch", "hear", "do", "have") or not past:
        return
    message = f"'{token.text}' has the same subject as '{tokens[place].text}': '{past}'."
    yield Clash("shared", Hit(Span(token.start, token.end), (past,), message))
