"""Scores, ratios, seasons, heights and times of races, as sports pages and tables have them and running text does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.checks.style.house import matches, numbers
from editor.checks.style.numerals import value
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.expression import Expression
from editor.values import Span

_SCORE = Expression(
    r"(?P<one>\d{1,3})(?P<joint> ?: ?| to | (?:frames|games|sets|goals|points) to )(?P<two>\d{1,3})(?![\d:%]|[.,]\d|-\d| (?:percent|years?|million|billion))"
)
_PLAYED = Expression(
    r"\b(?:voted|ruled|won|wins?|lost|loses?|beat|beats|beaten|defeat(?:ed|s)?|drew|draws?|led|leads?|trailed|trailing|score|tally|vote|thrashed|victory)\b",
    re.IGNORECASE,
)
# What stands before a time of day, a ratio or a range.
_NO_SCORE = Expression(
    r"(?:\b(?:at|around|about|until|before|after|ratio of|from|since|up|rose|fell|down|increased?|raised?|cut)|\$|€|£) ?$"
)
# "a lead of 4:20": minutes and seconds.
_LASTED = Expression(r"\b(?:lead|gap|advantage|time|deficit|margin|clocked|in|ran|by) (?:of )?$")
_WORD_BEFORE = Expression(r"(?:[a-z]|[A-Z]\w*|,) $")
_MARGIN = Expression(r" (?:vote|decision|ruling|majority|margin|win|victory|defeat|loss)\b")
_OVER = Expression(
    r"\b(?:beat|beats|beating|defeated|defeats|over|against|downed|edged|upset|routed) (?:(?:No\.|number) \d+ |the )?(?:[A-Z][\w.’'-]* ?){1,4}$"
)
_TALLY = Expression(
    r"(?:\b(?:tally|vote|score|count)(?: (?:was|is|of|stood at))|\b(?:won|lost|led|trailed|voted|ruled)(?: by)?|\bby) $"
)


@check("scores.score")
def score(story: Story, rule: Rule) -> Iterator[Hit]:
    """A score or a tally of votes with a colon or "to": "beat the Pacers 118:109"."""
    for match in numbers(story, rule, _SCORE):
        start = match.start()
        before = story.text[max(0, start - 90) : start].rpartition("\n")[2]
        colon = ":" in match["joint"]
        if _NO_SCORE.search(before) or (colon and _LASTED.search(before)):
            continue
        margin = _MARGIN.match(story.text, match.end())
        if not _WORD_BEFORE.search(before) or not (margin or _PLAYED.search(before)):
            continue
        told = _TALLY.search(before) or _OVER.search(before) or margin
        if match["joint"] == " to " and not told:
            continue
        yield Hit(Span(*match.span()), (f"{match['one']}-{match['two']}",))


_WORD_SCORE = Expression(r"(?<![\w-])(?P<one>[a-z]+(?:-[a-z]+)?) to (?P<two>[a-z]+(?:-[a-z]+)?)(?![\w-])")
_VOTED = Expression(r"\b(?:voted|ruled|vote of) $")


@check("scores.vote")
def vote(story: Story, rule: Rule) -> Iterator[Hit]:
    """A tally of votes in words: "voted seven to two"."""
    for match in matches(story, rule, _WORD_SCORE, (" to ",)):
        one, two = value(match["one"]), value(match["two"])
        before = story.text[max(0, match.start() - 12) : match.start()]
        if one is not None and two is not None and _VOTED.search(before):
            yield Hit(Span(*match.span()), (f"{one}-{two}",))


_RATIO = Expression(r"(?<=ratio of )(?P<one>\d+) ?: ?(?P<two>\d+)(?![\d:])")


@check("scores.ratio")
def ratio(story: Story, rule: Rule) -> Iterator[Hit]:
    """A ratio with a colon: "a ratio of 2:1"."""
    for match in numbers(story, rule, _RATIO):
        yield Hit(Span(*match.span()), (f"{match['one']}-to-{match['two']}",))


_SEASON = Expression(r"(?P<first>(?:19|20)\d\d)/(?P<last>(?:19|20)?\d\d)(?![\d/])")


@check("scores.season")
def season(story: Story, rule: Rule) -> Iterator[Hit]:
    """A season or a business year with a slash: "2024/25"."""
    for match in numbers(story, rule, _SEASON):
        last = int(match["last"][-2:])
        if (int(match["first"]) + 1) % 100 == last:
            yield Hit(Span(*match.span()), (f"{match['first']}-{last:02}",))


_HEIGHT = Expression(r"(?P<feet>[4-7])['’′] ?(?P<inches>\d{1,2})(?:[\"”″]|''|’’)")
_ARTICLE = Expression(r"\b(?:the|an?|his|her|their|its|[Tt]he|[Aa]) $")


@check("scores.height")
def height(story: Story, rule: Rule) -> Iterator[Hit]:
    """A person's height with marks: 6'10\\"."""
    for match in numbers(story, rule, _HEIGHT):
        feet, inches = match["feet"], int(match["inches"])
        if inches > 11:
            continue
        joined, apart = f"{feet}-foot-{inches}", f"{feet} feet, {inches} inches"
        if story.british:
            fixes: tuple[str, ...] = (f"{feet}ft {inches}in",)
        elif _ARTICLE.search(story.text[max(0, match.start() - 6) : match.start()]):
            fixes = (joined, apart)
        else:
            fixes = (apart, joined)
        yield Hit(Span(*match.span()), fixes)


_CLOCKED = Expression(
    r"(?P<hours>\d{1,2})h ?(?P<minutes>\d\d)(?:m|min|') ?(?:(?P<seconds>\d\d)(?:s|sec|\"|''))?"
)


@check("scores.duration")
def duration(story: Story, rule: Rule) -> Iterator[Hit]:
    """A time that a race took, with letters: "2h04m51s"."""
    for match in numbers(story, rule, _CLOCKED):
        parts = [f"{int(match['hours'])} hours", f"{int(match['minutes'])} minutes"]
        if match["seconds"]:
            parts.append(f"{int(match['seconds'])} seconds")
        yield Hit(Span(*match.span()), (", ".join(parts),))
