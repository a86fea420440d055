"""Measures joined by a hyphen to their number: "five-years-old boy", "two-days talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.expression import Expression
from editor.values import Span

_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty"
    "|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|several|multi|[1-9][0-9]*(?:[.,][0-9]+)?"
)
_UNITS = (
    "years|months|weeks|days|hours|minutes|seconds|kilometers|kilometres|miles|meters|metres|feet|inches|members|pages|points|rounds"
    "|stories|storeys|seats|goals|rooms|floors|games|stages|tons|tonnes|pounds|kilograms|liters|litres|acres|hectares|barrels|wheels|persons"
    "|nations|parties|generations|decades|centuries|dollars|euros|stars|megawatts|kilowatts|gigawatts|watts|volts|horsepowers|bedrooms|lanes|coaches|beds|wickets"
)
_COMPOUND = Expression(
    rf"(?<![\w-])((?:{_NUMBERS})-)({_UNITS})(-old|-long|-high|-deep|-wide|-tall)?(?=\s+(?:\([\d.,]+-[a-z]+\) )?([a-z]\w*))",
    re.IGNORECASE,
)


_NOT_NOUNS = frozenset(
    [
        "and",
        "or",
        "to",
        "in",
        "at",
        "on",
        "of",
        "a",
        "old",
        "high",
        "long",
        "deep",
        "wide",
        "tall",
        "away",
        "ago",
        "apart",
        "each",
        "more",
        "less",
        "later",
    ]
)


@check("measures.compound")
def compound(story: Story, rule: Rule) -> Iterator[Hit]:
    """A plural measure inside a hyphenated adjective."""
    for line in story.body:
        if "-" not in line.text[line.span.start : line.span.end]:
            continue
        for match in _COMPOUND.finditer(line.text, line.span.start, line.span.end):
            number, unit, tail, after = match.group(1), match.group(2), match.group(3) or "", match.group(4)
            tags = lexicon.tags(after.lower())
            if (tags and not tags & {"NN", "NNS", "JJ"}) or after.lower() in _NOT_NOUNS:
                continue
            lemma = next(iter(lexicon.lemmas(unit.lower(), "NNS")), "")
            one = {"feet": "foot"}.get(unit.lower()) or lexicon.inflect(lemma, "NN") or unit[:-1]
            yield Hit(Span(match.start(), match.end(3) if tail else match.end(2)), (f"{number}{one}{tail}",))
