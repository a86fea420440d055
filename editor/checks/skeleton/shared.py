"""What the readers of a clause's skeleton ask of words: verbs that are surely finite, and the words that link clauses."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.irregular import PARTICIPLE_OF_PAST
from editor.text.model import Token
from editor.text.subjects.openings import SAYING
from editor.text.tagset import FINITE
from editor.text.words import words

AUXILIARY = words(
    """is are was were has have had will would can could may might must should did does do am ca wo cannot shall"""
)
"""Finite in any reading."""

LINKING = words(
    """that who which whom whose what when where why how because if while as after before since although though until unless whereas
    than whether once so and but or nor yet for"""
)
"""Words after which a verb may be another clause's."""

INTRANSITIVE = words(
    """resign arrive die fall rise go come live work occur happen appear disappear collapse retire escape flee emerge erupt vanish
    sleep stand sit lie depart expire graduate gather kneel wait talk speak walk march agree refuse remain stay begin start end
    lose win grow return land gather crash explode derail overturn capsize assemble protest drown vote travel flow spread rally
    leak fail succeed stop drift swim fly jump knock break"""
)
"""Verbs that need no object, so that a past form of them before a preposition may be the clause's verb."""

# Past forms before a noun that may as well be participles: "the boy, named Jim", "the player, awarded the cup".
NAMING = words(
    """name call dub nickname title entitle term elect appoint award give grant offer pay teach show deny send bring lend ask serve
    consider deem leave describe charge fine allow accuse guess estimate"""
)
VAGUE = words("about nearly almost roughly")
"""What stands before a number that is not told exactly."""

_OBJECT = frozenset(["DT", "PRP$", "CD", "NNS", "NNP", "NNPS", "PRP", "$"])
WITH_INFINITIVE = words(
    """promise decide refuse agree want try fail plan begin start hope vow pledge threaten attempt decline seek manage continue"""
)


def plain_past(token: Token) -> bool:
    """Whether the word is a past tense and can't be a participle: went, took."""
    return token.lower in PARTICIPLE_OF_PAST and "VBN" not in token.tags


def past_or_participle(token: Token) -> bool:
    """Whether the word may be a past tense as well as a participle: opened, told."""
    return token.tag in ("VBD", "VBN") and "VBD" in token.tags and not plain_past(token)


def surely_finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a finite verb in any reading, or an ambiguous one whose object follows."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if not token.text.islower():
        return False
    if token.lower in AUXILIARY:
        return True
    if after is None or after.tag == "CC":
        return False
    if token.tag == "VBZ":
        return "NNS" not in token.tags or after.tag in _OBJECT | {"TO", "IN"} or after.lower == "that"
    if token.tag == "VBP":
        return token.lemma in SAYING and (after.tag in _OBJECT or after.lower == "that")
    if plain_past(token):
        return True
    if not past_or_participle(token):
        return False
    if after.lower == "that":
        return True
    if token.lemma in NAMING and after.tag not in ("DT", "PRP$", "PRP", "$"):
        return False
    if after.tag == "NNS":
        return token.lemma in SAYING
    if after.tag in _OBJECT or (after.lower in VAGUE and tokens[min(at + 2, len(tokens) - 1)].tag == "CD"):
        return True
    if after.tag == "TO" and at + 2 < len(tokens) and tokens[at + 2].tag == "VB":
        return token.lemma in WITH_INFINITIVE
    return token.lemma in INTRANSITIVE and after.tag in ("IN", "RB", "TO", "NNP", ".")


def unlinked_finite(tokens: Sequence[Token], start: int) -> int | None:
    """The first finite verb from `start` on with no comma and no linking word before it; None where none is."""
    for at in range(start, len(tokens)):
        token = tokens[at]
        if token.lower in LINKING or token.tag in (",", ":", ".", "(", "``", "''"):
            return None
        if token.tag in FINITE:
            return at
    return None
