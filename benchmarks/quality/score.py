"""What a checker's findings are worth against the gold: found, solved, and false alarms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from benchmarks.quality.gold import Gold, Story

LOUD = frozenset({"error", "warning"})
"""The severities that interrupt a desk; a query only asks."""

_SPARE_WORDS = 8
"""A finding on this many words more than the error (a whole long sentence) doesn't point at it any more."""

_MOST_READINGS = 256
_WORD = re.compile(r"\w[\w'’.-]*")
_SPACES = re.compile(r"[ \t]+")
_MARKS = str.maketrans("’‘“”", "''\"\"")


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a checker: code points of the draft, replacements best first."""

    start: int
    end: int
    severity: str
    rule: str
    message: str = ""
    replacements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one error: the findings on it, and whether their first or any suggestion is right."""

    story: Story
    gold: Gold
    hits: tuple[Found, ...]
    solved: bool
    any_solved: bool

    @property
    def found(self) -> bool:
        """Whether any finding, a query too, points at the error."""
        return bool(self.hits)

    @property
    def loud(self) -> bool:
        """Whether an error or a warning points at it."""
        return any(hit.severity in LOUD for hit in self.hits)


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A finding where nothing is wrong."""

    story: Story
    finding: Found


@dataclass(slots=True)
class Tally:
    """Counts over some stories, families or desks, and the rates that follow from them (0 to 1, None of nothing)."""

    golds: int = 0
    found: int = 0
    loud: int = 0
    solvable: int = 0
    solved: int = 0
    any_solved: int = 0
    right_alarms: int = 0
    false_alarms: int = 0
    right_queries: int = 0
    false_queries: int = 0
    words: int = 0

    @property
    def found_rate(self) -> float | None:
        """Errors that a finding of any severity points at."""
        return _rate(self.found, self.golds)

    @property
    def loud_rate(self) -> float | None:
        """Errors that an error or a warning points at: the recall in F0.5."""
        return _rate(self.loud, self.golds)

    @property
    def solved_rate(self) -> float | None:
        """Errors with a known correction where a first suggestion is right."""
        return _rate(self.solved, self.solvable)

    @property
    def any_solved_rate(self) -> float | None:
        """Errors with a known correction where some suggestion is right."""
        return _rate(self.any_solved, self.solvable)

    @property
    def solved_of_found(self) -> float | None:
        """First suggestions that are right, of the errors found that have a known correction."""
        return _rate(self.solved, self.found - (self.golds - self.solvable)) if self.found else None

    @property
    def precision(self) -> float | None:
        """Errors and warnings raised that point at something wrong."""
        return _rate(self.right_alarms, self.right_alarms + self.false_alarms)

    @property
    def false_per_thousand(self) -> float | None:
        """Errors and warnings raised where nothing is wrong, per 1,000 words."""
        return self.false_alarms * 1000 / self.words if self.words else None

    @property
    def queries_per_thousand(self) -> float | None:
        """Queries where nothing is wrong, per 1,000 words."""
        return self.false_queries * 1000 / self.words if self.words else None

    @property
    def f_half(self) -> float | None:
        """F0.5 of precision and recall, both of errors and warnings only: precision weighs twice."""
        precision, recall = self.precision, self.loud_rate
        if precision is None or recall is None:
            return None
        return 1.25 * precision * recall / (0.25 * precision + recall) if precision and recall else 0.0


@dataclass(slots=True)
class Result:
    """A checker's whole score on some stories."""

    verdicts: list[Verdict] = field(default_factory=list)
    false_alarms: list[FalseAlarm] = field(default_factory=list)
    total: Tally = field(default_factory=Tally)
    by_family: dict[str, Tally] = field(default_factory=dict)
    by_desk: dict[str, Tally] = field(default_factory=dict)
    by_profile: dict[str, Tally] = field(default_factory=dict)
    by_language: dict[str, Tally] = field(default_factory=dict)


def score(
    stories: Iterable[Story],
    findings: Callable[[Story], Sequence[Found]],
    is_artefact: Callable[[str, Found], bool] = lambda text, finding: False,
) -> Result:
    """The score of the findings that `findings` gives for each story; artefacts of a corpus are not counted."""
    result = Result()
    for story in stories:
        groups = [
            result.total,
            result.by_desk.setdefault(story.desk, Tally()),
            result.by_profile.setdefault(story.profile, Tally()),
            result.by_language.setdefault(story.first_language, Tally()),
        ]
        raised = [finding for finding in findings(story) if not is_artefact(story.draft, finding)]
        hits: list[list[Found]] = [[] for _ in story.golds]
        right: set[int] = set()
        for number, finding in enumerate(raised):
            for at, gold in enumerate(story.golds):
                if points_at(story.draft, finding, gold) or solves(
                    story, at, finding, finding.replacements[:1]
                ):
                    hits[at].append(finding)
                    right.add(number)
        for at, gold in enumerate(story.golds):
            verdict = _verdict(story, at, tuple(hits[at]))
            result.verdicts.append(verdict)
            for tally in [*groups, result.by_family.setdefault(gold.family, Tally())]:
                _count(tally, verdict)
        for number, finding in enumerate(raised):
            if number not in right:
                result.false_alarms.append(FalseAlarm(story, finding))
            for tally in groups:
                _count_finding(tally, finding, number in right)
        for tally in groups:
            tally.words += story.words
    return result


