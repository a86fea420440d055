"""Finds quoted words: straight and curly marks, nested, running over paragraphs.

A quotation that runs over paragraphs opens each of them and closes only the last (Associated Press Stylebook,
"quotation marks"). A mark without a partner never reaches past its own paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from editor.documents.model import Block, Quotation
from editor.values import Span

_OPEN = {"“": "”", "‘": "’", "«": "»", "„": "”“", "‚": "’‘", "‹": "›"}
_DOUBLE = frozenset('"“”„«»')
_ELISIONS = ("tis", "twas", "em", "til", "cause", "n", "round", "bout")


def find_quotations(text: str, blocks: Iterable[Block]) -> list[Quotation]:
    """The quotations of the blocks, sorted by start; spans cover the marks."""
    found: list[Quotation] = []
    running = ""
    for block in blocks:
        here, running = _in_block(text, block.span, running)
        found += here
    return sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end))


def _in_block(text: str, span: Span, running: str) -> tuple[list[Quotation], str]:
    """The quotations of one paragraph, and the mark of the one that runs on into the next."""
    found: list[Quotation] = []
    stack: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text, span.start, span.end):
        at, mark = match.start(), match.group()
        if stack and _closes(text, at, stack[-1][0], span):
            opened, start = stack.pop()
            continues = bool(running) and start == span.start and opened == running
            found.append(Quotation(Span(start, at + 1), len(stack), True, continues))
        elif _is_apostrophe(text, at, span):
            continue
        elif mark in _OPEN or (mark in "\"'" and _opens(text, at, span)):
            stack.append((mark, at))
        elif mark in "”»" or mark == '"':
            # A closing mark whose partner was an inner one that never closed.
            for place in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
                if _closes(text, at, stack[place][0], span):
                    opened, start = stack[place]
                    del stack[place:]
                    found.append(
                        Quotation(
                            Span(start, at + 1), len(stack), True, bool(running) and start == span.start
                        )
                    )
                    break
    carried = ""
    for place, (mark, start) in enumerate(stack):
        if mark not in _DOUBLE:
            # A single mark that never closes is an apostrophe or a slip, not a quotation.
            continue
        found.append(Quotation(Span(start, span.end), place, False, bool(running) and start == span.start))
        if place == 0:
            carried = mark
    return found, carried


_MARKS = re.compile("[\"'“”‘’«»„‚‹›]")
# How far back and how deep to look: real copy needs less, and a hostile line must not take quadratic time.
_REACH = 2000
_DEEPEST = 16


def _closes(text: str, at: int, opened: str, span: Span) -> bool:
    mark = text[at]
    if opened in "\"'":
        if mark != opened:
            return False
        if opened == "'":
            return not _inside_word(text, at, span) and not _opens(text, at, span)
        return not (_opens(text, at, span) and at > span.start and text[at - 1].isspace())
    if mark not in _OPEN[opened]:
        return False
    return mark != "’" or not (_inside_word(text, at, span) or _is_plural_possessive(text, at, span))


def _inside_word(text: str, at: int, span: Span) -> bool:
    return span.start < at < span.end - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _is_plural_possessive(text: str, at: int, span: Span) -> bool:
    """players’ wages: an s before, a word after, and another mark later that can close."""
    if not (
        at > span.start
        and text[at - 1] in "sS"
        and at + 2 < span.end
        and text[at + 1] == " "
        and text[at + 2].islower()
    ):
        return False
    reach = min(span.end, at + _REACH)
    later = text.find("’", at + 1, reach)
    while later != -1 and _inside_word(text, later, span):
        later = text.find("’", later + 1, reach)
    return later != -1


def _opens(text: str, at: int, span: Span) -> bool:
    """Whether a straight mark stands where an opening one would: after a space or bracket, before a word."""
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    return (before.isspace() or before in "([{—–-/\"'“‘") and not after.isspace()


def _is_apostrophe(text: str, at: int, span: Span) -> bool:
    mark = text[at]
    before = text[at - 1] if at > span.start else " "
    after = text[at + 1] if at + 1 < span.end else " "
    if mark == '"':
        return before.isdigit() and not after.isalnum() and _is_measure(text, at, span)
    if mark not in "'’‘":
        return False
    if before.isalnum() and after.isalnum():
        return True
    if mark != "‘" or after.isdigit():
        if before.isdigit() and mark == "'" and (after.isdigit() or after in " ,.;)"):
            return True
        if (
            after.isdigit()
            and text[at + 1 : at + 4].rstrip("s").isdigit()
            and not before.isalnum()
            and text[at + 1 : at + 3].isdigit()
        ):
            return text[at + 3 : at + 4] in ("s", " ", ",", ".", "") and not text[at + 3 : at + 4].isdigit()
        word = ""
        for letter in text[at + 1 : min(at + 7, span.end)]:
            if not letter.isalpha():
                break
            word += letter.lower()
        if word in _ELISIONS and not before.isalnum():
            return True
    return mark == "’" or (mark == "'" and not _opens(text, at, span))


def _is_measure(text: str, at: int, span: Span) -> bool:
    """6'2" and 12": inches, where no quotation is open before on the line."""
    return text.count('"', max(span.start, at - _REACH), at) % 2 == 0
