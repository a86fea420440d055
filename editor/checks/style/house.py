"""When a departure from the house's style is loud, and when it is one question about the whole story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from editor.checks.registry import Hit
from editor.documents.model import Block, PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.expression import Searchable
from editor.values import Severity, Span

_SIGNED = frozenset({PartKind.DATELINE, PartKind.BYLINE, PartKind.NOTE, PartKind.SLUG})


@dataclass(frozen=True, slots=True)
class Use:
    """A place where the story had a choice of form.

    `fixes` says how the house writes it, best first, and is empty where it stands so already.
    `message` replaces the rule's own.
    """

    span: Span
    fixes: tuple[str, ...] = ()
    message: str | None = None


def settle(story: Story, rule: Rule, uses: Sequence[Use], *, most: bool = False) -> Iterator[Hit]:
    """The hits for what is not as the house writes it.

    Each is one where the story itself mixes the forms or is signed by the house. A story that is all in
    another style is asked about once. With `most` a story that mixes is only asked about each, unless
    the house's form stands three times and twice as often as the others.
    """
    others = [use for use in uses if use.fixes]
    if not others:
        return
    kept = len(uses) - len(others)
    if signed(story) or kept:
        sure = not most or signed(story) or kept >= max(3, 2 * len(others))
        for use in others:
            yield Hit(use.span, use.fixes, use.message, severity=None if sure else Severity.QUERY)
        return
    first = others[0]
    message = first.message or rule.message
    if len(others) > 1:
        message += f" The whole story writes so ({len(others)} times)."
    yield Hit(first.span, first.fixes, message, severity=Severity.QUERY)


def signed(story: Story) -> bool:
    """Whether the dateline, byline or notes name the agency whose stylebook the profile is, or the dateline has its form."""
    if story not in _SIGNATURES:
        _SIGNATURES[story] = _signed(story)
    return _SIGNATURES[story]


_SIGNATURES: WeakKeyDictionary[Story, bool] = WeakKeyDictionary()


def _signed(story: Story) -> bool:
    names = allowed(story, "agency")
    form = story.profile.get("dateline")
    name = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b") if names else None
    for block in story.document.blocks:
        if block.kind not in _SIGNED:
            continue
        if name and name.search(story.text, *block.span):
            return True
        if form and block.kind is PartKind.DATELINE and re.fullmatch(str(form), block.span.of(story.text)):
            return True
    return False


def blocks(story: Story, rule: Rule) -> Iterator[Block]:
    """The blocks that the rule looks at."""
    return (block for block in story.document.blocks if block.kind in rule.parts)


def matches(
    story: Story, rule: Rule, pattern: Searchable, need: Sequence[str] = ()
) -> Iterator[re.Match[str]]:
    """Every match in the blocks that the rule looks at, outside quotations, links and the like.

    With `need` only blocks are searched that hold one of these texts, as finding a text is much faster.
    """
    if need and not any(each in story.text for each in need):
        return
    for block in blocks(story, rule):
        if need and not any(story.text.find(each, *block.span) >= 0 for each in need):
            continue
        for match in pattern.finditer(story.text, *block.span):
            span = Span(*match.span())
            if not story.quoted(span) and not story.protected(span):
                yield match


_SPOTS: WeakKeyDictionary[Story, tuple[tuple[int, int, PartKind], ...]] = WeakKeyDictionary()
_DIGITS = re.compile(r"\d+")


def numbers(story: Story, rule: Rule, pattern: Searchable) -> Iterator[re.Match[str]]:
    """Every match that begins with a number, in the blocks that the rule looks at, outside quotations, links and the like."""
    if story not in _SPOTS:
        _SPOTS[story] = tuple(
            (match.start(), block.span.end, block.kind)
            for block in story.document.blocks
            for match in _DIGITS.finditer(story.text, *block.span)
        )
    for start, end, kind in _SPOTS[story]:
        match = pattern.match(story.text, start, end)
        if match and kind in rule.parts:
            span = Span(*match.span())
            if not story.quoted(span) and not story.protected(span):
                yield match


def preferred(story: Story, setting: str) -> str:
    """What the profile's setting says, its first where it allows several; "" where it says nothing."""
    value = story.profile.get(setting, "")
    if isinstance(value, list):
        value = value[0] if value else ""
    return str(value)


def allowed(story: Story, setting: str) -> tuple[str, ...]:
    """All that the profile's setting allows, what it prefers first."""
    value = story.profile.get(setting, [])
    return tuple(map(str, value if isinstance(value, list) else [value]))


def fitted(story: Story, span: Span, fix: str) -> str:
    """The replacement with one full stop where an abbreviation ends the sentence."""
    if fix.endswith(".") and story.text.startswith(".", span.end):
        return fix[:-1]
    if span.of(story.text).endswith(".") and not fix.endswith(".") and ends_sentence(story, span.end):
        return fix + "."
    return fix


def ends_sentence(story: Story, end: int) -> bool:
    """Whether a sentence ends at the code point."""
    return any(line.span.end == end for line in story.lines)
