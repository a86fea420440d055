"""States of the Union and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from editor.checks.registry import Hit, check
from editor.checks.style.house import Use, blocks, fitted, matches, settle
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Severity, Span

_CITY = re.compile(r"(?P<lead>[A-Z][a-z]+(?:\. [A-Z][a-z]+)?, )(?P<state>[A-Z][A-Za-z.]*(?: [A-Z][a-z.]+)?)")
_IN = re.compile(r"\b(?:in|from|of|at|near|to|outside) $")
_PARTY = re.compile(r"(?P<open> \()?(?P<party>\b[DRI]-)(?P<state>[A-Z]{2})(?![\w.])(?P<close>\),?)?")


@check("places.states")
def states(story: Story, rule: Rule) -> Iterator[Hit]:
    """A state in short after its city: "Springfield, Ill."; the list's lines are "Illinois = Ill. = IL"."""
    short, postal, whole = _states(story.lists["states"])
    uses = []
    for match in matches(story, rule, _CITY, (", ",)):
        name, end = match["state"], match.end()
        if name not in short and name not in postal and name not in whole:
            name = name.split(" ")[0]
            end = match.start("state") + len(name)
        if name.rstrip(".") in postal and name not in short:
            name = name.rstrip(".")
            end = match.start("state") + len(name)
            if not _IN.search(story.text, max(0, match.start() - 8), match.start()):
                continue
        span = Span(match.start("state"), end)
        if name in whole:
            uses.append(Use(span))
        elif name in short or (name in postal and not re.match(r" \d{5}|\w", story.text[end : end + 6])):
            fix = short.get(name) or postal[name]
            uses.append(Use(span, (fitted(story, span, fix),)))
    yield from settle(story, rule, uses, most=True)


@check("places.party")
def party(story: Story, rule: Rule) -> Iterator[Hit]:
    """A politician's state by its postal code: "D-CA"."""
    lines = [line.split(" = ") for line in story.lists["states"]]
    codes = {fields[2].upper(): _shown(fields[1]) for fields in lines if fields[1]}
    for match in matches(story, rule, _PARTY, ("D-", "R-", "I-")):
        state = codes.get(match["state"])
        if state is None:
            continue
        if match["open"] and match["close"]:
            ending = "" if story.text.startswith((".", ";"), match.end()) else ","
            yield Hit(Span(*match.span()), (f", {match['party']}{state}{ending}",))
        else:
            yield Hit(Span(*match.span("state")), (state,))


@lru_cache(maxsize=2)
def _states(lines: frozenset[str]) -> tuple[Mapping[str, str], Mapping[str, str], frozenset[str]]:
    """The whole names by their short form and by their postal code, and all whole names."""
    fields = [line.split(" = ") for line in lines]
    return (
        {_shown(each[1]): _named(each[0]) for each in fields if each[1] != each[0]},
        {each[2].upper(): _named(each[0]) for each in fields},
        frozenset(_named(each[0]) for each in fields),
    )


def _named(text: str) -> str:
    return " ".join(word.capitalize() for word in text.split())


def _shown(text: str) -> str:
    """A short form with its capitals: "n.d." is "N.D.", "w.va." is "W.Va.", "calif." is "Calif."."""
    return re.sub(r"(?:^|[.\s])[a-z]", lambda match: match.group().upper(), text)


_DATELINE = re.compile(
    r"(?P<city>[A-Z][A-Za-z. ’'-]*?)(?P<place>, (?P<country>[A-Z][a-z]+(?: [A-Z][a-z]+)*))?(?= \(|, [A-Z][a-z]+\.? \d| *[—–-])"
)


@check("places.dateline")
def dateline(story: Story, rule: Rule) -> Iterator[Hit]:
    """A dateline with a country that the city does not need, without one that it needs, or with the city in small letters.

    The lists' lines are "paris = france", cities that stand alone, and "kyiv = ukraine", cities that do not.
    """
    alone, others = _cities(story.lists["cities-alone"]), _cities(story.lists["cities-with-country"])
    for block in blocks(story, rule):
        if block.kind is not PartKind.DATELINE:
            continue
        match = _DATELINE.match(story.text, *block.span)
        if match is None:
            continue
        city, country = match["city"].lower(), (match["country"] or "").lower()
        if country and alone.get(city) == country:
            yield Hit(
                Span(*match.span("place")), ("",), f"{match['city'].upper()} stands alone in a dateline."
            )
        elif not country and city in others:
            end = match.end("city")
            name = _named(others[city])
            message = f"{match['city'].upper()} needs its country in a dateline: {name}."
            yield Hit(
                Span(*match.span("city")),
                (story.text[match.start("city") : end] + f", {name}",),
                message,
                severity=Severity.QUERY,
            )
        elif not match["city"].isupper():
            yield Hit(
                Span(*match.span("city")), (match["city"].upper(),), "The city is in capitals in a dateline."
            )


@lru_cache(maxsize=4)
def _cities(lines: frozenset[str]) -> Mapping[str, str]:
    return {city.strip(): country.strip() for city, _, country in (line.partition("=") for line in lines)}
