"""Whether a verb has a subject, and whether nothing but one subject stands between two places."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.verbs.steps import before_adverbs
from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.verbgroups import BREAKS, Group
from editor.text.words import words

_NOMINATIVE = words("he she it they we i who which that nobody everybody everyone someone somebody")
SUBJECTS = NOUNS | {"CD"}


def has_subject(tokens: Sequence[Token], group: Group) -> bool:
    """Whether a noun, a pronoun or a number stands before the verb."""
    at = before_adverbs(tokens, group.start - 1)
    return at >= 0 and tokens[at].tag in NOUNS | {"PRP", "WDT", "WP", "CD"}


def have_after(subject: Token) -> str:
    """ "Has" or "have" after the last word of a subject."""
    many = subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "i", "police", "people")
    return "have" if many else "has"


def is_single(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether one plain subject and nothing else stands between two places."""
    inner = [each for each in tokens[start:end] if each.tag != "RB"]
    if not 0 < len(inner) <= 6 or any(
        each.tag not in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP", "POS", "IN")
        for each in inner
    ):
        return False
    if inner[0].tag == "IN" or any(each.tag == "IN" and each.lower != "of" for each in inner):
        return False
    if any(each.tag == "PRP" for each in inner) and len(inner) > 1:
        return False
    return inner[-1].tag in SUBJECTS | {"PRP"}


def is_subject(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing but one subject, perhaps with adverbs and prepositions, stands between two places."""
    inner = tokens[start:end]
    if not 0 < len(inner) <= 8:
        return False
    if inner[0].tag not in SUBJECTS | {"PRP", "DT", "PRP$", "JJ"}:
        return False
    if any(
        each.lower == "that" or each.tag in BREAKS | {",", "CC", "TO", "VBG", "WDT", "WP", "WRB", "MD", "VB"}
        for each in inner
    ):
        return False
    nouns = [each for each in inner if each.tag != "RB"]
    last = nouns[-1] if nouns else inner[-1]
    if last.tag == "PRP" and len(nouns) > 1 and not (nouns[0].tag == "CD" and nouns[1].lower == "of"):
        return False
    return last.tag in SUBJECTS | {"PRP"} or last.lower in _NOMINATIVE
