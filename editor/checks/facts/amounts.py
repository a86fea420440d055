"""Amounts as news copy writes them, with how exactly they are told: "nearly 40%", "$1.2 billion", "more than 300"."""

from __future__ import annotations

import re
from typing import NamedTuple

from editor.checks.facts.numerals import NUMBER, value

_SCALES = {
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
_MORE = frozenset(["more than", "over", "above", "at least", "just over", "well over"])
_LESS = frozenset(
    ["less than", "fewer than", "under", "below", "just under", "up to", "as much as", "as many as"]
)
_NEARLY = frozenset(["nearly", "almost", "close to"])
_ABOUT = frozenset(["about", "around", "roughly", "some", "approximately", "an estimated"])
_ROUNDING = sorted(_MORE | _LESS | _NEARLY | _ABOUT, key=len, reverse=True)
_PARTS = re.compile(
    r"(?P<money>(?:[A-Z]{1,3})?[$€£¥])?(?P<n>\d[\d,]*(?:\.\d+)?)(?:[ -]?(?P<scale>thousand|million|billion|trillion|bn|bln|mln|mn|m|tn|k))?"
    r"(?P<share> ?(?:%|percent|per cent|pct))?",
    re.IGNORECASE,
)

ROUNDING = rf"(?:{'|'.join(_ROUNDING)})"
"""A pattern for what stands before an amount that is not told exactly, without groups."""
AMOUNT = (
    rf"(?<![\w.,$€£¥-])(?:(?:[A-Z]{{1,3}})?[$€£¥]?\d[\d,]*(?:\.\d+)?(?:[ -]?(?:thousand|million|billion|trillion|bn|bln|mln|mn|m|tn|k)\b)?|{NUMBER})"
    r"(?: ?(?:%|percent\b|per cent\b|pct\b))?(?<!,)(?![\w]|[.,]\d|-\d)"
)
"""A pattern for an amount, without groups; to be used with re.IGNORECASE."""


class Amount(NamedTuple):
    """An amount with the range that its rounding leaves; `kind` is its currency's sign, "%", or "" for a plain number."""

    number: float
    half: float
    kind: str

    @property
    def low(self) -> float:
        """The least that the written figure may stand for."""
        return self.number - self.half

    @property
    def high(self) -> float:
        """The most that the written figure may stand for."""
        return self.number + self.half


def read(text: str) -> Amount | None:
    """The amount that a text writes; None where it is none."""
    match = _PARTS.fullmatch(text.strip())
    if match is None:
        bare = re.sub(r" ?(?:%|percent|per cent|pct)$", "", text.strip(), flags=re.IGNORECASE)
        number = value(bare)
        if number is None:
            return None
        return Amount(number, 0.0, "") if bare == text.strip() else Amount(number, 0.5, "%")
    digits = match["n"].rstrip(",")
    scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
    half = 0.5 * 10 ** -len(digits.partition(".")[2]) if "." in digits or scale > 1 or match["share"] else 0.0
    if digits.endswith(",000"):
        half = 500.0
    kind = "%" if match["share"] else (match["money"] or "")
    return Amount(float(digits.replace(",", "")) * scale, half * scale, kind)


def allows(rounding: str | None, said: Amount, low: float, high: float, slack: float = 0.0) -> bool:
    """Whether an amount, said with a rounding word or with none, may stand for a true value between `low` and `high`.

    `slack` is a share of the amount by which it may miss.
    """
    word = (rounding or "").strip().lower()
    room = said.half + slack * abs(said.number)
    if word in _MORE:
        return high >= said.low - room
    if word in _LESS:
        return low <= said.high + room
    if word in _NEARLY:
        return 0.85 * said.number - room <= high and low <= said.high + room
    if word in _ABOUT:
        room += 0.08 * abs(said.number)
    return low <= said.number + room and said.number - room <= high
