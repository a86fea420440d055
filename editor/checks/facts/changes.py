"""Changes that a sentence tells twice: "to 61% from 58%, a gain of five points", "doubled to 60 from 40", "a quarter, or 38%"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from editor.checks.facts.amounts import AMOUNT, ROUNDING, Amount, allows, read
from editor.checks.facts.numerals import is_year
from editor.text.expression import Expression
from editor.values import Span

Wrong = Iterator[tuple[Span, tuple[str, ...], str]]

_UNIT = r"(?: [a-z]+){0,3}?"
_PAIR = rf"\b(?:to (?P<x>{AMOUNT})[^.;:\d]{{0,50}}? from (?:{ROUNDING} )?(?P<y>{AMOUNT})|from (?P<y2>{AMOUNT})[^.;:\d]{{0,50}}? to (?P<x2>{AMOUNT}))"
_POINTS = r"(?P<points> (?:percentage |basis )?points?\b)?"
_NAMED = Expression(
    rf"{_PAIR}[^.;:\d]{{0,45}}?, (?:which (?:was|is) )?(?:a|an) (?:[a-z-]+ ){{0,3}}?"
    rf"(?P<noun>gain|rise|increase|jump|advance|improvement|growth|climb|fall|drop|decline|loss|reduction|decrease|cut|slump|difference) of (?P<about>{ROUNDING} )?(?P<d>{AMOUNT}){_POINTS}",
    re.IGNORECASE,
)
_BY = Expression(
    rf"\b(?:by|added|gained|lost|shed|rose|fell|up|down) (?P<about>{ROUNDING} )?(?P<d>{AMOUNT}){_POINTS}{_UNIT},? {_PAIR}",
    re.IGNORECASE,
)
_UP_FROM = Expression(
    rf"(?P<x>{AMOUNT})[^.;:\d]{{0,60}}?, (?:up|down) from (?P<y>{AMOUNT})[^.;:\d]{{0,40}}?, (?:a|an) (?:[a-z-]+ ){{0,2}}?"
    rf"(?P<noun>gain|rise|increase|jump|advance|growth|fall|drop|decline|loss|reduction|decrease|cut) of (?P<about>{ROUNDING} )?(?P<d>{AMOUNT}){_POINTS}",
    re.IGNORECASE,
)
TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
"""How often by the stem of the verb."""
_MULTIPLIED = Expression(
    rf"\b(?P<about>(?:more than|nearly|almost|about|roughly) )?(?P<verb>doubl|tripl|trebl|quadrupl|halv)(?:ed|es|e|ing)\b[^.;:\d]{{0,40}}? {_PAIR}",
    re.IGNORECASE,
)
_FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "eighth": 1 / 8,
    "tenth": 1 / 10,
}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}
_FRACTION = Expression(
    rf"\b(?P<about>{ROUNDING} )?(?:(?:(?P<count>a|one|two|three|four)[ -])?(?P<part>third|quarter|fifth|sixth|eighth|tenth)s?|(?:a )?(?P<half>half))(?: of [^.,;:()\d]{{1,50}})?"
    r"(?:, or (?:about |roughly |around )?| \((?:about |around )?)(?P<p>\d+(?:\.\d+)?) ?(?:%|percent\b|per cent\b)",
    re.IGNORECASE,
)
_SIGN = Expression(r"\b(?:from|or|half)\b|\(", re.IGNORECASE)
# What a change of a fifth or more may be called to the nearest number that reads well.
_LOOSE = 0.12


def wrong_changes(text: str, start: int, end: int) -> Wrong:
    """Each change in text[start:end] that its own figures contradict: its place, the figure that would fit, a message."""
    if not _SIGN.search(text, start, end):
        return
    for expression in (_NAMED, _BY, _UP_FROM):
        for match in expression.finditer(text, start, end):
            yield from _difference(match)
    for match in _MULTIPLIED.finditer(text, start, end):
        yield from _multiple(match)
    for match in _FRACTION.finditer(text, start, end):
        yield from _fraction(match)


def _ends(match: re.Match[str]) -> tuple[Amount, Amount] | None:
    """The new and the old amount, where both are of one kind and neither is a year."""
    found = match.groupdict()
    new_text, old_text = found["x"] or found.get("x2"), found["y"] or found.get("y2")
    new, old = read(new_text or ""), read(old_text or "")
    if new is None or old is None or is_year(new_text or "") or is_year(old_text or ""):
        return None
    scaled = "illion" in (new_text or "") + (old_text or "")
    if new.kind != old.kind:
        # "to 61% from 58": the sign stands once.
        if "%" in (new.kind, old.kind):
            return new._replace(kind="%"), old._replace(kind="%")
        if not (new.kind and not old.kind) or scaled:
            return None
    if not (0.2 <= (new.number + 1e-9) / (old.number + 1e-9) <= 5) and scaled:
        # "to 1.2 billion from 900 million", but "to 1.2 from 900 million" is unsure.
        return None
    return new, old


def _difference(match: re.Match[str]) -> Wrong:
    ends = _ends(match)
    said = read(match["d"])
    if ends is None or said is None or is_year(match["d"]):
        return
    new, old = ends
    points = (match["points"] or "").strip().lower()
    low, high = sorted(
        (
            abs(new.number - old.number) - new.half - old.half,
            abs(new.number - old.number) + new.half + old.half,
        )
    )
    if said.kind == "%" and old.number > 0:
        fit = 100 * abs(new.number - old.number) / old.number
        # Roundings of the two seldom add up to their worst.
        room = (
            100
            * new.number
            / old.number
            * math.hypot(new.half / max(new.number, 1e-9), old.half / old.number)
        )
        if allows(match["about"], said, fit - room, fit + room, 0.05) or (
            new.kind == "%" and allows(match["about"], said, low, high)
        ):
            return
    else:
        if "basis" in points:
            low, high = 100 * low, 100 * high
        elif (
            (points and new.kind not in ("%", ""))
            or (said.kind and said.kind != new.kind)
            or (not points and new.kind == "%" and not said.kind)
        ):
            return
        if allows(match["about"], said, low, high, 0.02):
            return
        fit = (low + high) / 2
    figure = (
        f"{fit:.{len(match['d'].rstrip('%').partition('.')[2])}f}"
        if re.fullmatch(r"[\d.]+%?", match["d"])
        else ""
    )
    yield (
        Span(*match.span("d")),
        (),
        f"The other figures make it {figure or f'{fit:,.10g}'}, not {match['d']}?",
    )


def _multiple(match: re.Match[str]) -> Wrong:
    ends = _ends(match)
    if ends is None or ends[1].number <= 0:
        return
    new, old = ends
    times = TIMES[match["verb"].lower()]
    ratio = new.number / old.number
    about = (match["about"] or "").strip().lower()
    if times < 1:
        times, ratio = 1 / times, old.number / max(new.number, 1e-9)
    low, high = {
        "more than": (times * 0.97, times * 1.9),
        "nearly": (times * 0.8, times * 1.03),
        "almost": (times * 0.8, times * 1.03),
    }.get(about, (times * (1 - _LOOSE), times * (1 + _LOOSE)))
    if low <= ratio <= high:
        return
    yield Span(*match.span("verb")), (), f"By its figures it is {ratio:.2g} times, not {times:g}?"


def _fraction(match: re.Match[str]) -> Wrong:
    if match["half"]:
        share = 50.0
    else:
        share = 100 * _COUNTS[(match["count"] or "a").lower()] * _FRACTIONS[match["part"].lower()]
    said = float(match["p"])
    if not allows(match["about"], Amount(share, 3.0, "%"), said, said):
        yield (
            Span(*match.span("p")),
            (),
            f"{match['p']}% is not {(match['about'] or '')}{match['count'] or 'a'} {match['part'] or 'half'}?",
        )
