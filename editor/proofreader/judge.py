"""Weighs what our rules found with what the network thinks of the same words: two readers are surer than one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from editor.proofreader.reading import Reading
from editor.settings.model import covers
from editor.values import Applicability, Finding, Severity


@dataclass(frozen=True, slots=True)
class Bounds:
    """The families that it judges, and the probabilities of an error, 0 to 1, that decide.

    `spared` are rules and families that one sentence can't judge. From `agrees` on a query becomes a warning; up to `denies` an error or a warning becomes a query.
    Up to `silences` a query of one of the `doubtful` rules, whose queries are then nearly all wrong, is not asked.
    """

    families: frozenset[str]
    spared: tuple[str, ...]
    agrees: float
    denies: float
    doubtful: tuple[str, ...] = ()
    silences: float = 0.0

    def judges(self, finding: Finding) -> bool:
        """Whether findings of this rule are judged."""
        return finding.category in self.families and not any(
            covers(each, finding.rule) for each in self.spared
        )


def judged(
    findings: Iterable[Finding], reading: Reading, bounds: Bounds, may: Callable[[Finding], bool]
) -> list[Finding]:
    """The findings, louder where the network agrees, quieter or left out where it is sure that nothing is wrong.

    `may` says whether a finding's severity is for us to change: not that of a quoted word or one that the settings name.
    """
    told = (_judged(each, reading, bounds) if may(each) else each for each in findings)
    return [each for each in told if each is not None]


def _judged(finding: Finding, reading: Reading, bounds: Bounds) -> Finding | None:
    wrong = reading.wrong(finding.span) if bounds.judges(finding) else None
    if wrong is None:
        return finding
    if finding.severity is Severity.QUERY and wrong >= bounds.agrees:
        applicability = Applicability.UNSAFE if finding.replacements else None
        return replace(finding, severity=Severity.WARNING, applicability=applicability)
    if finding.severity is not Severity.QUERY:
        return finding.asked() if wrong <= bounds.denies else finding
    return None if finding.rule in bounds.doubtful and wrong <= bounds.silences else finding
