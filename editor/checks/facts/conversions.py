"""Measures given in two units: "14 km (8.7 miles)", "a high of 86 degrees Fahrenheit (30 Celsius)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.facts.amounts import read
from editor.text.expression import Expression
from editor.values import Span

# How many of the base unit one unit is; units of one kind share a base.
_UNITS: dict[str, tuple[str, float]] = {}


def _unit(kind: str, size: float, *names: str) -> None:
    _UNITS.update(dict.fromkeys(names, (kind, size)))


_unit("length", 1000, "kilometer", "kilometers", "kilometre", "kilometres", "km", "kms")
_unit("length", 1609.344, "mile", "miles")
_unit("length", 1852, "nautical mile", "nautical miles")
_unit("length", 1, "meter", "meters", "metre", "metres", "m")
_unit("length", 0.01, "centimeter", "centimeters", "centimetre", "centimetres", "cm")
_unit("length", 0.001, "millimeter", "millimeters", "millimetre", "millimetres", "mm")
_unit("length", 0.3048, "foot", "feet", "ft")
_unit("length", 0.9144, "yard", "yards")
_unit("length", 0.0254, "inch", "inches", "in")
_unit("area", 1e6, "square kilometers", "square kilometres", "square km", "sq km", "sq. km")
_unit("area", 2.589988e6, "square miles", "sq miles", "sq. miles")
_unit("area", 1, "square meters", "square metres", "sq m", "sq meters", "sq metres")
_unit("area", 0.09290304, "square feet", "sq ft", "sq feet")
_unit("area", 1e4, "hectare", "hectares", "ha")
_unit("area", 4046.856, "acre", "acres")
_unit("weight", 1, "kilogram", "kilograms", "kilo", "kilos", "kg")
_unit("weight", 0.45359237, "pound", "pounds", "lb", "lbs")
_unit("weight", 0.001, "gram", "grams", "g")
_unit("weight", 0.02834952, "ounce", "ounces", "oz")
_unit("weight", 1000, "metric ton", "metric tons", "tonne", "tonnes")
_unit(
    "speed",
    1,
    "kph",
    "km/h",
    "kmh",
    "kilometers per hour",
    "kilometres per hour",
    "kilometers an hour",
    "kilometres an hour",
    "km per hour",
    "km an hour",
)
_unit("speed", 1.609344, "mph", "miles per hour", "miles an hour")
_unit("speed", 1.852, "knots")
_unit("volume", 1, "liter", "liters", "litre", "litres")
_unit("volume", 3.785412, "gallon", "gallons")
_unit("volume", 158.987, "barrel", "barrels")
_DEGREES = r"(?:degrees?|°) ?(?P<%s>Celsius|Fahrenheit|centigrade|C|F)?\b|(?P<%s>C|F)\b"
_NAMES = "|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True))
_NUMBER = (
    r"\d[\d,]*(?:\.\d+)?(?: (?:million|thousand))?|(?:one|two|three|four|five|six|seven|eight|nine|ten|half)"
)
_TWICE = Expression(
    rf"(?<![\w.,$€£¥/-])(?P<a>{_NUMBER})[ -]?(?P<u>{_NAMES})\b(?: (?:wide|long|high|tall|deep|away|thick|of [a-z]+))? ?\((?:about |around |roughly |nearly |some |almost |just over )?(?P<b>{_NUMBER})[ -]?(?P<v>{_NAMES})\b[^()\d]{{0,20}}\)",
    re.IGNORECASE,
)
_WARMTH = Expression(
    r"(?P<before>\b(?:by|of|rise|warmer|colder|cooler|hotter|warming|increase|drop)\b[^.;]{0,30})?(?<![\w.,-])(?P<a>(?:minus |-|−)?\d+(?:\.\d+)?) ?(?:degrees?|°)? ?(?P<u>Celsius|Fahrenheit|centigrade|C|F)\b"
    r"(?P<than> (?:warmer|colder|cooler|hotter|above|below|of warming))? ?\((?:about |around )?(?P<b>(?:minus |-|−)?\d+(?:\.\d+)?) ?(?:degrees?|°)? ?(?P<v>Celsius|Fahrenheit|centigrade|C|F)\b[^()\d]{0,15}\)(?P<after> (?:warmer|colder|cooler|hotter|higher|lower|above|below)\b)?"
)
_SIGN = Expression(r"\d[^().;]{0,40}\([^()]{0,20}\d")


def wrong_conversions(text: str, start: int, end: int) -> Iterator[tuple[Span, tuple[str, ...], str]]:
    """Each second measure in text[start:end] that is not the first: its place, the figure that would fit, a message."""
    if not _SIGN.search(text, start, end):
        return
    for match in _TWICE.finditer(text, start, end):
        one, two = read(match["a"]), read(match["b"])
        (kind, size), (other, other_size) = _UNITS[match["u"].lower()], _UNITS[match["v"].lower()]
        if one is None or two is None or kind != other or size == other_size or one.number <= 0:
            continue
        true = one.number * size / other_size
        back = two.number * other_size / size
        if abs(two.number - true) <= _room(match["b"], true) or abs(one.number - back) <= _room(
            match["a"], back
        ):
            continue
        fit = _rounded(true, match["b"])
        yield (
            Span(*match.span("b")),
            (fit,),
            f"{match['a']} {match['u']} are {fit} {match['v']}, not {match['b']}?",
        )
    for match in _WARMTH.finditer(text, start, end):
        yield from _warmth(match)


def _room(written: str, true: float) -> float:
    """By how much a converted figure may miss: a sixteenth, or what its rounding to a whole or a round number allows."""
    zeros = len(written) - len(written.rstrip("0")) if written.isdigit() else 0
    unit = 0.51 * 10.0 ** -len(written.partition(".")[2])
    return max(0.06 * true, unit, min(unit * 10.0**zeros, 0.12 * true))


def _rounded(true: float, like: str) -> str:
    decimals = len(like.partition(".")[2])
    return f"{true:,.{decimals}f}" if "," in like or true >= 10000 else f"{true:.{decimals}f}"


def _warmth(match: re.Match[str]) -> Iterator[tuple[Span, tuple[str, ...], str]]:
    one, two = (float(re.sub(r"minus |−", "-", match[each])) for each in "ab")
    first, second = match["u"][0].upper(), match["v"][0].upper()
    if (first == "F") == (second == "F"):
        return
    point = (one - 32) * 5 / 9 if first == "F" else one * 9 / 5 + 32
    step = one * 5 / 9 if first == "F" else one * 9 / 5
    changes = bool(match["before"] or (match["than"] or match["after"]))
    room = 1.1 if second == "C" else 2.0
    if abs(two - point) <= room or (changes and abs(two - step) <= max(0.2, 0.06 * abs(step))):
        return
    fit = f"{step if changes and abs(one) < 15 else point:.0f}"
    yield (
        Span(*match.span("b")),
        (fit,),
        f"{match['a']} {match['u']} are {fit} {match['v']}, not {match['b']}?",
    )
