"""Where the phrase of a bare noun begins, and whether a word in it determines the noun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.text.model import Token
from editor.text.tagset import DEMONYMS, NOUNS
from editor.text.words import words

# Adjectives that determine, or that make a noun an amount or a name.
_NO_ADJECTIVE = words("""such same other another own last next first second third fourth fifth sixth seventh eighth ninth tenth many much few several little more most less
    least enough half all both former latter only very sole said top various numerous different certain whole entire another
    mere single what which whatever any some no every each either neither chief vice acting interim fellow dear poor old-not
    due prior next-door worth like unlike past ex one two utter sheer sufficient ample fewer further additional extra plenty part
    full-time part-time good bad""")
_DEGREE = re.compile(r"\w+ly|very|rather|fairly|more|most|quite|well")
_AUXILIARIES = frozenset(["be", "have", "get"])


def start_of(tokens: Sequence[Token], head: int) -> int | None:
    """Where the phrase of the noun at `head` begins; None where a word in it determines the noun or is joined to it."""
    start = head
    while start > 0 and _modifies(tokens, start - 1):
        start -= 1
    inner = tokens[start:head]
    if any(each.lower in _NO_ADJECTIVE or each.text[:1].isdigit() for each in inner):
        return None
    if any(not each.space for each in tokens[start + 1 : head + 1]):
        return None
    if start > 1 and "/" in (tokens[start - 1].text, tokens[start - 2].text):
        # "the start/finish line".
        return None
    # "an incredibly powerful tool": the adverb belongs to the phrase.
    while 1 < start < head and tokens[start - 1].tag == "RB" and _DEGREE.fullmatch(tokens[start - 1].lower):
        start -= 1
    return start


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` stands inside the phrase, before its noun."""
    token = tokens[at]
    demonym = token.text in DEMONYMS
    if not tokens[at + 1].space or (token.text[:1].isupper() and not demonym):
        return False
    if demonym or token.tag in ("JJ", "NN"):
        return True
    before = tokens[at - 1] if at else None
    return token.tag == "VBN" and (
        before is None
        or (
            before.tag not in NOUNS
            and before.tag not in ("RB", "MD", "PRP")
            and before.lemma not in _AUXILIARIES
        )
    )
