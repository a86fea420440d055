""" "Some of it", "most of them" where a comma makes the clause a relative one: "some of which", "most of whom"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.relatives.clauses import OPENING, next_verb
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words

_AMOUNTS = words("most some many all none half both several few")
_COUNTED = words("one two three four five six seven eight nine ten several some many most all none")
_SUBORDINATE = words("if when while because although though since as unless once until whether than where")


def whereof(tokens: Sequence[Token], at: int, people: frozenset[str]) -> Iterator[Found]:
    """ "Whereof two": "two of whom"."""
    amount = tokens[at + 1]
    if amount.lower in _COUNTED:
        human = any(each.lower in people for each in tokens[max(0, at - 3) : at])
        yield found("splice", tokens[at], amount, f"{amount.lower} of {'whom' if human else 'which'}")


def spliced(tokens: Sequence[Token], at: int, people: frozenset[str]) -> Iterator[Found]:
    """ "Helicopters, some of them came from Italy": "some of which"."""
    amount = at - 2
    if amount < 2 or (tokens[amount].lower not in _AMOUNTS and tokens[amount].tag != "CD"):
        return
    comma = amount - 1
    if tokens[comma].text != "," or tokens[comma - 1].tag not in NOUNS | {"CD", "$"}:
        return
    verb = next_verb(tokens, at + 1)
    if verb is None or _may_be_participle(tokens[verb]) or not _main_clause(tokens[:comma]):
        return
    if not any(each.tag in FINITE for each in tokens[:comma]) and not any(
        each.tag in FINITE | {"VBN"} for each in tokens[verb + 2 :]
    ):
        return
    right = "which" if tokens[at].lower == "it" else _pronoun(tokens[:comma], people)
    if right:
        yield found("splice", tokens[at], tokens[at], right)


def _may_be_participle(verb: Token) -> bool:
    """ "Some of them built in Italy"."""
    return verb.tag == "VBD" and "VBN" in verb.tags and verb.lower not in ("was", "were", "had", "came")


def _main_clause(before: Sequence[Token]) -> bool:
    """Whether the words before the comma are no subordinate clause and no opening phrase, and nobody is said to say more."""
    if any(each.lower in _SUBORDINATE for each in before) or any(
        each.lemma in ("say", "add", "tell", "think", "believe") for each in before[-3:]
    ):
        return False
    return before[0].lower not in OPENING or any(each.text == "," for each in before)


def _pronoun(before: Sequence[Token], people: frozenset[str]) -> str | None:
    """The pronoun for the nearest plural before, if there is one."""
    near = [each for each in before if each.tag in ("NNS", "NNPS") or each.lower == "people"]
    if not near:
        return None
    return "whom" if near[-1].lower in people else "which"
