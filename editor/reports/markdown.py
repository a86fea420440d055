"""A summary in Markdown, for a pull request or a job's page: counts first, then each story's findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editor.reports.excerpt import visible
from editor.reports.run import Run
from editor.reports.story import CheckedStory
from editor.reports.style import counted
from editor.reports.text import suggestion
from editor.values import Finding

# A comment holds 65,536 characters.
_ROOM = 60_000
# Code points of the story to each side of the words in question.
_AROUND = 30
_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~#$@])")


def report(stories: Iterable[CheckedStory], run: Run) -> Iterator[str]:
    """The whole summary; what does not fit into a comment is only counted."""
    sections: list[str] = []
    room, left_out = _ROOM, 0
    for story in stories:
        section, listed = _section(story, run.relative(story.path), room)
        left_out += len(story.findings) - listed
        room -= len(section)
        if section:
            sections.append(section)
    yield (
        "## copydesk\n\n" + _plain(run.tally.line()) + "\n"
        if run.tally.stories
        else "## copydesk\n\nNo story was checked.\n"
    )
    yield from sections
    if left_out + run.more:
        yield f"\n{counted(left_out + run.more, 'finding')} more, not listed here.\n"


def _section(story: CheckedStory, path: str, room: int) -> tuple[str, int]:
    """A story's findings as a table, and how many of them fit."""
    if not story.findings:
        return "", 0
    head = f"\n<details open><summary><b>{_plain(path)}</b>: {counted(len(story.findings), 'finding')}</summary>\n\n"
    head += "| line | | in the story | what to do |\n|---:|---|---|---|\n"
    rows: list[str] = []
    size = len(head) + 20
    for finding in story.findings:
        row = _row(story, finding)
        size += len(row)
        if size > room:
            break
        rows.append(row)
    return (head + "".join(rows) + "\n</details>\n" if rows else ""), len(rows)


def _row(story: CheckedStory, finding: Finding) -> str:
    label, words = suggestion(finding)
    message = _plain(" ".join(finding.message.split()))
    todo = f"{message} <br>**{label}**: {_plain(words)}" if words else f"{message} <br>**{label}**"
    line = story.position(finding).line
    return (
        f"| {line} | {finding.severity.value} | {_context(story, finding)} | {todo} <br>`{finding.rule}` |\n"
    )


def _context(story: CheckedStory, finding: Finding) -> str:
    """The words in question in bold, with a few before and after them on their line."""
    text, (start, end) = story.text, finding.span
    first = story.lines.line_span(story.lines.position(start).line).start
    last = story.lines.line_span(story.lines.position(max(start, end - 1)).line).end
    left, right = max(first, start - _AROUND), min(last, end + _AROUND)
    while left > first and not text[left - 1].isspace() and start - left < 2 * _AROUND:
        left -= 1
    while right < last and not text[right].isspace() and right - end < 2 * _AROUND:
        right += 1
    words = text[start:end]
    if len(words) > 4 * _AROUND:
        words = f"{words[: 2 * _AROUND]} … {words[-2 * _AROUND :]}"
    before = ("… " if left > first else "") + text[left:start]
    after = text[max(end, start) : right] + (" …" if right < last else "")
    if not words.strip():
        shown = f"<b>{_plain(words.replace(' ', '·')) or '‸'}</b>"
    else:
        # Bold does not begin or end with a space.
        bare = words.strip()
        lead, tail = words[: words.index(bare)], words[words.index(bare) + len(bare) :]
        shown = f"{lead}<b>{_plain(' '.join(bare.split()))}</b>{tail}"
    return f"{_plain(before)}{shown}{_plain(after)}".strip()


def _plain(words: str) -> str:
    """The words with all that Markdown would obey made plain."""
    return _SPECIAL.sub(lambda match: f"&#{ord(match[1])};", visible(words))
