"""Expressions of time in a sentence: "last week", "two years ago", "in 1998", "since May", "for three weeks", "next month"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from editor.text.model import Token
from editor.text.words import words

PAST = "past"
YEAR = "year"
DAY = "day"
EARLIER = "earlier"
BEFORE = "before"
AFTER = "after"
FUTURE = "future"
SINCE = "since"
SPAN = "span"
RECENT = "recent"
SO_FAR = "so far"
DATE = "date"
MONTH = "month"
CLOCK = "clock"
FOLLOWING = "following"

DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = words("""january february march april may june july august september october november december
    jan. feb. aug. sept. oct. nov. dec.""")
UNITS = words(
    "second minute hour day night week weekend fortnight month quarter year season decade century generation"
)
_UNITS = UNITS | {each + "s" for each in UNITS} | {"centuries"}
_PARTS = words("night morning afternoon evening")
_LASTS = UNITS | _PARTS | DAYS | MONTHS | words("summer winter spring autumn fall")
_ABOUT = words("about almost nearly over around roughly some only just exactly")
_FEW = words("several many few some couple two three four five six seven eight nine ten")
YEAR_NUMBER = re.compile(r"(?:1[5-9]|20)\d\d")
DECADE = re.compile(r"(?:1[5-9]|20)\d0s")
_ORDINAL = re.compile(
    r"1\d(?:st|nd|rd|th)|20th|[4-9]th|(?:four|fif|six|seven|eigh|nine)teenth|twelfth|eleventh|tenth|ninth"
)
_DATE = re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
_CLOCK = re.compile(r"\d{1,2}(?::\d\d)?(?:am|pm)|\d{1,2}:\d\d")
_OPEN = words(
    "the over past in during for since from than until till by within throughout at and or of to between"
)

# The words that an expression of time may begin with; a number may too.
_FIRST = (
    words(
        """yesterday tomorrow last next since so until till up thus earlier in over during for within throughout a an the another the on at
        about around after before"""
    )
    | DAYS
    | _FEW
)


class Time(NamedTuple):
    """An expression of time: tokens `start` to `end`, and its kind."""

    start: int
    end: int
    kind: str


def this_year() -> int:
    """The year of today."""
    return date.today().year


def times(tokens: Sequence[Token]) -> list[Time]:
    """The expressions of time of a sentence, in order."""
    found: list[Time] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.lower not in _FIRST and token.tag != "CD":
            at += 1
            continue
        time = _time(tokens, at)
        if time is None or (time.end < len(tokens) and tokens[time.end].tag == "POS"):
            at += 1
            continue
        found.append(time)
        at = time.end
    return found


def _time(tokens: Sequence[Token], at: int) -> Time | None:
    word = tokens[at].lower
    before = tokens[at - 1].lower if at else ""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word == "yesterday" and before not in _OPEN:
        return Time(at, at + 1, PAST)
    if word == "tomorrow" and before not in _OPEN:
        return Time(at, at + 1, FUTURE)
    if word in ("last", "next") and after in _LASTS and before not in _OPEN and before != "'s":
        if word == "next" and after in ("day", "morning", "night"):
            return None
        return Time(at, at + 2, PAST if word == "last" else FUTURE)
    if word == "since" and tokens[at].tag in ("IN", "RB"):
        return Time(at, at + 1, SINCE)
    if word in ("so", "until", "till", "up", "thus") and (
        (word in ("so", "thus") and after == "far") or (word in ("until", "till") and after == "now")
    ):
        return Time(at, at + 2, SO_FAR)
    if word == "earlier" and after in ("this", "on", "in") and at + 2 < len(tokens):
        third = tokens[at + 2].lower
        if after == "this" and third in _UNITS:
            return Time(at, at + 3, EARLIER)
        if after == "on" and third in DAYS:
            return Time(at, at + 3, EARLIER)
    if word in ("after", "before"):
        return _near_the_hour(tokens, at)
    if word in ("on", "at", "about", "around"):
        return _named(tokens, at)
    if word in ("in", "over", "during", "for", "within", "throughout"):
        return _preposition(tokens, at)
    if word in DAYS and tokens[at].text[:1].isupper():
        start = at - 1 if before == "on" else at
        if start > 0 and tokens[start - 1].lower in ("late", "early"):
            start -= 1
        end = at + 1
        if end < len(tokens) and tokens[end].lower in _PARTS:
            end += 1
        return (
            Time(start, end, DAY) if before not in _OPEN | {"next", "this", "every", "last", "each"} else None
        )
    return _ago(tokens, at)


def _preposition(tokens: Sequence[Token], at: int) -> Time | None:
    word = tokens[at].lower
    place = at + 1
    if place >= len(tokens):
        return None
    if word == "in":
        year = place
        if tokens[year].lower in MONTHS and year + 1 < len(tokens):
            year += 1
        if YEAR_NUMBER.fullmatch(tokens[year].text) and (at == 0 or not _counted(tokens, year)):
            value = int(tokens[year].text)
            now = this_year()
            if value != now:
                return Time(at, year + 1, YEAR if value < now else FUTURE)
            return None
        if tokens[place].lower in MONTHS and tokens[place].text[:1].isupper():
            return Time(at, place + 1, MONTH)
        if tokens[place].lower == "recent" and place + 1 < len(tokens) and tokens[place + 1].lower in _UNITS:
            return Time(at, place + 2, RECENT)
        if (
            tokens[place].lower == "the"
            and place + 2 < len(tokens)
            and tokens[place + 2].lower == "century"
            and _ORDINAL.fullmatch(tokens[place + 1].lower)
        ):
            return Time(at, place + 3, YEAR)
        if tokens[place].lower == "the":
            decade = place + 1
            if decade < len(tokens) and tokens[decade].lower in ("early", "late", "mid"):
                decade += 1
            if decade < len(tokens) and DECADE.fullmatch(tokens[decade].lower):
                return Time(at, decade + 1, YEAR)
    the = tokens[place].lower == "the"
    if the:
        place += 1
        if place < len(tokens) and tokens[place].lower in ("past", "last"):
            end = place + 1
            while end < len(tokens) and (tokens[end].tag == "CD" or tokens[end].lower in _FEW):
                end += 1
            if end < len(tokens) and tokens[end].lower in _UNITS:
                return Time(at, end + 1, RECENT)
        return None
    if word != "for":
        return None
    while place < len(tokens) and (
        tokens[place].lower in _ABOUT
        or (
            tokens[place].lower in ("more", "less", "at")
            and tokens[min(place + 1, len(tokens) - 1)].lower in ("than", "least")
        )
        or tokens[place].lower in ("than", "least")
    ):
        place += 1
    start = place
    while place < len(tokens) and (tokens[place].tag == "CD" or tokens[place].lower in _FEW | {"a", "an"}):
        place += 1
    if place < len(tokens) and tokens[place].lower in ("straight", "consecutive"):
        place += 1
    if (
        place < len(tokens)
        and tokens[place].lower in _UNITS
        and (place > start or tokens[place].lower.endswith("s"))
    ):
        return Time(at, place + 1, SPAN)
    return None


def _named(tokens: Sequence[Token], at: int) -> Time | None:
    """ "On Sept. 30", "on 9 February", "on the night of June 3", "at 1 a.m.", "about 6:40 p.m."."""
    word = tokens[at].lower
    third = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    second = tokens[at + 1] if at + 1 < len(tokens) else None
    if second is None:
        return None
    if word == "on":
        if second.lower in MONTHS and second.text[:1].isupper() and third.isdigit() and len(third) <= 2:
            return Time(at, at + 3, DATE)
        if _DATE.fullmatch(second.lower) and third in MONTHS:
            return Time(at, at + 3, DATE)
        return None
    if second.tag == "CD" and third in ("a.m.", "p.m.", "am", "pm"):
        end = at + 3
        if end < len(tokens) and tokens[end].lower in DAYS:
            end += 1
        return Time(at, end, CLOCK)
    if word == "at" and (_CLOCK.fullmatch(second.lower) or second.lower in ("dawn", "midnight", "noon")):
        return Time(at, at + 2, CLOCK)
    return None


def _near_the_hour(tokens: Sequence[Token], at: int) -> Time | None:
    """ "Shortly after 7 a.m.", "just before midnight on Tuesday"; None without a word of nearness."""
    if not at or tokens[at - 1].lower not in (
        "shortly",
        "soon",
        "just",
        "minutes",
        "moments",
        "immediately",
        "hours",
    ):
        return None
    second = tokens[at + 1] if at + 1 < len(tokens) else None
    third = tokens[at + 2].lower if at + 2 < len(tokens) else ""
    if second is None:
        return None
    if second.tag == "CD" and third in ("a.m.", "p.m.", "am", "pm"):
        return Time(at, at + 3, CLOCK)
    if second.lower in ("dawn", "midnight", "noon", "sunrise", "sunset") or _CLOCK.fullmatch(second.lower):
        return Time(at, at + 2, CLOCK)
    return None


def _counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number counts things: "in 2000 homes"."""
    return at + 1 < len(tokens) and tokens[at + 1].tag in ("NN", "NNS") and tokens[at + 1].space


