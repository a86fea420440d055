"""The findings as a person reads them on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from editor.fixes import fixable
from editor.reports.excerpt import excerpt, visible
from editor.reports.story import CheckedStory
from editor.reports.style import SEVERITY_COLOUR, Paint, counted, painter
from editor.values import Applicability, Finding, Severity

# Narrower than this nothing can be read any more, wider nobody wants to.
_NARROWEST, _WIDEST = 40, 120
# As many replacements as one line names.
_MOST_FIXES = 4


def render(story: CheckedStory, *, width: int = 80, colour: bool = False) -> Iterator[str]:
    """The story's findings in order, each a block of lines that ends in a blank one.

    `width` is the terminal's, in columns. No line ends in a space.
    """
    paint = painter(colour)
    for finding in story.findings:
        yield "\n".join(_block(story, finding, min(max(width, _NARROWEST), _WIDEST), paint)) + "\n\n"


def summary(stories: Iterable[CheckedStory], *, colour: bool = False) -> str:
    """The last line: how many findings in how many stories, of which kinds, and how many can be fixed."""
    tally = Tally()
    for story in stories:
        tally.add(story)
    return tally.line(colour=colour)


class Tally:
    """Counts findings story by story, so that no story has to be kept for the summary."""

    def __init__(self) -> None:
        self.stories = 0
        self.findings = 0
        self.safe = 0
        self.unsafe = 0
        self._with_findings = 0
        self._severities: Counter[Severity] = Counter()

    def add(self, story: CheckedStory) -> None:
        """Count a story and its findings."""
        self.stories += 1
        self.findings += len(story.findings)
        self._with_findings += bool(story.findings)
        for finding in story.findings:
            self._severities[finding.severity] += 1
            if fixable(finding, story.text, unsafe=True):
                if finding.applicability is Applicability.SAFE:
                    self.safe += 1
                else:
                    self.unsafe += 1

    def line(self, *, colour: bool = False) -> str:
        """The summary, one line without a line end."""
        paint = painter(colour)
        where = counted(self.stories, "story", "stories")
        if not self.findings:
            return paint(f"No findings in {where}.", fg="green", bold=True)
        if self._with_findings < self.stories:
            where = f"{self._with_findings:,} of {where}"
        words = paint(f"{counted(self.findings, 'finding')} in {where}", bold=True) + ": "
        words += ", ".join(
            paint(counted(self._severities[kind], *_NAMES[kind]), fg=SEVERITY_COLOUR[kind])
            for kind in Severity
            if self._severities[kind]
        )
        return words + self._fixes()

    def _fixes(self) -> str:
        if self.safe and self.unsafe:
            return f"; {self.safe:,} can be fixed with copydesk fix, {self.unsafe:,} more with --unsafe-fixes"
        if self.safe:
            return f"; {self.safe:,} can be fixed with copydesk fix"
        if self.unsafe:
            return f"; {self.unsafe:,} can be fixed with copydesk fix --unsafe-fixes"
        return "; all for a person" if self.findings > 1 else "; for a person"


def suggestion(finding: Finding) -> tuple[str, str]:
    """What to do about a finding, in two parts: a label and the words ("fix", "held talks")."""
    if finding.applicability is None or finding.severity is Severity.QUERY:
        label = "for a person"
    else:
        label = "fix" if finding.applicability is Applicability.SAFE else "suggest (unsafe)"
    if not finding.replacements:
        return "for a person", ""
    choices = [_as_words(finding, replacement) for replacement in finding.replacements[:_MOST_FIXES]]
    if len(finding.replacements) > _MOST_FIXES:
        choices.append("…")
    if label == "for a person":
        return label, " / ".join(choices) + "?"
    rest = f" (or: {' / '.join(choices[1:])})" if choices[1:] else ""
    return label, choices[0] + rest


_NAMES = {
    Severity.ERROR: ("error", "errors"),
    Severity.WARNING: ("warning", "warnings"),
    Severity.QUERY: ("query", "queries"),
}


def _as_words(finding: Finding, replacement: str) -> str:
    if not replacement:
        return "take it out"
    shown = visible(replacement)
    if replacement != replacement.strip():
        # Spaces at the ends would not be seen.
        left = len(shown) - len(shown.lstrip())
        right = len(shown) - len(shown.rstrip()) if shown.strip() else 0
        shown = "·" * left + shown.strip() + "·" * right
    return f'insert "{shown}"' if not finding.span.length else shown


def _block(story: CheckedStory, finding: Finding, width: int, paint: Paint) -> Iterator[str]:
    line, column = story.position(finding)
    colour = SEVERITY_COLOUR[finding.severity]
    place = paint(visible(story.path), bold=True) + f":{line}:{column}: "
    yield f"{place}{finding.rule} [{paint(finding.severity.value, fg=colour, bold=True)}]"
    yield visible(" ".join(finding.message.split()))
    rows = excerpt(story.lines, finding.span, width)
    digits = len(str(max(row.number for row in rows)))
    gutter = digits + 3
    rows = excerpt(story.lines, finding.span, width - gutter - 1)
    bar = paint("|", fg="blue")
    for row in rows:
        number = paint(str(row.number).rjust(digits), fg="blue") if row.number else " " * digits
        yield f" {number} {bar} {row.words}".rstrip() if row.words else f" {number} {bar}"
        if row.carets:
            carets = row.carets.lstrip()
            indent = " " * (len(row.carets) - len(carets))
            yield f" {' ' * digits} {bar} {indent}{paint(carets, fg=colour, bold=True)}"
    label, words = suggestion(finding)
    paint_label = paint(label, fg="green" if label == "fix" else "cyan", bold=True)
    yield f" {' ' * digits}   {paint_label}: {words}" if words else f" {' ' * digits}   {paint_label}"
