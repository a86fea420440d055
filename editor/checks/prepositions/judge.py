"""Whether a preposition is wrong where it stands: what follows it, and whether the right one still comes."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from editor.checks.prepositions.kinds import SPANS, Lists, kinds_of
from editor.checks.prepositions.phrases import Phrase, governed_phrase, phrase
from editor.checks.prepositions.table import ANYTHING, Row
from editor.text.adverbials import free
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words

PREPOSITIONS = words("""of to for with on about from at by in into over against towards toward than as like upon among between
    off under through until since within behind after during without around out versus""")
_BREAKS = frozenset([".", ":", "WDT", "WP", "WRB", "''", "``", "("])
_ANY = frozenset(["thing", "person", "ing", "name"])
# "To the extent", "to the detriment": no matter which head stands before.
_MANNERS = words(
    "extent detriment test point minimum maximum degree limit delight dismay surprise benefit letter end tune music"
)
# "In several ways", "in kind".
_WAYS = words(
    "way manner kind form cash case number time fashion style size color colour nature tone scope shape field area"
)
# "In response to", "in return for", "thanks to": the preposition is this word's.
_LEADS = words("""response return addition exchange support contrast reference relation regard respect front favor favour thanks due
    according because close line terms place spite top behalf case view charge search""")
_NUMBERS = frozenset(["measure", "number"])
# After these another phrase with the right word tells the reason: "suspended for four games for spitting".
_LENGTHS = frozenset(["duration", "unit"])
# "In support of", "on suspicion of": the noun makes one word with what stands around it.
_COMPOUNDS = words("""support response return exchange addition front view favor favour place lieu defense defence pursuit search light
    terms case contrast honor honour memory recognition retaliation anticipation connection conjunction cooperation behalf account
    basis grounds charges suspicion orders top condition spite line keeping accordance charge need want danger reference regard
    respect reaction preparation protest revenge compliance violation breach defiance relation proportion comparison parallel
    tandem partnership collaboration consultation coordination sympathy solidarity time part""")
# These stand in set phrases without "of": "in turn", "on condition".
_ALONE = words(
    "return addition exchange place part turn response time need danger condition demand order court"
)
_NO_ADJUNCTS = words("of to about into than like as over among")


class Found(NamedTuple):
    """A wrong word at `at` with the right ones and the head that governs it."""

    at: int
    right: tuple[str, ...]
    head: int
    asked: bool


def judge(tokens: Sequence[Token], head: int, at: int, row: Row, lists: Lists) -> Found | None:
    """The preposition at `at`, where it is wrong and stands before what the row asks for."""
    if at + 1 >= len(tokens):
        return None
    token = tokens[at]
    wanted = row.wrong.get(token.lower)
    if wanted is None or row.allows(token.lower) or token.tag not in ("IN", "TO", "RP", "RB"):
        return None
    if (token.lower == "about" and tokens[at + 1].tag in ("CD", "$")) or (
        token.lower == "than" and (tokens[at - 1].tag == "RBR" or tokens[at + 1].tag == "DT")
    ):
        return None
    if token.lower == "than" and tokens[at - 1].lower.endswith("ly"):
        return None
    inside = governed_phrase(tokens, at)
    if inside is None:
        return None
    kinds = kinds_of(tokens, inside, lists)
    counted = phrase(tokens, at + 1)
    if counted is not None and counted.head != inside.head:
        kinds |= kinds_of(tokens, counted, lists) & _NUMBERS
    noun = tokens[inside.head]
    after = tokens[inside.end] if inside.end < len(tokens) else token
    second = phrase(tokens, inside.end + 1) if wanted.nouns and after.lower == "and" else None
    nouns = [noun, tokens[second.head]] if second is not None else [noun]
    # "Three days of rain".
    filled = phrase(tokens, inside.end + 1) if noun.lower in SPANS and after.lower == "of" else None
    if filled is not None:
        nouns.append(tokens[filled.head])
    if any(each.lemma.lower() in wanted.nouns or each.lower in wanted.nouns for each in nouns):
        return (
            None
            if _comes(tokens, inside.end, row.governs, token.lower)
            else Found(at, row.right, head, row.asked)
        )
    if not kinds & (_ANY if wanted == ANYTHING else wanted.kinds):
        return None
    if wanted == ANYTHING and free(tokens, at, token.lower):
        return None
    if "place" not in wanted.kinds and (
        _adjunct(tokens, at, inside, lists) or _local(token.lower, kinds, wanted.kinds)
    ):
        return None
    if (
        token.lower in ("in", "on", "with", "by", "at", "for")
        and inside.start == inside.head
        and noun.lower in _COMPOUNDS
        and (noun.lower in _ALONE or after.tag in ("IN", "TO"))
    ):
        return None
    if token.lower == "in" and noun.lemma in _WAYS:
        return None
    if (token.lower == "to" and noun.lower in _MANNERS) or tokens[at - 1].lower in _LEADS:
        return None
    if not kinds & _LENGTHS and _comes(tokens, inside.end, row.governs, token.lower):
        return None
    return Found(at, row.right, head, row.asked)


def _local(word: str, kinds: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether "in", "at" or "on" before a name or a place tells where."""
    return word in ("in", "at", "on") and bool(kinds & {"name", "place"}) and "name" not in wanted


def _comes(tokens: Sequence[Token], at: int, right: Collection[str], word: str) -> bool:
    """Whether a right preposition comes later in the clause; "of" right after a noun belongs to the noun.

    After a word that makes no adjunct, such as "of" or "to", it must come soon.
    """
    for here in range(at, min(len(tokens) - 1, at + (2 if word in _NO_ADJUNCTS else 12))):
        token = tokens[here]
        if token.tag in _BREAKS or token.tag in FINITE:
            return False
        if token.lower in right:
            if token.lower == "of" and tokens[here - 1].tag in NOUNS:
                continue
            if token.lower == "to" and tokens[here + 1].tag in ("VB", "CD"):
                continue
            return True
    return False


def _adjunct(tokens: Sequence[Token], at: int, inside: Phrase, lists: Lists) -> bool:
    """Whether the phrase tells the time, the place or the manner by its noun: "in the region"."""
    head = tokens[inside.head]
    return f"{tokens[at].lower} {head.lemma}" in lists.get("adjuncts", ())
