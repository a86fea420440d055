"""Changes and scores that a story tells again and differently: exports "rose 18%", later "the 25% rise in exports"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.checks.facts.changes import Wrong
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_PERCENT = r"(?:%|percent\b|per cent\b)"
_AGAIN = Expression(
    rf"\b(?:the|that|this|its|their) (?P<p>\d+(?:\.\d+)?) ?{_PERCENT} (?:rise|increase|jump|growth|gain|fall|drop|decline|decrease|cut|slide|slump) (?:in|of) (?:the |its |their )?(?P<what>(?:[a-z-]+ ){{0,2}}?[a-z]{{3,}})\b(?= (?:and|but|was|is|were|are|has|had|will|would)\b|[,.;])",
    re.IGNORECASE,
)
_SHARE = Expression(rf"(?P<p>\d+(?:\.\d+)?) ?{_PERCENT}", re.IGNORECASE)
_SCORE = Expression(r"\bthe (?P<one>\d{1,3})[-–](?P<two>\d{1,3}) (?:score|scoreline|result)\b", re.IGNORECASE)
_ANY_SCORE = Expression(r"(?<![\w.,-])(?P<one>\d{1,3})[-–](?P<two>\d{1,3})(?![\w-]|[.,]\d)")
_OTHER_TIME = Expression(
    r"\b(?:last|previous|earlier|first|second|third|fourth|month|quarter|week|(?:1[89]|20)\d\d)\b",
    re.IGNORECASE,
)
# So many letters of a noun at least are looked for, so that its verb is met too.
_STEM = 5


def retold(lines: Sequence[Line], text: str) -> Wrong:
    """Each change or score of the body that differs from the one before: its place, the one before, a message."""
    body = [line for line in lines if line.block.kind is PartKind.BODY]
    for at, line in enumerate(body):
        for match in _AGAIN.finditer(text, *line.span):
            yield from _change(match, body[:at], text)
        for match in _SCORE.finditer(text, *line.span):
            yield from _score(match, body[:at], text)


def _change(match: re.Match[str], before: Sequence[Line], text: str) -> Wrong:
    what = match["what"].lower().split()[-1]
    # "exported", "exports"
    stem = what[: max(_STEM, len(what) - 2)]
    of_it = re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE)
    figures: set[str] = set()
    told: list[list[str]] = []
    for line in before:
        shares = [each["p"] for each in _SHARE.finditer(text, *line.span)]
        figures.update(shares)
        if shares and of_it.search(line.span.of(text)):
            told.append(shares)
    around = text[max(0, match.start() - 30) : match.end() + 30]
    if len(told) == 1 and len(told[0]) == 1 and match["p"] not in figures and not _OTHER_TIME.search(around):
        (share,) = told[0]
        yield Span(*match.span("p")), (share,), f"{match['p']}% here, {share}% of {what} before?"


def _score(match: re.Match[str], before: Sequence[Line], text: str) -> Wrong:
    said = {match["one"], match["two"]}
    scores = [(each["one"], each["two"]) for line in before for each in _ANY_SCORE.finditer(text, *line.span)]
    if not scores or any(set(each) == said for each in scores):
        return
    near = [each for each in scores if len(set(each) & said) == 1]
    if near:
        start, end = match.start("one"), match.end("two")
        yield Span(start, end), (), f"{text[start:end]} here, {', '.join(map('-'.join, near))} before?"
