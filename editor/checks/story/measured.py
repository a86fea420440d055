"""What stands before a measure: "rose by a third", "closed at $6.12", "traveling at 190 kph", "watched it three times".

Quirk et al., "A Comprehensive Grammar of the English Language", sections 9.63 and 16.26; Swan, "Practical English Usage".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity, Span

_CHANGES = words("""rise fall grow drop increase decrease decline climb jump slip surge plunge shrink expand advance soar tumble slide
    ease dip contract swell appreciate depreciate plummet sink slump widen narrow rebound retreat balloon dwindle weaken strengthen
    slow accelerate rally""")
_MOVES = words("""cut raise increase reduce lower trim slash boost lift hike decrease expand shrink widen narrow extend shorten
    delay postpone lengthen""")
_RUNS = words("travel drive run go fly move ride speed race blow gust sail cruise")
_UNITS = words("""% percent pct point points degree degrees basis euro euros dollar dollars cent cents yen yuan pound pounds tonne tonnes ton
    tons barrel barrels meter meters metre metres centimeter centimeters centimetre centimetres km kilometer kilometers mile miles
    inch inches foot feet""")
_SPEEDS = words("kph mph km/h knots")
_PARTS = words(
    "half third quarter fifth sixth seventh eighth ninth tenth two-thirds one-third three-quarters one-fifth"
)
_WRONG = words("with of for on in")
_LENGTHS = words(
    "feet foot meter meters metre metres inch inches km kilometer kilometers kilometre kilometres mile miles"
)
_SPANS = words("minute minutes hour hours day days week weeks month months year years second seconds")
_LATER = words("later earlier longer shorter before")
_LEVELS = words("altitude height depth speed rate pace temperature angle distance velocity elevation")
# What stands, peaks or closes at a level.
_STANDS = words(
    "stand peak close settle trade hover plateau bottom stabilize stabilise start value price cap estimate"
)
_REACHES = words("reach exceed top surpass hit total near approach outpace")
_FALLS = words("drop fall sink plunge plummet tumble dip decline decrease")
_SCORE = re.compile(r"\d{1,3}-\d{1,3}")
_BEATS = words(
    "beat defeat win lose thrash trounce rout draw edge lead trail hammer upset overcome down crush outclass stun"
)
_MARGINS = words("points goals votes seats runs lengths strokes shots wickets games seconds")
_INSIDE = frozenset(
    ["DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "VBN", "PRP"]
)
_ROUGHLY = words("about nearly almost roughly some around over only just exactly well")
_AFTER_TIMES = words("in since this last before when because during over after on by and but as within")


class Measure(NamedTuple):
    """A wrong word before a measure: the tokens from `start` up to `end` and what stands for them, best first; "" for none."""

    start: int
    end: int
    right: tuple[str, ...]
    asked: bool = False


@check("measured.wrong")
def wrong(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition that does not stand before this measure."""
    del rule
    for line in story.body:
        tokens = line.tagged
        for found in measured(tokens):
            first, last = tokens[found.start], tokens[found.end - 1]
            severity = Severity.QUERY if found.asked else None
            if found.right == ("",):
                yield Hit(
                    Span(tokens[found.start - 1].end, last.end),
                    ("",),
                    f"Leave out '{first.text}' here.",
                    severity=severity,
                )
            else:
                yield Hit(Span(first.start, last.end), found.right, severity=severity)


def measured(tokens: Sequence[Token]) -> Iterator[Measure]:
    """The wrong words before measures in a tagged sentence."""
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if token.lower not in (
            "with",
            "of",
            "for",
            "on",
            "in",
            "by",
            "at",
            "to",
            "from",
        ) or token.tag not in ("IN", "TO", "RP"):
            continue
        if tokens[at - 1].lower in ("compared", "comparing", "along", "together"):
            continue
        found = (
            _changed(tokens, at)
            or _down(tokens, at)
            or _scored(tokens, at)
            or _counted(tokens, at)
            or _later(tokens, at)
            or _level(tokens, at)
            or _speed(tokens, at)
            or _margin(tokens, at)
            or _stood(tokens, at)
            or _reached(tokens, at)
            or _from_to(tokens, at)
        )
        if found is not None:
            yield found


