"""A verb and its object before the preposition: "accused the minister for"."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.frames.heads import keys
from editor.checks.frames.persons import PERSONS, is_person, ordered
from editor.checks.frames.phrases import INSIDE, OPENERS, follows, free_phrase, infinitive
from editor.checks.frames.table import Frame, Lists, row
from editor.text.model import Token
from editor.text.tagset import NOUNS

# Nearly any noun brings these after it; with an object before them they count only after a person.
_NOMINAL = frozenset(
    ["of", "in", "on", "at", "from", "by", "as", "over", "between", "among", "against", "for", "with"]
)
# An object's own, unless a pronoun is the object: "the head of", "the man in".
_OBJECTS_OWN = frozenset(["of", "in", "on", "at", "from"])
_DEPRIVING = frozenset(["deprive", "rob", "strip", "relieve"])
_ROUGHLY = frozenset(["nearly", "almost", "about", "roughly", "some"])
_REACH = 8


def after_object(tokens: Sequence[Token], at: int, lists: Lists) -> Frame | None:
    """A verb and its object stand before the preposition: "accused the minister for"."""
    token, after, last = tokens[at], tokens[at + 1], tokens[at - 1]
    if after.tag not in OPENERS or (
        token.lower == "to" and (after.tag in ("VB", "RB") or infinitive(tokens, at))
    ):
        return None
    start = _object_start(tokens, at)
    if not start or not tokens[start - 1].tag.startswith("VB"):
        return None
    verb = tokens[start - 1]
    person = is_person(last, lists.people)
    verbs = [name.removeprefix("verb ") for name in keys(tokens, start - 1) if name.startswith("verb ")]
    kinds = ("object", "whom") if person else ("object",)
    found = row(lists.table, [f"{kind} {name}" for name in verbs for kind in kinds], token.lower)
    if not found or free_phrase(tokens, at) or _of_object(tokens, at, verb, person):
        return None
    if last.tag in ("NN", "NNS") and not person and f"noun {last.lemma} {token.lower}" in lists.taken:
        return None
    if follows(tokens, at + 1, found.right):
        return None
    return Frame(at, at + 1, ordered(tokens, at, found.right, lists.people), verb, found.kind)


def _object_start(tokens: Sequence[Token], end: int) -> int | None:
    """Where the object that ends before `end` begins; None where none does."""
    last = tokens[end - 1]
    start = end - 1
    if last.tag in NOUNS or last.tag == "CD":
        while (
            start > 0
            and end - start < _REACH
            and (tokens[start - 1].tag in INSIDE or tokens[start - 1].lower in _ROUGHLY)
        ):
            start -= 1
        return start
    return start if last.tag in ("PRP", "PRP$") or last.lower in PERSONS else None


def _of_object(tokens: Sequence[Token], at: int, verb: Token, person: bool) -> bool:
    """Whether the preposition at `at` may be the object's own: "accused the head of"."""
    word, after = tokens[at].lower, tokens[at + 1]
    if after.tag == "VBG":
        return False
    if word in _NOMINAL and not person:
        return True
    owned = word == "from" and (after.tag == "PRP$" or verb.lemma in _DEPRIVING)
    return word in _OBJECTS_OWN and tokens[at - 1].tag != "PRP" and not owned
