"""Cuts text into words, numbers and marks, nearly as the Penn Treebank does, but kept whole where news reads whole."""

from __future__ import annotations

import re

from editor.text.abbreviations import ALSO_WORDS, BEFORE_NAMES, BEFORE_NUMBERS, OPEN, STARTERS
from editor.text.model import Token

# Letters and digits, with the accents of decomposed text.
_WORD = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_TAIL = r"[^\s<>\"”“]*[^\s<>\"”“.,;:!?'’)\]}…]"
_SITE = r"(?:com|org|net|gov|edu|info|int|io|eu|(?:co|org|gov|com)\.[a-z]{2})"
_MASTER = re.compile(
    rf"""
    (?P<link>(?:https?://|www\.){_TAIL}
        |[@\#][^\W\d]\w*
        |[A-Za-z0-9][\w+-]*(?:\.[\w-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
        |(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+{_SITE}(?![\w-])(?:/{_TAIL})?)
    |(?P<dotted>[A-Za-z](?:\.[A-Za-z])+(?![^\W_])\.?(?:-{_WORD})*|[Pp]h\.[Dd]\.|W\.Va\.)
    |(?P<money>(?:US|A|C|HK|NZ|S|R)\$)
    |\d+(?:[.,:]\d+)*[^\W\d_]*(?:[-‐‑]{_WORD})*
    |['’](?:(?:s|re|ve|ll|d|m|em|til|cause|tis|twas|S|RE|VE|LL|D|M)|\d\ds?)(?![^\W_])
    |(?P<word>{_WORD}(?:[-‐‑'’&]{_WORD})*)
    |\.\.+|--+|``|''|\S
    """,
    re.VERBOSE,
)
_CLITICS = frozenset(["s", "re", "ve", "ll", "d", "m"])
_KEEPS = BEFORE_NAMES | OPEN | BEFORE_NUMBERS | frozenset("abcdefghjklmnopqrstuvwxyz")
_NEXT = re.compile(r"\s*([^\W_][^\W_]*)?")


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, in order: together they hold every character that is not white space.

    Clitics stand alone ("do" "n't", "Macron" "'s"); hyphened words, abbreviations with their stops, numbers,
    links and addresses are one token each; so are "..." and "--"; any other mark is a token of its own.
    """
    tokens: list[Token] = []
    add = tokens.append
    limit = len(text) if end is None else end
    last = start
    for match in _MASTER.finditer(text, start, limit):
        at, stop = match.span()
        piece = match.group()
        space = at > last
        last = stop
        if piece == ".":
            if (
                not space
                and tokens
                and tokens[-1].lower in _KEEPS
                and _abbreviates(tokens[-1].text, text, stop, limit)
            ):
                word = tokens.pop()
                add(Token(word.start, stop, word.text + ".", word.space))
                continue
        elif match.lastgroup == "word" and ("'" in piece or "’" in piece):
            cut = max(piece.rfind("'"), piece.rfind("’"))
            tail = piece[cut + 1 :].lower()
            if tail == "t" and cut > 1 and piece[cut - 1] in "nN":
                cut -= 1
            elif tail not in _CLITICS:
                cut = 0
            if cut > 0:
                add(Token(at, at + cut, piece[:cut], space))
                add(Token(at + cut, stop, piece[cut:], False))
                continue
        add(Token(at, stop, piece, space))
    return tokens


def _abbreviates(word: str, text: str, at: int, end: int) -> bool:
    """Whether a stop before `at` belongs to `word`, which may be an abbreviation."""
    found = _NEXT.match(text, at, end)
    following = (found[1] or "") if found else ""
    lower = word.lower()
    if lower in BEFORE_NUMBERS and following[:1].isdigit():
        return True
    if len(word) == 1:
        return word.isupper() and following[:1].isupper() and following.lower() not in STARTERS
    if lower in BEFORE_NUMBERS and lower not in OPEN | BEFORE_NAMES:
        return False
    if lower in ALSO_WORDS:
        if not word[0].isupper() or not following:
            return False
        return following[0].isdigit() or following[0].isupper() or text[at : at + 1] in (",", ";", ":", ")")
    return True
