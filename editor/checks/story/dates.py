"""Dates: their form, and whether there is such a day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from editor.checks.registry import Hit, check
from editor.checks.style.calendar import (
    BEGINNINGS,
    MONTH,
    MONTHS,
    SHORT,
    WEEKDAYS,
    Named,
    dates,
    number_of,
    possible,
    written,
)
from editor.checks.style.house import Use, allowed, ends_sentence, fitted, matches, preferred, settle, signed
from editor.checks.style.numerals import nth
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.expression import Expression
from editor.values import Severity, Span

_MONTH_YEAR = re.compile(rf"(?P<month>{MONTH})(?P<comma>,)? (?P<year>(?:1[5-9]|20)\d\d)(?![\d,]\d|-|%)")
_SHORT_ALONE = re.compile(
    r"(?P<month>(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)(?= (?:1[5-9]|20)\d\d\b)"
    r"|(?:(?<=\b[IiOoBb][nfy] )|(?<=\bfrom )|(?<=\bsince )|(?<=\buntil )|(?<=\blate )|(?<=\bearly )|(?<=\bmid-))(?P<lone>(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.)(?=,? [a-z]|\.?$| [A-Z\"“])"
)
_THE = Expression(r"\b[Tt]he $")
# What a day stands after: "on the 5th of October", "the evening of the 5th of October".
_TIMED = Expression(
    r"\b(?:[Oo]n|by|[Ss]ince|until|till|from|[Ff]rom|[Bb]efore|[Aa]fter|(?:morning|afternoon|evening|night|day) of|dated|to|for) $"
)
_WORD_AFTER = re.compile(r" \w")
_CAPITAL = re.compile(r" [A-Z\"“]")


@check("dates.order")
def order(story: Story, rule: Rule) -> Iterator[Hit]:
    """Day and month the other way round than the house has them."""
    wanted = preferred(story, "dates")
    if wanted not in ("month-day", "day-month"):
        return
    uses = []
    for named in dates(story):
        if named.ordinal or named.of:
            continue
        right = named.day_first == (wanted == "day-month")
        fixes = () if right else (fitted(story, named.span, _house(story, named)),)
        uses.append(Use(named.span, fixes))
    yield from settle(story, rule, uses)


@check("dates.months")
def months(story: Story, rule: Rule) -> Iterator[Hit]:
    """A month written whole where the house has it short with a day, or the other way round."""
    wanted = allowed(story, "months")
    uses = []
    for named in dates(story):
        if named.day_first != (preferred(story, "dates") == "day-month"):
            continue
        forms = _forms(named.month, wanted)
        span = named.month_span
        fixes = () if named.written in forms else tuple(fitted(story, span, form) for form in forms[:1])
        uses.append(Use(span, fixes))
    # "May 5" is right in either style and proves nothing.
    telling = [use for use in uses if use.fixes or use.span.of(story.text) not in MONTHS[2:7]]
    yield from settle(story, rule, telling)


@check("dates.ordinal")
def ordinal(story: Story, rule: Rule) -> Iterator[Hit]:
    """A day as an ordinal, "Oct. 5th", "the 5th of October", or as other languages have it, "5 of October"."""
    for named in dates(story):
        if not (named.ordinal or named.of):
            continue
        if named.month == 7 and named.day == 4 and not named.year:
            continue
        article = (
            _THE.search(story.text, max(0, named.span.start - 6), named.span.start)
            if named.day_first
            else None
        )
        if article is None:
            yield Hit(named.span, (fitted(story, named.span, _house(story, named)),))
        elif (
            named.of
            and named.ordinal
            and _TIMED.search(story.text, max(0, article.start() - 14), article.start())
        ):
            span = Span(article.start(), named.span.end)
            yield Hit(
                span,
                (fitted(story, span, _house(story, named)),),
                severity=None if signed(story) else Severity.QUERY,
            )


@check("dates.month-year")
def month_year(story: Story, rule: Rule) -> Iterator[Hit]:
    """A month in short before a year alone, or in a phrase: "Oct. 2021"."""
    for match in matches(story, rule, _SHORT_ALONE, BEGINNINGS):
        group = "month" if match["month"] else "lone"
        span = Span(*match.span(group))
        if match["lone"] and _CAPITAL.match(story.text, span.end) and not ends_sentence(story, span.end):
            continue
        name = MONTHS[number_of(match[group]) - 1]
        yield Hit(span, (fitted(story, span, name),))


@check("dates.comma")
def comma(story: Story, rule: Rule) -> Iterator[Hit]:
    """Commas between month, day and year that are too many or missing."""
    for match in matches(story, rule, _MONTH_YEAR, BEGINNINGS):
        if match["comma"]:
            before = story.text[max(0, match.start() - 3) : match.start()]
            if not re.search(r"\d ?$", before):
                yield Hit(Span(match.start("comma"), match.start("year")), (" ",))
    for named in dates(story):
        if named.year is None:
            continue
        gap = Span(named.span.end - 4 - (2 if named.comma else 1), named.span.end - 4)
        if not named.day_first and not named.comma:
            yield Hit(gap, (", ",))
        elif named.day_first and named.comma and preferred(story, "dates") == "day-month":
            yield Hit(gap, (" ",))


# "May 50 people" names no day, but "on Feb. 30 and" does.
_THING = re.compile(
    r" (?!(?:and|at|when|in|after|before|but|to|by|or|the|he|she|it|they|with|as|because|said)\b)[a-z]"
)


@check("dates.impossible")
def impossible(story: Story, rule: Rule) -> Iterator[Hit]:
    """A day that no calendar has."""
    for named in dates(story):
        if possible(named.month, named.day, named.year):
            continue
        if (
            named.year is None
            and not named.day_first
            and _THING.match(story.text[named.span.end : named.span.end + 9])
        ):
            continue
        days = 28 if named.month == 2 and named.day == 29 else None
        name = MONTHS[named.month - 1]
        message = (
            f"{named.year} was no leap year: its {name} had {days} days."
            if days
            else f"{name} has no day {named.day}."
        )
        yield Hit(named.span, (), message)


@check("dates.weekday")
def weekday(story: Story, rule: Rule) -> Iterator[Hit]:
    """A date that does not fall on the day of the week named with it, or does not fit another such pair."""
    without_year: list[tuple[Named, Span, int]] = []
    for named in dates(story):
        if named.weekday is None or not possible(named.month, named.day, named.year):
            continue
        said = WEEKDAYS.index(named.weekday.of(story.text))
        if named.year is None:
            # The day of the week of the first of March, were the pair right; January and February stand apart.
            first = date(2021, 3, 1)
            there = date(2021, named.month, min(named.day, 28) if named.month == 2 else named.day)
            if named.month > 2:
                without_year.append((named, named.weekday, (said - (there - first).days) % 7))
            continue
        falls = date(named.year, named.month, named.day)
        if falls.weekday() == said:
            continue
        near = next(day for shift in range(-3, 4) if (day := falls + timedelta(days=shift)).weekday() == said)
        name = WEEKDAYS[falls.weekday()]
        message = f"{MONTHS[falls.month - 1]} {falls.day}, {falls.year}, is a {name}; the {WEEKDAYS[said]} next to it is the {nth(near.day)}."
        yield Hit(named.weekday, (name,), message, applicable=False)
    counts = Counter(march for _, _, march in without_year)
    if len(counts) > 1:
        usual = counts.most_common(1)[0][0]
        for named, span, march in without_year:
            if march != usual:
                right = WEEKDAYS[(WEEKDAYS.index(span.of(story.text)) - march + usual) % 7]
                message = (
                    f"By the other dates in the story, {MONTHS[named.month - 1]} {named.day} is a {right}."
                )
                yield Hit(span, (right,), message, severity=Severity.QUERY)


def _forms(month: int, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """What the month may be written like beside a day, best first: the setting shows the form on October."""
    name = MONTHS[month - 1]
    forms = {"Oct.": SHORT[name], "Oct": SHORT[name].rstrip("."), "October": name}
    return tuple(forms[each] for each in wanted if each in forms)


def _house(story: Story, named: Named) -> str:
    """The date as the house writes it, with the comma that follows a year inside a sentence."""
    wanted = preferred(story, "dates")
    forms = _forms(named.month, allowed(story, "months"))
    month = named.written if named.written in forms or not forms else forms[0]
    text = written(named, wanted, month)
    if wanted == "month-day" and named.year and _WORD_AFTER.match(story.text, named.span.end):
        text += ","
    return text
