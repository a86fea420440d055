"""Wholes that a sentence divides at once: "Of the £155,000, £60,000 came from ...", "14 teachers, of whom nine ... and six ...".

Parts that make more than the whole are wrong; those that make less only where they leave nobody out.
The last part is told of, at which a reader notices.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.checks.facts.amounts import AMOUNT, Amount, read
from editor.checks.facts.changes import Wrong
from editor.checks.facts.divided import two_parts
from editor.checks.facts.numerals import COUNT, is_year, value, written
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_OF = Expression(
    rf"Of (?P<lead>(?:[\w'’.-]+ ){{0,5}}?)(?P<n>{AMOUNT})[^.;:,]{{0,60}}, (?P<parts>[^;]+)", re.IGNORECASE
)
_PART = Expression(rf"(?:, |\band )(?:and )?(?P<n>{AMOUNT})(?= [a-z])", re.IGNORECASE)
_WHOM = Expression(
    rf"(?P<n>{COUNT}) (?:[a-z-]+ ){{0,2}}?(?:[a-z]{{3,}}s|people|men|women|children), of (?:whom|which) (?P<a>{COUNT}) (?P<one>[a-z][^,.;:\d]{{2,60}}?),? and (?P<b>{COUNT}) (?P<two>[a-z][^,.;:\d]{{2,60}})",
    re.IGNORECASE,
)
_VOTED = Expression(
    rf"(?P<a>{COUNT}) of (?:the|its|their|all) (?P<n>{COUNT}) [^.;:]{{0,80}}?\b(?:for|in favou?r|voted|backed|approved|supported|accepted)\b[^.;:\d]{{0,60}}? and (?P<b>{COUNT}) (?:against|opposed|voted against|rejected|abstained)",
    re.IGNORECASE,
)
_ANOTHER = Expression(rf"\bof (?:the |its |their )?{AMOUNT}", re.IGNORECASE)
# Two lots that leave nobody out.
_EITHER = (("part time", "full time"), ("part-time", "full-time"), ("women", "men"), ("girls", "boys"))
_OPEN = Expression(
    r"\b(?:includ\w*|at least|more than|about|some|many|most|others?|rest|several|also|each|apiece|of (?:them|those|these|whom|which))\b",
    re.IGNORECASE,
)


def wrong_wholes(lines: Sequence[Line], text: str) -> Wrong:
    """Each last part with which the parts make more than their whole, or less: its place, the figure that would fit, a message."""
    for line in lines:
        if line.block.kind is not PartKind.BODY:
            continue
        low, high = line.span
        if text.startswith("Of ", low) and (whole := _OF.match(text, low, high)):
            yield from _divided(whole, text)
        if " of " in text[low:high]:
            for match in (*_WHOM.finditer(text, low, high), *_VOTED.finditer(text, low, high)):
                if _too_many(match) or _nobody_left(match):
                    yield from two_parts(match)


def _divided(match: re.Match[str], text: str) -> Wrong:
    start, end = match.start("parts") - 2, match.end("parts")
    found = list(_PART.finditer(text, start, end))
    whole = read(match["n"])
    parts = [read(each["n"]) for each in found]
    if _ANOTHER.search(text, start + 2, end):
        return
    if whole is not None and not whole.kind and match["lead"].strip().lower() in ("", "the", "its", "their"):
        # A plain count is `wrong_parts`'.
        return
    if whole is None or whole.kind == "%" or is_year(match["n"]) or _OPEN.search(text, start, end):
        return
    if len(parts) < 2 or not text[: found[-1].start("n")].endswith("and "):
        return
    known = [each for each in parts if each is not None and each.kind == whole.kind]
    if len(known) < len(parts) or any(is_year(each["n"]) for each in found):
        return
    total = sum(each.number for each in known)
    rounding = whole.half + sum(each.half for each in known)
    if total - rounding > whole.number > max(each.number for each in known):
        last = found[-1]
        right = whole.number - total + known[-1].number
        fix = (written(round(right), last["n"]),) if _whole(known) and right > 0 else ()
        yield (
            Span(*last.span("n")),
            fix,
            f"The parts make {total:,.0f}, not {whole.number:,.0f}.",
        )


def _whole(amounts: Sequence[Amount]) -> bool:
    """Whether the amounts are plain counts, not sums of money."""
    return all(not each.kind and each.number == int(each.number) for each in amounts)


def _too_many(match: re.Match[str]) -> bool:
    whole, one, two = (value(match[each]) or 0 for each in ("n", "a", "b"))
    return one + two > whole


def _nobody_left(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    one, two = ((groups.get(name) or "").lower() for name in ("one", "two"))
    return any((a in one and b in two) or (b in one and a in two) for a, b in _EITHER)
