""" "What" where a clause is meant: "The union got a raise, what the bank had feared"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.relatives.clauses import ASKING, OPENING
from editor.text.model import Token
from editor.text.subjects.clauses import Clauses
from editor.text.tagset import FINITE
from editor.values import Severity


def what(clauses: Clauses, at: int) -> Iterator[Found]:
    """ "The unions got a raise, what the bank had feared": the clause before is meant, and "what" is an object."""
    tokens = clauses.tokens
    rest = tokens[at + 1 :]
    if _whole_clause(tokens[: at - 1]) and _lacks_object(rest):
        yield found("what", tokens[at], tokens[at], "which", Severity.QUERY if rest[0].tag == "PRP" else None)


def _whole_clause(before: Sequence[Token]) -> bool:
    """Whether the words before the comma are a clause of its own in which nobody asks or knows what."""
    if (
        len(before) < 5
        or before[0].lower in OPENING
        or before[-1].tag in ("CC", "RB", "VBD", "VBZ", "VB")
        or not any(each.tag in FINITE for each in before)
    ):
        return False
    if any(each.lower in ("about", "is", "was", "matter") for each in before[-4:]):
        return False
    if any(_asks(each) for each in before):
        return False
    return not any(
        each.tag in ("WP", "WRB", "``") or each.text in (",", ":", "—", "--", ";") for each in before[-7:]
    )


def _asks(token: Token) -> bool:
    return (
        token.lemma in ASKING
        and token.tag[:2] == "VB"
        and token.tag != "VBN"
        and token.lower not in ("is", "was")
    )


def _lacks_object(rest: Sequence[Token]) -> bool:
    """Whether the words after "what" are a subject and a verb whose object "what" is."""
    finite = [place for place, each in enumerate(rest) if each.tag in FINITE]
    if len(finite) != 1 or finite[0] > 6 or rest[finite[0]].lower in ("is", "was", "are", "were", "'s"):
        return False
    if rest[0].tag not in ("DT", "PRP$", "NNP", "NNS", "PRP") or any(
        each.text in (",", ":", "?") for each in rest[:-1]
    ):
        return False
    verb = finite[0]
    while verb + 1 < len(rest) and rest[verb + 1].tag in ("VB", "VBN", "RB"):
        verb += 1
    return verb + 1 >= len(rest) or rest[verb + 1].tag in ("IN", ".", "RB", "CD", "TO")
