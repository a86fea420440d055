"""Parts told one after another that just miss a number told before: "61 men, 12 women and eight children", of 83 people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.facts.numerals import NUMBER, is_year, value
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_N = rf"(?<![\w.,$€£¥-]){NUMBER}(?![\w%]|[.,]\d|-)"
_WHAT = r"(?!(?:and|or|of|from|to|in|on|for|with|near|at|by|than|percent|per)\b)[a-z][a-z-]+"
_ENUMERATION = Expression(
    rf"{_N} {_WHAT}(?: (?!and\b){_WHAT}){{0,3}}(?:, {_N} {_WHAT}(?: (?!and\b){_WHAT}){{0,3}})+,? and {_N}(?= [a-z])",
    re.IGNORECASE,
)
_NUMBER = Expression(_N, re.IGNORECASE)
_MEASURED = Expression(
    r"\b(?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|feet|inches|miles|kilomet\w+|met(?:er|re)s|points?|goals?|games?|sets?|times|percent|million|billion"
    r"|rebounds|assists|including|others?)\b",
    re.IGNORECASE,
)
_LEAST = 6
_NEAR = 0.1


def missed_sums(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str]]:
    """Each enumeration of the body whose sum was not told but is near a number that was: its place, and a message."""
    for line in lines:
        if line.block.kind is not PartKind.BODY:
            continue
        for match in _ENUMERATION.finditer(text, *line.span):
            if _MEASURED.search(match.group()):
                continue
            parts = [value(each.group()) or 0 for each in _NUMBER.finditer(text, *match.span())]
            whole = sum(parts)
            told = {
                value(each.group()) or 0
                for each in _NUMBER.finditer(text)
                if not match.start() <= each.start() < match.end() and not is_year(each.group())
            }
            near = [each for each in told if max(parts) < each and abs(each - whole) <= max(1, whole * _NEAR)]
            if whole >= _LEAST and whole not in told and len(near) == 1:
                yield Span(*match.span()), f"These make {whole}, and {near[0]} stands elsewhere in the story?"
