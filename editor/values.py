"""The values that every step hands to the next: spans, findings and edits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a document's decoded text."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many code points the span covers."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether both spans share at least one code point, or one is an insertion inside the other."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]


class Severity(StrEnum):
    """How sure and how bad: an error is wrong, a warning is very likely wrong, a query is for a person."""

    ERROR = "error"
    WARNING = "warning"
    QUERY = "query"

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for a query."""
        return list(Severity).index(self)


class Applicability(StrEnum):
    """Whether a fix may be applied unasked (safe) or only with --unsafe-fixes (unsafe)."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an editor should see.

    `replacements` are whole texts for `span`, best first. `applicability` is None when nothing may
    ever be applied (queries, quoted words). `source` is the engine: "copydesk", "languagetool" or "proofreader".
    """

    rule: str
    category: str
    severity: Severity
    message: str
    span: Span
    replacements: tuple[str, ...] = ()
    applicability: Applicability | None = None
    source: str = "copydesk"

    def asked(self) -> Finding:
        """The same as a query, which is never applied."""
        return replace(self, severity=Severity.QUERY, applicability=None)


@dataclass(frozen=True, slots=True)
class Edit:
    """A chosen change: the code points of `span` become `replacement`."""

    span: Span
    replacement: str
    rule: str
