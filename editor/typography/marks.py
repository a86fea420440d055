"""Quotation marks and apostrophes of one kind through a story, each curly one turned the right way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit
from editor.documents.model import Document
from editor.typography.prose import lines, matches
from editor.values import Severity, Span

STRAIGHT, CURLY = "straight", "curly"

_STRAIGHTENED = {"“": '"', "”": '"', "„": '"', "‟": '"', "‘": "'", "’": "'", "‛": "'"}
_STRAIGHT_MARK = re.compile("[\"']")
_CURLY_MARK = re.compile("[“”„‟‘’‛]")
_MARK = re.compile("[\"'“”„‟‘’‛]")
_DOUBLES = '"“”„‟'
# Quotation marks that were UTF-8 and were read as something else: they are curly once they are repaired.
_DAMAGED = re.compile("â€[œ™˜\u009c\u009d\u0098\u0099]")
# An accent typed for an apostrophe: don´t, the minister`s.
_ACCENT = re.compile(r"(?<=[A-Za-z])[´`](?=(?:s|t|re|ve|ll|d|m)\b)")
_OPENERS = "([{<“‘\"'—–-/"
_YEARS = re.compile(r"\d\ds?(?!\w)")
_SHORTENED = re.compile(r"(?:em|n|tis|twas|twill|til|bout|cuz|ello|fraid)(?!\w)", re.IGNORECASE)
_MAYBE_SHORTENED = re.compile(r"(?:cause|round|cos|er|im|nother)(?!\w)", re.IGNORECASE)
_BACKWARD = re.compile(r"(?<!\w)‘(?=(?:\d\ds?|n[’']|em|[Tt]is|[Tt]was|til)(?!\w))")
# A double mark that is turned away from its quotation.
_WRONG_WAY = re.compile(r"(?<=[\w.,!?…])“(?=\s|\Z)|(?<![^\s(])”(?=\w)")
_CLOSES = re.compile(r"(?<=[\w.,!?…])(?<!['‘’]n)['’](?!\w)")
# How far a closing mark is looked for, in code points.
_NEAR = 300
_FEET = re.compile(r"\d['’′] ?\d{1,2}(?:\.\d+)?$")


def quotes(document: Document, kind: str, *, always: bool = False) -> Iterator[Hit]:
    """The marks that are not of `kind` ("straight" or "curly"), with what each must become.

    A story that keeps to one kind is left alone, unless `always`. Marks of feet, inches, minutes and
    seconds, and those whose direction can't be told, stay as they are.
    """
    text = document.text
    straight = list(_spots(document, _STRAIGHT_MARK))
    curly = list(_spots(document, _CURLY_MARK))
    if straight:
        measures = _all_measures(text)
        straight = [spot for spot in straight if spot not in measures]
    has_curly = bool(curly or _DAMAGED.search(text))
    yield from _accents(document, kind, bool(straight), has_curly)
    # A stray apostrophe that was pasted in is for a person; quotation marks of both kinds are plainly mixed.
    severity = None
    if not always and (_pairs(text, straight) < 1 or _pairs(text, curly) < 2) and not _DAMAGED.search(text):
        severity = Severity.QUERY
    if has_curly and straight:
        message = f"Curly and straight quotation marks in one story; keep to the {kind} ones."
    elif always:
        message = f"Quotation marks and apostrophes are {kind} here."
    else:
        message = ""
    if message and kind == STRAIGHT:
        for spot in curly:
            yield Hit(Span(spot, spot + 1), (_STRAIGHTENED[text[spot]],), message, None, severity)
    elif message:
        wanted = set(straight)
        for spot, turned in _turned(text):
            if turned and spot in wanted:
                yield Hit(Span(spot, spot + 1), (turned,), message, None, severity)
    if not (message and kind == STRAIGHT):
        yield from _backward(document)


def _pairs(text: str, spots: list[int]) -> int:
    """How many of the marks are double quotation marks."""
    return sum(text[spot] in _DOUBLES for spot in spots)


def _spots(document: Document, pattern: re.Pattern[str]) -> Iterator[int]:
    return (match.start() for match in matches(pattern, document))


def _accents(document: Document, kind: str, has_straight: bool, has_curly: bool) -> Iterator[Hit]:
    # The marks of the story decide, so that one accent does not make it mixed.
    curly = has_curly if has_curly != has_straight else kind == CURLY
    for match in matches(_ACCENT, document):
        mark = "’" if curly else "'"
        yield Hit(Span(*match.span()), (mark,), "An accent stands where an apostrophe belongs.")


def _backward(document: Document) -> Iterator[Hit]:
    """Curly marks turned the wrong way: ‘90s, rock ‘n’ roll, “the end.“."""
    text = document.text
    for match in matches(_BACKWARD, document):
        end = text.find("\n", match.end())
        rest = text[match.end() : min(end if end >= 0 else len(text), match.end() + _NEAR)]
        # ‘90s music’ in marks of its own is a quotation.
        if rest.startswith("n") or not _CLOSES.search(rest):
            yield Hit(Span(*match.span()), ("’",), "An apostrophe, not an opening quotation mark.")
    # „German quotations“ end as English ones begin.
    if "„" not in text:
        for match in matches(_WRONG_WAY, document):
            turned = "”" if match[0] == "“" else "“"
            yield Hit(Span(*match.span()), (turned,), "This quotation mark is turned the wrong way.")


def _all_measures(text: str) -> set[int]:
    found: set[int] = set()
    if re.search("[0-9][\"']", text):
        for line in lines(text):
            found |= _measures(text, line)
    return found


def _measures(text: str, line: Span) -> set[int]:
    """Which straight marks of a line are feet, inches, minutes or seconds (6'2", a 12" ruler)."""
    found: set[int] = set()
    doubles = [match.start() for match in re.finditer(f"[{_DOUBLES}]", line.of(text))]
    doubles = [spot + line.start for spot in doubles]
    is_open = False
    for place, spot in enumerate(doubles):
        if text[spot] != '"' or not _digit_before(text, spot):
            is_open = _opens(text, spot, line) if text[spot] == '"' else text[spot] != "”"
            continue
        following = doubles[place + 1] if place + 1 < len(doubles) else None
        # Inside a quotation that ends further on, the mark can't be its end.
        ends_later = (
            following is not None
            and not _digit_before(text, following)
            and not _opens(text, following, line)
            and text[following] not in "“„‟"
        )
        if not is_open or ends_later or _FEET.search(text[max(line.start, spot - 9) : spot]):
            found.add(spot)
        else:
            is_open = False
    quoted = False
    for match in re.finditer("'", line.of(text)):
        spot = match.start() + line.start
        after = text[spot + 1 : min(spot + 3, line.end)]
        if not _digit_before(text, spot):
            quoted = _opens(text, spot, line) or (quoted and after[:1].isalnum())
        elif after[:1].isdigit() or not (after[:1].isalpha() or quoted):
            found.add(spot)
    return found


def _digit_before(text: str, spot: int) -> bool:
    return spot > 0 and text[spot - 1].isdigit()


def _opens(text: str, spot: int, line: Span) -> bool:
    before = text[spot - 1] if spot > line.start else " "
    after = text[spot + 1] if spot + 1 < line.end else " "
    return (before.isspace() or before in _OPENERS) and not after.isspace()


def _turned(text: str) -> Iterator[tuple[int, str | None]]:
    """Each quotation mark and apostrophe with its curly form; None where that can't be told.

    Marks of feet and inches are not given at all.
    """
    for line in lines(text):
        words = line.of(text)
        spots = [match.start() for match in _MARK.finditer(words)]
        measures = _measures(text, line) if spots else set()
        double = single = False
        for spot in spots:
            mark = words[spot]
            if spot + line.start in measures:
                continue
            before = words[spot - 1] if spot else ""
            after = words[spot + 1] if spot + 1 < len(words) else ""
            turned: str | None = mark
            if mark in _DOUBLES:
                if mark == '"':
                    turned = _double(before, after, double)
                if turned:
                    double = turned != "”"
            else:
                if mark == "'":
                    turned = _single(before, after, words[spot + 1 : spot + _NEAR], single)
                if turned == "‘":
                    single = True
                elif turned == "’" and not after.isalnum():
                    single = False
            yield spot + line.start, turned


def _double(before: str, after: str, is_open: bool) -> str | None:
    space_before = not before or before.isspace()
    space_after = not after or after.isspace()
    if space_before and space_after:
        return "”" if is_open else "“"
    if space_before or space_after:
        return "“" if space_before else "”"
    if before.isalnum():
        return None if after.isalnum() else "”"
    if before in "([{<":
        return "“"
    if before in "‘'":
        return "”" if is_open and not after.isalnum() else "“"
    if after.isalnum():
        return "”" if is_open and before not in "—–-/" else "“"
    return "”" if is_open else "“"


def _single(before: str, after: str, rest: str, is_open: bool) -> str | None:
    if before.isalnum():
        return "’"
    space_before = not before or before.isspace()
    if after.isalnum():
        if not (space_before or before in _OPENERS):
            return "’" if is_open else "‘"
        if _SHORTENED.match(rest):
            return "’"
        if (_YEARS.match(rest) or _MAYBE_SHORTENED.match(rest)) and not _CLOSES.search(rest):
            return "’"
        return "‘"
    if space_before and (not after or after.isspace()):
        return "’" if is_open else None
    return "‘" if space_before or before in "([{<“" else "’"
