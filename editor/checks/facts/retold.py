"""Changes and scores that a story tells again and differently: exports "rose 18%", later "the 25% rise in exports"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

Wrong = Iterator[tuple[Span, tuple[str, ...], str]]

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
    figures = {each["p"] for line in before for each in _SHARE.finditer(text, *line.span)}
    told = [
        [each["p"] for each in _SHARE.finditer(text, *line.span)]
        for line in before
        if re.search(rf"\b{re.escape(stem)}", line.span.of(text), re.IGNORECASE)
    ]
    told = [each for each in told if each]
    around = text[max(0, match.start() - 30) : match.end() + 30]
    if len(told) == 1 and len(told[0]) == 1 and match["p"] not in figures and not _OTHER_TIME.search(around):
        yield (
            Span(*match.span("p")),
            (told[0][0],),
            f"{match['p']}% here, {told[0][0]}% of {what} before?",
        )


def _score(match: re.Match[str], before: Sequence[Line], text: str) -> Wrong:
    said = {match["one"], match["two"]}
    scores = [(each["one"], each["two"]) for line in before for each in _ANY_SCORE.finditer(text, *line.span)]
    if not scores or any(set(each) == said for each in scores):
        return
    near = [each for each in scores if len(set(each) & said) == 1]
    if near:
        start, end = match.start("one"), match.end("two")
        yield Span(start, end), (), f"{text[start:end]} here, {', '.join(map('-'.join, near))} before?"
