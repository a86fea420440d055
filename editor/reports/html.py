"""A proof sheet on one page that needs nothing else: the story, what is wrong in it underlined, notes in the margin.

There is no script in it, so that the viewers of CI services show it whole; the filters are CSS.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from importlib.resources import files

from editor import __version__
from editor.reports.excerpt import visible
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.reports.style import counted
from editor.reports.text import suggestion
from editor.values import Finding, Severity, Span

# A finding wider than this many code points is a note on the passage, not underlined.
_WIDE = 400
# Lines without findings that are shown before and after one that has some; more are only counted.
_NEAR = 2
_FEWEST_LEFT_OUT = 3
_LABELS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.QUERY: "Queries"}
_PUT = {"fix": "Put", "suggest (unsafe)": "Perhaps", "for a person": "Ask"}


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """The whole page, in pure ASCII: characters beyond it as references."""
    kept = list(stories)
    for piece in _page(kept, run):
        yield piece.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _page(stories: Sequence[CheckedStory], run: Run) -> Iterator[str]:
    style = files("editor.reports").joinpath("html.css").read_text(encoding="utf-8")
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="copydesk {__version__}">\n'
        f"<title>{_title(stories)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#stories">Skip to the stories</a>\n'
        f"<header>\n<h1>Proof sheet</h1>\n<p>{escape(run.tally.line())}</p>\n</header>\n"
    )
    yield _filters(run)
    if len(stories) > 1:
        yield _contents(stories, run)
    yield '<main id="stories">\n'
    number = 0
    for place, story in enumerate(stories, 1):
        if story.findings:
            yield from _story(story, run.relative(story.path), place, number)
            number += len(story.findings)
    if run.more:
        yield f'<p class="gap">{counted(run.more, "finding")} more, not shown here.</p>\n'
    yield "</main>\n</body>\n</html>\n"


def _title(stories: Sequence[CheckedStory]) -> str:
    return f"Proof sheet: {_shown(stories[0].path)}" if len(stories) == 1 else "Proof sheet"


def _filters(run: Run) -> str:
    boxes = [
        f'<label><input type="checkbox" id="show-{kind}" checked> '
        f'<span class="{kind}">{_LABELS[kind]}</span> ({run.tally.severities[kind]:,})</label>\n'
        for kind in Severity
    ]
    return f"<fieldset>\n<legend>Show</legend>\n{''.join(boxes)}</fieldset>\n"


def _contents(stories: Sequence[CheckedStory], run: Run) -> str:
    rows = []
    for place, story in enumerate(stories, 1):
        name = _shown(run.relative(story.path))
        if story.findings:
            count = counted(len(story.findings), "finding")
            rows.append(f'<li><a href="#s{place}">{name}</a> <span class="count">{count}</span></li>\n')
        else:
            rows.append(f'<li>{name} <span class="count">clean</span></li>\n')
    return f'<nav aria-label="Stories">\n<ul>\n{"".join(rows)}</ul>\n</nav>\n'


def _story(story: CheckedStory, path: str, place: int, first: int) -> Iterator[str]:
    """A story with its lines and notes. `first` is how many findings the stories before it have."""
    name, count = _shown(path), counted(len(story.findings), "finding")
    yield f'<article id="s{place}" aria-labelledby="h{place}">\n'
    yield f'<h2 id="h{place}">{name} <span class="count">{count}</span></h2>\n'
    notes: dict[int, list[tuple[int, Finding]]] = {}
    for number, finding in enumerate(story.findings, first + 1):
        notes.setdefault(_line_of(story, finding), []).append((number, finding))
    marked = [
        (number, replace(finding, span=_bare(story.text, finding.span)))
        for number, finding in enumerate(story.findings, first + 1)
        if finding.span.length <= _WIDE
    ]
    hidden = 0
    filled = [line for line in range(1, len(story.lines) + 1) if line in notes or _words(story, line).strip()]
    shown = _lines_to_show(filled, notes.keys())
    for line in filled:
        if line not in shown:
            hidden += 1
            continue
        if hidden:
            yield f'<p class="gap">… {counted(hidden, "line")} without findings …</p>\n'
            hidden = 0
        span = story.lines.line_span(line)
        yield f'<div class="row">\n<span class="number">{line}</span>\n'
        yield f'<p class="text">{_marked(story.text, span, marked)}</p>\n'
        if line in notes:
            items = "".join(_note(story, number, finding) for number, finding in notes[line])
            yield f'<ol class="notes" aria-label="Notes on line {line}">\n{items}</ol>\n'
        yield "</div>\n"
    if hidden:
        yield f'<p class="gap">… {counted(hidden, "line")} without findings …</p>\n'
    yield "</article>\n"


def _bare(text: str, span: Span) -> Span:
    """The span without spaces around its words, which would be underlined too."""
    words = span.of(text)
    if not words.strip():
        return span
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _line_of(story: CheckedStory, finding: Finding) -> int:
    return story.position(finding).line


def _words(story: CheckedStory, line: int) -> str:
    return story.lines.line_span(line).of(story.text)


def _lines_to_show(filled: Sequence[int], with_notes: Iterable[int]) -> set[int]:
    """The lines with notes and those near them; a few lines between are shown rather than counted."""
    wanted = set(with_notes)
    places = [place for place, line in enumerate(filled) if line in wanted]
    near = {each for place in places for each in range(place - _NEAR, place + _NEAR + 1)}
    kept: set[int] = set()
    gap: list[int] = []
    for place, line in enumerate(filled):
        if place in near:
            kept.add(line)
            if len(gap) < _FEWEST_LEFT_OUT:
                kept.update(gap)
            gap = []
        else:
            gap.append(line)
    if len(gap) < _FEWEST_LEFT_OUT:
        kept.update(gap)
    return kept


def _marked(text: str, line: Span, marked: Sequence[tuple[int, Finding]]) -> str:
    """A line of the story with the findings that touch it underlined and numbered."""
    here = [
        (number, finding)
        for number, finding in marked
        if finding.span.start <= line.end and finding.span.end >= line.start
    ]
    cuts = {line.start, line.end}
    for _, finding in here:
        cuts |= {max(line.start, finding.span.start), min(line.end, finding.span.end)}
    edges = sorted(cuts)
    pieces: list[str] = []
    for start, end in zip(edges, [*edges[1:], None], strict=True):
        # What is inserted here, then the words up to the next edge, then the numbers of what ends there.
        for number, finding in here:
            if finding.span == (start, start):
                pieces.append(f'<mark class="{finding.severity}">‸</mark>{_number(number, finding)}')
        if end is None:
            break
        covering = [finding for _, finding in here if finding.span.start < end and finding.span.end > start]
        words = text[start:end]
        if covering:
            worst = min(covering, key=lambda finding: finding.severity.rank)
            shown = words.replace(" ", "·") if not words.strip() else words
            pieces.append(f'<mark class="{worst.severity}">{_shown(shown)}</mark>')
        else:
            pieces.append(_shown(words))
        pieces += [
            _number(number, finding)
            for number, finding in here
            if finding.span.length and min(finding.span.end, line.end) == end and finding.span.start < end
            if finding.span.start >= line.start
        ]
    return "".join(pieces)


def _number(number: int, finding: Finding) -> str:
    kind = finding.severity
    return f'<sup class="{kind}"><a id="m{number}" href="#n{number}" aria-label="Note {number}, {kind}">{number}</a></sup>'


def _note(story: CheckedStory, number: int, finding: Finding) -> str:
    kind = finding.severity.value
    label, words = suggestion(finding)
    put = _PUT[label]
    wrong = " ".join(finding.span.of(story.text).split())
    todo = ""
    if words:
        old = (
            f"<del>{_shown(wrong)}</del> → "
            if wrong and len(wrong) <= _WIDE and label != "for a person"
            else ""
        )
        todo = f'<p class="put">{put}: {old}<ins>{_shown(words)}</ins></p>\n'
    return (
        f'<li class="{kind}" id="n{number}">\n<div class="head"><a class="kind" href="#m{number}">{number} {kind}</a> '
        f'<span class="rule">{_shown(finding.rule)}</span></div>\n'
        f"<p>{_shown(' '.join(finding.message.split()))}</p>\n{todo}</li>\n"
    )


def _shown(words: str) -> str:
    return escape(visible(words))
