"""A baseline: findings of an archive that somebody has accepted, so that only new ones are shown.

A finding is known again by its fingerprint (rule, words, sentence), and counted: where a story had two of a kind,
the third is new. The file is JSON with an entry a line, so that two branches' baselines can be merged.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from editor.errors import UserError
from editor.fingerprint import fingerprint
from editor.reports.story import CheckedStory
from editor.values import Finding

NAME = "copydesk-baseline.json"
VERSION = 1
# Code points of the words in question, which are in the file for people to read.
_WORDS = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """Findings that are alike: how many of them there are in a story. `words` are for people."""

    rule: str
    words: str
    fingerprint: str
    count: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """The accepted findings by story. A story's name is its path from `folder`, where the baseline lies."""

    folder: Path
    files: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many findings are accepted."""
        return sum(entry.count for entries in self.files.values() for entry in entries)

    def new(self, path: Path | None, story: CheckedStory) -> tuple[Finding, ...]:
        """The story's findings that are not accepted. Of those that are alike the first ones are."""
        entries = () if path is None else self.files.get(self.name(path), ())
        room = Counter({entry.fingerprint: entry.count for entry in entries})
        if not room:
            return story.findings
        fresh = []
        for finding in story.findings:
            known = fingerprint(story.text, finding)
            if room[known] > 0:
                room[known] -= 1
            else:
                fresh.append(finding)
        return tuple(fresh)

    def accept(self, stories: Iterable[tuple[Path, CheckedStory]]) -> Baseline:
        """The baseline with all findings of the stories in place of what it had of them; stories that are gone go."""
        files = {name: entries for name, entries in self.files.items() if (self.folder / name).exists()}
        for path, story in stories:
            files.pop(self.name(path), None)
            if story.findings:
                files[self.name(path)] = entries_of(story)
        return Baseline(self.folder, files)

    def name(self, path: Path) -> str:
        """The story's path from the baseline's folder, with forward slashes."""
        return Path(os.path.relpath(path, self.folder)).as_posix()

    def render(self) -> bytes:
        """The file's bytes."""
        rows = []
        for name in sorted(self.files):
            entries = ",\n".join(
                "    " + json.dumps([each.rule, each.words, each.fingerprint, each.count])
                for each in self.files[name]
            )
            rows.append(f"  {json.dumps(name)}: [\n{entries}\n  ]")
        body = ",\n".join(rows)
        files = f"{{\n{body}\n}}" if rows else "{}"
        return f'{{"version": {VERSION}, "files": {files}}}\n'.encode("ascii")


def entries_of(story: CheckedStory) -> tuple[Entry, ...]:
    """The story's findings, those that are alike as one entry, in the order in which they first come."""
    alike: dict[str, list[Finding]] = {}
    for finding in story.findings:
        alike.setdefault(fingerprint(story.text, finding), []).append(finding)
    return tuple(
        Entry(found[0].rule, " ".join(found[0].span.of(story.text).split())[:_WORDS], known, len(found))
        for known, found in alike.items()
    )


def read(path: Path) -> Baseline:
    """The baseline in a file. Raises UserError, one line, where there is none or it makes no sense."""
    from editor import files

    if not path.exists():
        raise UserError(f"{path}: no such baseline; `copydesk baseline write` makes one")
    try:
        data = json.loads(files.read(path).decode("utf-8"))
    except UnicodeDecodeError:
        raise UserError(f"{path}: it is no baseline: not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise UserError(f"{path}:{error.lineno}: it is no baseline: {error.msg}{_REMEDY}") from None
    except RecursionError:
        raise UserError(f"{path}: it is no baseline{_REMEDY}") from None
    version = data.get("version") if isinstance(data, dict) else None
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise UserError(f"{path}: a later copydesk wrote it (version {version}); install that one")
    try:
        if version != VERSION or isinstance(version, bool):
            raise ValueError
        stories = data["files"].items()
        found = {name: tuple(_entry(row) for row in rows) for name, rows in stories}
    except (AttributeError, KeyError, TypeError, ValueError):
        raise UserError(f"{path}: it is no baseline of copydesk's{_REMEDY}") from None
    return Baseline(path.absolute().parent, found)


_REMEDY = "; restore it, or write it anew with `copydesk baseline write`"


def _entry(row: Any) -> Entry:
    rule, words, known, count = row
    if not all(isinstance(each, str) for each in (rule, words, known)) or type(count) is not int or count < 1:
        raise ValueError
    return Entry(rule, words, known, count)
