"""Where a set phrase stands in a sentence, as it should be or with one slip; two slips are another phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from editor.text.model import Token
from editor.text.setphrases.rows import ARTICLES, PREPOSITIONS, Member, large_forms, members_of
from editor.text.words import words

_OPEN = ("NN", "JJ", "VB", "RB")
_MODIFIERS = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "RB", "CD", "NN"])
_PHRASE = frozenset(["DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS"])
END = frozenset([".", ",", ":", "CC", "''", ")"])
ENDING = words("as when while after before because but since until although though if which who where")


class Slip(NamedTuple):
    """How a text departs from the phrase: at which member and token, and whether that is wrong, missing, too many or another word."""

    kind: str
    member: int
    token: int


class Match(NamedTuple):
    """Where a phrase stands, as token indexes, the end not included, and its slip; none where it is right."""

    start: int
    end: int
    slip: Slip | None


def lacking(phrase: str, present: Set[str]) -> int:
    """How many of the large words of a phrase a sentence lacks in any form; two stand for more."""
    absent = 0
    for forms in large_forms(phrase):
        if forms.isdisjoint(present):
            absent += 1
            if absent > 1:
                break
    return absent


def find(phrase: str, tokens: Sequence[Token], at: int, anchor: int) -> Match | None:
    """The phrase around the word at `at`, in the place `anchor`: as it should be if it can be read so, else with one slip."""
    members = members_of(phrase)
    slip = None
    if members[anchor].kind == "verb" or tokens[at].lower not in members[anchor].rights:
        slip = Slip("wrong", anchor, at)
    best = None
    for end, after in _walk(tokens, members, anchor + 1, 1, at + 1, slip):
        for start, whole in _walk(tokens, members, anchor - 1, -1, at - 1, after):
            if whole is None:
                return Match(start + 1, end, None)
            if best is None or (best.slip is not None and best.slip.kind == "other"):
                best = Match(start + 1, end, whole)
    return best


def _walk(
    tokens: Sequence[Token], members: Sequence[Member], place: int, step: int, at: int, slip: Slip | None
) -> Iterator[tuple[int, Slip | None]]:
    """Where the members from `place` on in this direction end, and with what slip; at most one."""
    if not 0 <= place < len(members):
        yield at, slip
        return
    member = members[place]
    inside = 0 <= at < len(tokens)
    if member.kind in ("*", "sb"):
        least, most, tags = (0, 2, _MODIFIERS) if member.kind == "*" else (1, 4, _PHRASE)
        for count in range(most + 1):
            if count >= least:
                yield from _walk(tokens, members, place + step, step, at + step * count, slip)
            here = at + step * count
            if not 0 <= here < len(tokens) or tokens[here].tag not in tags:
                return
        return
    if member.kind == ".":
        if not inside or tokens[at].tag in END or tokens[at].lower in ENDING:
            yield at, slip
        return
    if member.kind == "one's":
        if inside and tokens[at].tag == "PRP$":
            yield from _walk(tokens, members, place + step, step, at + step, slip)
            return
        if inside and slip is None and tokens[at].lower in ARTICLES:
            yield from _walk(tokens, members, place + step, step, at + step, Slip("wrong", place, at))
    elif inside:
        token = tokens[at]
        name = token.lemma if member.kind == "verb" else token.lower
        if member.kind == "word" or token.tag.startswith("VB"):
            if name in member.rights:
                yield from _walk(tokens, members, place + step, step, at + step, slip)
            elif slip is None and name in member.wrongs:
                yield from _walk(tokens, members, place + step, step, at + step, Slip("wrong", place, at))
    if slip is not None:
        return
    if inside and member.free and tokens[at].tag[:2] in _OPEN and tokens[at].text.isalpha():
        yield from _walk(tokens, members, place + step, step, at + step, Slip("other", place, at))
    if inside and 0 < place < len(members) - 1 and tokens[at].lower in PREPOSITIONS:
        inner = sum(each.free for each in members) > 1
        if inner and tokens[at].lower not in member.wrongs:
            yield from _walk(tokens, members, place, step, at + step, Slip("extra", place, at))
    bare = members[place].bare if step > 0 else place + 1 < len(members) and members[place + 1].bare
    if bare and inside and tokens[at].lower in ARTICLES:
        surplus = Slip("surplus", place if step > 0 else place + 1, at)
        yield from _walk(tokens, members, place, step, at + step, surplus)
    if member.droppable:
        missing = Slip("missing", place, at if step > 0 else at + 1)
        yield from _walk(tokens, members, place + step, step, at, missing)
