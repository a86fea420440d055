"""The singular noun that a counting word counts, where no doubt is left that it is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.counted.nouns import SAME, UNITS
from editor.checks.registry import Hit
from editor.text import lexicon
from editor.text.model import Token
from editor.text.nouns import closed, plural_of
from editor.text.tagset import DEMONYMS, FINITE, NOUNS
from editor.text.words import words
from editor.values import Span

_MODIFIERS = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "NN"])
_REACH = 5
_NO_MODIFIER = words(
    "last next this real year-old each apiece less percent per dead missing wounded injured few many such aboard strong"
)
_OBJECTS = frozenset(["DT", "CD", "$", "PRP$", "PRP", "RB", "IN"])
_VERBS = frozenset(["VB", "VBP", "VBD", "VBN"])
# After these a word that may be a verb is one: "the two plan to", "both claim", "three die".
_AFTER_VERBS = frozenset(["TO", "RP", "DT", "PRP", "PRP$", "WP", "CD", "RB"])
_ALSO_AFTER_VERBS = words("that up out for as")
# Before these the words of a phrase begin that is no subject.
_GOVERNORS = frozenset(
    ["IN", "TO", "VBD", "VB", "VBG", "VBZ", "VBN", "VBP", "JJR", "JJS", "RB", "PRP$", "POS"]
)


def singular_head(
    tokens: Sequence[Token], start: int, count: frozenset[str], low: frozenset[str] = SAME
) -> int | None:
    """Where the singular noun stands that heads the phrase from `start`; None where there is none or it is not sure.

    The nouns `low` may stay singular there.
    """
    for at in range(start, min(start + _REACH, len(tokens))):
        token = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        demonym = token.text in DEMONYMS
        if token.tag == "NNS" or not token.space:
            return None
        if token.tag in NOUNS and token.text[0].isupper() and not demonym:
            return None
        if token.tag == "NN":
            if token.lower in count and token.lower not in low and _verb_follows(tokens, at):
                return at
            if after is not None and after.tag in ("NN", "NNS") and after.space:
                continue
            return at if _is_singular(tokens, at, count, low) else None
        if demonym:
            continue
        if token.tag == "JJ" and token.lower in count and after and after.tag in ("VBD", "VBZ", "MD"):
            # "many resident fled".
            return at if token.lower not in low else None
        if token.tag not in _MODIFIERS or token.lower in _NO_MODIFIER:
            return None
    return None


def _is_singular(tokens: Sequence[Token], at: int, count: frozenset[str], low: frozenset[str]) -> bool:
    """Whether the noun at `at` ends its phrase and its plural is a word in use."""
    token = tokens[at]
    if token.lower in low or token.lemma in low or not token.text.isalpha():
        return False
    many = plural_of(token, count)
    if many is None or (token.lower not in count and lexicon.zipf(many) + 1.6 < lexicon.zipf(token.lower)):
        return False
    return closed(tokens, at) or _measured(tokens, at)


def _verb_follows(tokens: Sequence[Token], at: int) -> bool:
    """ "Each of the new device cost about $4": what was tagged a noun after the noun is the verb."""
    if at + 2 >= len(tokens) or tokens[at + 1].tag != "NN":
        return False
    return "VBD" in lexicon.tags(tokens[at + 1].lower) and tokens[at + 2].tag in _OBJECTS


def _measured(tokens: Sequence[Token], at: int) -> bool:
    """ "five hour and 20 minutes"."""
    return (
        tokens[at].lower in UNITS
        and at + 2 < len(tokens)
        and tokens[at + 1].lower == "and"
        and tokens[at + 2].tag in ("CD", "DT")
    )


def describes(tokens: Sequence[Token], head: int) -> bool:
    """Whether the noun at `head` describes a plural that was taken for a verb: "one of its giant dams, the press said"."""
    if head + 2 >= len(tokens):
        return False
    after = tokens[head + 1]
    return (
        after.tag == "VBZ" and tokens[head + 2].text in (",", ".") and "NN" in lexicon.tags(after.lower[:-1])
    )


def sure_of_noun(tokens: Sequence[Token], at: int, head: int, count: frozenset[str]) -> bool:
    """Whether the word at `head` can't be a verb or an adjective of the words at `at`."""
    if describes(tokens, head):
        return False
    token = tokens[head]
    tags = lexicon.tags(token.lower)
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    following = tokens[head + 2] if head + 2 < len(tokens) else None
    if after is not None and following is not None:
        if after.lower in ("long", "high", "deep", "wide", "tall") and following.tag in NOUNS:
            return False
        # "the two opposition mayor elects were": what was tagged a verb before another verb is the noun.
        if after.tag == "VBZ" and following.tag in FINITE:
            return False
    if "JJ" in tags and head == at + 1 and token.lower not in count and (after is None or after.tag != "IN"):
        return False
    return tags.isdisjoint(_VERBS) or _no_verb(tokens, at, head)


def _no_verb(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether the words around show that the word at `head`, which may be a verb, is a noun."""
    before = tokens[at - 1] if at else None
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is not None and after.tag in ("VBD", "VBZ"):
        return True
    if (
        before is not None
        and before.tag in ("VBD", "VBN", "VBG", "VB")
        and before.lemma not in ("say", "be", "show", "know", "think")
    ):
        return True
    if after is not None and (after.tag in _AFTER_VERBS or after.lower in _ALSO_AFTER_VERBS):
        return False
    if before is None or before.tag in ("DT", "NN", "CC", ","):
        return after is not None and after.tag in ("VBD", "VBZ", "MD", ".")
    return before.tag in _GOVERNORS and before.lower != "that"


def pluralised(tokens: Sequence[Token], head: int) -> Iterator[Hit]:
    """The noun at `head` in the plural."""
    token = tokens[head]
    many = plural_of(token, frozenset([token.lower]))
    if many is not None:
        yield Hit(Span(token.start, token.end), (many,))
