"""Tells a finding again after the story around it has changed: by its rule, its words and its sentence.

Lines and offsets move when somebody edits above; these three do not. White space does not count, so that
a paragraph may be wrapped anew. Two findings alike in all three have the same fingerprint: whoever needs
them apart counts them.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from editor.text import sentences
from editor.values import Finding, Span

# A finding wider than this many code points is about the story, not about a sentence.
_WIDE = 2_000
# As far as a sentence's ends are looked for.
_REACH = 4_000
_BLANK = re.compile(r"\n[^\S\n]*\r?\n|\r[^\S\r\n]*\r")


def fingerprint(text: str, finding: Finding) -> str:
    """Sixteen hexadecimal digits, the same as long as the finding's rule, words and sentence are the same."""
    span = finding.span
    parts = [finding.rule]
    if span.length <= _WIDE:
        sentence = _sentence(text, span)
        parts += [_plain(span.of(text)), _plain(sentence.of(text))]
    told = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()[:16]


def told_apart(text: str, findings: Iterable[Finding]) -> list[str]:
    """The findings' fingerprints in their order, all different: the second of a kind ends in -2."""
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        name = fingerprint(text, finding)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _sentence(text: str, span: Span) -> Span:
    """The sentences that the span touches, as one span; those beside it where it stands between them."""
    near = sentences.split(text, *_paragraph(text, span))
    touched = [each for each in near if each.overlaps(span)]
    if not touched:
        before = [each for each in near if each.end <= span.start][-1:]
        after = [each for each in near if each.start >= span.end][:1]
        touched = before + after
    return Span(
        min((each.start for each in touched), default=span.start),
        max((each.end for each in touched), default=span.end),
    )


def _paragraph(text: str, span: Span) -> Span:
    """The text between the blank lines around the span, a few thousand code points at most to each side."""
    start, end = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    for match in _BLANK.finditer(text, start, span.start):
        start = match.end()
    after = _BLANK.search(text, span.end, end)
    return Span(start, after.start() if after else end)


def _plain(words: str) -> str:
    return " ".join(words.split())
