"""Figures in the form that news has for them: thousands, millions, fractions, ordinals, quarters, ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.checks.style.house import Use, matches, numbers, settle
from editor.checks.style.numerals import ORDINALS, in_words, nth, ordinal_value, times, value
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.expression import Expression
from editor.text.words import words
from editor.values import Span

_BARE_POINT = Expression(
    r"(?<![\w.,-])\.(?P<part>\d+)(?=%| ?(?:percent|per cent|points?|percentage|miles?|inch|of a)\b)"
)


@check("figures.bare-point")
def bare_point(story: Story, rule: Rule) -> Iterator[Hit]:
    """A decimal without its zero: ".6%"."""
    for match in matches(story, rule, _BARE_POINT, (" .",)):
        yield Hit(Span(*match.span()), (f"0.{match['part']}",))


_MANY = Expression(r"(?P<number>\d{1,3}(?:,\d00)?(?:,000)+)(?![\d,]|\.\d)")
_MILLION = 1_000_000


@check("figures.millions")
def millions(story: Story, rule: Rule) -> Iterator[Hit]:
    """A round number of millions in figures only: "31,000,000"."""
    for match in numbers(story, rule, _MANY):
        number = int(match["number"].replace(",", ""))
        fix = times(match["number"], 1)
        if number >= _MILLION and fix and len(fix.split()[0]) <= len("12.5"):
            yield Hit(Span(*match.span()), (fix,))


_FOUR = Expression(r"(?P<number>[1-9]\d{3}) (?:[a-z]{3,} )?(?P<after>[a-z]{3,})(?![\w-])")
_FOUR_COUNT = Expression(
    r"\b(?:majority|turnout|crowd|attendance|total|circulation|population) of (?:about |only |just |around )?(?P<number>[1-9]\d{3})(?![\w,-]|[.:]\d)"
)
_YEARS = range(1700, 2101)
_CURRENCIES = words("baht won yen yuan rand taka lira naira birr dong rupiah")
_NOT_COUNTED = words("meters metres was is has as its this his hours calories euros")
# A name ("Boeing 7370"), or part of another figure.
_NAMED = re.compile(r"(?:\b[A-Z]\w*|[-–/.]) ?$")


@check("figures.four-figures")
def four_figures(story: Story, rule: Rule) -> Iterator[Hit]:
    """A number of four figures without its comma, before what it counts: "1500 traps"."""
    for match in numbers(story, rule, _FOUR):
        after = match["after"]
        number = int(match["number"])
        plural = after in _CURRENCIES or (after.endswith("s") and not after.endswith("ss"))
        if number in _YEARS or after in _NOT_COUNTED or not plural:
            continue
        if _NAMED.search(story.text[max(0, match.start() - 20) : match.start()]):
            continue
        yield Hit(Span(*match.span("number")), (f"{number:,}",))
    for match in matches(story, rule, _FOUR_COUNT):
        yield Hit(Span(*match.span("number")), (f"{int(match['number']):,}",))


_FOUR_MONEY = Expression(r"(?P<sign>[$€£])(?P<number>[1-9]\d{3})(?![\d,.]\d|\d|\w)")


@check("figures.four-figures-money")
def four_figures_money(story: Story, rule: Rule) -> Iterator[Hit]:
    """A sum of four figures without its comma: "£9800"."""
    for match in matches(story, rule, _FOUR_MONEY, ("$", "€", "£")):
        yield Hit(Span(*match.span("number")), (f"{int(match['number']):,}",))


_FRACTION = Expression(r"(?P<top>[1-9])/(?P<bottom>[2-9]|10)(?= (?:of|majority)\b)")
_PARTS = {2: "half", 4: "quarter", 10: "tenth"}


@check("figures.fraction")
def fraction(story: Story, rule: Rule) -> Iterator[Hit]:
    """A fraction below one in figures: "2/3 of the votes"."""
    for match in numbers(story, rule, _FRACTION):
        top, bottom = int(match["top"]), int(match["bottom"])
        if top >= bottom:
            continue
        part = _PARTS.get(bottom) or ORDINALS[bottom - 1]
        fix = part if bottom == 2 else f"{in_words(top)}-{part}{'s' if top > 1 else ''}"
        yield Hit(Span(*match.span()), (fix,))


_ORDINAL = Expression(
    r"(?<= )(?P<word>[a-z]+(?:-[a-z]+)?th|[a-z]+-(?:first|second|third))(?P<after> [a-z]{3,})"
)
_ORDINAL_FIGURE = Expression(r"\d\d(?:st|nd|rd|th)(?= [a-z])")
_SAYINGS = words("hour of")


@check("figures.ordinal")
def ordinal(story: Story, rule: Rule) -> Iterator[Hit]:
    """An ordinal from 10th on in words: "the nineteenth century"."""
    uses = []
    for match in matches(story, rule, _ORDINAL, ("th", "-first", "-second", "-third")):
        number = ordinal_value(match["word"])
        if number is None or number < 10 or match["after"].strip() in _SAYINGS:
            continue
        span = Span(*match.span("word"))
        uses.append(Use(span, (nth(number),)))
    if uses:
        uses += [Use(Span(*each.span())) for each in matches(story, rule, _ORDINAL_FIGURE)]
        yield from settle(story, rule, uses)


_COMPOUND = Expression(
    r"(?<![\w-])(?P<word>ten|eleven|twelve|[a-z]+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?)(?=-(?:day|week|month|hour|minute|mile|kilometer|kilometre|member|nation|story|storey|point|seat|page|part|man|woman|person|year)\b(?!-old))"
)


@check("figures.compound")
def compound(story: Story, rule: Rule) -> Iterator[Hit]:
    """A number from 10 on in words in a compound: "an eleven-day strike"."""
    for match in matches(story, rule, _COMPOUND, ("teen-", "ty-", "ten-", "elve-", "even-")):
        number = value(match["word"])
        if number is not None and number >= 10:
            yield Hit(Span(*match.span("word")), (str(number),))


_HALF_SCALED = Expression(
    r"(?P<sign>[$€£])(?P<low>\d+(?:\.\d+)?)(?P<joint> to | ?[-–] ?)(?P=sign)?(?P<high>\d+(?:\.\d+)?)(?P<scale> (?:million|billion|trillion)|bn|m)(?!\w)"
)


@check("figures.range")
def range_(story: Story, rule: Rule) -> Iterator[Hit]:
    """A range of sums whose first has lost its millions: "$40 to $45 million"."""
    for match in matches(story, rule, _HALF_SCALED, ("$", "€", "£")):
        sign, scale = match["sign"], match["scale"]
        yield Hit(Span(*match.span()), (f"{sign}{match['low']}{scale} to {sign}{match['high']}{scale}",))


_QUARTER = Expression(r"(?:(?<=\bin )|(?<=\bof )|(?<=\bfor ))Q(?P<nth>[1-4])(?= [a-z]|[.,;])(?! [12]\d{3})")


@check("figures.quarter")
def quarter(story: Story, rule: Rule) -> Iterator[Hit]:
    """A quarter of the year in short: "in Q3"."""
    for match in matches(story, rule, _QUARTER, ("Q",)):
        yield Hit(Span(*match.span()), (f"the {ORDINALS[int(match['nth']) - 1]} quarter",))


_PHONE = Expression(r"\((?P<area>\d{3})\) ?(?P<first>\d{3})-(?P<last>\d{4})(?!\d)")


@check("figures.phone")
def phone(story: Story, rule: Rule) -> Iterator[Hit]:
    """An American telephone number with its area in parentheses."""
    for match in matches(story, rule, _PHONE, ("(",)):
        yield Hit(Span(*match.span()), (f"{match['area']}-{match['first']}-{match['last']}",))
