"""The scores as a bar chart in SVG: plain shapes, readable on a light and on a dark page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

_COLORS = ("#2f6fab", "#d08c2e", "#4f8f4a")
_LEFT, _BAR, _GAP, _WIDTH, _TOP = 150, 16, 18, 460, 56


def bars(title: str, measures: Sequence[str], scores: Mapping[str, Sequence[float | None]]) -> str:
    """An SVG: one group of bars a row of `scores` (rates of 0 to 1, None for not measured), one bar a measure."""
    group = len(measures) * _BAR + _GAP
    height = _TOP + group * len(scores) + 24
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 70} {height}" role="img" '
        f'font-family="system-ui, sans-serif" font-size="12"><title>{escape(title)}</title>',
        "<style>text{fill:#24292f}@media(prefers-color-scheme:dark){text{fill:#d0d7de}}</style>",
        f'<text x="8" y="20" font-size="15" font-weight="600">{escape(title)}</text>',
    ]
    for n, measure in enumerate(measures):
        x = _LEFT + n * 120
        parts.append(f'<rect x="{x}" y="31" width="11" height="11" fill="{_COLORS[n % len(_COLORS)]}"/>')
        parts.append(f'<text x="{x + 16}" y="41">{escape(measure)}</text>')
    for percent in range(0, 101, 25):
        x = _LEFT + _WIDTH * percent // 100
        parts.append(f'<path d="M{x} {_TOP - 4}V{height - 20}" stroke="#8c959f" stroke-opacity=".35"/>')
        parts.append(f'<text x="{x}" y="{height - 6}" text-anchor="middle">{percent}%</text>')
    for row, (name, rates) in enumerate(scores.items()):
        y = _TOP + row * group
        middle = y + len(measures) * _BAR / 2 + 4
        parts.append(f'<text x="{_LEFT - 8}" y="{middle:g}" text-anchor="end">{escape(name)}</text>')
        for n, rate in enumerate(rates):
            if rate is None:
                continue
            top, width = y + n * _BAR, round(_WIDTH * rate, 1)
            color = _COLORS[n % len(_COLORS)]
            parts.append(
                f'<rect x="{_LEFT}" y="{top}" width="{width:g}" height="{_BAR - 3}" fill="{color}"/>'
            )
            parts.append(f'<text x="{_LEFT + width + 5:g}" y="{top + 11}">{rate:.0%}</text>')
    return "\n".join([*parts, "</svg>", ""])
