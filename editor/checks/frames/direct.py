"""A head right before its preposition, or before an adverb that stands between: "depends heavily of"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from editor.checks.frames.heads import keys
from editor.checks.frames.persons import agent, ordered
from editor.checks.frames.phrases import (
    CLAUSE_STARTS,
    ENDS,
    INSIDE,
    OPENERS,
    WEAK,
    follows,
    free_phrase,
    gapped,
    infinitive,
    part,
    quantity,
)
from editor.checks.frames.table import Frame, Lists, row
from editor.text.model import Token
from editor.text.words import words

_ADVERBS = frozenset(["again", "also", "always", "often", "only", "still", "today", "together", "yesterday", "anymore", "later",
                      "then", "now", "once", "twice", "more", "less", "back", "early", "late", "further", "instead", "earlier", "everywhere", "alone", "too"])  # fmt: skip
_CLAUSES = frozenset(["whether", "how", "what", "who", "why"])
_FRACTIONS = frozenset(
    ["half", "one", "two", "three", "one-third", "two-thirds", "one-half", "three-quarters"]
)
_SET = frozenset(["example", "instance", "view", "fact", "exchange", "return", "turn", "addition", "response", "principle", "part",
                  "general", "opinion", "demand", "average", "purpose", "effect", "charge", "reason", "law"])  # fmt: skip
_SHOWING = words(
    "photo photos picture pictures image images video videos footage clip clips film recording recordings details copies"
)
# What these move or give is their object; the preposition after it is theirs: "carried the defender to".
# "The degree to which they depend": the preposition is the noun's.
_MOVERS = frozenset(["carry", "bring", "take", "send", "give", "offer", "show", "hand", "deliver", "present", "introduce", "transfer",
                     "fly", "rush", "lead", "drive", "move", "sell", "pass", "refer", "add", "attribute", "compare", "link", "connect",
                     "attach", "assign", "return", "escort", "accompany", "extradite", "deport", "direct", "draw", "follow", "invite",
                     "export", "import", "ship", "supply", "provide", "report", "extend", "leave", "owe", "convert", "change",
                     "turn", "put", "limit", "raise", "cut", "reduce", "increase", "lower", "save", "remove", "rescue", "release"])  # fmt: skip


def direct(tokens: Sequence[Token], at: int, lists: Lists) -> Frame | None:
    """The head stands right before the preposition, or before an adverb."""
    word = tokens[at].lower
    back = _head_before(tokens, at)
    if back is None or not _phrase_follows(tokens, at):
        return None
    found = row(lists.table, keys(tokens, back), word)
    if not found or free_phrase(tokens, at):
        return None
    right = ordered(tokens, at, found.right, lists.people)
    if found.kind in ("noun", "term") and _no_complement(tokens, at, back, found.kind, lists):
        return None
    if word == "of" and tokens[back].tag in ("VBN", "VBD") and back and tokens[back - 1].lower in _SHOWING:
        # "Photos released of the scene": of what they are.
        return None
    if found.kind == "object" and word in ("by", "as"):
        return None
    if word == "from" and right == ("by",) and not agent(tokens, at, lists.people):
        return None
    if word == "about" and (tokens[at + 1].lower in _FRACTIONS or part(tokens, at + 1)):
        return None
    if found.kind == "bare" and word in WEAK and gapped(tokens, back):
        return None
    if found.kind in ("verb", "object", "bare") and right != ("",) and follows(tokens, at + 1, right):
        return None
    return Frame(at, at + 1, right, tokens[back], found.kind)


def _phrase_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase begins after the preposition at `at`, and no infinitive."""
    after = tokens[at + 1]
    counted = quantity(tokens, at + 1)
    if after.tag not in OPENERS and after.lower not in _CLAUSES and not counted:
        return False
    if tokens[at].lower != "to":
        return True
    return not (after.tag == "VB" or (after.tag == "RB" and not counted) or infinitive(tokens, at))


def _head_before(tokens: Sequence[Token], at: int) -> int | None:
    """Where the head stands: before the preposition, or a verb before its adverb."""
    back = at - 1
    adverb = tokens[back]
    if adverb.tag == "RB" and back and (adverb.lower.endswith("ly") or adverb.lower in _ADVERBS):
        back -= 1
        return back if tokens[back].tag.startswith("VB") else None
    return back


def _no_complement(tokens: Sequence[Token], at: int, head: int, kind: str, lists: Lists) -> bool:
    """Whether the phrase after the noun at `head` is not the noun's own."""
    word, after = tokens[at].lower, tokens[at + 1]
    if word == "over" and tokens[head].lower in lists.people:
        # "Differences with the founder over accounting."
        return True
    if _set_phrase(tokens, head):
        return True
    if word == "of" and (after.tag in ("CD", "$") or quantity(tokens, at + 1)):
        return True
    if kind == "term":
        return word in ("to", "from", "into") and _moved(tokens, head)
    return _object_takes(tokens, head, word, lists.taken)


def _set_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun at `at` ends a phrase such as "for example" or "in their view"."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    return tokens[at].lower in _SET and bool({"for", "in", "by", "on"} & set(before))


def _moved(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun at `at` is what a verb of moving or giving moves: "carried the defender to"."""
    for back in range(at - 1, max(-1, at - 7), -1):
        token = tokens[back]
        if token.tag.startswith("VB"):
            return token.lemma in _MOVERS
        if token.tag not in INSIDE and token.lower != "of":
            return False
    return False


def _object_takes(tokens: Sequence[Token], at: int, word: str, taken: Collection[str]) -> bool:
    """Whether a verb before the noun at `at` takes this preposition after its object: "sent letters to"."""
    for back in range(at - 1, max(-1, at - 8), -1):
        token = tokens[back]
        if token.tag in ENDS or token.tag in CLAUSE_STARTS:
            return False
        if token.tag.startswith("VB"):
            return token.lemma != "be" and f"object {token.lemma} {word}" in taken
    return False
