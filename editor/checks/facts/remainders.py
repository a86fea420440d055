"""What is left of a whole: "three of the 11 ships ... the other nine", "94% ..., leaving 9%", "5 billion more, bringing the total to 24"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from editor.checks.facts.amounts import AMOUNT, read
from editor.checks.facts.changes import Wrong
from editor.checks.facts.numerals import NUMBER, value, written
from editor.checks.facts.tolls import counts
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_UNIT = r"(?! ?(?:%|percent|per cent|million|billion|thousand))"
_PART = Expression(
    rf"\b(?P<k>{NUMBER}) of (?:the|its|his|her|their|those|these) (?:(?P<t>{NUMBER}){_UNIT} )?(?P<who>(?:[a-z-]+ ){{0,2}}?(?:[a-z]{{3,}}s|people|men|women|children|dead|injured|wounded))\b",
    re.IGNORECASE,
)
_OTHER = Expression(
    rf"\b(?:the (?:other|remaining)|leaving (?:the )?other) (?P<n>{NUMBER})\b{_UNIT}", re.IGNORECASE
)
_NUMBER = Expression(rf"(?<![\w.,$€£¥-]){NUMBER}(?![\w%]|[.,]\d|-\w)", re.IGNORECASE)
_LEAVING = Expression(
    r"(?P<a>\d+(?:\.\d+)?) ?(?:%|percent\b|per cent\b)[^.;:%\d]{0,60}?,? leaving (?:only |just |the other |the remaining )?(?P<b>\d+(?:\.\d+)?) ?(?:%|percent\b|per cent\b)",
    re.IGNORECASE,
)
_BRINGING = Expression(
    rf"(?P<a>{AMOUNT}) (?P<unit>[a-z]+)\b[^.;:\d]{{0,60}}?, (?:bringing|taking|raising|lifting|pushing) (?:the|its|their) (?:overall )?(?:total|sum|number|toll)(?: [a-z]+){{0,4}}? to (?P<t>{AMOUNT})",
    re.IGNORECASE,
)
_ABOARD = Expression(
    rf"\b(?:carrying|carried) (?P<n>{NUMBER}) (?:people|passengers|persons)\b|\bwith (?P<n2>{NUMBER}) (?:people|passengers|persons) (?:aboard|on board)\b",
    re.IGNORECASE,
)
_CARRIED = Expression(r"\bcarr|board\b", re.IGNORECASE)
_DEAD = frozenset(["dead", "victims"])
_HURT = frozenset(["injured", "wounded"])
# A sum that misses the told one by more is hardly meant.
_NEAR = 0.1


def wrong_remainders(lines: Sequence[Line], text: str) -> Wrong:
    """Each figure of the body that what is left of a whole contradicts: its place, the figure that would fit, a message."""
    body = [line for line in lines if line.block.kind is PartKind.BODY]
    for at, line in enumerate(body):
        low, high = line.span
        if text.find(" other ", low, high) >= 0 or text.find(" remaining ", low, high) >= 0:
            before = body[at - 1].span.start if at else low
            for match in _OTHER.finditer(text, low, high):
                yield from _other(match, text, before, lines)
        if text.find("leaving ", low, high) >= 0:
            yield from _shares(text, low, high)
        if text.find(" to ", low, high) >= 0:
            yield from _totals(text, low, high)
    if _CARRIED.search(text):
        yield from _aboard(body, text)


def _other(match: re.Match[str], text: str, start: int, lines: Sequence[Line]) -> Wrong:
    """ "Three of the 11 ships were loaded, and the other nine were waiting"."""
    parts = list(_PART.finditer(text, start, match.start()))
    left = value(match["n"])
    if not parts or left is None:
        return
    part = parts[-1]
    taken = value(part["k"])
    whole = value(part["t"]) if part["t"] else _whole(part, text, lines)
    if taken is None or whole is None or taken >= whole:
        return
    between = [
        number
        for each in _NUMBER.finditer(text, part.end(), match.start())
        if (number := value(each.group())) is not None
    ]
    sums = {sum(some) for many in range(len(between) + 1) for some in combinations(between, many)}
    if len(between) > 4 or whole - taken - left in sums:
        return
    told = "" if between else written(whole - taken, match["n"])
    yield (
        Span(*match.span("n")),
        (told,) if told else (),
        f"Of {whole} {part['who'].split()[-1]}, {taken} and {left} leave some over, or are too many?",
    )


def _whole(part: re.Match[str], text: str, lines: Sequence[Line]) -> int | None:
    """How many the story has counted before of what the part is of; None where it gives no one number."""
    who = part["who"].lower().split()[-1]
    if who in _DEAD | _HURT:
        kind = "killed" if who in _DEAD else "hurt"
        numbers = {each.number for each in counts(lines) if each.kind == kind and not each.loose}
    else:
        told = re.compile(
            rf"(?<!other )(?<!another )(?<!of the )(?<![\w.,$€£¥-])(?P<n>{NUMBER}) (?:[a-z-]+ ){{0,2}}?{re.escape(who.removesuffix('s'))}s?\b",
            re.IGNORECASE,
        )
        numbers = {
            number
            for each in told.finditer(text, 0, part.start())
            if (number := value(each["n"])) is not None
        }
    return numbers.pop() if len(numbers) == 1 else None


def _shares(text: str, start: int, end: int) -> Wrong:
    for match in _LEAVING.finditer(text, start, end):
        one, two = float(match["a"]), float(match["b"])
        if 1 < abs(100 - one - two) <= 100 * _NEAR:
            fit = f"{100 - one:g}"
            yield Span(*match.span("b")), (fit,), f"{match['a']}% leaves {fit}%, not {match['b']}%."


def _totals(text: str, start: int, end: int) -> Wrong:
    """ "18 billion tenge ... add another 5 billion tenge, bringing the total to 24 billion"."""
    for match in _BRINGING.finditer(text, start, end):
        more, total = read(match["a"]), read(match["t"])
        if more is None or total is None or more.kind != total.kind or more.number >= total.number:
            continue
        told = re.compile(rf"(?P<p>{AMOUNT}) {re.escape(match['unit'])}\b", re.IGNORECASE)
        before = [
            amount
            for each in told.finditer(text, 0, match.start())
            if (amount := read(each["p"])) is not None and amount.kind == total.kind
        ]
        misses = [abs(each.number + more.number - total.number) for each in before]
        exact = any(
            miss <= max(each.half, more.half, total.half) for miss, each in zip(misses, before, strict=True)
        )
        if not exact and any(miss <= _NEAR * total.number for miss in misses):
            yield Span(*match.span("t")), (), f"{match['a']} more does not make {match['t']}?"


def _aboard(lines: Sequence[Line], text: str) -> Wrong:
    """More killed and hurt than there were aboard the one vehicle that the story counts."""
    found = [match for line in lines for match in _ABOARD.finditer(text, *line.span)]
    if len(found) != 1:
        return
    group = "n" if found[0]["n"] else "n2"
    aboard = value(found[0][group])
    told = list(counts(lines))
    firsts = [
        next((each.number for each in told if each.kind == kind and each.early and not each.loose), 0)
        for kind in ("killed", "hurt")
    ]
    if aboard is not None and all(firsts) and sum(firsts) > aboard:
        yield (
            Span(*found[0].span(group)),
            (),
            f"{firsts[0]} killed and {firsts[1]} hurt are more than {found[0][group]}?",
        )
