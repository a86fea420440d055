"""Times of day: their form, and whether there is such a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.checks.style.house import Use, fitted, numbers, preferred, settle
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Severity, Span

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:(?P<mark>[:.])(?P<minute>\d\d))?(?P<gap>[ \u00a0]?)(?P<half>[ap]\. ?m\.?|[AP]\. ?M\.?|[ap]m|[AP]M)(?!\w)"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?P<mark>[:.])(?P<minute>[0-5]\d)(?![\d:.%]\d|[%\w])"
    r"(?! (?:million|billion|percent|per cent|points?|pct|meters|metres|seconds|minutes|kilometers|miles|to))"
)
_HOURS = re.compile(
    r"(?P<hour>[01]\d|2[0-3])(?P<mark>[:.]?)(?P<minute>[0-5]\d) ?(?:hrs|hours|h)(?!\w)(?! (?:GMT|UTC))"
)
_AT = re.compile(r"\b(?:at|about|around|until|till|from|by|before|after|since|m\. to|[ap]m to) $")
_ZONE = re.compile(r" ?(?:GMT|UTC|local|CET|EST|EDT|hours|hrs|h\b)")
_FRENCH = re.compile(r"(?P<hour>[01]?\d|2[0-4])h(?P<minute>[0-5]\d)?(?!\w)")


@check("times.form")
def form(story: Story, rule: Rule) -> Iterator[Hit]:
    """A time that is not written as the house has it: 5 p.m., 5.30pm."""
    wanted = preferred(story, "times")
    uses = []
    for match in numbers(story, rule, _TIME):
        hour, minute = int(match["hour"]), match["minute"]
        if not _free(match) or not 0 < hour <= 12 or (minute and int(minute) > 59):
            continue
        right = written(wanted, hour, int(minute or 0), match["half"][0].lower())
        span = Span(*match.span())
        text = span.of(story.text)
        same = text in (right, fitted(story, span, right))
        uses.append(Use(span, () if same else (fitted(story, span, right),)))
    yield from settle(story, rule, uses)


@check("times.day-clock")
def day_clock(story: Story, rule: Rule) -> Iterator[Hit]:
    """A time by the 24-hour clock where the house has a.m. and p.m."""
    wanted = preferred(story, "times")
    uses = []
    for match in numbers(story, rule, _CLOCK):
        hour, minute = int(match["hour"]), int(match["minute"])
        if (
            not _AT.search(story.text, max(0, match.start() - 8), match.start())
            or (match["mark"] == "." and not story.text.startswith("at ", match.start() - 3))
            or hour > 23
            or hour < 13
            or _ZONE.match(story.text, match.end())
        ):
            continue
        span = Span(match.start("hour"), match.end())
        uses.append(Use(span, (fitted(story, span, written(wanted, hour - 12, minute, "p")),)))
    for match in numbers(story, rule, _HOURS):
        hour, minute = int(match["hour"]), int(match["minute"])
        if _free(match) and _AT.search(story.text, max(0, match.start() - 8), match.start()):
            span = Span(*match.span())
            right = written(wanted, (hour - 1) % 12 + 1, minute, "a" if hour < 12 else "p")
            uses.append(Use(span, (fitted(story, span, right),)))
    yield from settle(story, rule, uses)


@check("times.french")
def french(story: Story, rule: Rule) -> Iterator[Hit]:
    """A time with an h, as French and Portuguese write it: "19h30"."""
    for match in numbers(story, rule, _FRENCH):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if not _free(match) or not re.search(
            r"\b(?:at|until|from|to|and|by|before|after|around|about|since) $",
            story.text[max(0, match.start() - 8) : match.start()],
        ):
            continue
        half = "a" if hour < 12 or hour == 24 else "p"
        span = Span(*match.span())
        right = written(preferred(story, "times"), (hour - 1) % 12 + 1, minute, half)
        yield Hit(span, (fitted(story, span, right),))


@check("times.impossible")
def impossible(story: Story, rule: Rule) -> Iterator[Hit]:
    """A time that no clock shows: "5:75 p.m.", "17:00 p.m."."""
    for match in numbers(story, rule, _TIME):
        if not _free(match):
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        span = Span(*match.span())
        if minute > 59 or hour > 24 or (hour == 0 and match["minute"] is None):
            yield Hit(span, severity=None)
        elif hour > 12 and hour < 24 and match["minute"]:
            half = "p" if match["half"][0].lower() == "p" else ""
            if half:
                yield Hit(
                    span, (fitted(story, span, written(preferred(story, "times"), hour - 12, minute, half)),)
                )
            else:
                yield Hit(span, severity=Severity.ERROR)


def written(wanted: str, hour: int, minute: int, half: str) -> str:
    """A time of the 12-hour clock as the house writes it; `half` is "a" or "p"."""
    if wanted == "am":
        return f"{hour}.{minute:02}{half}m" if minute else f"{hour}{half}m"
    return f"{hour}:{minute:02} {half}.m." if minute else f"{hour} {half}.m."


def _free(match: re.Match[str]) -> bool:
    start = match.start()
    return not start or not (match.string[start - 1].isalnum() or match.string[start - 1] in ".,:$£€-/")
