"""What `copydesk fix` says: what it changed, and what is left for a person, each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor.fixes import fixable
from editor.reports.excerpt import visible
from editor.reports.positions import LineIndex
from editor.reports.style import SEVERITY_COLOUR, counted, painter
from editor.reports.text import suggestion
from editor.values import Applicability, Edit, Finding, Severity

# Of one rule's changes in a story this many are listed, the rest counted.
_LISTED = 4
# Code points of text around an edit, and of a side of the arrow, at most.
_AROUND = 24
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Change:
    """A change as a person reads it: the whole words that it touches, before and after."""

    line: int
    column: int
    before: str
    after: str
    rule: str


@dataclass(frozen=True, slots=True)
class Left:
    """A finding that `fix` did not mend, with the words it is about and the reason."""

    line: int
    column: int
    words: str
    finding: Finding
    reason: str


def changes(text: str, edits: Iterable[Edit]) -> list[Change]:
    """The edits of `text` as changes, in their order."""
    lines = LineIndex(text)
    return [_change(lines, edit) for edit in edits]


def left_over(
    text: str,
    findings: Iterable[Finding],
    edits: Iterable[Edit],
    refused: Iterable[Edit] = (),
    *,
    unsafe: bool = False,
    encoding: str = "",
) -> list[Left]:
    """The findings that the edits did not mend, each with the reason.

    `edits` are those made, `refused` those that the file's encoding (named by `encoding`) cannot write.
    """
    lines = LineIndex(text)
    done = {(edit.span, edit.rule, edit.replacement) for edit in edits}
    unwritable = {(edit.span, edit.rule, edit.replacement) for edit in refused}
    left = []
    for finding in findings:
        key = (finding.span, finding.rule, finding.replacements[0] if finding.replacements else "")
        if key in unwritable:
            reason = f"the file's encoding{f', {encoding},' if encoding else ''} cannot write it"
        elif key in done and fixable(finding, text, unsafe):
            continue
        else:
            reason = _reason(finding, text, unsafe)
        words = _short(visible(" ".join(finding.span.of(text).split())))
        left.append(Left(*lines.position(finding.span.start), words, finding, reason))
    return left


def render(
    path: str,
    made: Sequence[Change],
    left: Sequence[Left],
    wrote: Sequence[str] = (),
    *,
    colour: bool = False,
) -> str:
    """A story's changes, what is left for a person and the files written, as lines with their ends."""
    paint = painter(colour)
    if not made and not left:
        return f"{paint(visible(path), bold=True)}: nothing to change\n"
    counts = f"{counted(len(made), 'change')}, {len(left) or 'nothing'} left for a person"
    rows = [f"{paint(visible(path), bold=True)}: {counts}"]
    width = max(len(f"{line}:{column}") for line, column in _places(made, left))
    if made:
        rows.append(f"  {paint('changed', fg='green', bold=True)}")
        for change, more in _listed(made):
            place = f"{change.line}:{change.column}".rjust(width)
            rows.append(
                f"    {place}  {paint(change.before, fg='red')} → {paint(change.after, fg='green')}"
                f"  [{change.rule}]"
            )
            if more:
                rows.append(f"    {' ' * width}  … and {more:,} more like this")
    if left:
        rows.append(f"  {paint('left for a person', fg='cyan', bold=True)}")
        for entry in left:
            place = f"{entry.line}:{entry.column}".rjust(width)
            kind = paint(entry.finding.severity.value, fg=SEVERITY_COLOUR[entry.finding.severity])
            words = f"{entry.words}: " if entry.words else ""
            message = visible(" ".join(entry.finding.message.split()))
            rows.append(f"    {place}  {words}{message} [{entry.finding.rule}] {kind}")
            _, suggested = suggestion(entry.finding)
            offer = f"; {suggested.rstrip('?')}?" if suggested else ""
            rows.append(f"    {' ' * width}  {entry.reason}{offer}")
    if wrote:
        rows.append(f"  wrote {' and '.join(visible(name) for name in wrote)}")
    return "\n".join(rows) + "\n"


def _places(made: Sequence[Change], left: Sequence[Left]) -> Iterator[tuple[int, int]]:
    yield from ((change.line, change.column) for change in made)
    yield from ((entry.line, entry.column) for entry in left)


def summary(stories: int, made: int, left: int) -> str:
    """The last line after several stories, without a line end."""
    where = counted(stories, "story", "stories")
    return f"{counted(made, 'change')} in {where}; {f'{left:,}' if left else 'nothing'} left for a person"


def _listed(made: Sequence[Change]) -> Iterator[tuple[Change, int]]:
    """The changes to list, each with how many more of its rule are only counted after it."""
    totals = Counter(change.rule for change in made)
    seen: Counter[str] = Counter()
    for change in made:
        seen[change.rule] += 1
        if seen[change.rule] <= _LISTED:
            is_last = seen[change.rule] == _LISTED
            yield change, totals[change.rule] - _LISTED if is_last else 0


def _change(lines: LineIndex, edit: Edit) -> Change:
    text, (start, end) = lines.text, edit.span
    line, column = lines.position(start)
    whole = lines.line_span(line)
    first, last = start, end
    while first > max(whole.start, start - _AROUND) and not text[first - 1].isspace():
        first -= 1
    while last < min(len(text), end + _AROUND) and not text[last].isspace():
        last += 1
    after = text[first:start] + edit.replacement + text[end:last]
    return Change(line, column, _shown(text[first:last]), _shown(after), edit.rule)


def _shown(words: str) -> str:
    """The words, cut if long; spaces that would not be seen (at an end, or two in a row) as dots."""
    shown = visible(words)
    if shown != shown.strip() or "  " in shown:
        shown = shown.replace(" ", "·")
    return _short(shown) or "(nothing)"


def _short(words: str) -> str:
    if len(words) <= _LONGEST:
        return words
    half = _LONGEST // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"


def _reason(finding: Finding, text: str, unsafe: bool) -> str:
    if finding.severity is Severity.QUERY or finding.applicability is None:
        return "a person must decide"
    if not finding.replacements or finding.replacements[0] == finding.span.of(text):
        return "no sure correction"
    if finding.applicability is Applicability.UNSAFE and not unsafe:
        return "likely right, made with --unsafe-fixes"
    return "overlaps another change; run fix again on the corrected draft"