def _ago(tokens: Sequence[Token], at: int) -> Time | None:
    """ "Two years ago", "a few weeks ago", "a day earlier", "the day before", "the previous week"."""
    token = tokens[at]
    if token.lower == "the" and at + 2 < len(tokens):
        second, third = tokens[at + 1].lower, tokens[at + 2].lower
        if (
            at
            and second in ("following", "next")
            and third
            in DAYS
            | {
                "day",
                "week",
                "month",
                "year",
                "morning",
                "night",
                "season",
                "evening",
            }
        ):
            return Time(at, at + 3, FOLLOWING)
        if second == "previous" and third in _LASTS:
            return Time(at, at + 3, BEFORE)
        if (
            second in ("day", "night", "week", "month", "year")
            and third == "before"
            and (at + 3 >= len(tokens) or tokens[at + 3].tag in (".", ",", "CC", "''"))
        ):
            return Time(at, at + 3, BEFORE)
    if not (token.tag in ("CD", "DT") or token.lower in _FEW) or token.lower in ("the", "this", "that"):
        return None
    end = at
    while end < len(tokens) and (tokens[end].tag in ("CD", "DT") or tokens[end].lower in _FEW | {"more"}):
        end += 1
    if end < len(tokens) and tokens[end].lower in ("of", "or"):
        return None
    if end + 1 >= len(tokens) or tokens[end].lower not in _UNITS:
        return None
    last = tokens[end + 1].lower
    if last == "ago":
        return Time(at, end + 2, PAST)
    if (
        last in ("after", "before")
        and end + 2 < len(tokens)
        and tokens[end + 2].lower in ("the", "his", "her", "its", "their")
    ):
        return Time(at, end + 2, AFTER)
    if last in ("earlier", "before") and (
        end + 2 >= len(tokens) or tokens[end + 2].tag in (".", ",", "CC", "''")
    ):
        return Time(at, end + 2, BEFORE)
    return None


def first(found: Sequence[Time], start: int, end: int, kinds: Sequence[str]) -> Time | None:
    """The first expression of one of the kinds that begins between two places; None where there is none."""
    return next((each for each in found if start <= each.start < end and each.kind in kinds), None)
