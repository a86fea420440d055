"""Regular expressions as rules write them: alternatives, word edges, case."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editor.story import Story
from editor.values import Span


def alternatives(tokens: Iterable[str], *, ignorecase: bool, nonword: bool) -> re.Pattern[str]:
    """One expression for any of the tokens, between word edges unless `nonword`; raises ValueError."""
    joined = "|".join(f"(?:{token})" for token in tokens)
    if not joined:
        raise ValueError("there is nothing to look for")
    source = f"(?:{joined})" if nonword else rf"(?<!\w)(?:{joined})(?!\w)"
    return compiled(source, ignorecase=ignorecase)


def compiled(source: str, *, ignorecase: bool) -> re.Pattern[str]:
    """The compiled expression; raises ValueError with the reason."""
    try:
        return re.compile(source, re.IGNORECASE if ignorecase else 0)
    except re.error as error:
        raise ValueError(f"the regular expression {source!r} can't be read: {error}") from None


def matches(pattern: re.Pattern[str], story: Story) -> Iterator[re.Match[str]]:
    """Every match within a block of the story, in order; none is empty."""
    for block in story.document.blocks:
        for match in pattern.finditer(story.text, block.span.start, block.span.end):
            if match.end() > match.start():
                yield match


def exempt(match: re.Match[str], exceptions: re.Pattern[str] | None) -> bool:
    """Whether what was matched is one of the exceptions."""
    return exceptions is not None and exceptions.fullmatch(match.group()) is not None


def span_of(match: re.Match[str]) -> Span:
    """Where the match stands."""
    return Span(match.start(), match.end())
