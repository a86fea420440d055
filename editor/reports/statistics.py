"""How often each rule speaks, the most frequent first: what a desk may want to do something about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from editor.fixes import fixable
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.reports.style import SEVERITY_COLOUR, painter
from editor.values import Severity


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """A line a rule and severity: how many findings, how many of them can be fixed; the summary last."""
    counts: Counter[tuple[str, Severity]] = Counter()
    fixes: Counter[tuple[str, Severity]] = Counter()
    for story in stories:
        for finding in story.findings:
            key = (finding.rule, finding.severity)
            counts[key] += 1
            fixes[key] += fixable(finding, story.text, unsafe=True)
    paint = painter(run.colour)
    width = max((len(f"{count:,}") for count in counts.values()), default=0)
    longest = max((len(rule) for rule, _ in counts), default=0)
    for (rule, severity), count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        shown = paint(f"{severity:<7}", fg=SEVERITY_COLOUR[severity])
        fixed = fixes[rule, severity]
        note = f"  {fixed:,} can be fixed" if fixed else ""
        yield f"{count:>{width},}  {rule:<{longest}}  {shown}{note}".rstrip() + "\n"
    if run.tally.stories and not run.quiet:
        yield run.tally.line(colour=run.colour) + "\n"
