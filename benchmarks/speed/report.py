"""What was measured, as a table, a page and a chart."""

from __future__ import annotations

import math
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from benchmarks.quality.table import markdown
from benchmarks.speed.measure import Took


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: `part` groups what is compared; `memory` and `size` (of the texts) are in bytes, 0 where not taken.

    `target` is what it should take at most, in seconds.
    """

    part: str
    name: str
    seconds: float
    memory: int = 0
    size: int = 0
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """An archive of `stories`, `size` bytes: a first run and one over the same files again."""

    stories: int
    size: int
    first: Took
    again: Took


_PARTS = {
    "start": "Start-up of the command",
    "cold": "One story, nothing warm",
    "warm": "One story, warm",
    "archive": "An archive",
}
_BARE = "bare LanguageTool"


def table(rows: Sequence[Row]) -> str:
    """The measurements of each part as Markdown tables, each beside the bare LanguageTool where it is one of them."""
    parts = []
    for part, title in _PARTS.items():
        chosen = [row for row in rows if row.part == part]
        bare = next((row for row in chosen if row.name.startswith(_BARE)), None)
        header = ["", "seconds", "target", "times as fast as a bare LanguageTool"]
        if part == "archive":
            header = ["", "seconds", "MB/s", "memory, MB", "times as fast as a bare LanguageTool"]
        lines = []
        for row in chosen:
            ratio = f"{bare.seconds / row.seconds:.1f}" if bare else "–"
            if part == "archive":
                speed = f"{row.size / row.seconds / 1e6:.3f}"
                lines.append([row.name, f"{row.seconds:.1f}", speed, f"{row.memory / 1e6:.0f}", ratio])
            else:
                target = f"{row.target:g}" if row.target is not None else "–"
                lines.append([row.name, f"{row.seconds:.3f}", target, ratio])
        parts.append(f"### {title}\n\n{markdown(header, lines)}")
    return "\n\n".join(parts) + "\n"


_GROWTH = "### What a million stories cost"
_EARLIER = "Measured in an earlier run:"


def page(rows: Sequence[Row], growth: Sequence[Growth], stories: int, before: str = "") -> str:
    """docs/speed.md. Without `growth` what the page `before` says of it is kept, and said to be earlier."""
    kept = before.partition(_GROWTH)[2].strip().removeprefix(_EARLIER).strip()
    grown = f"{_EARLIER} {kept}\n" if kept and not growth else _grown(growth)
    return f"{_top(rows, stories)}\n{_GROWTH}\n\n{grown}"


def _top(rows: Sequence[Row], stories: int) -> str:
    return f"""# Speed

Written by `python -m benchmarks.speed --write-docs`; change the code, not this page.
Measured on {os.cpu_count()} cores ({platform.system()}, Python {platform.python_version()}), all in one run.
The machine had other work besides, so small differences mean nothing.

{table(rows)}
- **bare LanguageTool**: the same version on the same Java, started as language-tool-python starts it and asked as its documents show, one text after the
  other, with the defaults of both. copydesk asks it for the rules that it wants, from all cores.
- **archive**: {stories:,} stories of about 370 words, made from the drafts of benchmarks/quality so that no paragraph is like another.
- **targets** of the archive: 3 times as fast as a bare LanguageTool, 5 MB/s a second time.
- **memory** counts the command, its processes and the server; what they share counts once.
- Harper, proselint and Vale find other things, and fewer: docs/quality.md says what.
"""


def _grown(growth: Sequence[Growth]) -> str:
    grown = markdown(
        ["stories", "MB", "first run, s", "per story, ms", "memory, MB", "second run, s", "MB/s"],
        [
            [
                f"{each.stories:,}",
                f"{each.size / 1e6:.2f}",
                f"{each.first.seconds:.1f}",
                f"{1000 * each.first.seconds / each.stories:.0f}",
                f"{each.first.memory / 1e6:.0f}",
                f"{each.again.seconds:.2f}",
                f"{each.size / each.again.seconds / 1e6:.2f}",
            ]
            for each in growth
        ],
    )
    return f"""{_cost(growth)}

### Growth

![Milliseconds a story and memory by number of stories](speed.svg)

