"""Persons: the full name at the first mention, the surname alone afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit, check
from editor.checks.style.house import signed
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.expression import Expression
from editor.values import Severity, Span

_WORD = r"[A-Z][a-z’'-]*[a-z]"
_SPEECH = r"(?:said|says|told|added|asked|wrote|tweeted|announced|argued|warned|denied|insisted|claimed|testified|explained)"
# A name that is a person's: with an age, an apposition, or a word of speech beside it.
_FULL = Expression(
    rf"(?<![\w’'-])(?P<first>{_WORD}) (?P<last>{_WORD})(?=, (?:\d{{1,3}}|a|an|the|who|whose|his|her)\b| {_SPEECH}\b|[’']s \w)"
    rf"|(?<=said )(?P<first2>{_WORD}) (?P<last2>{_WORD})(?=[,.])"
)


_COURTESY = frozenset(["Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "Dame", "Prof"])


@check("references.late")
def late(story: Story, rule: Rule) -> Iterator[Hit]:
    """A surname alone before the full name comes."""
    text = story.text
    for last, (full, at) in _persons(story).items():
        pattern = Expression(rf"(?<![\w’'-]){re.escape(last)}(?![\w-])")
        for block in story.document.blocks:
            if block.kind is not PartKind.BODY or block.span.start >= at:
                continue
            match = pattern.search(text, block.span.start, min(block.span.end, at))
            if match is None:
                continue
            span = Span(*match.span())
            before = text[max(0, span.start - 14) : span.start]
            # "President Lima", "the Lima family", another Lima: not the person's bare surname.
            if not re.search(r"[A-Z][\w.’'-]* $|\b(?:the|a|an|in|at|from|near|of) $", before) and not (
                story.quoted(span) or re.match(r" [A-Z]", text[span.end : span.end + 2])
            ):
                yield Hit(span, (full,))
            break


@check("references.again")
def again(story: Story, rule: Rule) -> Iterator[Hit]:
    """The full name of a person who was introduced already."""
    text = story.text
    for full, at in _persons(story).values():
        first, _, last = full.partition(" ")
        if first in _COURTESY:
            continue
        # "Choi Min-ho": the surname stands first.
        surname = first if "-" in last else last
        pattern = Expression(rf"(?<![\w’'-]){re.escape(full)}(?![\w-]| [A-Z])")
        for block in story.document.blocks:
            if block.kind is not PartKind.BODY or block.span.end <= at:
                continue
            match = pattern.search(text, max(block.span.start, at + 1), block.span.end)
            if match is not None and not story.quoted(Span(*match.span())):
                yield Hit(Span(*match.span()), (surname,))
                break


def _persons(story: Story) -> dict[str, tuple[str, int]]:
    """Each surname that one person alone has, with the full name and where it comes first."""
    found: dict[str, tuple[str, int]] = {}
    shared: set[str] = set()
    for block in story.document.blocks:
        if block.kind is not PartKind.BODY:
            continue
        for match in _FULL.finditer(story.text, *block.span):
            first = match["first"] or match["first2"]
            last = match["last"] or match["last2"]
            start = match.start("first") if match["first"] else match.start("first2")
            if (
                story.quoted(Span(*match.span()))
                or lexicon.knows(last.lower())
                or lexicon.knows(first.lower())
            ):
                continue
            if (
                last.lower() in story.lists["gazetteer"]
                or f"{first} {last}".lower() in story.lists["gazetteer"]
            ):
                continue
            if last in found and not found[last][0].startswith(first):
                shared.add(last)
            found.setdefault(last, (f"{first} {last}", start))
    return {last: person for last, person in found.items() if last not in shared}


_TITLED = Expression(
    r"(?<![\w.])(?P<title>Dr|Prof|Professor|Sen|Rep|Gov|Gen|Col|Lt|Capt|Maj|Sgt|Judge)\.? (?P<last>[A-Z][a-z’'-]*[a-z])(?![\w-]| [A-Z])"
)
_LEARNED = frozenset(["Dr", "Prof", "Professor"])


@check("references.titled")
def titled(story: Story, rule: Rule) -> Iterator[Hit]:
    """A title before the surname alone of a person whose full name came before: "Dr. Marchetti said"."""
    text = story.text
    for block in story.document.blocks:
        if block.kind is not PartKind.BODY:
            continue
        for match in _TITLED.finditer(text, *block.span):
            last = match["last"]
            full = re.compile(rf"(?<![\w’'-])[A-Z][\w’'.-]* (?:[A-Z][\w’'.-]* )?{re.escape(last)}(?![\w-])")
            told = [
                each
                for each in full.finditer(text, 0, match.start())
                if not _TITLED.match(text, each.start())
            ]
            # Two of one surname are told apart by what stands before it.
            if len({each.group().split()[-2] for each in told}) == 1 and not story.quoted(
                Span(*match.span())
            ):
                sure = match["title"] in _LEARNED and signed(story)
                yield Hit(
                    Span(match.start(), match.start("last")),
                    ("",),
                    severity=None if sure else Severity.QUERY,
                )
