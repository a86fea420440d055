"""The findings as a person reads them on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor.reports.excerpt import excerpt, last_line, visible
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.reports.style import SEVERITY_COLOUR, Paint, painter
from editor.values import Applicability, Finding, Severity

# Narrower than this nothing can be read any more, wider nobody wants to.
_NARROWEST, _WIDEST = 40, 120
# As many replacements as one line names.
_MOST_FIXES = 4


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """The findings story by story, and the summary where a story could be checked."""
    for story in stories:
        yield from render(story, width=run.width, colour=run.colour)
    if run.tally.stories and not run.quiet:
        yield run.tally.line(colour=run.colour) + "\n"


def render(story: CheckedStory, *, width: int = 80, colour: bool = False) -> Iterator[str]:
    """The story's findings in order, each a block of lines that ends in a blank one.

    `width` is the terminal's, in columns. No line ends in a space.
    """
    paint = painter(colour)
    for finding in story.findings:
        yield "\n".join(_block(story, finding, min(max(width, _NARROWEST), _WIDEST), paint)) + "\n\n"


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
    digits = len(str(last_line(story.lines, finding.span)))
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
