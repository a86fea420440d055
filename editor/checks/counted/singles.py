"""Plurals after words that pick one: "each birds", "every workers", "neither sides"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit
from editor.story import Line
from editor.text import lexicon
from editor.text.model import Token
from editor.text.nouns import closed, singular_of
from editor.text.tagset import DEMONYMS, FINITE
from editor.text.words import words
from editor.values import Span

_PICKING = words("one each every another either neither")
_DETERMINED = frozenset(["DT", "CD", "NN", "NNP", "NNS", "JJ", "PRP", "CC", "POS", "PRP$", "WDT"])
_NO_PICK = words("no in any every that for")
_NOT_ONE = words(
    "few other others several many two three means series species headquarters works news crossroads barracks politics politics one ones thousands millions hundreds dozens lots s us"
)


def singled(line: Line) -> Iterator[Hit]:
    """Plurals after a word that picks one, in the singular."""
    if not any(each.lower in _PICKING for each in line.words):
        return
    tokens = line.tagged
    for at in range(len(tokens) - 1):
        if not _picks(tokens, at):
            continue
        head = _plural_head(tokens, at + 1)
        if head is None or _several_meant(tokens, at, head) or _may_be_verb(tokens, at, head):
            continue
        one = singular_of(tokens[head])
        if one is not None:
            yield _others(line, at, head, one) if tokens[at].lower == "another" else _only(tokens[head], one)


def _picks(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that picks one stands at `at`: no "one" that a word before it makes something else."""
    lower = tokens[at].lower
    if lower != "one" or not at:
        return lower in _PICKING
    return tokens[at - 1].tag not in _DETERMINED and tokens[at - 1].lower not in _NO_PICK


def _plural_head(tokens: Sequence[Token], start: int) -> int | None:
    """Where the plural stands that heads the phrase from `start`; None where there is none or it is not sure."""
    for at in range(start, min(start + 3, len(tokens))):
        token = tokens[at]
        demonym = token.text in DEMONYMS
        if (
            token.lower in _NOT_ONE
            or token.tag == "CD"
            or not token.space
            or (token.text[0].isupper() and not demonym)
        ):
            return None
        if token.tag == "NNS":
            if {"NN", "JJ"} & lexicon.tags(token.lower) or not lexicon.knows(token.lower):
                return None
            return at if closed(tokens, at) else None
        if token.tag not in ("JJ", "NN") and not demonym:
            return None
        if token.tag == "NN" and "VBZ" in lexicon.tags(tokens[at + 1].lower if at + 1 < len(tokens) else ""):
            return None
    return None


def _several_meant(tokens: Sequence[Token], at: int, head: int) -> bool:
    """ "One school rules", "either teachers or pupils"."""
    lower = tokens[at].lower
    if lower == "one":
        return any(each.tag == "NN" for each in tokens[at + 1 : head])
    return lower in ("either", "neither") and any(
        each.lower in ("or", "nor", "and") for each in tokens[head : head + 8]
    )


def _may_be_verb(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether the word at `head` may be a verb: "each plays", but not "in each plays" nor "each plays was"."""
    if "VBZ" not in lexicon.tags(tokens[head].lower):
        return False
    if tokens[at].lower == "one":
        return True
    before = tokens[at - 1] if at else None
    verb_after = head + 1 < len(tokens) and tokens[head + 1].tag in FINITE
    governed = before is not None and before.tag == "IN" and before.lower != "that"
    return not verb_after and not governed


def _only(noun: Token, one: str) -> Hit:
    return Hit(Span(noun.start, noun.end), (one,))


def _others(line: Line, at: int, head: int, one: str) -> Hit:
    """ "Another birds": several others, or another one."""
    another, noun = line.tagged[at], line.tagged[head]
    rest = line.text[another.end : noun.start]
    other = "Other" if another.text[0] == "A" else "other"
    return Hit(
        Span(another.start, noun.end),
        (f"{other}{rest}{noun.text}", f"{another.text}{rest}{one}"),
        f"One is 'another', several are 'other': '{other}{rest}{noun.text}'.",
    )