def amount(tokens: Sequence[Token], at: int) -> int:
    """Where the amount that begins at `at` ends: "about 3%", "more than a third", "$4"; -1 where there is none."""
    here = at
    after = [token.lower for token in tokens[here : here + 2]]
    if after in (["more", "than"], ["less", "than"], ["at", "least"], ["up", "to"], ["as", "much"]):
        here += 2
        if here < len(tokens) and tokens[here].lower == "as":
            here += 1
    while here < len(tokens) and tokens[here].lower in _ROUGHLY:
        here += 1
    if here >= len(tokens):
        return -1
    if tokens[here].text in ("$", "€", "£") and here + 1 < len(tokens) and tokens[here + 1].tag == "CD":
        return here + 2
    if (
        tokens[here].lower in ("a", "an", "one", "two", "three")
        and here + 1 < len(tokens)
        and tokens[here + 1].lower in (*_PARTS, "thirds")
    ):
        return here + 2
    if tokens[here].lower in ("half", "two-thirds", "one-third", "three-quarters", "one-fifth"):
        return here + 1
    if tokens[here].tag == "CD":
        while here + 1 < len(tokens) and tokens[here + 1].tag == "CD":
            here += 1
        if here + 1 < len(tokens) and tokens[here + 1].lower in ("percentage", "basis"):
            here += 1
        if here + 1 < len(tokens) and tokens[here + 1].lower in _UNITS:
            return here + 2
    return -1


