"""Spans of a life that other sentences date: "for nine years, since she was 12", "retired in 2010 after 46 years"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.checks.facts.changes import Wrong
from editor.checks.facts.numerals import NUMBER, value
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_SINCE = Expression(rf"\bfor (?P<n>{NUMBER}) years,? since (?:she|he) was (?P<m>{NUMBER})\b", re.IGNORECASE)
_AGE = Expression(r"(?<![\w.,-])(?P<age>\d{1,2})(?:-years?-old\b|(?<=, \d\d),)")

_CAREER = Expression(
    rf"\bretired\b[^.]{{0,40}}? in (?P<y>(?:19|20)\d\d),? after (?:a career of |a career that (?:lasted|spanned) )?(?P<n>{NUMBER}) years",
    re.IGNORECASE,
)
_DEBUT = Expression(
    r"\b(?:debut|began (?:his|her) career|turned professional|joined)\b[^.]{0,40}? in (?P<x>(?:19|20)\d\d)"
)


def aged(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Years since an age that make none of the ages told."""
    for match in _SINCE.finditer(text, *line.span):
        years, young = value(match["n"]), value(match["m"])
        ages = {int(each["age"]) for one in (*before, line) for each in _AGE.finditer(text, *one.span)}
        if years is None or young is None or not ages or any(abs(each - years - young) <= 1 for each in ages):
            continue
        yield (
            Span(*match.span("n")),
            (),
            f"{match['n']} years since the age of {match['m']} make {years + young}?",
        )


def retired(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """A career that is longer or shorter than the years told make it."""
    for match in _CAREER.finditer(text, *line.span):
        begun = {int(each["x"]) for part in before for each in _DEBUT.finditer(text, *part.span)}
        years = value(match["n"])
        if len(begun) == 1 and years is not None:
            fit = int(match["y"]) - begun.pop()
            if fit > 0 and abs(fit - years) > 1:
                yield Span(*match.span("n")), (), f"By the years told it was {fit}, not {match['n']}?"
