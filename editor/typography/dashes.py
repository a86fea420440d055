"""One kind of dash and one kind of ellipsis through a story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.registry import Hit
from editor.documents.model import Document, PartKind
from editor.typography.prose import matches
from editor.values import Severity, Span

# What may begin a clause after a dash. Between other words " - " may be a hyphen with stray spaces.
_CLAUSE = (
    "and|but|or|yet|so|who|which|whose|it|he|she|they|we|you|this|these|those|including|especially|"
    "particularly|not|because|although|though|while|when|where|if|even|as|with|without|just|only|"
    "something|perhaps|despite|after|before|since"
)
_DASH = re.compile(
    r"(?P<double>(?<![-\s])--(?![->])|(?<=\S )--(?=\s))"
    r"|(?P<em>—)"
    r"|(?P<en>(?<=\S )–(?=\s))"
    rf"|(?P<hyphen>(?<=[^\s\d-] )-(?= (?:{_CLAUSE})\b(?! -)))"
)
_LAST_WORD = re.compile(r"(?<!\w)[A-Z0-9][\w.:]* $")
_RULES = "—–-"
_NAMES = {"double": "--", "em": "—", "en": "–", "hyphen": "-"}
_KIND = {"—": "em", "–": "en", "-": "hyphen", "--": "double"}

_ELLIPSIS = re.compile(
    r"(?<![.…])(?:(?P<one>…)|(?P<dots>\.\.\.)|(?P<spaced>\.[ \u00a0]\.[ \u00a0]\.))(?! ?[.…])"
)


def dashes(document: Document, dash: str) -> Iterator[Hit]:
    """Dashes that are not the house's, in a story that uses more than one kind.

    `dash` is the house's with its spaces (" — "). Ranges, scores, datelines and slugs are left alone.
    Unsafe are a spaced hyphen, which may be one that was spaced by mistake, and a dash between two names.
    """
    text = document.text
    wanted = _KIND.get(dash.strip())
    if wanted is None:
        return
    aside = [
        block.span
        for block in document.blocks
        if block.kind in (PartKind.DATELINE, PartKind.SLUG, PartKind.BYLINE)
    ]
    found = [
        match
        for match in matches(_DASH, document)
        if _between_words(text, match) and not any(span.start <= match.start() < span.end for span in aside)
    ]
    kinds = {match.lastgroup for match in found}
    if len(kinds) < 2:
        return
    used = " and ".join(f"“{_NAMES[kind]}”" for kind in _NAMES if kind in kinds)
    for match in found:
        if match.lastgroup != wanted:
            yield Hit(
                Span(*match.span()),
                (_fitted(text, match, dash),),
                f"{used} as dashes in one story; keep to “{dash.strip()}”.",
                False if match.lastgroup == "hyphen" or _joins_names(text, match) else None,
                # Only a double hyphen is a typewriter's dash for certain; of two real dashes a person picks.
                None if match.lastgroup == "double" or wanted == "double" else Severity.QUERY,
            )


def _between_words(text: str, match: re.Match[str]) -> bool:
    """Whether the mark is a dash between words: not a range, a score, a list's mark or a rule across the page."""
    before = text[max(0, match.start() - 3) : match.start()].rpartition("\n")[2].strip()[-1:]
    after = text[match.end() : match.end() + 2].strip(" ")[:1]
    if not before or before in _RULES or (after and after in _RULES):
        return False
    return not (before.isdigit() and after.isdigit())


def _joins_names(text: str, match: re.Match[str]) -> bool:
    """Whether a spaced en dash may mean "to" or "against": Monday – Friday, Leeds – York, 9 – noon."""
    if match.lastgroup != "en":
        return False
    before = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    after = text[match.end() + 1 : match.end() + 2]
    return bool(before) and (after.isupper() or after.isdigit())


def _fitted(text: str, match: re.Match[str], dash: str) -> str:
    """The house's dash in the place of another; an en dash or a hyphen gets the spaces that it needs."""
    mark = dash.strip()
    if mark == "—":
        return mark
    left = "" if text[match.start() - 1].isspace() else " "
    right = " " if text[match.end() : match.end() + 1].isalnum() else ""
    return left + mark + right


def ellipses(document: Document, ellipsis: str) -> Iterator[Hit]:
    """Ellipses that are not the house's ("..." or "…"), in a story that uses more than one kind."""
    found = list(matches(_ELLIPSIS, document))
    if len({match.lastgroup for match in found}) < 2:
        return
    for match in found:
        if match[0] != ellipsis:
            yield Hit(
                Span(*match.span()), (ellipsis,), f"More than one kind of ellipsis; keep to “{ellipsis}”."
            )
