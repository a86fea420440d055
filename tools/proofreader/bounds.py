"""What the network's doubts are worth by how sure it is: figures to choose the bounds of rules/proofreader/choices.yaml by.

    python -m tools.proofreader.bounds [FOLDER]

Reads the sentences kept from training, in stories of fifteen, and the edited news in FOLDER. Prints for each kind and range of probabilities
how many doubts where no rule had found anything point at an error, how many do not, and how many there are on clean news; then the same of what the rules found,
by what the network thinks of it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.gold import Gold, Story, read_clean, read_sentences
from benchmarks.quality.score import Found, points_at
from editor.desk import Desk
from editor.documents.model import Document
from editor.documents.read import read_document
from editor.proofreader.choices import Choice, Choices, finding, load_choices
from editor.proofreader.engine import Proofreader
from editor.proofreader.reading import Reading
from editor.settings.load import SettingsLoader
from editor.values import Finding, Severity
from tools.proofreader.sentences import GOLD, KEPT_BACK

_TOGETHER = 15
_LOWEST = 0.3
_RANGES = (0.0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98)


class Said(NamedTuple):
    """Something that was said of a story, in which column it is counted, how likely an error is, and whether there is one."""

    column: str
    wrong: float
    right: bool


def joined(stories: Iterable[Story], count: int) -> Iterator[Story]:
    """Stories of so many of the given ones each, a paragraph for each of them."""
    rest = iter(stories)
    while together := list(islice(rest, count)):
        draft, golds = "", list[Gold]()
        for story in together:
            golds += [
                replace(gold, start=gold.start + len(draft), end=gold.end + len(draft))
                for gold in story.golds
            ]
            draft += story.draft.rstrip("\n") + "\n\n"
        yield replace(together[0], draft=draft, golds=tuple(golds))


def counted(said: Iterable[Said]) -> dict[str, dict[float, Counter[bool]]]:
    """For each column, by the lower end of the range of probabilities, how much was right (True) and how much was not."""
    counts: dict[str, dict[float, Counter[bool]]] = {}
    for each in said:
        low = max(bound for bound in _RANGES if bound <= each.wrong)
        counts.setdefault(each.column, {}).setdefault(low, Counter())[each.right] += 1
    return counts


def told(story: Story, document: Document, found: Sequence[Finding], reading: Reading) -> Iterator[Said]:
    """What the network and the rules say of a story; its doubts only where no rule found anything."""
    choices = _open_choices()
    for doubt in reading.doubts:
        if not any(_beside(doubt.span, each.span) for each in found):
            one = finding(doubt, document.text, choices)
            if one is not None:
                yield Said(one.rule, doubt.wrong, _right(story, one))
    for each in found:
        wrong = reading.wrong(each.span) if choices.judge.judges(each) else None
        if wrong is not None:
            yield Said("asked" if each.severity is Severity.QUERY else "told", wrong, _right(story, each))


def _beside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _right(story: Story, said: Finding) -> bool:
    found = Found(said.span.start, said.span.end, str(said.severity), said.rule)
    return any(points_at(story.draft, found, gold) for gold in story.golds)


@cache
def _open_choices() -> Choices:
    """The choices with bounds so low that every doubt worth counting is told."""
    choices = load_choices()
    kinds = {kind: Choice(each.why, _LOWEST, None) for kind, each in choices.kinds.items()}
    return replace(choices, kinds=kinds, unmended=_LOWEST)


@cache
def _desk(profile: str) -> Desk:
    given = {"profile": profile, "languagetool": "off", "proofreader": "off", "encoding": "utf-8"}
    return Desk(SettingsLoader(None, search=False, command_line=given))


def _read(story: Story, proofreader: Proofreader) -> Iterator[Said]:
    document = read_document("story.txt", story.draft.encode(), "utf-8")
    reading = proofreader.read(document)
    assert reading is not None
    return told(story, document, _desk(story.profile).check(None, document), reading)


def main() -> None:
    proofreader = Proofreader("required", choices=_open_choices())
    kept = [each for each in read_sentences(GOLD / "sentences" / "open") if each.name.startswith(KEPT_BACK)]
    drafts = counted(said for story in joined(kept, _TOGETHER) for said in _read(story, proofreader))
    clean = counted(
        said
        for folder in sys.argv[1:]
        for story in read_clean(Path(folder))
        for said in _read(story, proofreader)
    )
    for column, ranges in sorted(drafts.items()):
        print(f"{column}\n   from    right  wrong  clean")
        for low, count in sorted(ranges.items()):
            on_clean = clean.get(column, {}).get(low, Counter()).total()
            print(f"   {low:4.2f}  {count[True]:7}{count[False]:7}{on_clean:7}")


if __name__ == "__main__":
    main()
