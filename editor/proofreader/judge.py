"""Weighs what our rules found with what the network thinks of the same words: two readers are surer than one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from editor.proofreader.ranks import Cost
from editor.proofreader.reading import Reading
from editor.settings.model import covers
from editor.values import Applicability, Finding, Severity

# How many suggestions of a query are read.
_READ = 3


@dataclass(frozen=True, slots=True)
class Bounds:
    """The families that it judges, and the probabilities of an error, 0 to 1, that decide.

    `spared` are rules and families that one sentence can't judge. From `agrees` on a query becomes a warning; up to `denies` an error or a warning becomes a query.
    Up to `silences` a query is not asked that none of its suggestions mends, so that it leaves an error no likelier than `mends`; one of the
    `doubtful` rules is never asked then: such queries are nearly all wrong.
    """

    families: frozenset[str]
    spared: tuple[str, ...]
    agrees: float
    denies: float
    doubtful: tuple[str, ...] = ()
    silences: float = 0.0
    mends: float = 1.0

    def judges(self, finding: Finding) -> bool:
        """Whether findings of this rule are judged."""
        return finding.category in self.families and not any(
            covers(each, finding.rule) for each in self.spared
        )


def judged(
    findings: Iterable[Finding], reading: Reading, bounds: Bounds, may: Callable[[Finding], bool], cost: Cost
) -> list[Finding]:
    """The findings, louder where the network agrees, quieter or left out where it is sure that nothing is wrong.

    `may` says whether a finding's severity is for us to change: not that of a quoted word or one that the settings name. `cost` is that of a
    suggestion and the words around it.
    """
    told = (_judged(each, reading, bounds, cost) if may(each) else each for each in findings)
    return [each for each in told if each is not None]


def _judged(finding: Finding, reading: Reading, bounds: Bounds, cost: Cost) -> Finding | None:
    wrong = reading.wrong(finding.span) if bounds.judges(finding) else None
    if wrong is None:
        return finding
    if finding.severity is Severity.QUERY and wrong >= bounds.agrees:
        applicability = Applicability.UNSAFE if finding.replacements else None
        return replace(finding, severity=Severity.WARNING, applicability=applicability)
    if finding.severity is not Severity.QUERY:
        return finding.asked() if wrong <= bounds.denies else finding
    if wrong <= bounds.silences and (finding.rule in bounds.doubtful or not _mended(finding, bounds, cost)):
        return None
    return finding


def _mended(finding: Finding, bounds: Bounds, cost: Cost) -> bool:
    """Whether one of the first suggestions leaves nothing wrong, or none could be read."""
    costs = (cost(finding.span, each) for each in finding.replacements[:_READ])
    return any(each is None or each <= bounds.mends for each in costs) or not finding.replacements
