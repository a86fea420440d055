"""Cuts text into tokens, in the Penn Treebank's manner with a news desk's exceptions.

Abbreviations keep their stop, hyphened words stay whole, contractions are two tokens ("do", "n't").
"""

from __future__ import annotations

import re

from editor.text.model import Token

# Abbreviations whose stop belongs to them (Associated Press and Reuters usage).
ABBREVIATIONS = ["Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Fr", "Sr", "Jr", "Hon", "Gov", "Sen", "Rep", "Del", "Lt", "Gen", "Col", "Maj", "Capt", "Cmdr", "Cpl", "Sgt", "Pfc", "Pvt", "Adm", "Ens", "Supt", "Det", "Insp", "Amb", "Pres", "Atty", "St", "Ste", "Mt", "Ft", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Inc", "Corp", "Co", "Ltd", "Bros", "Cos", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Vt", "Va", "Wash", "Wis", "Wyo", "Ave", "Blvd", "Rd", "vs", "etc", "approx", "est", "cf", "al"]
_LETTER = r"[^\W\d_]"
_CLITIC = r"(?:s|re|ve|ll|d|m)"

_TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"”’]*[^\s<>"”’.,;:!?)\]'…]
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | [@\#]\w+
  | (?:{_LETTER}\.){{2,}}(?!{_LETTER}{_LETTER})
  | \b(?:{"|".join(ABBREVIATIONS)})\.(?=\W|$)
  | \bNos?\.(?=\s*\d)
  | \b[A-Z]\.(?=[\s ]*[A-Z])
  | \d+(?:st|nd|rd|th|s)\b
  | \d+(?:[,.]\d+)*(?:-{_LETTER}[\w]*(?:-\w+)*)
  | \d+(?:[.,:/–-]\d+)*
  | {_LETTER}+?(?=n['’]t\b)
  | n['’]t\b
  | (?<=\w)['’]{_CLITIC}\b
  | {_LETTER}[\w]*(?:['’](?!{_CLITIC}\b){_LETTER}\w*|-\w+|[&]{_LETTER}\b|\.(?=com\b|org\b|net\b)\w+)*
  | \.\.\.+ | --+ | ['’]\d\ds\b | (?:US|A|C|HK|NZ)\$
  | \S
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end], with spans in `text`; together they hold every character but white space."""
    found: list[Token] = []
    add = found.append
    last = start
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        begin, after = match.span()
        add(Token(begin, after, match.group(), begin > last))
        last = after
    return found
