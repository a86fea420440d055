"""Bare nouns as objects and complements, and the verbs and participles that let them stand so."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text import lexicon
from editor.text.bare.model import COMPLEMENT, OBJECT, Bare
from editor.text.bare.subjects import CLAUSE_OPENERS, QUOTES, SAYING, TELLING, subject
from editor.text.model import Token
from editor.text.persons import TRADES, person
from editor.text.tagset import DEMONYMS, FINITE
from editor.text.words import words

_NO_OBJECT = words("""be become remain seem appear feel look sound stay go come turn get grow prove keep stand lie sit live die fall rise run
    happen occur arrive act work serve talk speak name call elect appoint dub crown act consider deem term label
    make re-elect vote declare brand play""")
_DESCRIBING = words("manage operate lead exist live burn wait visit rise grow work run act start")
_LINKING = words("be become remain")
# "Let company grow": the noun may be a verb.
_CAUSING = words("help let make see watch hear have")
_BEFORE_GERUNDS = frozenset(["IN", "TO", ",", "VBD", "VBZ", "VBP", "VB", "VBN", "NNS", "PRP"])
_PARTS_CLAUSES = frozenset(["CC", ",", "WDT", "WP", "WRB", ":", "``", "''", '"'])


def after_particle(tokens: Sequence[Token], start: int, head: int, pairs: frozenset[str]) -> Bare | None:
    """ "He set up company." """
    particle = start - 1
    verb = tokens[particle - 1] if particle else None
    noun = tokens[head].lower
    if verb is None or verb.tag not in ("VB", "VBD", "VBG", "VBZ", "VBP"):
        return None
    if f"{verb.lemma}_{noun}" in pairs or f"{tokens[particle].lower}_{noun}" in pairs:
        return None
    return Bare(start, head, OBJECT, particle - 1)


def after_verb(tokens: Sequence[Token], start: int, head: int, pairs: frozenset[str]) -> Bare | None:
    """The noun after a verb right before `start`, unless both make a phrase that has no article."""
    ruler = start - 1
    verb = tokens[ruler]
    noun = tokens[head].lower
    lemma = verb.lemma.lower()
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if lemma in SAYING and after is not None and (after.tag in FINITE or after.lower == "of"):
        return subject(tokens, start, head, ruler)
    if lemma in SAYING and ruler and tokens[ruler - 1].text in QUOTES | {","}:
        # '..., says project manager for the plant'.
        return None
    if f"{lemma}_{noun}" in pairs or _no_active_verb(tokens, ruler):
        return None
    if verb.lower == "lead" or (lemma in _CAUSING and start < head and "VB" in lexicon.tags(noun)):
        return None
    if _adjectival(tokens, ruler, head):
        return None
    if lemma in _LINKING:
        if after is not None and after.lower in ("of", "to", "at") and person(noun) and noun not in TRADES:
            # "is mother of five", "is caretaker of", "is associate professor at".
            return None
        return Bare(start, head, COMPLEMENT, ruler)
    return None if lemma in _NO_OBJECT else Bare(start, head, OBJECT, ruler)


def _no_active_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is tagged a verb at `at` is no active one: a modifier, a passive participle, "it's" for "its"."""
    verb = tokens[at]
    before = tokens[at - 1] if at else None
    if verb.tag == "VBG":
        if before is not None and (before.tag not in _BEFORE_GERUNDS or before.lower in ("her", "his")):
            # "the struggling actress", "managing director".
            return True
        return (before is None or before.tag in (",", "CC", "NNS")) and verb.lemma.lower() in _DESCRIBING
    if verb.text in ("'s", "’s") and at > 1 and tokens[at - 2].tag == "IN":
        # "in it's shadow".
        return True
    if verb.tag == "VBN":
        back = at - 1
        while back >= 0 and tokens[back].tag == "RB":
            back -= 1
        # "was elected president", "a man named captain".
        return back < 0 or tokens[back].lemma != "have"
    return False


def _adjectival(tokens: Sequence[Token], verb: int, head: int) -> bool:
    """Whether what is tagged a past tense is a participle before its noun: "shows an AWB commissioned report"."""
    token = tokens[verb]
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    before = tokens[verb - 1] if verb else None
    if after is not None and after.tag in FINITE and token.tag != "VBG":
        return True
    if token.tag in ("VBG", "VB", "VBN"):
        return False
    if before is None or before.tag in ("DT", "PRP$", "POS", "CD", "IN", ")"):
        return before is not None
    if token.tag == "VBD" and "VBN" in lexicon.tags(token.lower) and _after_modifier(tokens, verb):
        return True
    return _second_verb(tokens, verb)


def _after_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective or the first part of a compound stands before the word at `at`."""
    before = tokens[at - 1]
    if before.tag == "JJ" or before.text in DEMONYMS:
        return True
    if at < 2:
        return False
    earlier = tokens[at - 2]
    return (before.text == "," and earlier.tag in ("JJ", "VBG", "VBN")) or (
        before.tag == "NNP" and earlier.lower in ("a", "an")
    )


def _second_verb(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the clause has a finite verb already, after which no other clause begins."""
    for at in range(verb - 1, -1, -1):
        each = tokens[at]
        if each.tag in _PARTS_CLAUSES:
            return False
        if each.lower in CLAUSE_OPENERS and tokens[at + 1].lower != "of":
            return False
        if each.tag in FINITE:
            return each.lemma not in TELLING
    return False
