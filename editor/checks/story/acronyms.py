"""Initials: what they stand for is told once, before they are used, and only where they are used again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from editor.checks.registry import Hit, check
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Story
from editor.values import Span

# "the World Health Organization (WHO)"; "the WHO (World Health Organization)" is not one.
_BRACKETED = re.compile(r" \((?:the )?(?P<initials>[A-Z][A-Za-z]?[A-Z]{1,6})\)")
_LEAD = re.compile(r"(?:[A-Za-z][\w’'-]*(?: [\w&’'-]+){1,9})$")
# Ten words are hardly longer.
_REACH = 160
_INITIALS = re.compile(r"(?<![\w.@#&/$€£-])(?P<initials>[A-Z]{3,6})(?P<plural>s)?(?![\w/&@-]|\.\w)")
# The initials are a firm's whole name.
_FIRM = r"(?:Inc|Corp|Co|PLC|Plc|plc|Ltd|AG|SA|NV|AB|Group|Holdings?|Radio|Airlines?)\b"
_SMALL = frozenset(
    ["of", "the", "for", "and", "in", "on", "to", "de", "la", "del", "des", "et", "du", "a", "an", "at"]
)


@check("acronyms.unused")
def unused(story: Story, rule: Rule) -> Iterator[Hit]:
    """Initials in brackets after a name that never come again."""
    for match in _body(story, _BRACKETED):
        initials = match["initials"]
        lead = _LEAD.search(story.text[max(0, match.start() - _REACH) : match.start()])
        if lead is None or not _stands_for(lead.group(), initials):
            continue
        again = len(re.findall(rf"(?<!\w){re.escape(initials)}(?!\w)", story.text))
        if again == 1:
            yield Hit(Span(match.start("initials") - 2, match.end()), ("",))


@check("acronyms.undefined")
def undefined(story: Story, rule: Rule) -> Iterator[Hit]:
    """Initials that stand more than once, are not widely known, and that the story never tells the meaning of."""
    known = story.lists["acronyms"]
    seen: dict[str, list[Span]] = {}
    for match in _body(story, _INITIALS):
        span = Span(*match.span("initials"))
        if match["initials"].lower() not in known and not _shouted(story, span):
            seen.setdefault(match["initials"], []).append(span)
    for initials, spans in seen.items():
        if len(spans) > 1 and not _told(story, initials):
            yield Hit(spans[0], (), f"'{initials}' is never told in full.")


@check("acronyms.first")
def first(story: Story, rule: Rule) -> Iterator[Hit]:
    """Initials of the rule's table at their first mention, where the name that they stand for does not come before."""
    known: Mapping[str, str] = rule.spec["map"]
    seen: set[str] = set()
    for match in _body(story, _INITIALS):
        initials = match["initials"]
        if initials in seen or initials not in known:
            continue
        seen.add(initials)
        span = Span(*match.span("initials"))
        if _shouted(story, span) or match["plural"] or _named_elsewhere(story, known[initials], initials):
            continue
        yield Hit(span, (known[initials],))


def _named_elsewhere(story: Story, name: str, initials: str) -> bool:
    """Whether the story has the name, whole or its longest word with another ("the Centers for Disease Control"), or explains the initials."""
    lower = story.text.lower()
    words = [each for each in name.split() if each not in _SMALL]
    return name.lower() in lower or f"({initials})" in story.text or " ".join(words[:2]).lower() in lower


def _body(story: Story, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    for block in story.document.blocks:
        if block.kind is not PartKind.BODY:
            continue
        for match in pattern.finditer(story.text, *block.span):
            span = Span(*match.span())
            if not story.quoted(span) and not story.protected(span):
                yield match


def _stands_for(lead: str, initials: str) -> bool:
    """Whether the last words before the bracket have these initials."""
    firsts = [word[0].upper() for word in re.split(r"[ -]", lead) if word and word.lower() not in _SMALL]
    letters = initials.upper()
    return "".join(firsts[-len(letters) :]) == letters


def _told(story: Story, initials: str) -> bool:
    """Whether some words of the story have these initials, or a bracket stands beside them."""
    text = story.text
    if f"({initials})" in text or re.search(rf"{initials}s? (?:\(|{_FIRM})", text):
        return True
    words = re.findall(r"[A-Za-z][\w’']*", text)
    firsts = "".join(word[0].upper() for word in words)
    capitals = "".join(word[0].upper() for word in words if word.lower() not in _SMALL)
    return any(_named(words, at, len(initials)) for at in _places(firsts, initials)) or (
        initials in capitals and _named_run(words, initials)
    )


def _places(firsts: str, initials: str) -> Iterator[int]:
    at = firsts.find(initials)
    while at >= 0:
        yield at
        at = firsts.find(initials, at + 1)


def _named(words: list[str], at: int, count: int) -> bool:
    """Whether the words at a place are a name: all with a capital, or none of them in capitals throughout."""
    run = words[at : at + count]
    return all(word[0].isupper() and not word.isupper() for word in run)


def _named_run(words: list[str], initials: str) -> bool:
    main = [word for word in words if word.lower() not in _SMALL]
    firsts = "".join(word[0].upper() for word in main)
    return any(_named(main, at, len(initials)) for at in _places(firsts, initials))


def _shouted(story: Story, span: Span) -> bool:
    """Whether the words around are in capitals too, as in a heading."""
    around = story.text[max(0, span.start - 20) : span.end + 20]
    letters = [letter for letter in around if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.6 * len(letters)
