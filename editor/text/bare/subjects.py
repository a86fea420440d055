"""Bare nouns as subjects: at the sentence's start, after a word that opens a clause, after a comma or a quotation mark."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.bare.model import SUBJECT, Bare
from editor.text.model import Token
from editor.text.persons import OFFICES
from editor.text.tagset import FINITE
from editor.text.words import words

QUOTES = frozenset(['"', "“", "”", "``", "''"])
# Clauses whose subject may be missing an article.
CLAUSE_OPENERS = words(
    "that because if while when although though whether where unless until after before since once whereas as"
)
_SURE_OPENERS = words("because while when although though whether unless whereas where if")
SAYING = words("""say believe think hope know claim insist feel add announce report deny admit fear suggest confirm argue warn note explain
    show mean find learn hear see understand reveal promise ensure acknowledge agree conclude predict expect estimate stress""")
TELLING = SAYING | words("add say tell warn note explain write declare")
"""Verbs that may stand at the end of what was said: "..., company added."."""
_BODIES = words(
    "university department bank church ministry house court institute college academy school office board council government city state republic"
)
_LATE_OPENERS = words("later earlier meanwhile however also")
_OPENING_TAGS = frozenset(["IN", "TO", "WRB", "VBG", "VBN"])


def subject(tokens: Sequence[Token], start: int, head: int, ruler: int) -> Bare | None:
    """The noun as a subject, where a verb follows in time and leaves no doubt."""
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is None or (ruler >= 0 and tokens[ruler].lower == "as" and after.tag not in FINITE):
        return None
    if ruler < 0 and any(each.tag == "VBN" for each in tokens[start:head]):
        return None
    if after.tag in ("VBD", "VBZ", "MD") or (after.lower in ("were", "are") and ruler >= 0):
        return Bare(start, head, SUBJECT, ruler)
    later = any(each.tag in FINITE for each in tokens[head + 2 : head + 12])
    opener = tokens[ruler].lower if ruler >= 0 else ""
    if opener in _SURE_OPENERS and later and after.tag in ("WP", "WDT", "VBG", "IN") and after.lower != "of":
        return Bare(start, head, SUBJECT, ruler)
    if after.lower in ("who", "which") and later and (ruler < 0 or tokens[ruler].lemma in SAYING):
        return Bare(start, head, SUBJECT, ruler)
    if ruler < 0 and after.lower == "of" and _official(tokens, start, head):
        return None
    if after.lower == "of" and any(each.tag in FINITE for each in tokens[head + 2 : head + 9]):
        return Bare(start, head, SUBJECT, ruler)
    return None


def _official(tokens: Sequence[Token], start: int, head: int) -> bool:
    """ "President of the farmers' union Tom Hale said", "University of Adelaide researchers": no article is due."""
    noun = tokens[head].lower
    if noun in OFFICES and _named_before_verb(tokens, head + 2):
        return True
    named = head + 2 < len(tokens) and tokens[head + 2].text[:1].isupper()
    return named and start == head == 0 and noun in _BODIES


def _named_before_verb(tokens: Sequence[Token], start: int) -> bool:
    """Whether a name comes before the verb, or no verb comes soon: "President of the union Tom Hale said"."""
    for each in tokens[start : start + 8]:
        if each.tag in FINITE:
            return False
        if each.text[:1].isupper():
            return True
    return True


def after_mark(tokens: Sequence[Token], start: int, head: int) -> Bare | None:
    """A subject after a comma, a quotation mark or ", and"."""
    ruler = start - 1
    before = tokens[ruler]
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if before.text in QUOTES and ruler == 0:
        return subject(tokens, start, head, -1)
    if after is None or after.tag not in ("VBD", "VBZ", "MD"):
        return None
    if before.text in QUOTES and after.lemma in TELLING:
        return Bare(start, head, SUBJECT, ruler)
    if before.text == ",":
        return _after_comma(tokens, start, head)
    if before.tag == "CC" and ruler and tokens[ruler - 1].text == "," and _clause_before(tokens, ruler):
        return Bare(start, head, SUBJECT, ruler)
    return None


def _clause_before(tokens: Sequence[Token], end: int) -> bool:
    return any(each.tag in FINITE for each in tokens[:end])


def _after_comma(tokens: Sequence[Token], start: int, head: int) -> Bare | None:
    """ "In May, company said", "..., company added." """
    after = tokens[head + 1]
    comma = start - 1
    if after.lemma in TELLING and head + 2 < len(tokens) and tokens[head + 2].text == ".":
        return Bare(start, head, SUBJECT, comma)
    if (
        comma <= 10
        and (tokens[0].tag in _OPENING_TAGS or tokens[0].lower in _LATE_OPENERS)
        and not any(each.text == "," or each.tag == "CC" for each in tokens[1:comma])
    ):
        return Bare(start, head, SUBJECT, comma)
    return None
