"""Datelines: which cities stand alone, how a state is written beside others, and their capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.checks.story.places import cities_of, named, states_of
from editor.checks.style.calendar import MONTHS
from editor.checks.style.house import blocks
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Severity, Span

_DATELINE = re.compile(
    r"(?P<city>[A-Z][A-Za-z. ’'-]*?)(?P<place>, (?P<country>[A-Z][A-Za-z.]*(?: [A-Z][a-z.]+)*))?(?= \(|, [A-Z][a-z]+\.? \d|, \d| *[—–-])"
)
# A state that is a country too.
_BOTH = "Georgia"
# The letters of a code: UK, US, UAE.
_CODE = 3


@check("datelines.place")
def place(story: Story, rule: Rule) -> Iterator[Hit]:
    """A dateline with a country or state that the city does not need, without one that it needs, or with a state not in short.

    The lists' lines are "paris = france", cities that stand alone, and "kyiv = ukraine", cities that do not.
    """
    alone, others = cities_of(story.lists["cities-alone"]), cities_of(story.lists["cities-with-country"])
    short, postal, _ = states_of(story.lists["states"])
    shorts = {whole: each for each, whole in short.items()}
    for match in _datelines(story, rule):
        city, country = match["city"].lower(), match["country"] or ""
        state = short.get(country) or postal.get(country.rstrip(".")) or country
        if country and alone.get(city) == state.lower():
            message = f"{match['city'].upper()} stands alone in a dateline."
            yield Hit(Span(*match.span("place")), ("",), message)
        elif country and country not in short and state in shorts and state != _BOTH:
            message = f"In a dateline the state is '{shorts[state]}'."
            yield Hit(Span(*match.span("country")), (shorts[state],), message)
        elif country.isupper() and len(country) > _CODE and country.replace(" ", "").isalpha():
            yield Hit(
                Span(*match.span("country")), (named(country),), "Only the city is in capitals in a dateline."
            )
        elif not country and city in others:
            name = named(others[city])
            message = f"{match['city'].upper()} needs its country in a dateline: {name}."
            fix = f"{match['city']}, {name}"
            yield Hit(Span(*match.span("city")), (fix,), message, severity=Severity.QUERY)


@check("datelines.capitals")
def capitals(story: Story, rule: Rule) -> Iterator[Hit]:
    """A dateline whose city is not in capitals."""
    for match in _datelines(story, rule):
        if not match["city"].isupper():
            yield Hit(Span(*match.span("city")), (match["city"].upper(),))


_DAY = re.compile(
    r", (?:(?P<first>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?P<month>[A-Z][a-z]+)|(?P<named>[A-Z][a-z]+\.?) (?P<day>\d{1,2})(?P<ordinal>st|nd|rd|th)?)(?= \()"
)


@check("datelines.day")
def day(story: Story, rule: Rule) -> Iterator[Hit]:
    """A dateline's day as the house doesn't have it: "5 March", "March 5th"."""
    for block in blocks(story, rule):
        match = _DAY.search(story.text, *block.span) if block.kind is PartKind.DATELINE else None
        if match is None or (match["named"] and not match["ordinal"]):
            continue
        month, number = match["month"] or match["named"], match["first"] or match["day"]
        if month in MONTHS:
            yield Hit(Span(match.start() + 2, match.end()), (f"{month} {number}",))


def _datelines(story: Story, rule: Rule) -> Iterator[re.Match[str]]:
    for block in blocks(story, rule):
        match = _DATELINE.match(story.text, *block.span) if block.kind is PartKind.DATELINE else None
        if match is not None:
            yield match
