"""Changes and rates told beside the two amounts that they come from: "27 million tons ..., up from 24 million last year, an increase of 8%".

The amounts stand in the same sentence before, or in the one before it; where there are not just two of one kind nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from editor.checks.facts.amounts import AMOUNT, ROUNDING, Amount, allows, read
from editor.checks.facts.changes import TIMES, Wrong
from editor.checks.facts.numerals import is_year
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_PERCENT = r"(?P<p>\d+(?:\.\d+)?) ?(?:%|percent\b|per cent\b)"
_CHANGE = Expression(
    r"\b(?:an?|the) (?:[a-z-]+ )?(?:(?P<up>increase|rise|jump|gain|growth)|fall|drop|decline|decrease|reduction|cut)"
    rf" of (?P<about>{ROUNDING} )?{_PERCENT}",
    re.IGNORECASE,
)
_RATE = Expression(
    r"\b(?:corresponds? to|corresponding to|equals?|equal to|amounts? to|that is|which is|,) an? (?:[a-z-]+ ){0,2}?(?:rate|share|proportion|turnout)"
    rf" of (?P<about>{ROUNDING} )?{_PERCENT}",
    re.IGNORECASE,
)
_MAJORITY = Expression(
    rf"\b(?P<a>{AMOUNT})(?: votes)? to (?P<b>{AMOUNT})\b[^.;%]{{0,90}}?\b(?:majority|share) of (?P<about>{ROUNDING} )?{_PERCENT}",
    re.IGNORECASE,
)
_EACH = Expression(
    rf"(?P<n>{AMOUNT}) (?:[a-z-]+ ){{0,2}}?(?P<who>[a-z]{{3,}})s\b[^.;:\d$€£]{{0,50}}?\b(?:cost|costs|total|sum) of (?P<about>{ROUNDING} )?(?P<all>{AMOUNT})"
    rf"(?: a year| a month| per year)?, or (?P<about2>{ROUNDING} )?(?P<one>{AMOUNT}) (?:a|an|per|for each|for every) (?P=who)\b",
    re.IGNORECASE,
)
_TIMES = Expression(
    r"\b(?P<about>(?:more than|nearly|almost|about|roughly) )?(?P<verb>doubl|tripl|trebl|quadrupl)(?:ed|ing)\b",
    re.IGNORECASE,
)
# What goes on about the thing that the sentence before counts.
_SAME = Expression(r"(?:That|This|It|They|The (?:number|population|total|figure|count|tally|output|sum))\b")
_YEARS = Expression(
    r"\bfor (?P<n>\d{1,2}) years,? from (?P<a>(?:19|20)\d\d) (?:to|until|till) (?P<b>(?:19|20)\d\d)\b"
    r"|\bfrom (?P<a2>(?:19|20)\d\d) (?:to|until|till) (?P<b2>(?:19|20)\d\d), (?:for |a total of )?(?P<n2>\d{1,2}) years\b"
)
_PERIOD = r"(?:a|per|each|every)"
_FIRST = Expression(rf"(?P<a>{AMOUNT}) {_PERIOD} (?P<one>year|month|week|day)\b", re.IGNORECASE)
_THEN = Expression(
    r"\b(?:come|comes|came|work|works|worked|amount|amounts|equivalent|equal|add|adds|that is|which is|or|make|makes|meaning|translates?) "
    r"(?:to |out at |out to |up to |a further |an extra |into )?"
    rf"(?P<about>{ROUNDING} )?(?P<b>{AMOUNT}) {_PERIOD} (?P<two>year|month|week|day)\b",
    re.IGNORECASE,
)
_DAYS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}
_COUNTED = Expression(rf"(?P<n>{AMOUNT})(?P<of> [a-z]+)?", re.IGNORECASE)
_SIGN = Expression(r"\d|(?:doubl|bl|pl)(?:ed|ing)\b")
# By how much of itself a figure told roughly may be off, and how far a multiple may be.
_ROOM, _LOOSE = 0.05, 0.15


class _Told(NamedTuple):
    """An amount and the word after it: "bags"."""

    amount: Amount
    of: str


def wrong_rates(lines: Sequence[Line], text: str) -> Wrong:
    """Each change, rate, price of one or length of time that its figures contradict: its place, no figure, a message."""
    body = [line for line in lines if line.block.kind is PartKind.BODY]
    for at, line in enumerate(body):
        low, high = line.span
        if not _SIGN.search(text, low, high):
            continue
        before = body[at - 1].span.start if at and body[at - 1].block == line.block else low
        for match in _CHANGE.finditer(text, low, high):
            yield from _change(match, text, low, before)
        for match in _RATE.finditer(text, low, high):
            yield from _rate(match, text, low, before)
        for match in _MAJORITY.finditer(text, low, high):
            yield from _majority(match)
        for match in _EACH.finditer(text, low, high):
            yield from _each(match)
        for match in _YEARS.finditer(text, low, high):
            yield from _years(match)
        for match in _THEN.finditer(text, low, high):
            yield from _shorter(match, text, before)
        if before < low and (found := _TIMES.search(text, low, high)):
            yield from _multiple(found, text, Span(low, high), Span(before, low))


def _pair(text: str, start: int, end: int) -> tuple[_Told, _Told] | None:
    """The two amounts of one kind in a stretch of text; None where there are fewer or more, or others beside them."""
    found = []
    for each in _COUNTED.finditer(text, start, end):
        amount = read(each["n"])
        if (
            amount is not None
            and not is_year(each["n"])
            and amount.kind != "%"
            and amount.number > 0
            and any(map(str.isdigit, each["n"]))
        ):
            found.append(_Told(amount, (each["of"] or "").strip()))
    money = [each for each in found if each.amount.kind]
    for pair in (money, found):
        if (
            len(pair) == 2
            and pair[0].amount.kind == pair[1].amount.kind
            and pair[0].amount.number != pair[1].amount.number
        ):
            return pair[0], pair[1]
    return None


def _scaled(pair: tuple[_Told, _Told]) -> bool:
    """Whether both are sums of money, or both are so large that they count one thing."""
    one, two = pair
    return (
        bool(one.amount.kind) or min(one.amount.number, two.amount.number) >= 1000 or one.of == two.of != ""
    )


def _change(match: re.Match[str], text: str, low: int, before: int) -> Wrong:
    pair = _pair(text, low, match.start())
    if pair is None:
        if _COUNTED.search(text, low, match.start()) is None:
            return
        pair = _pair(text, before, match.start())
    if pair is None or not _scaled(pair):
        return
    one, two = (each.amount for each in pair)
    old = min(one, two, key=lambda each: each.number)
    new = two if old is one else one
    if not match["up"]:
        new, old = old, new
    if not 0 < new.number / old.number <= 4:
        return
    fit = 100 * abs(new.number - old.number) / old.number
    room = 100 * new.number / old.number * (new.half / new.number + old.half / old.number)
    said = Amount(float(match["p"]), _half(match["p"]), "%")
    if not allows(match["about"], said, fit - room, fit + room, _ROOM):
        yield Span(*match.span("p")), (), f"The other figures make it {fit:.3g}%, not {match['p']}%?"


def _rate(match: re.Match[str], text: str, low: int, before: int) -> Wrong:
    pair = _pair(text, low, match.start()) or _pair(text, before, match.start())
    if pair is None or pair[0].amount.kind:
        return
    part, whole = sorted((each.amount for each in pair), key=lambda each: each.number)
    if part.number < 10:
        return
    fit = 100 * part.number / whole.number
    room = fit * (part.half / part.number + whole.half / whole.number)
    said = Amount(float(match["p"]), _half(match["p"]), "%")
    if not allows(match["about"], said, fit - room, fit + room, _ROOM):
        yield Span(*match.span("p")), (), f"The other figures make it {fit:.2g}%, not {match['p']}%?"


def _majority(match: re.Match[str]) -> Wrong:
    one, two = read(match["a"]), read(match["b"])
    if one is None or two is None or not one.number > two.number > 0:
        return
    fit = 100 * one.number / (one.number + two.number)
    lead = 100 * (one.number - two.number) / (one.number + two.number)
    said = Amount(float(match["p"]), _half(match["p"]), "%")
    if not any(allows(match["about"], said, each, each, _ROOM) for each in (fit, lead)):
        yield Span(*match.span("p")), (), f"The votes make it {fit:.2g}%, not {match['p']}%?"


def _each(match: re.Match[str]) -> Wrong:
    count, whole, one = read(match["n"]), read(match["all"]), read(match["one"])
    if count is None or whole is None or one is None or count.number < 2 or whole.kind != one.kind:
        return
    if not whole.number:
        return
    fit = whole.number / count.number
    room = fit * (whole.half / whole.number)
    if not allows(match["about2"] or match["about"], one, fit - room, fit + room, _ROOM):
        yield (
            Span(*match.span("one")),
            (),
            f"{match['all']} for {match['n']} make {whole.kind}{fit:,.0f} for each?",
        )


def _years(match: re.Match[str]) -> Wrong:
    name = "n" if match["n"] else "n2"
    years = int(match["b"] or match["b2"]) - int(match["a"] or match["a2"])
    if abs(years - int(match[name])) > 1:
        yield Span(*match.span(name)), (str(years),), f"Between the two years lie {years}."


def _shorter(match: re.Match[str], text: str, before: int) -> Wrong:
    """ "£180 a year", later "that would come to £18 a month"."""
    told = [each for each in _FIRST.finditer(text, before, match.start()) if each["one"] != match["two"]]
    said = read(match["b"])
    if len(told) != 1 or said is None:
        return
    whole = read(told[0]["a"])
    if whole is None or whole.kind != said.kind or not said.kind or not whole.number:
        return
    fit = whole.number * _DAYS[match["two"].lower()] / _DAYS[told[0]["one"].lower()]
    room = fit * (0.1 + whole.half / whole.number)
    if fit < whole.number and not allows(match["about"], said, fit - room, fit + room, _ROOM):
        yield Span(*match.span("b")), (), f"{told[0].group()} makes {said.kind}{fit:,.0f} a {match['two']}?"


def _multiple(match: re.Match[str], text: str, sentence: Span, before: Span) -> Wrong:
    if any(map(str.isdigit, sentence.of(text))) or not _SAME.match(text, sentence.start):
        return
    pair = _pair(text, before.start, before.end)
    if pair is None or not (pair[0].of == pair[1].of != ""):
        return
    small, large = sorted(each.amount.number for each in pair)
    times, ratio = TIMES[match["verb"].lower()], large / small
    about = (match["about"] or "").strip().lower()
    low = 1 - (0.25 if about in ("nearly", "almost", "about", "roughly") else _LOOSE)
    high = 1.9 if about == "more than" else 1 + _LOOSE
    if not times * low <= ratio <= times * high:
        yield Span(*match.span()), (), f"By the figures before it is {ratio:.2g} times, not {times:g}?"


def _half(figure: str) -> float:
    """Half of the last place of a figure."""
    return 0.5 * 10.0 ** -len(figure.partition(".")[2])
