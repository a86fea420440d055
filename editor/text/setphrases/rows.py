"""What a row of the table of set phrases says: the places of the phrase, what is right in each and what is a near miss.

A word stands for itself, `@turn` for the forms of a verb, `a|the` for either word, the first being the one to suggest;
`one's` is any possessive, `oneself` any reflexive, `sb` a short noun phrase, `*` nothing or up to two modifiers, and `.` the end of a clause.
`temper/temperament` names wrong words beside those that follow from the word's class: any other preposition for a
preposition, another or no article for an article, an article where there is none, the noun in its other number,
another of the verbs that make set phrases. Where the rest of a phrase tells enough, any other word in the place of a
large one is a slip as well ("a hard stone"), as is a preposition too many. A phrase with two slips is left to a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from editor.text import lexicon
from editor.text.words import words

ARTICLES = words("a an the")
PREPOSITIONS = words(
    "in on at to of for from by with under into about over after upon within through against towards toward"
)
_PARTICLES = words("up out off down away over on in back along through")
PARTICLE = words("up out off down away back")
_LIGHT = words(
    "make do take have give put bring hold set carry draw pay perform realize accomplish provide commit"
)
_CHANGING = _LIGHT - words("have bring")
_EMPTY = words("be go come get keep say see let")
_LOOSE = words("by after within through upon towards toward over under")
_FIRST = words("in on at by for with under to from of")
SMALL = (
    ARTICLES | PREPOSITIONS | _PARTICLES | words("and or as than no not that it all one own if be but the")
)
_STANDING = ("one's", "sb", "*", ".")
_REFLEXIVE = ("himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves", "oneself")


@dataclass(frozen=True, slots=True)
class Member:
    """One place of the phrase: what is right in it, the first being what to say, and what people write instead."""

    kind: str
    rights: tuple[str, ...] = ()
    wrongs: frozenset[str] = frozenset()
    droppable: bool = False
    bare: bool = False
    """Whether an article before it is one too many."""
    named: frozenset[str] = frozenset()
    """Those of the wrong words that the table names."""
    free: bool = False
    """Whether any other word in its place is a slip, the rest of the phrase being telling enough."""
    others: int = 0
    """How many words of meaning the rest of the phrase has."""


@lru_cache(maxsize=1 << 14)
def members_of(phrase: str) -> tuple[Member, ...]:
    """The places of a phrase."""
    pieces = phrase.split()
    return tuple(_member(pieces, place) for place in range(len(pieces)))


@lru_cache(maxsize=1 << 14)
def large_forms(phrase: str) -> tuple[frozenset[str], ...]:
    """The forms, right and named wrong, of each large word of a phrase that is no verb."""
    found = []
    for piece in phrase.split():
        if piece in _STANDING or piece.startswith("@"):
            continue
        rights = _REFLEXIVE if piece == "oneself" else _words_of(piece.partition("/")[0])
        if rights[0] not in SMALL:
            found.append(frozenset((*rights, *_numbers(rights), *_words_of(piece.partition("/")[2]))))
    return tuple(found)


def _words_of(alternatives: str) -> tuple[str, ...]:
    return tuple([each.removeprefix("@") for each in alternatives.split("|") if each])


def anchors(pieces: Sequence[str]) -> list[int]:
    """The places of the two longest large words, likely the rarest; of a small word where all are small."""
    words_at = [
        place
        for place, piece in enumerate(pieces)
        if piece[0].isalnum() and piece not in ("sb", "one's", "oneself")
    ]
    large = [place for place in words_at if _plain(pieces[place]) not in SMALL]
    return sorted(large or words_at, key=lambda place: -len(_plain(pieces[place])))[: 2 if large else 1]


def _plain(piece: str) -> str:
    """The first right form of a piece."""
    return piece.partition("/")[0].split("|")[0].removeprefix("@")


def forms_of(piece: str) -> Iterator[str]:
    """The words, right or wrong, by which a place is found."""
    right, _, wrong = piece.partition("/")
    yield from right.split("|")
    yield from filter(None, wrong.split("|"))


@lru_cache(maxsize=1 << 12)
def keys(word: str) -> tuple[str, ...]:
    """The word and its other number, by which a phrase is looked up."""
    return (word, *_numbers((word,)))


def _numbers(rights: Sequence[str]) -> Iterator[str]:
    """The other number of each that is a noun, where that is not right as well."""
    for right in rights:
        tags = lexicon.tags(right)
        other = None
        if "NNS" in tags:
            lemmas = lexicon.lemmas(right, "NNS")
            other = lemmas[0] if lemmas and lemmas[0] != right else None
        if other is None and "NN" in tags:
            other = lexicon.inflect(right, "NNS")
        if other and other not in rights:
            yield other


def _member(pieces: Sequence[str], place: int) -> Member:
    piece = pieces[place]
    if piece == "one's":
        return Member(piece, (piece,), ARTICLES, droppable=place > 0)
    if piece in ("sb", "*", "."):
        return Member(piece)
    if piece == "oneself":
        return Member("word", _REFLEXIVE)
    right, _, named = piece.partition("/")
    kind = "verb" if right.startswith("@") else "word"
    rights = _words_of(right)
    names = frozenset(_words_of(named))
    wrongs = set(names)
    first, last = place == 0, place == len(pieces) - 1
    before = pieces[place - 1].partition("/")[0].split("|")[0] if place else ""
    droppable = False
    if kind == "verb":
        if rights[0] in _LIGHT and _plain(pieces[anchors(pieces)[0]]) not in SMALL:
            wrongs |= _CHANGING - frozenset(rights)
    elif rights[0] in ARTICLES:
        accepted = {*rights, *(("a", "an") if {"a", "an"} & {*rights} else ())}
        wrongs |= ARTICLES - accepted
        droppable = not first and before not in ("and", "or", "sb", "*")
        rights = tuple(dict.fromkeys((*rights, *accepted)))
    elif rights[0] in PARTICLE:
        wrongs |= _PARTICLES - frozenset(rights)
    elif rights[0] in PREPOSITIONS:
        wrongs |= PREPOSITIONS - frozenset(rights)
        if first:
            wrongs &= _FIRST
        elif last:
            wrongs -= _LOOSE
            droppable = rights[0] in ("of", "to", "with") and before not in SMALL
        elif not first and before not in ("sb", "*"):
            after = pieces[place + 1].partition("/")[0].split("|")[0]
            droppable = after in ARTICLES or after in ("one's", "sb") or after not in SMALL
    elif rights[0] not in SMALL:
        wrongs |= frozenset(_numbers(rights))
    wrongs |= names
    bare = (
        kind == "word"
        and not first
        and rights[0] not in SMALL
        and (before in PREPOSITIONS or before.startswith("@"))
        and bool({"NN", "NNS", "JJ"} & lexicon.tags(rights[0]))
    )
    others = sum(_large(each) for each in pieces) - _large(piece)
    free = rights[0] not in SMALL and rights[0] not in _LIGHT and others > 0 and len(pieces) > 2
    return Member(kind, rights, frozenset(wrongs), droppable, bare, names, free, others)


def _large(piece: str) -> bool:
    """Whether a piece is a word of its own meaning, neither small nor a verb that only makes the phrase."""
    plain = _plain(piece)
    return piece not in ("sb", "one's", "oneself", "*", ".") and plain not in SMALL | _LIGHT | _EMPTY


def shown(phrase: str) -> str:
    """The phrase as a person reads it."""
    spelled = []
    for piece in phrase.split():
        if piece in ("*", "."):
            continue
        spelled.append("..." if piece == "sb" else piece.partition("/")[0].split("|")[0].removeprefix("@"))
    return " ".join(spelled)
