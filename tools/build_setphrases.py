"""Fills in the second column of a table of set phrases: which other words edited English has in the places of each.

    python -m tools.build_setphrases rules/tables/setphrases.tsv TEXT...

TEXT are files of edited English, paragraphs one a line. A new row is the phrase, a tab and `?`; editor/text/setphrases/rows.py
tells how a phrase is written. Such a row is judged sort by sort (verb, article, preposition ...): where the files have a near
miss of that sort often it becomes `any`, where they have it seldom the near miss is written out, and where they have the
phrase itself too seldom to tell it becomes `doubt`. What else stands beside the `?` was written by hand and stays.
Every other row keeps all that it says, and gains the near misses that these files use: it can only become quieter.
A few million words are needed to judge a row; with less, most sorts come out as `any` or `doubt`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from editor.rulebook.load import read_list  # noqa: E402
from editor.text.model import Token  # noqa: E402
from editor.text.setphrases.rows import PREPOSITIONS, SMALL, members_of  # noqa: E402
from editor.text.setphrases.search import index_of, seen  # noqa: E402
from editor.text.setphrases.slips import kind_of, said, sort_of  # noqa: E402
from editor.text.setphrases.walk import Slip  # noqa: E402
from tools.texts import sentences  # noqa: E402

OPEN = "?"
SORTS = ("first", "verb", "article", "preposition", "number", "member", "extra", "owner")
SURE, DOUBT, ANY = "sure", "doubt", "any"
_TAKES = ROOT / "rules" / "lists" / "heads-takes.txt"


class Evidence(NamedTuple):
    """How often the texts have each phrase, each phrase less its first preposition, and by phrase and sort each near miss."""

    right: Counter[str]
    rest: Counter[str]
    near: Mapping[tuple[str, str], Counter[str]]


def rest_of(phrase: str) -> str:
    """A phrase less the preposition that it begins with; nothing where it has none or no word is left."""
    first, _, rest = phrase.partition(" ")
    words = [
        piece for piece in rest.split() if piece[0].isalnum() and piece not in ("sb", "one's", "oneself")
    ]
    return rest if first in PREPOSITIONS and words else ""


def count(texts: Iterable[list[Token]], phrases: Sequence[str], taken: frozenset[str]) -> Evidence:
    """What tagged sentences have of the phrases; `taken` are the heads that bring a preposition of their own."""
    also = dict.fromkeys(phrases, "")
    rests = {rest: "any member" for rest in map(rest_of, phrases) if rest}
    index, rest_index = index_of(also), index_of(rests)
    right: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    near: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for tokens in texts:
        found = seen(tokens, index, also, taken)
        right.update(phrase for phrase, _ in found.right)
        rest.update(phrase for phrase, _ in seen(tokens, rest_index, rests, taken).right)
        for phrase, match in found.wrong:
            if match.slip is not None:
                near[phrase, sort_of(phrase, tokens, match.slip)][said(phrase, tokens, match.slip)] += 1
    return Evidence(right, rest, near)


def sorts_of(phrase: str) -> list[str]:
    """The sorts of slip that a phrase can have, in the table's order; those that the row names are never in doubt."""
    members = members_of(phrase)
    sorts = set()
    for place, member in enumerate(members):
        if member.bare:
            sorts.add("article")
        if member.free:
            sorts.add("member")
        if member.wrongs or member.droppable:
            sorts.add(kind_of(phrase, Slip("wrong", place, 0)))
    if sum(member.free for member in members) > 1:
        sorts.add("extra")
    return [sort for sort in SORTS if sort in sorts]


def in_use(phrase: str, sort: str, evidence: Evidence) -> bool:
    """Whether near misses of a sort are as good as the phrase: there are many, of many kinds, or any where there should be none."""
    near = evidence.near.get((phrase, sort), Counter())
    right, total = evidence.right[phrase], near.total()
    if sort in ("member", "extra"):
        return total > 0
    if sort == "owner":
        return total > right / 10
    return (total > 1 and total > right / 25) or len(near) > 2 or (sort == "first" and total > right / 50)


