"""The rows of the table that may speak of a word as a head, by its tag and what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.tagset import NOUNS

_HAVE = frozenset(["has", "have", "had", "having", "'ve", "'d"])
_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "get", "gets", "got", "getting", "feel",
                 "feels", "felt", "become", "becomes", "became", "seem", "seems", "seemed", "remain", "remains", "remained",
                 "look", "looks", "looked"])  # fmt: skip
# No verb follows these: "little affect", "any demand".
_NO_VERB_AFTER = frozenset(["little", "no", "any"])
# The "to" after these is a preposition, not an infinitive's.
_TIED = frozenset(
    ["tied", "linked", "related", "owing", "thanks", "pegged", "exposed", "vulnerable", "sensitive"]
)
# Verbs without an object, whose participle after a noun is active.
_INTRANSITIVE = frozenset(["renege", "originate", "depend", "rely", "collaborate", "participate", "belong", "consist", "comply", "cope",
                           "collide", "coincide", "amount", "adhere", "succumb", "react", "respond", "reply", "resort", "cater",
                           "conform", "emerge", "differ", "embark", "hinge", "vie", "strive", "listen", "interfere", "meddle", "tamper",
                           "discriminate", "retaliate", "rebel", "culminate", "result", "specialize", "specialise", "persist",
                           "excel", "hint", "stare", "glance", "encroach", "infringe", "insist", "comment", "apologize",
                           "apologise", "sympathize", "sympathise", "disagree", "clash", "compete", "cooperate", "interact"])  # fmt: skip
_BEFORE_NOUN = frozenset(["DT", "PRP$", "POS", "CD", "JJ"])


def keys(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The rows that may speak of the word at `at` as a head."""
    token = tokens[at]
    if token.tag in ("NN", "NNS"):
        return (f"term {token.lemma}", f"noun {token.lemma}", *_of_gerund(tokens, at))
    if token.tag == "JJ":
        return (f"adjective {token.lower}",)
    if token.tag in ("VB", "VBZ", "VBP", "VBG"):
        return () if _nominal(tokens, at) or _broken(tokens, at) else _of_verb(token)
    return _of_past(tokens, at) if token.tag in ("VBN", "VBD") else ()


def _of_verb(token: Token) -> tuple[str, ...]:
    return (f"verb {token.lemma}", f"bare {token.lemma}")


def _of_gerund(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The verbs of which a noun in -ing may be a form."""
    word = tokens[at].lower
    if not at or not word.endswith("ing") or tokens[at - 1].tag in ("DT", "PRP$", "JJ", "NN", "POS"):
        return ()
    return tuple(f"verb {stem}" for stem in _stems(word))


def _stems(word: str) -> tuple[str, ...]:
    """What a form in -ing may be the form of: "resigning" of "resign" or "resigne"."""
    stem = word[:-3]
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    return (stem, stem + "e", stem[:-1]) if doubled else (stem, stem + "e")


def _of_past(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The rows for a past tense, a perfect, or a participle after "be" or a noun."""
    token = tokens[at]
    back = at - 1
    while back >= 0 and tokens[back].tag == "RB":
        back -= 1
    before = tokens[back].lower if back >= 0 else ""
    passive = (f"adjective {token.lower}", f"object {token.lemma}")
    if before in _BE:
        return passive
    if token.tag == "VBN" and before not in _HAVE:
        active = token.lemma in _INTRANSITIVE and back >= 0 and tokens[back].tag in (*NOUNS, "PRP")
        return (f"verb {token.lemma}", *passive) if active else passive
    return _of_verb(token)


def _nominal(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at`, read as a verb, is a noun: "tied to demand", "little affect"."""
    before = tokens[at - 1].lower if at else ""
    return before in _NO_VERB_AFTER or (before == "to" and at > 1 and tokens[at - 2].lower in _TIED)


def _broken(tokens: Sequence[Token], at: int) -> bool:
    """Whether another error makes the word at `at` look a verb: "many researches on", "is survive by"."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if token.tag == "VBZ":
        return before is None or before.tag in _BEFORE_NOUN or before.lower in ("many", "several", "few")
    return token.tag != "VBG" and before is not None and before.lower in _BE
