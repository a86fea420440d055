"""From findings to a corrected text: one finding a place, edits that don't collide, bytes that stay."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import accumulate

from editor.documents.model import Document
from editor.values import Applicability, Edit, Finding, Severity, Span

HOUSE = "copydesk"
WORDS = "words"

# A house finding wider than this many code points speaks of a whole sentence, not of the words inside.
_WIDE = 60
# How far a deletion or insertion is slid to its leftmost place ("the the": either one may go).
_SLIDE = 256
_WORD = re.compile(r"\w+")


def merge(findings: Iterable[Finding], text: str) -> list[Finding]:
    """The findings with one a place, sorted by position.

    Findings whose first replacement has the same effect on `text` are one: the house's own is kept,
    else the more severe, else the safer. House words silence every rule on the same words. A LanguageTool finding that overlaps a house finding gives
    way to it, except that a house finding on marks and spaces only does not silence one on words, and
    a house finding on a whole sentence silences only what lies where it would change the text.
    """
    best: dict[object, Finding] = {}
    for finding in findings:
        effect = _effect(finding, text)
        key: object = effect or (finding.span, finding.rule, finding.message)
        kept = best.get(key)
        if kept is None or _standing(finding) < _standing(kept):
            best[key] = finding
    house = [finding for finding in best.values() if finding.source == HOUSE]
    # What the desk itself says of a word goes before every rule.
    said = {finding.span for finding in house if finding.category == WORDS}
    house = [finding for finding in house if finding.category == WORDS or finding.span not in said]
    wording = _Cover(_reach(finding, text) for finding in house if not _only_marks(finding, text))
    marks = _Cover(_reach(finding, text) for finding in house if _only_marks(finding, text))

    def gives_way(finding: Finding) -> bool:
        if wording.overlaps(finding.span):
            return True
        about_words = bool(finding.replacements) and not _only_marks(finding, text)
        return not about_words and marks.overlaps(finding.span)

    others = [finding for finding in best.values() if finding.source != HOUSE and not gives_way(finding)]
    return sorted(house + others, key=_position)


def choose(findings: Iterable[Finding], text: str, unsafe: bool) -> tuple[Edit, ...]:
    """The edits to make, sorted, none overlapping another.

    House rules go before LanguageTool, safe before unsafe, errors before warnings, then earlier and
    longer spans. Queries and findings whose applicability is None are never chosen, unsafe ones only
    with `unsafe`. Each edit is its finding's span and first replacement; neighbours stay separate.
    Of two edits that would insert at the same spot only the first in that order is chosen.
    """
    open_to_fix = [finding for finding in findings if fixable(finding, text, unsafe)]
    chosen: list[tuple[int, int, Edit]] = []
    for finding in sorted(open_to_fix, key=_priority):
        span = finding.span
        place = bisect_left(chosen, (span.start, span.end), key=lambda entry: entry[:2])
        # The chosen never collide with one another, so only the two neighbours can stand in the way.
        edit = Edit(span, finding.replacements[0], finding.rule)
        if not any(_collide(edit, other, text) for _, _, other in chosen[max(place - 1, 0) : place + 1]):
            insort(chosen, (span.start, span.end, edit), key=lambda entry: entry[:2])
    return tuple(edit for _, _, edit in chosen)


def fixable(finding: Finding, text: str, unsafe: bool) -> bool:
    """Whether the finding alone may be applied to `text`, with or without the unsafe ones."""
    if finding.severity is Severity.QUERY or finding.applicability is None or not finding.replacements:
        return False
    if finding.applicability is Applicability.UNSAFE and not unsafe:
        return False
    return finding.replacements[0] != finding.span.of(text)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits made. Raises ValueError where edits overlap or leave the text."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        start, end = edit.span
        if not done <= start <= end <= len(text):
            raise ValueError(f"edit at {start}-{end} overlaps another or leaves the text ({edit.rule})")
        pieces += (text[done:start], edit.replacement)
        done = end
    pieces.append(text[done:])
    return "".join(pieces)


def corrected_bytes(document: Document, edits: Sequence[Edit]) -> tuple[bytes, tuple[Edit, ...]]:
    """The corrected story as its file writes it, and the edits that its encoding cannot write.

    The bytes outside the edits made are those of the document, byte order mark and line ends included.
    Raises ValueError where edits overlap or leave the text.
    """
    made = [edit for edit in edits if _writable(edit.replacement, document.encoding.name)]
    refused = tuple(edit for edit in edits if not _writable(edit.replacement, document.encoding.name))
    return document.encode(apply(document.text, made)), refused


def minimal(edit: Edit, text: str) -> Edit:
    """The same change on the fewest code points, as far left as it can stand ("a talks" to "talks": "a ")."""
    (start, end), replacement = edit.span, edit.replacement
    while start < end and replacement and text[end - 1] == replacement[-1]:
        end, replacement = end - 1, replacement[:-1]
    while start < end and replacement and text[start] == replacement[0]:
        start, replacement = start + 1, replacement[1:]
    if (start == end) != (not replacement):
        for _ in range(_SLIDE):
            last = replacement[-1] if replacement else text[end - 1]
            if start == 0 or text[start - 1] != last:
                break
            start, end = start - 1, end - 1
            replacement = last + replacement[:-1] if replacement else ""
    return Edit(Span(start, end), replacement, edit.rule)


class _Cover:
    """Answers whether a span overlaps any of many spans, in the time of one bisection."""

    def __init__(self, spans: Iterable[Span | None]) -> None:
        # Doubled, so that an insertion (which has no length) still covers the spot between two others.
        wide = sorted(_doubled(span) for span in spans if span is not None)
        self._starts = [start for start, _ in wide]
        self._ends = list(accumulate((end for _, end in wide), max))

    def overlaps(self, span: Span) -> bool:
        start, end = _doubled(span)
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start


def _doubled(span: Span) -> tuple[int, int]:
    if span.start == span.end:
        return 2 * span.start - 1, 2 * span.start + 1
    return 2 * span.start, 2 * span.end


def _writable(replacement: str, encoding: str) -> bool:
    try:
        replacement.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _collide(one: Edit, other: Edit, text: str) -> bool:
    if one.span.overlaps(other.span):
        return True
    touching = one.span.end == other.span.start or other.span.end == one.span.start
    return touching and minimal(one, text).span.overlaps(minimal(other, text).span)


def _first(finding: Finding, text: str) -> Edit | None:
    """The change that the first replacement makes, in its smallest form; None where it makes none."""
    if not finding.replacements or finding.replacements[0] == finding.span.of(text):
        return None
    return minimal(Edit(finding.span, finding.replacements[0], finding.rule), text)


def _effect(finding: Finding, text: str) -> tuple[Span, str] | None:
    edit = _first(finding, text)
    return (edit.span, edit.replacement) if edit else None


def _reach(finding: Finding, text: str) -> Span | None:
    """Where a house finding silences the other engine; None for one on a sentence that changes nothing."""
    if finding.span.length <= _WIDE:
        return finding.span
    edit = _first(finding, text)
    return edit.span if edit else None


def _only_marks(finding: Finding, text: str) -> bool:
    """Whether the change leaves every word as it is: quotation marks, spaces, commas."""
    edit = _first(finding, text)
    if edit is None:
        return False
    # One code point of context on either side: a space taken out between two words joins them.
    before = text[edit.span.start - 1] if edit.span.start else ""
    after = text[edit.span.end : edit.span.end + 1]
    words = _WORD.findall(before + edit.span.of(text) + after)
    return words == _WORD.findall(before + edit.replacement + after)


def _safety(finding: Finding) -> int:
    return {Applicability.SAFE: 0, Applicability.UNSAFE: 1, None: 2}[finding.applicability]


def _standing(finding: Finding) -> tuple[object, ...]:
    """Which of two findings with one effect is kept: the lower."""
    return (
        finding.source != HOUSE,
        finding.severity.rank,
        _safety(finding),
        finding.span.length,
        *_position(finding),
    )


def _priority(finding: Finding) -> tuple[object, ...]:
    return (
        finding.source != HOUSE,
        _safety(finding),
        finding.severity.rank,
        finding.span.start,
        -finding.span.end,
        finding.rule,
        finding.replacements,
    )


def _position(finding: Finding) -> tuple[object, ...]:
    return (*finding.span, finding.severity.rank, finding.rule, finding.message, finding.replacements)