def verdict(phrase: str, sort: str, evidence: Evidence) -> str:
    """How sure a slip of a sort is one: SURE, DOUBT or, where that place may hold anything, ANY."""
    members = members_of(phrase)
    large = sum(member.kind == "word" and member.rights[0] not in SMALL for member in members)
    right = evidence.right[phrase]
    if in_use(phrase, sort, evidence):
        return ANY
    if sort == "member":
        telling = max((member.others for member in members if member.free), default=0)
        if telling > 1:
            return SURE if telling > 2 else DOUBT
        return SURE if right >= 6 and large > 1 else ANY
    if sort == "extra":
        return SURE
    if sort == "owner":
        return SURE if right >= 3 else DOUBT
    if evidence.near.get((phrase, sort)):
        return DOUBT if right >= 3 or large > 1 else ANY
    if sort == "number" and not phrase.startswith("@"):
        return DOUBT if large > 1 or (right >= 8 and len(members) > 2) else ANY
    if sort == "first":
        return _first(len(members), large, right, evidence.rest[rest_of(phrase)])
    if sort == "verb":
        if large > 1:
            return SURE if right else DOUBT
        return DOUBT if right >= 5 else ANY
    return _inner(phrase, large, right)


def _first(size: int, large: int, right: int, rest: int) -> str:
    """The verdict on the preposition that a phrase begins with: does the rest stand after others as well?"""
    if size == 2:
        return DOUBT if right >= 10 and right >= 0.6 * rest else ANY
    if right >= 3 and right >= 0.8 * rest:
        return SURE
    if large > 1 and rest <= right + 1:
        return SURE if right >= 2 else DOUBT
    return DOUBT if right >= 2 and right >= 0.4 * rest else ANY


def _inner(phrase: str, large: int, right: int) -> str:
    """The verdict on an article, an inner preposition or a verb's noun of which the texts have no near miss."""
    members = members_of(phrase)
    nouns = sum(member.kind == "word" and member.rights[0] not in SMALL for member in members[1:])
    nouns = nouns if phrase.startswith("@") else 0
    if nouns > 1:
        return SURE
    if nouns == 1 and right < 4:
        return DOUBT
    if len(members) == 2:
        return SURE if right >= 20 else DOUBT if right >= 5 else ANY
    if right >= 8:
        return SURE
    if large > 1:
        return SURE if right >= 2 else DOUBT
    return DOUBT if right >= 2 else ANY


def cell(phrase: str, before: str, evidence: Evidence) -> str:
    """The second column of a row, from what it was and what the texts have."""
    kept = [each.strip() for each in before.split(";") if each.strip()]
    judged = OPEN in kept
    entries = dict.fromkeys(each for each in kept if each != OPEN)
    for sort in sorts_of(phrase):
        if f"any {sort}" in entries or (judged and f"doubt {sort}" in entries):
            continue
        if judged:
            told = verdict(phrase, sort, evidence)
        else:
            told = ANY if in_use(phrase, sort, evidence) else SURE
        if told == ANY:
            entries.pop(f"doubt {sort}", None)
            entries[f"any {sort}"] = None
            continue
        entries.update(dict.fromkeys(sorted(evidence.near.get((phrase, sort), ()))))
        if told == DOUBT:
            entries[f"doubt {sort}"] = None
    return "; ".join(entries)


def phrases_of(lines: Sequence[str]) -> list[str]:
    """The phrases of a table's lines, the first of which names the columns; lines that begin with `#` are headings."""
    return [line.split("\t")[0] for line in lines[1:] if line.strip() and not line.startswith("#")]


def rewritten(lines: Sequence[str], evidence: Evidence) -> list[str]:
    """The lines of the table with their second column as the texts have it."""
    phrases = set(phrases_of(lines))
    out = list(lines[:1])
    for line in lines[1:]:
        phrase, _, before = line.partition("\t")
        told = cell(phrase, before, evidence) if phrase in phrases else before
        out.append(f"{phrase}\t{told}" if told else phrase)
    return out


def main(arguments: Sequence[str] | None = None) -> None:
    """Rewrite the table; a file that can't be read ends the program with one line and exit code 2."""
    parser = argparse.ArgumentParser(
        prog="build_setphrases", description="Count what stands in the places of set phrases."
    )
    parser.add_argument("table", type=Path)
    parser.add_argument("texts", type=Path, nargs="+", metavar="text")
    options = parser.parse_args(arguments)
    for path in (options.table, *options.texts):
        if not path.is_file():
            parser.error(f"no such file: {path}")
    lines = options.table.read_text(encoding="utf-8").splitlines()
    evidence = count(sentences(options.texts), phrases_of(lines), frozenset(read_list(_TAKES)))
    after = rewritten(lines, evidence)
    options.table.write_text("\n".join(after) + "\n", encoding="utf-8")
    changed = sum(old != new for old, new in zip(lines, after, strict=True))
    print(f"{options.table.name}: {len(phrases_of(after))} phrases, {changed} rows changed")


if __name__ == "__main__":
    main()
