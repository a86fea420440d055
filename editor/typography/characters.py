"""Characters that are not what they seem: decomposed letters, marks without width, damaged encodings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from editor.checks.registry import Hit
from editor.documents.model import Document
from editor.typography.prose import NO_BREAK, matches
from editor.values import Span

_BEYOND_ASCII = re.compile(r"[\s\S]?[^\x00-\x7f]+")
# Marks without width that mean nothing in English; joiners do elsewhere, and in emoji.
_INVISIBLE = re.compile("[\u200b\ufeff\u00ad\u2060]+|[\u200c\u200d\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_JOINERS = "\u200c\u200d"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

# The bytes 80 to BF as Windows-1252 and Latin-1 show them: what a damaged letter goes on with.
_TAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MOJIBAKE = re.compile(f"(?:[\u00c2-\u00f4][{_TAIL}]{{1,3}})+")


def composed(document: Document) -> Iterator[Hit]:
    """Letters and accents that are stored apart (not NFC), each with the one character that it should be."""
    text = document.text
    if unicodedata.is_normalized("NFC", text):
        return
    for run in matches(_BEYOND_ASCII, document):
        if not unicodedata.is_normalized("NFC", run[0]):
            for span in _clusters(run[0]):
                whole = span.of(run[0])
                normal = unicodedata.normalize("NFC", whole)
                if normal != whole:
                    yield Hit(Span(run.start() + span.start, run.start() + span.end), (normal,))


def _clusters(text: str) -> Iterator[Span]:
    """The stretches that compose within themselves: a character with the marks and jamo that follow it."""
    start = 0
    for spot in range(1, len(text) + 1):
        if spot == len(text) or not (
            unicodedata.category(text[spot]).startswith("M") or "\u1160" <= text[spot] <= "\u11ff"
        ):
            yield Span(start, spot)
            start = spot


def invisible(document: Document) -> Iterator[Hit]:
    """Marks without width; joiners stay in emoji and outside Latin script, marks of direction beside such text."""
    text = document.text
    found = list(matches(_INVISIBLE, document))
    if not found:
        return
    right_to_left = bool(_RIGHT_TO_LEFT.search(text))
    for match in found:
        start, end = match.span()
        first = match[0][0]
        if first not in "\u200b\ufeff\u00ad\u2060":
            before, after = text[start - 1 : start], text[end : end + 1]
            if any(mark in match[0] for mark in _JOINERS):
                if not (_is_latin(before) and _is_latin(after)):
                    continue
            elif right_to_left:
                continue
        yield Hit(Span(start, end), ("",), f"A hidden character (U+{ord(first):04X}).")


def _is_latin(char: str) -> bool:
    return not char or ord(char) < 0x250 or "\u1e00" <= char <= "\u1eff" or "\u2010" <= char <= "\u201f"


def mojibake(document: Document, quotes: str) -> Iterator[Hit]:
    """Letters that were UTF-8 and were read as something else, each run with what it was (â€™ was ’).

    `quotes` is the house's kind of quotation mark; straight ones go in where the story has them.
    """
    text = document.text
    found = list(matches(_MOJIBAKE, document))
    if not found:
        return
    from ftfy import fix_encoding
    from ftfy.badness import is_bad

    straighten = quotes == "straight" and ('"' in text or "'" in text)
    for match in found:
        damaged = match[0]
        if not is_bad(damaged):
            continue
        repaired = unicodedata.normalize("NFC", fix_encoding(damaged))
        repaired = re.sub(f"[{NO_BREAK}]", " ", repaired)
        if straighten:
            repaired = re.sub("[‘’]", "'", re.sub("[“”]", '"', repaired))
        if repaired != damaged and "\ufffd" not in repaired:
            yield Hit(Span(*match.span()), (repaired,), f"Damaged characters: “{damaged}” was “{repaired}”.")
