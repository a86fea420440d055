"""States of the Union in running text and beside a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from editor.checks.registry import Hit, check
from editor.checks.style.house import Use, fitted, matches, settle, signed
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Severity, Span

_CITY = re.compile(r"(?P<lead>[A-Z][a-z]+(?:\. [A-Z][a-z]+)?, )(?P<state>[A-Z][A-Za-z.]*(?: [A-Z][a-z.]+)?)")
_IN = re.compile(r"\b(?:in|from|of|at|near|to|outside) $")
_GOES_ON = re.compile(r" (?!and\b|or\b|to\b|\d)[a-z]{2,}")
_PARTY = re.compile(
    r"(?P<open> \()?(?P<party>\b[DRI]-)(?P<state>[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?![\w.])(?P<close>\),?)?"
)


@check("places.states")
def states(story: Story, rule: Rule) -> Iterator[Hit]:
    """A state in short after its city: "Springfield, Ill."; the list's lines are "Illinois = Ill. = IL"."""
    short, postal, whole = states_of(story.lists["states"])
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


@check("places.comma")
def comma(story: Story, rule: Rule) -> Iterator[Hit]:
    """A state after its city without a second comma: "from Macon, Georgia won"."""
    _, _, whole = states_of(story.lists["states"])
    for match in matches(story, rule, _CITY, (", ",)):
        name = next((each for each in (match["state"], match["state"].split(" ")[0]) if each in whole), "")
        end = match.start("state") + len(name)
        if (
            name
            and _GOES_ON.match(story.text, end)
            and _IN.search(story.text, max(0, match.start() - 8), match.start())
        ):
            yield Hit(Span(match.start("state"), end), (f"{name},",))


@check("places.alone")
def alone(story: Story, rule: Rule) -> Iterator[Hit]:
    """A state after a city that stands alone: "in Chicago, Illinois"."""
    known = cities_of(story.lists["cities-alone"])
    for match in matches(story, rule, _CITY, (", ",)):
        city = match["lead"].removesuffix(", ")
        state = known.get(city.lower())
        if state and match["state"].lower().startswith(state):
            start = match.start() + len(city)
            end = match.start("state") + len(state)
            yield Hit(Span(start, end), ("",))


@check("places.party")
def party(story: Story, rule: Rule) -> Iterator[Hit]:
    """A politician's state by its postal code or its whole name: "D-CA", "(D-Colorado)"."""
    lines = [line.split(" = ") for line in story.lists["states"]]
    codes = {fields[2].upper(): shown(fields[1]) for fields in lines if fields[1]}
    codes |= {named(fields[0]): shown(fields[1]) for fields in lines if fields[1]}
    for match in matches(story, rule, _PARTY, ("D-", "R-", "I-")):
        state = codes.get(match["state"])
        if state is None:
            continue
        if match["open"] and match["close"]:
            ending = "" if story.text.startswith((".", ";"), match.end()) else ","
            whole = len(match["state"]) > len("CA")
            yield Hit(
                Span(*match.span()),
                (f", {match['party']}{state}{ending}",),
                severity=Severity.QUERY if whole and not signed(story) else None,
            )
        elif state != match["state"]:
            yield Hit(Span(*match.span("state")), (state,))


@lru_cache(maxsize=2)
def states_of(lines: frozenset[str]) -> tuple[Mapping[str, str], Mapping[str, str], frozenset[str]]:
    """The whole names by their short form and by their postal code, and all whole names."""
    fields = [line.split(" = ") for line in lines]
    return (
        {shown(each[1]): named(each[0]) for each in fields if each[1] != each[0]},
        {each[2].upper(): named(each[0]) for each in fields},
        frozenset(named(each[0]) for each in fields),
    )


@lru_cache(maxsize=4)
def cities_of(lines: frozenset[str]) -> Mapping[str, str]:
    """The country or state of each city of a list, all in small letters."""
    return {city.strip(): country.strip() for city, _, country in (line.partition("=") for line in lines)}


def named(text: str) -> str:
    return " ".join(word.capitalize() for word in text.split())


def shown(text: str) -> str:
    """A short form with its capitals: "n.d." is "N.D.", "w.va." is "W.Va.", "calif." is "Calif."."""
    return re.sub(r"(?:^|[.\s])[a-z]", lambda match: match.group().upper(), text)