def _changed(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Rose with a third", "cut its rate with 2 percentage points"."""
    if tokens[at].lower not in _WRONG:
        return None
    end = _spell(tokens, at + 1) if tokens[at].lower == "with" else -1
    end = amount(tokens, at + 1) if end < 0 else end
    if end < 0 or not _closed(tokens, end):
        return None
    back = at - 1
    while back > 0 and tokens[back].tag == "RB":
        back -= 1
    verb = tokens[back]
    if tokens[at].lower == "in" and tokens[end - 1].lower not in _UNITS:
        return None
    if (
        verb.tag in ("VB", "VBD", "VBN", "VBG", "VBP")
        and verb.lemma in _CHANGES
        and (back == 0 or tokens[back - 1].tag not in ("DT", "JJ", "PRP$"))
    ):
        return Measure(at, at + 1, ("by",))
    if tokens[at].lower not in ("with", "in"):
        return None
    while back > 0 and at - back < 8 and (tokens[back].tag in _INSIDE):
        back -= 1
    verb = tokens[back]
    if back < at - 1 and verb.tag.startswith("VB") and verb.lemma in _MOVES and tokens[at].lower == "with":
        return Measure(at, at + 1, ("by",))
    return None


def _spell(tokens: Sequence[Token], at: int) -> int:
    """Where the stretch of time that begins at `at` ends: "40 minutes", "about two weeks"; -1 where there is none."""
    while at < len(tokens) and tokens[at].lower in _ROUGHLY:
        at += 1
    counted = at + 1 < len(tokens) and (tokens[at].tag == "CD" or tokens[at].lower in ("several", "a", "an"))
    return at + 2 if counted and tokens[at + 1].lower in _SPANS else -1


def _closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the amount that ends before `at` is all of its phrase: no noun, no "of" follows."""
    if at >= len(tokens):
        return True
    token = tokens[at]
    if token.lower in ("of", "off", "stake", "chance"):
        return False
    return token.tag in (
        ".",
        ",",
        "IN",
        "TO",
        "CC",
        ":",
        "''",
        "RB",
        "VBN",
        "VBG",
        "WRB",
        "DT",
        "RBR",
        "NNP",
        "WDT",
        "(",
    ) or token.lower in (
        "compared",
        "last",
        "next",
        "year-on-year",
        "a",
    )


def _down(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Down with 18%": no preposition there."""
    if tokens[at].lower not in ("with", "of", "for", "in") or tokens[at - 1].lower not in ("down", "up"):
        return None
    end = amount(tokens, at + 1)
    before = tokens[at - 2] if at > 1 else None
    free = before is not None and (
        before.lower in (",", "was", "were", "is", "are", "and") or before.tag in ("NN", "NNS", "RB", "CD")
    )
    if end < 0 or not free or not _closed(tokens, end) or tokens[end - 1].lower in ("dollars", "euros"):
        return None
    return Measure(at, at + 1, ("",))


def _scored(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Beat Wales with 2-1"."""
    if tokens[at].lower not in ("with", "for", "in") or not _SCORE.fullmatch(tokens[at + 1].text):
        return None
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is not None and after.tag in ("NN", "NNS", "JJ", "CD"):
        return None
    for back in range(at - 1, max(-1, at - 8), -1):
        token = tokens[back]
        if token.tag.startswith("VB") and token.lemma in _BEATS:
            return Measure(at, at + 1, ("",))
        if token.tag not in _INSIDE and token.tag not in ("RB", "TO", "IN"):
            return None
    return None


def _counted(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Watched it for three times"."""
    if (
        tokens[at].lower not in ("for", "by")
        or at + 3 >= len(tokens)
        or tokens[at + 2].lower != "times"
        or tokens[at + 1].tag not in ("CD", "JJ")
    ):
        return None
    if tokens[at + 1].tag == "JJ" and tokens[at + 1].lower not in ("several", "many"):
        return None
    before, after = tokens[at - 1], tokens[at + 3]
    if after.tag not in (".", ",") and after.lower not in _AFTER_TIMES:
        return None
    if (
        tokens[at].lower == "by"
        or before.tag in ("JJ", "CD", "$")
        or before.lower in ("ready", "rose", "risen")
    ):
        return None
    return Measure(at, at + 1, ("",))


def _later(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Open with two hours later"."""
    if tokens[at].lower not in ("with", "for", "on", "in") or at + 3 >= len(tokens):
        return None
    if tokens[at + 1].tag != "CD" and tokens[at + 1].lower not in ("a", "an", "several", "few"):
        return None
    if tokens[at + 2].lower not in _SPANS or tokens[at + 3].lower not in _LATER:
        return None
    if tokens[at].lower != "with" and (
        tokens[at + 3].lower not in ("later", "earlier")
        or tokens[at - 1].tag in ("VBN", "NN", "NNS", "JJ", "NNP")
    ):
        return None
    return Measure(at, at + 1, ("",))


def _level(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "In an altitude of 4,000 meters"."""
    if tokens[at].lower not in ("in", "on", "by") or tokens[at + 1].lower not in ("a", "an", "the"):
        return None
    here = at + 2
    while (
        here < len(tokens)
        and tokens[here].tag in ("JJ", "NN", "JJR")
        and tokens[here].lower not in _LEVELS
        and here - at < 5
    ):
        here += 1
    if here + 2 >= len(tokens) or tokens[here].lower not in _LEVELS or tokens[here + 1].lower != "of":
        return None
    end = amount(tokens, here + 2)
    number = (
        end > 0
        or tokens[here + 2].tag == "CD"
        or (tokens[here + 3 : here + 4] and tokens[here + 3].tag == "CD")
    )
    if not number or (
        tokens[at - 1].tag in ("NN", "NNS", "VBD", "VBN")
        and tokens[at - 1].lemma in (*_CHANGES, "change", "difference", "based", "base")
    ):
        return None
    return Measure(at, at + 1, ("at",))


def _speed(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Traveling with 190 kph"."""
    if tokens[at].lower not in ("with", "in", "on", "by"):
        return None
    here = at + 1
    while (
        here < len(tokens)
        and (tokens[here].tag == "CD" or tokens[here].lower in (*_ROUGHLY, "more", "than", "up", "to"))
        and here - at < 6
    ):
        here += 1
    if here == at + 1 or here >= len(tokens) or tokens[here - 1].tag != "CD":
        return None
    unit = tokens[here].lower
    after = [token.lower for token in tokens[here + 1 : here + 3]]
    if unit not in _SPEEDS and not (
        unit in ("kilometers", "kilometres", "miles", "km") and after in (["per", "hour"], ["an", "hour"])
    ):
        return None
    verb = tokens[at - 1]
    return Measure(at, at + 1, ("at",)) if verb.tag.startswith("VB") and verb.lemma in _RUNS else None


def _margin(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Win with six points", which may also be the whole score."""
    if tokens[at].lower not in ("with", "for", "of") or at + 2 >= len(tokens) or tokens[at + 1].tag != "CD":
        return None
    if tokens[at + 2].lower not in _MARGINS or (
        at + 3 < len(tokens) and tokens[at + 3].tag not in (".", ",", "IN", "CC", ":")
    ):
        return None
    for back in range(at - 1, max(-1, at - 6), -1):
        token = tokens[back]
        if token.tag.startswith("VB"):
            return (
                Measure(at, at + 1, ("by",), asked=True)
                if token.lemma in ("win", "lead", "lose", "trail")
                else None
            )
        if token.tag not in _INSIDE and token.tag != "RB":
            return None
    return None


def _stood(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Stood on 7.2%", "peaked in 85.5%", "dropped at minus 31"."""
    if tokens[at].lower not in ("on", "in", "by", "with", "at"):
        return None
    verb = tokens[at - 1]
    if not verb.tag.startswith("VB"):
        return None
    if tokens[at].lower == "at":
        below = tokens[at + 1].lower == "minus" and at + 2 < len(tokens) and tokens[at + 2].tag == "CD"
        return Measure(at, at + 1, ("to",)) if below and verb.lemma in _FALLS else None
    end = amount(tokens, at + 1)
    if end < 0 or not _closed(tokens, end) or verb.lemma not in _STANDS:
        return None
    money = any(token.text in ("$", "€", "£") for token in tokens[at + 1 : end])
    unit = tokens[end - 1].lower in _UNITS and tokens[end - 1].lower not in _LENGTHS
    apart = tokens[at].lower == "in" and tokens[end - 1].lower not in ("%", "percent", "pct")
    # "Closed by 3%" may tell the change.
    changed = tokens[at].lower in ("by", "with") and verb.lemma not in ("stand", "peak", "settle", "hover")
    return Measure(at, at + 1, ("at",)) if (money or unit) and not apart and not changed else None


def _reached(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Reached to $80", "exceeded of 3%": these verbs have the measure as their object."""
    if tokens[at].lower not in ("to", "at", "of", "in", "on"):
        return None
    verb = tokens[at - 1]
    if verb.tag not in ("VB", "VBD", "VBG", "VBP", "VBZ", "VBN") or verb.lemma not in _REACHES:
        return None
    if verb.tag == "VBN" and at > 1 and tokens[at - 2].lower not in ("has", "have", "had", "'ve"):
        return None
    end = amount(tokens, at + 1)
    return Measure(at, at + 1, ("",)) if end > 0 and _closed(tokens, end) else None


def _from_to(tokens: Sequence[Token], at: int) -> Measure | None:
    """ "Rose to a fifth, from 2,010 to 2,412": a part tells the change, not where it ended."""
    if tokens[at].lower != "to" or tokens[at - 1].tag not in ("VBD", "VBN", "VB", "VBG", "VBP"):
        return None
    end = amount(tokens, at + 1)
    part = end > 0 and tokens[end - 1].lower in (*_PARTS, "half", "thirds", "quarters")
    if not part or tokens[at - 1].lemma not in _CHANGES:
        return None
    rest = [token.lower for token in tokens[end : end + 9]]
    both = "from" in rest and "to" in rest[rest.index("from") :]
    return Measure(at, at + 1, ("by",)) if both else None
