"""Spaces that should not be there, and spaces that are missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit
from editor.documents.model import Document
from editor.typography.prose import NO_BREAK, Fence, line_around, matches
from editor.values import Span

_SPACE = f" {NO_BREAK}"
_MARKS = ",;:!?."
# Marks that end a word: they, and no emoticon, number or name such as .NET, follow.
_ENDING = rf"(?=[{_MARKS}]+(?:[\s\"'”’)\]]|$))(?!\.[{_SPACE}]?\.)(?![:;][)\]])"
_RUN = re.compile(rf"(?<=[^\s{_SPACE}])(?:  +)(?=[^\s{_SPACE}])")
_NO_BREAKS = re.compile(rf"(?<![{_SPACE}])[{_SPACE}]*[{NO_BREAK}][{_SPACE}]*")
_TRAILING = re.compile(rf"(?<![ \t{NO_BREAK}])[ \t{NO_BREAK}]+(?=\r?\n|\r|\Z)")
_BEFORE_MARK = re.compile(rf"(?<=[\w)\]”\"’'%])[{_SPACE}]+{_ENDING}")
_GLUED_COMMA = re.compile(r"(?<=[a-z]{2})[,;](?=[A-Za-z]{2}|[“‘](?=[A-Za-z]))")
_GLUED_STOP = re.compile(r"\b([A-Za-z]*[a-z]{2})([.!?])(?=([A-Z][a-z]*)(?![\w.@/\\:_(\[]))")
# No table is wider, in code points.
_WIDE = 400
# &amp; and the like, as web pages write characters.
_ENTITY = re.compile(r"&[A-Za-z]{2,8};$")
_STOP = re.compile(r"[.!?:][\"'”’)\]]*$")
_ENDINGS = frozenset(
    [
        "com",
        "net",
        "org",
        "io",
        "gov",
        "edu",
        "co",
        "uk",
        "us",
        "js",
        "py",
        "tv",
        "info",
        "html",
        "php",
        "asp",
        "aspx",
    ]
)


def no_break(document: Document) -> Iterator[Hit]:
    """No-break and figure spaces between words; those inside a number ("10 000") stay."""
    text = document.text
    for match in matches(_NO_BREAKS, document):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        # Indents stay as they are; spaces at a line's end have a rule of their own.
        if before in ("", "\n", "\r") or after in ("", "\n", "\r", "\t") or before == "\t":
            continue
        if before.isdigit() and after.isdigit() and end - start == 1:
            continue
        if _BEFORE_MARK.match(text, start):
            continue
        yield Hit(Span(start, end), (" ",))


def doubled(document: Document) -> Iterator[Hit]:
    """Two or more spaces between words; tables and text set in columns stay as they are."""
    text = document.text
    for match in matches(_RUN, document):
        if not _BEFORE_MARK.match(text, match.start()) and not _is_column(text, match):
            yield Hit(Span(*match.span()), (" ",))


def trailing(document: Document) -> Iterator[Hit]:
    """Spaces and tabs at the end of a line; in Markdown two spaces there break the line and stay."""
    text = document.text
    for match in matches(_TRAILING, document):
        start, end = match.span()
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if (
            document.format == "markdown"
            and line.strip()
            and re.fullmatch("  +", match[0])
            and end < len(text)
        ):
            continue
        # "-- " marks the signature of a mail.
        if line != "--":
            yield Hit(Span(start, end), ("",))


def before_mark(document: Document) -> Iterator[Hit]:
    """Spaces in front of a comma, stop, colon, semicolon, question or exclamation mark."""
    text = document.text
    for match in matches(_BEFORE_MARK, document):
        start, end = match.span()
        if "|" in text[max(line_around(text, start).start, start - _WIDE) : start] or text[
            start - 2 : start
        ] in (' "', " '"):
            continue
        yield Hit(Span(start, end), ("",), f"No space before “{text[end]}”.")


def missing(document: Document) -> Iterator[Hit]:
    """A comma, semicolon or stop that runs into the next word; never in names of sites, files or code."""
    text = document.text
    for match in matches(_GLUED_COMMA, document):
        if match[0] == ";" and _ENTITY.search(text, max(0, match.start() - 12), match.end()):
            continue
        yield Hit(Span(*match.span()), (match[0] + " ",), f"A space is missing after “{match[0]}”.")
    fence = Fence(document)
    for match in _GLUED_STOP.finditer(text):
        start, end = match.span()
        if fence.keeps_out(start, end + len(match[3])) or match[3].lower() in _ENDINGS:
            continue
        if text[start - 1 : start] and text[start - 1] in ".@/\\#_&=-":
            continue
        yield Hit(Span(end - 1, end), (match[2] + " ",), f"A space is missing after “{match[2]}”.")


def _is_column(text: str, run: re.Match[str]) -> bool:
    """Whether spaces set a column: the line has more of them, or one beside it has some that end there too."""
    line = line_around(text, run.start())
    if line.length > _WIDE:
        return False
    words = line.of(text)
    if "\t" in words or "|" in words or len(re.findall(r"(?<=\S)   +(?=\S)", words)) > 1:
        return True
    if _STOP.search(text[line.start : run.start()]):
        return False
    column = run.end() - line.start
    following = text.find("\n", line.end) + 1
    for beside in (line.start - 1 if line.start else None, following or None):
        if beside is not None:
            other = line_around(text, beside).of(text)[:_WIDE]
            if re.search(r"\S  +$", other[:column]) and other[column : column + 1].strip():
                return True
    return False
