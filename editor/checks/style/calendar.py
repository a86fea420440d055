"""The dates that a story names, and how a house writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from editor.documents.model import PartKind
from editor.story import Story
from editor.text.expression import Expression
from editor.values import Span

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SHORT = dict(
    zip(
        MONTHS,
        ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."],
        strict=True,
    )
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

MONTH = (
    r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|Jun(?:e|\b\.?)|Jul(?:y|\b\.?)|Aug(?:ust|\b\.?)"
    r"|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))"
)
BEGINNINGS = tuple(month[:3] for month in MONTHS)
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?P<gap>,? (?:the )?)"
_MONTH_DAY = Expression(
    rf"(?:{_WEEKDAY})?(?P<month>{MONTH}) (?P<the>the )?(?P<day>\d{{1,2}})(?P<ordinal>(?:st|nd|rd|th)\b)?(?![\d:%]|[.,]\d)"
    r"(?P<more>(?: ?[-–] ?| (?:and|to|or) )\d{1,2}(?![\d:.,]\d|\d))?(?P<comma>,)?(?: (?P<year>(?:1[5-9]|20)\d\d)(?![\d,]\d|-|%))?"
)
_DAY_MONTH = Expression(
    rf"(?:{_WEEKDAY})?(?<![\d.,:$£€/-])(?P<lead>\d{{1,2}}(?:, \d{{1,2}})*(?: ?[-–] ?| (?:and|to|or) ))?(?P<day>\d{{1,2}})(?P<ordinal>st|nd|rd|th)?"
    rf"(?P<of> of)? (?P<month>{MONTH})(?!\w)(?P<comma>,)?(?: (?P<year>(?:1[5-9]|20)\d\d)(?![\d,]\d|-|%))?"
)
# The day of publication on a line of its own says nothing of the story's style.
_DATE_LINE = Expression(rf"(?:\w+day,? )?(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}),? \d{{4}}\.?")
# "Boeing 737 10 May", "Room 5 March": a number that belongs to what stands before it.
_OWNER = Expression(r"(?:\d|[Nn]o\.|[A-Z]\w+)[ -]$")
_PREPOSITION = Expression(r"(?:On|By|Since|Until|From|After|Before|The|day) $")
_IN = Expression(r"\b(?:[Ii]n|[Oo]f|[Ll]ast) $")
_NOUN_FOLLOWS = Expression(
    r" (?!and|at|in|on|by|for|to|from|after|before|when|because|as|but|or|until|with|the|a|is|was|were|has|had|will|would|he|she|they|it|of)[a-z]"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A date as the story writes it: "Friday, Oct. 5, 2021", "5th of October".

    `span` covers day, month and year; `weekday` is where the day of the week stands, or None.
    `lead` and `more` are the other days of a range. `month` counts from 1. `written` is the month as it stands.
    """

    span: Span
    day: int
    month: int
    year: int | None
    written: str
    month_span: Span
    day_first: bool
    ordinal: bool
    of: bool
    comma: bool
    lead: str
    more: str
    weekday: Span | None


_KNOWN: WeakKeyDictionary[Story, tuple[Named, ...]] = WeakKeyDictionary()


def dates(story: Story) -> tuple[Named, ...]:
    """The dates of the story's body, in order, those in quotations and links left out."""
    if story not in _KNOWN:
        _KNOWN[story] = tuple(sorted(_dates(story), key=lambda each: each.span))
    return _KNOWN[story]


def possible(month: int, day: int, year: int | None) -> bool:
    """Whether there is such a day; without a year, in some year."""
    if year is None:
        return 1 <= day <= _DAYS_IN[month - 1]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def number_of(month: str) -> int:
    """The number of a month written whole or short."""
    return next(at for at, name in enumerate(MONTHS, 1) if name.startswith(month.rstrip(".")[:3]))


def written(named: Named, order: str, month: str) -> str:
    """The date as a house writes it: `order` is "month-day" or "day-month", `month` the month's name or short form."""
    days = f"{named.lead}{named.day}{named.more}"
    if order == "day-month":
        return f"{days} {month}" + (f" {named.year}" if named.year else "")
    return f"{month} {days}" + (f", {named.year}" if named.year else "")


def _dates(story: Story) -> Iterator[Named]:
    text = story.text
    for block in story.document.blocks:
        if not any(text.find(each, *block.span) >= 0 for each in BEGINNINGS):
            continue
        if block.kind is not PartKind.BODY or _DATE_LINE.fullmatch(text, *block.span):
            continue
        taken = 0
        for match in _MONTH_DAY.finditer(text, *block.span):
            named = _named(story, match, day_first=False)
            if named is not None:
                yield named
        for match in _DAY_MONTH.finditer(text, *block.span):
            if match.start("day") >= taken:
                named = _named(story, match, day_first=True)
                if named is not None:
                    taken = match.end()
                    yield named


def _named(story: Story, match: re.Match[str], *, day_first: bool) -> Named | None:
    text = story.text
    groups = match.groupdict()
    first, last = ("day", "month") if day_first else ("month", "day")
    start = match.start("lead" if day_first and groups["lead"] else first)
    year = groups["year"]
    end = (
        match.end("year")
        if year
        else match.end(last)
        if day_first
        else match.end("more")
        if groups["more"]
        else match.end("ordinal")
        if groups["ordinal"]
        else match.end("day")
    )
    span = Span(start, end)
    if start and (text[start - 1].isalnum() or text[start - 1] in "_-"):
        return None
    if story.quoted(span) or story.protected(span):
        return None
    day = int(groups["day"])
    if not 1 <= day <= 31:
        return None
    before = text[max(0, start - 12) : start]
    if day_first and _OWNER.search(before) and not _PREPOSITION.search(before):
        return None
    if not day_first and not year and _counts_something(text, match, end):
        return None
    weekday = Span(*match.span("weekday")) if groups["weekday"] else None
    return Named(
        span,
        day,
        number_of(groups["month"]),
        int(year) if year else None,
        groups["month"],
        Span(*match.span("month")),
        day_first,
        bool(groups["ordinal"]),
        bool(groups.get("of")),
        bool(groups["comma"]),
        groups.get("lead") or "",
        groups.get("more") or "",
        weekday,
    )


def _counts_something(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the number after a month counts what follows: "In June 31 people died"."""
    if match["ordinal"]:
        return False
    return bool(_IN.search(text, max(0, match.start() - 8), match.start()) and _NOUN_FOLLOWS.match(text, end))