def points_at(text: str, finding: Found, gold: Gold) -> bool:
    """Whether the finding lies on the error: overlaps it, or for an insertion touches a word beside it."""
    start, end = gold.start, gold.end
    if start == end:
        start, end = neighbours(text, start)
    if finding.start == finding.end:
        if not start <= finding.start <= end:
            return False
    elif not (finding.start < end and start < finding.end):
        return False
    spare = _words(text[finding.start : finding.end]) - _words(text[start:end])
    return spare <= _SPARE_WORDS


def neighbours(text: str, at: int) -> tuple[int, int]:
    """The code points from the start of the word before `at` to the end of the word after it."""
    start, end = at, at
    while start > 0 and text[start - 1].isspace() and text[start - 1] != "\n":
        start -= 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end].isspace() and text[end] != "\n":
        end += 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def solves(story: Story, at: int, finding: Found, replacements: Sequence[str]) -> bool:
    """Whether one of the replacements makes the error number `at` right and nothing else wrong.

    What counts is the text that comes out, so it doesn't matter how much of it the finding spans;
    other errors inside the finding may be right too, or stay as they are.
    """
    gold = story.golds[at]
    if not gold.rights or not replacements:
        return False
    near = [other for other in story.golds if other is not gold and _touch(finding, other)]
    options = [gold.rights, *[(None, *other.rights) for other in near]]
    size = 1
    for option in options:
        size *= len(option)
    if size > _MOST_READINGS:
        near, options = [], [gold.rights]
    low = min([finding.start, gold.start, *[other.start for other in near]])
    high = max([finding.end, gold.end, *[other.end for other in near]])
    # A little context, so that spaces and doubled words at the rim compare as they read.
    low, high = max(0, low - 20), min(len(story.draft), high + 20)
    wanted = {
        _reads(story.draft, low, high, [*zip([gold, *near], readings, strict=True)])
        for readings in product(*options)
    }
    return any(
        _normal(story.draft[low : finding.start] + replacement + story.draft[finding.end : high]) in wanted
        for replacement in replacements
    )


def _verdict(story: Story, at: int, hits: tuple[Found, ...]) -> Verdict:
    solved = any(solves(story, at, hit, hit.replacements[:1]) for hit in hits) or _together(story, at, hits)
    any_solved = solved or any(solves(story, at, hit, hit.replacements) for hit in hits)
    return Verdict(story, story.golds[at], hits, solved, any_solved)


def _together(story: Story, at: int, hits: Sequence[Found]) -> bool:
    """Whether the first suggestions of several findings make one error right between them."""
    parts: list[Found] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        if hit.replacements and (not parts or hit.start >= parts[-1].end):
            parts.append(hit)
    if len(parts) < 2:
        return False
    start, end = parts[0].start, parts[-1].end
    pieces, done = [], start
    for part in parts:
        pieces += [story.draft[done : part.start], part.replacements[0]]
        done = part.end
    whole = Found(start, end, "warning", "together", replacements=("".join(pieces),))
    return solves(story, at, whole, whole.replacements)


def _touch(finding: Found, gold: Gold) -> bool:
    return gold.start <= finding.end and finding.start <= gold.end


def _reads(text: str, low: int, high: int, edits: Sequence[tuple[Gold, str | None]]) -> str:
    pieces, done = [], low
    for gold, right in sorted(edits, key=lambda edit: edit[0].start):
        if right is None:
            continue
        pieces += [text[done : gold.start], right]
        done = gold.end
    pieces.append(text[done:high])
    return _normal("".join(pieces))


def _normal(text: str) -> str:
    """The text with one kind of quotation marks and single spaces: typography is not what is scored here."""
    return _SPACES.sub(" ", text.translate(_MARKS))


def _words(text: str) -> int:
    return len(_WORD.findall(text))


def _count(tally: Tally, verdict: Verdict) -> None:
    tally.golds += 1
    tally.found += verdict.found
    tally.loud += verdict.loud
    if not verdict.gold.is_query:
        tally.solvable += 1
        tally.solved += verdict.solved
        tally.any_solved += verdict.any_solved


def _count_finding(tally: Tally, finding: Found, right: bool) -> None:
    if finding.severity in LOUD:
        tally.right_alarms += right
        tally.false_alarms += not right
    else:
        tally.right_queries += right
        tally.false_queries += not right


def _rate(part: int, whole: int) -> float | None:
    return part / whole if whole > 0 else None