{grown}
"""


_MILLION = 1_000_000


def _cost(growth: Sequence[Growth]) -> str:
    """What the longest first run tells of a million stories as long: time, work and memory."""
    if not growth:
        return "Not measured."
    cores = os.cpu_count() or 1
    longest = max(growth, key=lambda each: each.stories)
    each = longest.first.seconds / longest.stories
    hours = each * _MILLION / 3600
    rows = [
        ["machines of this kind", "hours"],
        *([f"{count}", f"{hours / count:.1f}"] for count in (1, 4, 16)),
    ]
    return (
        f"From the run over {longest.stories:,} stories, LanguageTool included: {each * cores:.3f} core-seconds a story, "
        f"so {hours * cores:,.0f} core-hours a million. Multiply by what a core-hour costs you. Each machine needs "
        f"{longest.first.memory / 1e9:.1f} GB, however long the archive. Checked again with nothing changed: "
        f"{longest.again.seconds / longest.stories * _MILLION / 3600 * cores:.1f} core-hours.\n\n"
        + markdown(rows[0], rows[1:])
        + "\n\nThe parts of `copydesk batch` need nothing of each other, so machines divide the time; reading and writing "
        f"{longest.size / longest.stories / 1000:.1f} KB a story is too little to count."
    )


_LEFT, _WIDTH, _TOP, _HEIGHT = 64, 460, 48, 200


def chart(growth: Sequence[Growth]) -> str:
    """An SVG with two panels over the number of stories, in steps of ten: milliseconds a story of both runs, and memory of the first."""
    panels = [
        (
            "milliseconds a story",
            [
                ("first run", "#2f6fab", [1000 * each.first.seconds / each.stories for each in growth]),
                ("second run", "#d08c2e", [1000 * each.again.seconds / each.stories for each in growth]),
            ],
        ),
        ("memory, MB", [("first run", "#2f6fab", [each.first.memory / 1e6 for each in growth])]),
    ]
    height = len(panels) * (_HEIGHT + _TOP) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 40} {height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="12"><title>Milliseconds a story and memory by number of stories</title>',
        "<style>text{fill:#24292f}@media(prefers-color-scheme:dark){text{fill:#d0d7de}}</style>",
    ]
    for place, (title, lines) in enumerate(panels):
        parts += _panel(place * (_HEIGHT + _TOP) + _TOP, title, [each.stories for each in growth], lines)
    return "\n".join([*parts, "</svg>", ""])


def _panel(
    top: int, title: str, across: Sequence[int], lines: Sequence[tuple[str, str, Sequence[float]]]
) -> list[str]:
    most = max((value for _, _, values in lines for value in values), default=1.0) * 1.1 or 1.0
    first, last = math.log(min(across, default=1)), math.log(max(across, default=1))

    def x(count: int) -> float:
        return _LEFT + 24 + (_WIDTH - 24) * (math.log(count) - first) / ((last - first) or 1)

    def y(value: float) -> float:
        return top + _HEIGHT - 24 - (_HEIGHT - 24) * value / most

    parts = [f'<text x="{_LEFT}" y="{top - 12}" font-weight="600">{escape(title)}</text>']
    for step in range(5):
        value = most * step / 4
        parts.append(
            f'<path d="M{_LEFT} {y(value):.1f}H{_LEFT + _WIDTH}" stroke="#8c959f" stroke-opacity=".35"/>'
            f'<text x="{_LEFT - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{value:,.0f}</text>'
        )
    for count in across:
        parts.append(
            f'<text x="{x(count):.1f}" y="{top + _HEIGHT - 6}" text-anchor="middle">{count:,}</text>'
        )
    for number, (name, colour, values) in enumerate(lines):
        points = " ".join(
            f"{x(count):.1f},{y(value):.1f}" for count, value in zip(across, values, strict=True)
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{x(count):.1f}" cy="{y(value):.1f}" r="3" fill="{colour}"/>'
            for count, value in zip(across, values, strict=True)
        ]
        at = _LEFT + 120 + number * 120
        parts.append(
            f'<rect x="{at}" y="{top - 21}" width="11" height="11" fill="{colour}"/><text x="{at + 16}" y="{top - 12}">{escape(name)}</text>'
        )
    return parts
