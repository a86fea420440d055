"""Gold stories: drafts whose errors are marked in the text, with what an editor would put there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

FAMILIES = frozenset(
    [
        "article",
        "number",
        "agreement",
        "verb-form",
        "tense",
        "preposition",
        "set-phrase",
        "complement",
        "confusion",
        "punctuation",
        "spelling",
        "style",
        "consistency",
        "doubled-word",
        "redundancy",
        "word-order",
    ]
)
PROFILES = frozenset({"ap", "reuters", "uk"})
FRONT_MATTER = frozenset({"desk", "first-language", "profile", "note"})
SOMETHING = "?"
"""The right reading of an error that only a person can mend."""

_MARK = re.compile(r"⟦([^⟦⟧→]*)→([^⟦⟧→]*)⟧")
_SIGNS = re.compile(r"[⟦⟧→]")
_WORD = re.compile(r"[^\s—]+")


class GoldError(ValueError):
    """A gold story that breaks the format; the message names the file and what is wrong."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One error: the code points `start` to `end` of the draft should read like one of `rights`.

    An insertion has start == end. `rights` is empty where only a person can tell.
    """

    start: int
    end: int
    rights: tuple[str, ...]
    family: str

    @property
    def is_query(self) -> bool:
        """Whether the error has no correction that a tool could know."""
        return not self.rights


@dataclass(frozen=True, slots=True)
class Story:
    """A gold story: the draft as its writer sent it, and the errors in it, in the order of the text."""

    name: str
    desk: str
    first_language: str
    profile: str
    draft: str
    golds: tuple[Gold, ...]

    @property
    def words(self) -> int:
        """How many words the draft has."""
        return len(_WORD.findall(self.draft))

    @property
    def corrected(self) -> str:
        """The draft with the first right reading at every error (queries stay)."""
        text = self.draft
        for gold in reversed(self.golds):
            if gold.rights:
                text = text[: gold.start] + gold.rights[0] + text[gold.end :]
        return text


def mended(story: Story) -> Story:
    """The story as an editor would have it: no errors are left, so whatever is found there is a false alarm."""
    return replace(story, name=f"{story.name}-mended", draft=story.corrected, golds=())


def parse_marks(marked: str) -> tuple[str, tuple[Gold, ...]]:
    """The draft behind a marked text, and its errors. Raises GoldError where a mark is broken or has no known family."""
    draft: list[str] = []
    golds: list[Gold] = []
    length = at = 0
    for mark in _MARK.finditer(marked):
        before = marked[at : mark.start()]
        wrong, rest = mark.groups()
        right, sign, family = rest.rpartition("#")
        if not sign or family not in FAMILIES:
            raise GoldError(f"{mark[0]}: no known family after #")
        rights = () if right == SOMETHING else tuple(dict.fromkeys(right.split("|")))
        if wrong in rights:
            raise GoldError(f"{mark[0]}: the right reading is the wrong one")
        start = length + len(before)
        golds.append(Gold(start, start + len(wrong), rights, family))
        draft += [before, wrong]
        length = start + len(wrong)
        at = mark.end()
    draft.append(marked[at:])
    text = "".join(draft)
    if stray := _SIGNS.search(text):
        raise GoldError(f"a stray {stray[0]} near {text[max(0, stray.start() - 30) : stray.end() + 30]!r}")
    for one, two in pairwise(golds):
        if one.end == two.start and one.start == one.end:
            raise GoldError(f"two errors at one place: {text[one.start - 30 : one.end + 30]!r}")
    return text, tuple(golds)


def parse_story(name: str, source: str) -> Story:
    """The story in `source`: front matter between two lines of ---, then the marked text. Raises GoldError."""
    head, marked = split_front_matter(source)
    unknown = head.keys() ^ FRONT_MATTER
    if unknown:
        raise GoldError(f"{name}: front matter is short of, or has too much: {', '.join(sorted(unknown))}")
    if head["profile"] not in PROFILES:
        raise GoldError(f"{name}: no such profile: {head['profile']}")
    try:
        draft, golds = parse_marks(marked)
    except GoldError as error:
        raise GoldError(f"{name}: {error}") from None
    return Story(name, head["desk"], head["first-language"], head["profile"], draft, golds)


def split_front_matter(source: str) -> tuple[dict[str, str], str]:
    """The fields between the first two lines of ---, and the text after them."""
    lines = source.splitlines(keepends=True)
    if not lines or lines[0].strip() != "---":
        raise GoldError("no front matter")
    head: dict[str, str] = {}
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            return head, "".join(lines[number + 1 :])
        key, _, value = line.partition(":")
        head[key.strip()] = value.strip()
    raise GoldError("front matter without an end")


def read_stories(folder: Path) -> list[Story]:
    """The gold stories of a folder, by name. Raises GoldError."""
    return [parse_story(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))]


_LEAD = "The council met on Monday to hear reports from the field.\n\n"


def read_sentences(folder: Path) -> list[Story]:
    """The gold sentences of a folder's files, each a story of its own behind a clean paragraph. Raises GoldError.

    A file has a marked sentence a line, by writers of a group of first languages, which its name tells, or for a profile that is its name.
    """
    found = []
    for path in sorted(folder.glob("*.txt")):
        profile = path.stem if path.stem in PROFILES else "ap"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                draft, golds = parse_marks(f"{_LEAD}{line}\n")
            except GoldError as error:
                raise GoldError(f"{path.name}:{number}: {error}") from None
            found.append(Story(f"{path.stem}-{number:04}", path.stem, path.stem, profile, draft, golds))
    return found


def read_printed_errors(path: Path, folder: Path) -> dict[str, tuple[Gold, ...]]:
    """The errors that edited stories in `folder` went to print with, by story, from a tab-separated list of places.

    Raises GoldError for a line that is not of the format; places in stories that are not there are left out.
    """
    found: dict[str, list[Gold]] = {}
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if row.startswith("#") or not row.strip():
            continue
        cells = row.split("\t")
        if len(cells) != 7 or not all(cell.isdigit() for cell in cells[1:4]) or cells[4] not in FAMILIES:
            raise GoldError(f"{path}:{number}: story, line, column, length, family, rule, reason are wanted")
        story, line, column, length = cells[0], *map(int, cells[1:4])
        source = folder / f"{story}.txt"
        if source.is_file():
            lines = source.read_text(encoding="utf-8").split("\n")
            start = sum(len(each) + 1 for each in lines[: line - 1]) + column - 1
            found.setdefault(story, []).append(Gold(start, start + length, (), cells[4]))
    return {story: tuple(golds) for story, golds in found.items()}


def read_clean(
    folder: Path, profile: str = "ap", errors: Mapping[str, tuple[Gold, ...]] | None = None
) -> list[Story]:
    """The clean stories of a folder, by name: no errors in them but `errors`, by story.

    Front matter, where there is some, names the profile.
    """
    stories: list[Story] = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        head: dict[str, str] = {}
        if text.startswith("---\n"):
            head, text = split_front_matter(text)
        stories.append(
            Story(
                path.stem,
                head.get("desk", ""),
                head.get("first-language", ""),
                head.get("profile", profile),
                text,
                (errors or {}).get(path.stem, ()),
            )
        )
    return stories
