"""Which of a finding's suggestions stands first: the one that the network would make, or the one that reads best in the sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from editor.proofreader.reading import Reading
from editor.values import Applicability, Finding, Span

Cost = Callable[[Span, str], float | None]
"""How likely something is wrong, 0 to 1, at a span of the document once another text stands there; None outside of what is read."""

# How many suggestions are read.
_MOST = 4


@dataclass(frozen=True, slots=True)
class Margins:
    """By how much likelier right, 0 to 1, a suggestion must read than the first to take its place: among rules of articles, and among others."""

    articles: float
    others: float

    def of(self, finding: Finding) -> float:
        """The margin for the suggestions of this finding."""
        return self.articles if finding.category == "articles" else self.others


def ranked(findings: Iterable[Finding], reading: Reading, text: str) -> list[Finding]:
    """The findings; of several suggestions that are not safe the one stands first that the network would make, where it makes one of them."""
    return [_ranked(each, reading, text) if _may_rank(each) else each for each in findings]


def _may_rank(finding: Finding) -> bool:
    """Whether the finding has several suggestions that are not safe."""
    return len(finding.replacements) > 1 and finding.applicability is not Applicability.SAFE


def best_read(finding: Finding, margin: float, cost: Cost) -> Finding:
    """The finding; of several suggestions that are not safe the one stands first that reads better than the first by more than the margin, and best."""
    if not _may_rank(finding):
        return finding
    first = cost(finding.span, finding.replacements[0])
    if first is None or first <= margin:
        return finding
    costs = {
        place: cost(finding.span, each) or 0.0
        for place, each in enumerate(finding.replacements[:_MOST])
        if place
    }
    best = min(costs, key=costs.__getitem__)
    return _first_made(finding, best) if costs[best] + margin < first else finding


def _first_made(finding: Finding, place: int) -> Finding:
    """The finding with a later suggestion first, also where its message names the one that was."""
    first, new = finding.replacements[0], finding.replacements[place]
    others = (*finding.replacements[:place], *finding.replacements[place + 1 :])
    return replace(finding, replacements=(new, *others), message=_named(finding.message, first, new))


def _named(message: str, first: str, new: str) -> str:
    """The message with the names of two suggestions exchanged."""
    parts = message.split(f"'{first}'")
    return f"'{new}'".join(part.replace(f"'{new}'", f"'{first}'") for part in parts)


def _ranked(finding: Finding, reading: Reading, text: str) -> Finding:
    for doubt in reading.doubts:
        if not (doubt.replacements and doubt.span.overlaps(finding.span)):
            continue
        span = Span(min(doubt.span.start, finding.span.start), max(doubt.span.end, finding.span.end))
        wanted = _read(text, span, doubt.span, doubt.replacements[0])
        for place, each in enumerate(finding.replacements):
            if place and _read(text, span, finding.span, each) == wanted:
                return _first_made(finding, place)
    return finding


def _read(text: str, whole: Span, part: Span, new: str) -> str:
    """The words of `whole` with `new` in the place of the part."""
    return text[whole.start : part.start] + new + text[part.end : whole.end]
