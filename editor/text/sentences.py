"""Finds where sentences end, minding the abbreviations, initials and quotations of news copy."""

from __future__ import annotations

import re

from editor.values import Span

_END = re.compile(
    r"(?P<mark>[.!?…]+)(?P<close>[\"'”’»)\]]*)(?P<gap>\s+)(?=[\"'“‘«(\[—–-]*\s?[\w$€£])", re.UNICODE
)
_WORD_BEFORE = re.compile(r"[\w.&'’-]*$")
_NEVER = frozenset(
    ["Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Fr", "Hon", "Gov", "Sen", "Rep", "Reps", "Sens", "Govs", "Del", "Lt", "Gen", "Col", "Maj", "Capt", "Cmdr", "Cpl", "Sgt", "Pfc", "Pvt", "Adm", "Ens", "Supt", "Det", "Insp", "Amb", "Pres", "Atty", "St", "Ste", "Mt", "Ft", "vs", "approx", "cf", "e.g", "i.e", "viz", "ca", "No", "Nos", "Art", "Sec", "Fig", "Vol", "pp"]
)
_PERHAPS = frozenset(
    ["Jr", "Sr", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Inc", "Corp", "Co", "Ltd", "Bros", "Cos", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Vt", "Va", "Wash", "Wis", "Wyo", "Ave", "Blvd", "Rd", "etc", "al", "est"]
)
# After an abbreviation only such a word begins a new sentence.
_STARTERS = frozenset(
    ["The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "In", "On", "At", "By", "For", "From", "With", "But", "And", "Or", "So", "If", "When", "While", "As", "After", "Before", "Since", "Although", "Though", "However", "Meanwhile", "Moreover", "His", "Her", "Their", "Its", "Our", "My", "Last", "Earlier", "Later", "Both", "All", "Some", "Many", "Most", "Police", "Officials", "Authorities", "Witnesses", "Residents", "Critics", "Experts", "Analysts", "Other", "Another", "No", "Not", "Under", "According", "Also", "Despite", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Who", "What", "Where", "Why", "How", "Prosecutors", "Investigators", "Protesters", "Lawmakers"]
)


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of text[start:end], in order, without the white space around them."""
    limit = len(text) if end is None else end
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, limit):
        if _ends(text, match, begin, limit):
            spans.append(Span(begin, match.start("gap")))
            begin = match.end("gap")
    while limit > begin and text[limit - 1].isspace():
        limit -= 1
    while begin < limit and text[begin].isspace():
        begin += 1
    if limit > begin:
        spans.append(Span(begin, limit))
    return spans


def _ends(text: str, match: re.Match[str], begin: int, limit: int) -> bool:
    after = match.end("gap")
    opening = after
    while opening < limit and text[opening] in "\"'“‘«([—–- ":
        opening += 1
    if opening >= limit:
        return False
    first = text[opening]
    mark = match.group("mark")
    if first.islower():
        return False
    if mark != ".":
        return not (mark in ("...", "…", "..") and first.isdigit())
    before = _WORD_BEFORE.search(text, max(begin, match.start() - 30), match.start())
    word = before.group() if before else ""
    if not word or match.group("close"):
        return bool(word) or bool(match.group("close"))
    bare = word.rstrip(".")
    if first.isdigit() and (bare in _NEVER or bare in _PERHAPS):
        return False
    if bare in _NEVER and not (bare == "No" and not first.isdigit()):
        return False
    if bare in _PERHAPS or "." in word or re.fullmatch(r"[A-Z]", bare):
        following = re.match(r"[\w'’]+", text[opening : opening + 20])
        return following is not None and following.group() in _STARTERS
    return True
