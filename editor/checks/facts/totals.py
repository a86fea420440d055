"""Sums that stand apart in a story: a deal and what is paid at once and later, a margin told exactly and then roughly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.facts.amounts import AMOUNT, read
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_DEAL = Expression(
    rf"(?P<t>{AMOUNT})(?: [a-z]+)? (?:deal|fee|transfer|move|takeover|bid|package|agreement|offer)\b"
    rf"|\b(?:worth|valued at|for|totall?ing|rise to|reach|cost)(?: (?:up to|as much as|about|around|a total of|potentially|an initial))* (?P<t2>{AMOUNT})",
    re.IGNORECASE,
)
_AT_ONCE = Expression(r"\b(?:up front|upfront|initially|in cash|at once|on signing)\b")
_SPLIT = Expression(
    rf"(?P<a>{AMOUNT})(?: [a-z]+)? (?:up front|upfront|initially|in cash|immediately|at once|on signing|now),? (?:and|plus|with|followed by)"
    rf"(?: a further| another| up to| an additional| as much as)* (?P<b>{AMOUNT})(?: [a-z]+)?(?: more| extra)? (?:in|of|as|tied to|depending on|linked to) (?:[a-z-]+ )?(?:add-ons|addons|bonuses|shares|stock|performance|instal+ments|debt|variables|extras|payments|appearances|targets)\b",
    re.IGNORECASE,
)
_MARGIN = Expression(
    rf"\bby (?P<how>(?:fewer|less|more) than |only |just )?(?P<n>{AMOUNT}) votes\b", re.IGNORECASE
)


def wrong_totals(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str]]:
    """Each part of a deal that does not make the deal's sum, and each rough margin that the exact one denies: its place, a message."""
    if _AT_ONCE.search(text):
        yield from _deals(lines, text)
    if " votes" in text:
        yield from _margins(lines, text)


def _deals(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str]]:
    split = next((found for line in lines if (found := _SPLIT.search(text, *line.span))), None)
    one, two = (read(split["a"]), read(split["b"])) if split else (None, None)
    if split is None or one is None or two is None or not one.kind or one.kind != two.kind:
        return
    total = one.number + two.number
    told = [
        each
        for line in lines
        for match in _DEAL.finditer(text, *line.span)
        if (each := read(match["t"] or match["t2"])) is not None
        and each.kind == one.kind
        and each.number > one.number
    ]
    if told and not any(abs(each.number - total) <= each.half + one.half + two.half for each in told):
        yield Span(*split.span("b")), f"{split['a']} and {split['b']} do not make the sum told before?"


def _margins(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str]]:
    found = [match for line in lines for match in _MARGIN.finditer(text, *line.span)]
    exact = {each.number for match in found if not match["how"] and (each := read(match["n"])) is not None}
    if len(exact) != 1:
        return
    true = exact.pop()
    for match in found:
        said = read(match["n"])
        how = (match["how"] or "").lower()
        if said is None or " than" not in how:
            continue
        if (how.startswith("more") and true <= said.number) or (
            not how.startswith("more") and true >= said.number
        ):
            yield Span(*match.span("n")), f"The margin is {true:,.0f} elsewhere in the story?"
