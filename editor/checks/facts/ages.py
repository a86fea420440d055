"""The age of one person given twice and differently."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.checks.facts.mentions import Mention
from editor.checks.style.calendar import MONTHS
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_AFTER = Expression(r",? (?:aged )?(?P<age>\d{1,3})(?=[,;)](?!\d)|\.(?!\d))")
_SAID = Expression(r" (?:is|was) (?P<age>\d{1,3})(?: years old)?\.(?:\s|$)")
_BEFORE = Expression(r"(?P<age>\d{1,3})-year-old (?:[\w-]+ ){0,2}$")
_DIES = Expression(
    r"\b(?:dies|dead|died|passes away|passed away)\b[^.]{0,60}?(?:\bat(?: the age of| age)?|\baged|\bage) (?P<age>\d{2,3})(?![\w-])"
)
_KNOWN = Expression(
    r"\b[Tt]he (?:injured |young |wounded )?(?P<age>\d{2})-year-old(?= (?!man|woman|boy|girl)|[,.’'])"
)
_YEARS_OLD = Expression(r"\b(?P<age>\d{1,3})(?:-year-old\b| years old\b)")
_PRONOUN = Expression(r"(?:He|She) was (?P<age>\d{1,3})(?: years old)?\.")

_MONTHS = frozenset(MONTHS)
# By how many years an age is off at most, unless its figures are turned round.
_SLIP = 5


@dataclass(frozen=True, slots=True)
class Age:
    """An age and whose it is: the last name, and the names before it where they are given."""

    last: str
    first: tuple[str, ...]
    years: int
    span: Span


def ages(found: Sequence[Mention], text: str) -> Iterator[Age]:
    """Every age that stands at a name: "Ana Lopes, 34,", "34-year-old Ana Lopes", "Lopes was 34."."""
    for each in found:
        if each.last and each.text not in _MONTHS:
            match = _AFTER.match(text, each.span.end) or _SAID.match(text, each.span.end)
            if match and text[each.span.end] in ", " and 0 < int(match["age"]) < 115 and _is_age(match, text):
                yield Age(each.text, each.first, int(match["age"]), Span(*match.span("age")))
        if not each.first:
            match = _BEFORE.search(text, max(0, each.span.start - 40), each.span.start)
            if match and each.after:
                # The age stands at the first name; the last is the word after it.
                yield Age(each.after, (each.text,), int(match["age"]), Span(*match.span("age")))


def _is_age(match: re.Match[str], text: str) -> bool:
    """Whether the figure after a name is no score, number of a date, or jersey."""
    if (
        match.group().startswith(" ")
        and "was" not in match.group()
        and "is" not in match.group()
        and "aged" not in match.group()
    ):
        return False
    return text[match.end() : match.end() + 1] not in "-–:%"


def differing(lines: Sequence[Line], given: Sequence[Age], text: str) -> Iterator[tuple[Span, str, str]]:
    """Each of the ages given that differs from the person's age elsewhere in the story: its place, the other age, a message."""
    people: dict[str, list[Age]] = {}
    for age in given:
        people.setdefault(age.last, []).append(age)
    for last, theirs in people.items():
        firsts = {each.first[-1] for each in theirs if each.first}
        if len(theirs) < 2 or len(firsts) > 1:
            continue
        yield from _of_one([(each.years, each.span) for each in theirs], last)
    yield from _of_the_dead(lines, text)


def _of_one(given: Sequence[tuple[int, Span]], who: str) -> Iterator[tuple[Span, str, str]]:
    tally = Counter(years for years, _ in given)
    if len(tally) < 2:
        return
    first = given[0][0]
    kept = max(tally, key=lambda years: (tally[years], years == first))
    for years, span in given:
        if years != kept:
            yield span, str(kept), f"{who} is {years} here and {kept} elsewhere in the story?"


def _of_the_dead(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str, str]]:
    """Ages in an obituary: the headline's or first sentence's, and "She was 93." below it."""
    given: list[tuple[int, Span]] = []
    before: Line | None = None
    for line in lines:
        if line.block.kind is PartKind.HEADLINE:
            match = _DIES.search(text, *line.span)
            if match:
                given.append((int(match["age"]), Span(*match.span("age"))))
        elif line.block.kind is PartKind.BODY:
            if before is None:
                match = _DIES.search(text, *line.span)
                if match:
                    given.append((int(match["age"]), Span(*match.span("age"))))
                before = line
                continue
            # Only right after the opening sentence is it surely the same person.
            alone = _PRONOUN.fullmatch(text, *line.span)
            if alone and given and line.block is before.block and "died" in before.span.of(text):
                given.append((int(alone["age"]), Span(*alone.span("age"))))
            break
    yield from _of_one(given, "The dead person")


def recalled(lines: Sequence[Line], given: Sequence[Age], text: str) -> Iterator[tuple[Span, str, str]]:
    """ "The 18-year-old" in a story that has told one age until then, a few years off or with its figures turned round."""
    for line in lines:
        if line.block.kind is not PartKind.BODY:
            continue
        for match in _KNOWN.finditer(text, *line.span):
            told = {each.years for each in given if each.span.start < match.start()}
            told |= {int(each["age"]) for each in _YEARS_OLD.finditer(text, 0, match.start())}
            years = int(match["age"])
            if len(told) != 1 or years in told:
                continue
            (first,) = told
            if abs(first - years) <= _SLIP or str(first) == match["age"][::-1]:
                yield Span(*match.span("age")), str(first), f"{years} years old here, {first} before?"
