"""Votes and the halls in which they are cast, told over two sentences: "by 247 votes to 189", "five of the nine members"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.checks.facts.changes import Wrong
from editor.checks.facts.numerals import COUNT, NUMBER, value, written
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_BODY_OF = Expression(
    rf"\b(?P<a>{COUNT}) of (?:the|its) (?:[a-z]+['’]s )?(?P<n>{COUNT}) (?:board |committee |council )?(?:members|judges|lawmakers|policymakers|justices|governors|directors|councillors|councilors|countries|states|parties|clubs)\b",
    re.IGNORECASE,
)
_NEXT_PARTS = Expression(
    rf"(?P<b>{COUNT}) [a-z]+(?:ed|t) [^.;:\d]*?,? (?:and|while) (?P<c>{COUNT}) [a-z]+(?:ed|t)\b",
    re.IGNORECASE,
)
_MAJORITY = Expression(
    r"\b(?P<a>\d+(?:,\d{3})*)(?: votes? to |-)(?P<b>\d+(?:,\d{3})*),? (?:with |by )?an? (?:[a-z]+ )?(?:majority|margin) of (?P<n>\d+(?:,\d{3})*)"
)
_HALL = Expression(
    rf"(?P<t>{NUMBER})-(?:member|nation|seat)\b[^.]{{0,60}}? (?P<a>\d+)-(?P<b>\d+),? with (?P<c>{NUMBER}) abstentions",
    re.IGNORECASE,
)
_SILENT = Expression(
    rf"\b[Tt]he (?:remaining|other) (?P<n>{NUMBER}) [a-z]+ (?:did not vote|were absent|did not take part)",
    re.IGNORECASE,
)


def voted(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Parts of a body that are more than the whole: "five of the nine members", then "three wanted ... and two voted"."""
    whole = _BODY_OF.search(text, *before[-1].span)
    parts = _NEXT_PARTS.match(text, *line.span)
    if whole is None or parts is None:
        return
    numbers = [value(each) for each in (whole["a"], parts["b"], parts["c"])]
    limit = value(whole["n"]) or 0
    total = sum(each or 0 for each in numbers)
    if None not in numbers and total > limit:
        yield (
            Span(*parts.span("c")),
            (),
            f"{whole['a']}, {parts['b']} and {parts['c']} make {total}, not {whole['n']}.",
        )


def majority(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """A majority or margin that its votes do not make."""
    for match in _MAJORITY.finditer(text, *line.span):
        one, two, said = (value(match[each]) for each in ("a", "b", "n"))
        if None not in (one, two, said) and one is not None and two is not None and said != abs(one - two):
            fit = f"{abs(one - two):,}"
            yield (
                Span(*match.span("n")),
                (fit,),
                f"{match['a']} and {match['b']} are {fit} apart, not {match['n']}.",
            )


def absent(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Those who did not vote, where the votes of all members leave another number."""
    silent = _SILENT.search(text, *line.span)
    hall = _HALL.search(text, *before[-1].span) if silent else None
    if silent is None or hall is None:
        return
    whole, *parts, said = (
        value(each) or 0 for each in (hall["t"], hall["a"], hall["b"], hall["c"], silent["n"])
    )
    if whole - sum(parts) != said:
        fit = written(max(whole - sum(parts), 0), silent["n"])
        yield Span(*silent.span("n")), (fit,), f"Of {whole} that leaves {fit}, not {silent['n']}."
