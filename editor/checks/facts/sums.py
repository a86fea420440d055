"""Arithmetic that a story does in passing: a change in percent, a share, a whole and its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.facts.numerals import NUMBER, value
from editor.text.expression import Expression
from editor.values import Span

_UP = "rose|risen|rise|rises|gained|gain|gains|climbed|climbs|jumped|jumps|increased|increases|grew|grown|grows|advanced|surged|soared|added|edged up|ticked up|up|higher"
_DOWN = "fell|fallen|fall|falls|dropped|drops|declined|declines|lost|slid|slipped|decreased|decreases|shrank|sank|tumbled|plunged|slumped|eased|dipped|edged down|down|lower"
_FIGURE = r"(?:[A-Z]{0,3}[$€£¥])?(?P<%s>\d[\d,]*(?:\.\d+)?)(?: ?(?P<%s_unit>thousand|million|billion|trillion|bn|m|tn|cents))?\b(?!%%| percent| per cent)"
_GAP = r"(?:[^\d.;:]{0,45}?)"
_PERCENT = r"(?P<p>\d+(?:\.\d+)?) ?(?:%|percent|per cent)"
_CHANGE = Expression(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:by )?(?:about |around |nearly |almost |more than |some )?{_PERCENT},? (?:{_GAP} )?to {_FIGURE % ('x', 'x')}{_GAP} from {_FIGURE % ('y', 'y')}"
)
_TO = Expression(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) from {_FIGURE % ('y', 'y')}{_GAP} to {_FIGURE % ('x', 'x')}"
)
_BY = Expression(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?P<d>\d[\d,]*(?:\.\d+)?) points?,? (?:or )?{_PERCENT},? to (?:close at |end at |finish at )?(?P<x>\d[\d,]*(?:\.\d+)?)\b"
    rf"|\b(?:(?P<up2>{_UP})|(?P<down2>{_DOWN})) {_PERCENT.replace('<p>', '<p2>')},? or (?P<d2>\d[\d,]*(?:\.\d+)?) points?,? to (?:close at |end at |finish at )?(?P<x2>\d[\d,]*(?:\.\d+)?)\b"
)
_SHARE = Expression(
    rf"\b(?P<a>{NUMBER}) (?:out )?of (?:the |its |their )?(?P<b>{NUMBER})\b[^.;\d]{{0,40}}?(?:, or|,|\(|, about|\bor) (?:about |nearly |around |roughly |just over |just under )?{_PERCENT}",
    re.IGNORECASE,
)
_PARTS = Expression(
    rf"(?<![\w.,-])(?P<n>{NUMBER}) (?P<who>people|passengers|victims|members|students|workers|seats|votes|players|officers|soldiers|prisoners|hostages|survivors|migrants)(?P<how> ?[—–:(-]+ ?|, including | including )"
    rf"(?P<a>{NUMBER}) (?P<as>men|women|boys|girls|children|adults|civilians|soldiers)(?:, (?P<b>{NUMBER}) (?P<bs>men|women|boys|girls|children|adults|civilians|soldiers))? and (?P<c>{NUMBER}) (?P<cs>men|women|boys|girls|children|adults|civilians|soldiers)\b",
    re.IGNORECASE,
)
_AFTER = Expression(
    rf"{_FIGURE % ('x', 'x')}[^.;:%]{{0,45}}?,? (?:(?P<up>up|a rise of|an increase of|a gain of|higher by)|(?P<down>down|a fall of|a drop of|a decline of|a decrease of|lower by)) (?:about |nearly |almost |some )?{_PERCENT} (?:from|on) {_FIGURE % ('y', 'y')}"
)
_PER_CENT = Expression(r"%|percent|per cent")
_SCALE = {
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "cents": 0.01,
}


def wrong_sums(text: str, start: int, end: int) -> Iterator[tuple[Span, tuple[str, ...], str]]:
    """Each figure of text[start:end] that its own sentence contradicts: its place, the figure that would fit, a message."""
    if _PER_CENT.search(text, start, end):
        yield from _percentages(text, start, end)
    if text.find(" from ", start, end) >= 0:
        yield from _turned(text, start, end)
    if text.find("men", start, end) >= 0 or text.find("ren", start, end) >= 0:
        yield from _wholes(text, start, end)


_Wrong = Iterator[tuple[Span, tuple[str, ...], str]]


def _percentages(text: str, start: int, end: int) -> _Wrong:
    """Changes and shares in percent."""
    for match in _CHANGE.finditer(text, start, end):
        new, old = _range(match, "x"), _range(match, "y")
        if new is None or old is None or old[0] <= 0 or _scale(match, "x") != _scale(match, "y"):
            continue
        yield from _change(match, new, old, "p", bool(match["up"]))
    for match in _AFTER.finditer(text, start, end):
        new, old = _range(match, "x"), _range(match, "y")
        if (
            new is None
            or old is None
            or old[0] <= 0
            or _scale(match, "x") != _scale(match, "y")
            or _is_year(match["x"])
            or _is_year(match["y"])
        ):
            continue
        yield from _change(match, new, old, "p", bool(match["up"]))
    for match in _BY.finditer(text, start, end):
        tail = "2" if match["p2"] else ""
        step, level = _plain(match["d" + tail]), _plain(match["x" + tail])
        rose = bool(match["up" + tail])
        old_level = level - step if rose else level + step
        if old_level <= 0:
            continue
        half = _half(match["d" + tail])
        yield from _percent(
            match, "p" + tail, (100 * (step - half) / old_level, 100 * (step + half) / old_level)
        )
    for match in _SHARE.finditer(text, start, end):
        part, whole = value(match["a"]), value(match["b"])
        if part is None or whole is None or not 0 < part <= whole or whole < 5:
            continue
        share = 100 * part / whole
        yield from _percent(match, "p", (share, share))


def _turned(text: str, start: int, end: int) -> _Wrong:
    """Changes that go the other way than their verb."""
    for match in _TO.finditer(text, start, end):
        new, old = _range(match, "x"), _range(match, "y")
        if new is None or old is None or _scale(match, "x") != _scale(match, "y"):
            continue
        if (match["up"] and new[1] < old[0]) or (match["down"] and new[0] > old[1]):
            yield (
                Span(match.start(), match.end()),
                (),
                f"From {match['y']} to {match['x']} is {'down' if match['up'] else 'up'}.",
            )


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))


def _wholes(text: str, start: int, end: int) -> _Wrong:
    """Wholes that their parts do not make."""
    for match in _PARTS.finditer(text, start, end):
        parts = [value(match[each]) for each in "abc" if match[each]]
        whole = value(match["n"])
        kinds = [match[each].lower() for each in ("as", "bs", "cs") if match[each]]
        if whole is None or any(part is None for part in parts) or len(set(kinds)) < len(kinds):
            continue
        total = sum(part for part in parts if part is not None)
        open_ended = "includ" in match["how"].lower()
        if total > whole or (total < whole and not open_ended and _is_all(kinds)):
            yield Span(*match.span("n")), (), f"The parts make {total}, not {match['n']}."


def _is_all(kinds: list[str]) -> bool:
    """Whether the kinds leave nobody out: men and women, adults and children, soldiers and civilians."""
    return any(
        pair <= set(kinds)
        for pair in ({"men", "women"}, {"adults", "children"}, {"boys", "girls"}, {"soldiers", "civilians"})
    )


def _change(
    match: re.Match[str], new: tuple[float, float], old: tuple[float, float], group: str, rose: bool
) -> Iterator[tuple[Span, tuple[str, ...], str]]:
    if (rose and new[1] < old[0]) or (not rose and new[0] > old[1]):
        yield (
            Span(match.start(), match.end()),
            (),
            f"From {match['y']} to {match['x']} is {'down' if rose else 'up'}.",
        )
        return
    edges = [abs(100 * (a - b) / b) for a in new for b in old if b]
    yield from _percent(match, group, (min(edges), max(edges)))


def _percent(
    match: re.Match[str], group: str, true: tuple[float, float]
) -> Iterator[tuple[Span, tuple[str, ...], str]]:
    """The percentage where it lies outside what the other figures allow, rounding and a twentieth of its own considered."""
    said = float(match[group])
    room = _half(match[group]) + 0.05 * said
    if true[0] - room <= said <= true[1] + room:
        return
    middle = (true[0] + true[1]) / 2
    decimals = len(match[group].partition(".")[2])
    fitting = f"{middle:.{decimals}f}"
    yield Span(*match.span(group)), (fitting,), f"By the other figures it is {fitting}%, not {match[group]}%."


def _plain(text: str) -> float:
    return float(text.replace(",", ""))


def _half(text: str) -> float:
    """Half a unit of the last place that the text gives."""
    return 0.5 * float(10 ** -len(text.partition(".")[2]))


def _scale(match: re.Match[str], group: str) -> str:
    return match[group + "_unit"] or ""


def _range(match: re.Match[str], group: str) -> tuple[float, float] | None:
    text = match[group].rstrip(",")
    try:
        middle = _plain(text)
    except ValueError:
        return None
    digits = len(text.replace(",", "").rstrip("0")) if "." not in text else 0
    half = _half(text)
    if digits and "," in text and text.endswith("000"):
        half = 500.0
    scale = _SCALE.get(_scale(match, group), 1.0)
    return (middle - half) * scale, (middle + half) * scale
