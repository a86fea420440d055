"""Near misses of set phrases, read off the right phrase: one small word, article, number or light verb is wrong, all else right.

A row of the table is a phrase as it should be, and what else is right in its place, parted by semicolons: a near miss
in so many words, or `any` with the sort of word that may change freely; `doubt` leaves that sort to a person.

    @turn a blind eye to
    @have a word with       any verb
    on the brink of         on a brink of; doubt first

A word stands for itself, `@turn` for the forms of a verb, `a|the` for either word, the first being the one to suggest;
`one's` is any possessive, `oneself` any reflexive, `sb` a short noun phrase, `*` nothing or up to two modifiers, and `.` the end of a clause.
`temper/temperament` names wrong words beside those that follow from the word's class: any other preposition for a
preposition, another or no article for an article, an article where there is none, the noun in its other number,
another of the verbs that make set phrases. Where the rest of a phrase tells enough, any other word in the place of a
large one is a slip as well ("a hard stone"), as is a preposition too many. A phrase with two slips is left to a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from editor.checks.registry import Hit, check, prepares
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.adverbials import free
from editor.text.articles import article
from editor.text.governors import governor, object_takes
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity, Span

_ARTICLES = words("a an the")
_PREPOSITIONS = words(
    "in on at to of for from by with under into about over after upon within through against towards toward"
)
_PARTICLES = words("up out off down away over on in back along through")
_PARTICLE = words("up out off down away back")
_LIGHT = words(
    "make do take have give put bring hold set carry draw pay perform realize accomplish provide commit"
)
_CHANGING = _LIGHT - words("have bring")
_EMPTY = words("be go come get keep say see let")
_OPEN = ("NN", "JJ", "VB", "RB")
_OWNERS = {
    "he": "his", "his": "his", "him": "his", "she": "her", "her": "her", "they": "their", "their": "their", "them": "their",
    "it": "its", "its": "its", "i": "my", "my": "my", "we": "our", "our": "our", "you": "your", "your": "your",
}  # fmt: skip
_LOOSE = words("by after within through upon towards toward over under")
_FIRST = words("in on at by for with under to from of")
_PLACING = words("in on at by")
_MARKS = words("to of with against for about into")
_SMALL = (
    _ARTICLES | _PREPOSITIONS | _PARTICLES | words("and or as than no not that it all one own if be but the")
)
_NOUNS = frozenset(["NN", "NNS"])
_MODIFIERS = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "RB", "CD", "NN"])
_PHRASE = frozenset(["DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS"])
_MORE = frozenset(["NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBG"])
_STARTS = frozenset(["DT", "PRP$"])
_END = frozenset([".", ",", ":", "CC", "''", ")"])
_ENDING = words("as when while after before because but since until although though if which who where")
_SINGLE = words("word breath ground way peace pace share toll weight")
_LIMITING = words("of that who which whose where when")
_REFLEXIVE = ("himself", "herself", "itself", "themselves", "myself", "yourself", "ourselves", "oneself")
_TAKES = "heads-takes"


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


@check("setphrases.near")
def near(story: Story, rule: Rule) -> Iterator[Hit]:
    """A set phrase with one slip: "turned a blind eye on", "at the large", "around the corners"."""
    index = _index(rule)
    also = rule.spec["map"]
    taken = story.lists.get(_TAKES, frozenset())
    for line in story.body:
        tokens = line.tagged
        present = {token.lower for token in tokens} | {token.lemma for token in tokens}
        right: list[tuple[int, int]] = []
        wrong: dict[tuple[str, Match], None] = {}
        for at, token in enumerate(tokens):
            for name in _keys(token.lower) if token.tag in _NOUNS else (token.lower,):
                for place, second, phrase in index.get(name, ()):
                    absent = _absent(phrase, present)
                    if absent > 1 or (second and not absent) or (absent and "any member" in also[phrase]):
                        continue
                    found = _match(phrase, tokens, at, place)
                    if found is None:
                        continue
                    if found.slip is None:
                        right.append(found[:2])
                    elif _stands(tokens, phrase, found, found.slip, taken):
                        wrong[phrase, found] = None
        for phrase, found in wrong:
            if found.slip is None or any(
                start <= found.start + 1 and found.end - 1 <= end for start, end in right
            ):
                continue
            doubts = _doubts(phrase, also[phrase], tokens, found.slip)
            if doubts is not None and doubts < 2:
                for hit in _hit(tokens, phrase, found):
                    yield hit._replace(severity=Severity.QUERY) if doubts else hit


def _doubts(phrase: str, cell: str, tokens: Sequence[Token], slip: Slip) -> int | None:
    """How many doubts there are that the near miss is one, the table's and the slip's own; None where it is right."""
    others = _others(cell)
    sort = _sort(phrase, tokens, slip)
    if f"any {sort}" in others or _said(phrase, tokens, slip) in others:
        return None
    return (f"doubt {sort}" in others) + (not _sure(phrase, tokens, slip))


@prepares("setphrases.near")
def _index(rule: Rule) -> Mapping[str, Sequence[tuple[int, bool, str]]]:
    """By a word, right or wrong, of its two longest places: the places and phrases that it may belong to.

    The second of the two serves where the first is the wrong one.
    """
    index: dict[str, list[tuple[int, bool, str]]] = {}
    for phrase in rule.spec["map"]:
        pieces = phrase.split()
        for second, place in enumerate(_anchors(pieces)):
            for word in _forms(pieces[place]):
                index.setdefault(word, []).append((place, bool(second), phrase))
    return index


def _absent(phrase: str, present: Set[str]) -> int:
    """How many of the large words of a phrase a sentence lacks in any form; two stand for more."""
    absent = 0
    for forms in _compiled(phrase)[1]:
        if forms.isdisjoint(present):
            absent += 1
            if absent > 1:
                break
    return absent


@lru_cache(maxsize=1 << 14)
def _compiled(phrase: str) -> tuple[tuple[Member, ...], tuple[frozenset[str], ...]]:
    """The members of a phrase, and the forms of its large words by which they can be missed in a sentence."""
    pieces = phrase.split()
    members = tuple(_member(pieces, place) for place in range(len(pieces)))
    forms = tuple(
        frozenset((*member.rights, *_numbers(member.rights), *member.named))
        for member in members
        if member.kind == "word" and member.rights[0] not in _SMALL
    )
    return members, forms


@lru_cache(maxsize=1 << 12)
def _others(cell: str) -> frozenset[str]:
    return frozenset(each.strip() for each in cell.split(";"))


def _anchors(pieces: Sequence[str]) -> list[int]:
    """The places of the two longest large words, likely the rarest; of a small word where all are small."""
    words_at = [
        place
        for place, piece in enumerate(pieces)
        if piece[0].isalnum() and piece not in ("sb", "one's", "oneself")
    ]
    large = [place for place in words_at if _plain(pieces[place]) not in _SMALL]
    return sorted(large or words_at, key=lambda place: -len(_plain(pieces[place])))[: 2 if large else 1]


def _plain(piece: str) -> str:
    """The first right form of a piece."""
    return piece.partition("/")[0].split("|")[0].removeprefix("@")


def _forms(piece: str) -> Iterator[str]:
    """The words, right or wrong, by which a place is found."""
    right, _, wrong = piece.partition("/")
    yield from right.split("|")
    yield from filter(None, wrong.split("|"))


@lru_cache(maxsize=1 << 12)
def _keys(word: str) -> tuple[str, ...]:
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
        return Member(piece, (piece,), _ARTICLES, droppable=place > 0)
    if piece in ("sb", "*", "."):
        return Member(piece)
    if piece == "oneself":
        return Member("word", _REFLEXIVE)
    right, _, named = piece.partition("/")
    kind = "verb" if right.startswith("@") else "word"
    rights = tuple(each.removeprefix("@") for each in right.split("|"))
    names = {each.removeprefix("@") for each in named.split("|") if each}
    wrongs = set(names)
    first, last = place == 0, place == len(pieces) - 1
    before = pieces[place - 1].partition("/")[0].split("|")[0] if place else ""
    droppable = False
    if kind == "verb":
        if rights[0] in _LIGHT and _plain(pieces[_anchors(pieces)[0]]) not in _SMALL:
            wrongs |= _CHANGING - frozenset(rights)
    elif rights[0] in _ARTICLES:
        accepted = {*rights, *(("a", "an") if {"a", "an"} & {*rights} else ())}
        wrongs |= _ARTICLES - accepted
        droppable = not first and before not in ("and", "or", "sb", "*")
        rights = tuple(dict.fromkeys((*rights, *accepted)))
    elif rights[0] in _PARTICLE:
        wrongs |= _PARTICLES - frozenset(rights)
    elif rights[0] in _PREPOSITIONS:
        wrongs |= _PREPOSITIONS - frozenset(rights)
        if first:
            wrongs &= _FIRST
        elif last:
            wrongs -= _LOOSE
            droppable = rights[0] in ("of", "to", "with") and before not in _SMALL
        elif not first and before not in ("sb", "*"):
            after = pieces[place + 1].partition("/")[0].split("|")[0]
            droppable = after in _ARTICLES or after in ("one's", "sb") or after not in _SMALL
    elif rights[0] not in _SMALL:
        wrongs |= frozenset(_numbers(rights))
    wrongs |= names
    bare = (
        kind == "word"
        and not first
        and rights[0] not in _SMALL
        and (before in _PREPOSITIONS or before.startswith("@"))
        and bool({"NN", "NNS", "JJ"} & lexicon.tags(rights[0]))
    )
    others = sum(_large(each) for each in pieces) - _large(piece)
    free = rights[0] not in _SMALL and rights[0] not in _LIGHT and others > 0 and len(pieces) > 2
    return Member(kind, rights, frozenset(wrongs), droppable, bare, frozenset(names), free, others)


def _large(piece: str) -> bool:
    """Whether a piece is a word of its own meaning, neither small nor a verb that only makes the phrase."""
    plain = _plain(piece)
    return piece not in ("sb", "one's", "oneself", "*", ".") and plain not in _SMALL | _LIGHT | _EMPTY


def _match(phrase: str, tokens: Sequence[Token], at: int, anchor: int) -> Match | None:
    """The phrase around the word at `at`, in the place `anchor`: as it should be if it can be read so, else with one slip."""
    members = _compiled(phrase)[0]
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
        if not inside or tokens[at].tag in _END or tokens[at].lower in _ENDING:
            yield at, slip
        return
    if member.kind == "one's":
        if inside and tokens[at].tag == "PRP$":
            yield from _walk(tokens, members, place + step, step, at + step, slip)
            return
        if inside and slip is None and tokens[at].lower in _ARTICLES:
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
    if inside and 0 < place < len(members) - 1 and tokens[at].lower in _PREPOSITIONS:
        inner = sum(each.free for each in members) > 1
        if inner and tokens[at].lower not in member.wrongs:
            yield from _walk(tokens, members, place, step, at + step, Slip("extra", place, at))
    bare = members[place].bare if step > 0 else place + 1 < len(members) and members[place + 1].bare
    if bare and inside and tokens[at].lower in _ARTICLES:
        surplus = Slip("surplus", place if step > 0 else place + 1, at)
        yield from _walk(tokens, members, place, step, at + step, surplus)
    if member.droppable:
        missing = Slip("missing", place, at if step > 0 else at + 1)
        yield from _walk(tokens, members, place + step, step, at, missing)


def _stands(tokens: Sequence[Token], phrase: str, found: Match, slip: Slip, taken: frozenset[str]) -> bool:
    """Whether what surrounds the near miss leaves no other reading: a compound, a verb that takes the preposition."""
    members = _compiled(phrase)[0]
    last = members[-1]
    following = tokens[found.end] if found.end < len(tokens) else None
    if last.kind == "word" and last.rights[0] not in _SMALL and following is not None:
        if following.tag in _MORE or following.text in ("-", "/"):
            return False
        if following.lower in _LIMITING and (members[0].kind != "verb" or last.others == 0):
            return False
    if found.start and tokens[found.start - 1].text in ("-", "/"):
        return False
    if slip.kind == "missing":
        if slip.token >= len(tokens):
            return False
        if slip.member == len(members) - 1 and tokens[slip.token].tag not in _STARTS:
            return False
        return tokens[slip.token].space
    token = tokens[slip.token]
    if token.tag in ("NNP", "NNPS") or (token.text[:1].isupper() and slip.token):
        return False
    if slip.kind in ("other", "extra"):
        return slip.kind == "other" or tokens[slip.token + 1].tag not in _STARTS
    if slip.kind == "surplus":
        return len(members) > 2 or following is None or following.tag in _END or following.lower in _ENDING
    member = members[slip.member]
    owner = tokens[slip.token - 1]
    if slip.member and members[slip.member - 1].kind == "one's" and owner.lower in ("their", "our", "your"):
        # "They changed their minds", "stuck their necks out": several people have several.
        return "NNS" not in token.tags or token.lower in member.named or member.rights[0] in _SINGLE
    if member.rights[0] in _PREPOSITIONS and token.lower in _PREPOSITIONS:
        if slip.member == 0 and found.start:
            before = tokens[found.start - 1]
            head = governor(tokens, found.start - 1)
            takes = before.lemma != "be" and head and f"{head} {token.lower}" in taken
            if before.tag in ("IN", "TO", "RP") or takes:
                return False
            if before.lemma != "be" and object_takes(tokens, found.start, token.lower, taken):
                return False
        if token.lower == "to" and tokens[slip.token + 1].tag in ("VB", "VBP"):
            return False
        if slip.member == len(members) - 1:
            if slip.token + 1 >= len(tokens) or free(tokens, slip.token, token.lower):
                return False
            if tokens[slip.token + 1].tag in _END:
                return False
    return True


def _kind(phrase: str, slip: Slip, word: str = "") -> str:
    """What sort of word is wrong, as the table names it: "verb", "article"."""
    member = _compiled(phrase)[0][slip.member]
    if slip.kind == "wrong" and member.named and word in member.named:
        return "named"
    if slip.kind in ("other", "extra"):
        return "member" if slip.kind == "other" else "extra"
    if member.kind == "one's":
        return "owner"
    if slip.kind == "surplus" or member.rights[0] in _ARTICLES:
        return "article"
    if member.kind == "verb":
        return "verb"
    if member.rights[0] not in _PREPOSITIONS | _PARTICLE:
        return "number"
    return "preposition" if slip.member else "first"


def _sort(phrase: str, tokens: Sequence[Token], slip: Slip) -> str:
    """The kind of a slip in a text."""
    token = tokens[slip.token] if slip.kind == "wrong" else None
    verb = _compiled(phrase)[0][slip.member].kind == "verb"
    return _kind(phrase, slip, "" if token is None else token.lemma if verb else token.lower)


def _sure(phrase: str, tokens: Sequence[Token], slip: Slip) -> bool:
    """Whether the slip is no matter of what is meant: "made the statement" may be right, "turned the blind eye" is not."""
    members = _compiled(phrase)[0]
    member = members[slip.member]
    large = sum(each.kind == "word" and each.rights[0] not in _SMALL for each in members)
    if slip.kind == "other":
        return member.others > 1
    if slip.kind != "wrong" or _sort(phrase, tokens, slip) == "named":
        return True
    if not slip.member and member.rights[0] in _PREPOSITIONS:
        return len(members) > 2 and tokens[slip.token].lower in _PLACING
    if member.kind == "verb" or member.rights[0] in _ARTICLES:
        return large > 1
    if slip.member == len(members) - 1 and member.rights[0] in _PREPOSITIONS:
        return tokens[slip.token].lower in _MARKS
    return True


def _said(phrase: str, tokens: Sequence[Token], slip: Slip) -> str:
    """The near miss as the table would write it."""
    members = _compiled(phrase)[0]
    said = []
    for place, member in enumerate(members):
        word = member.rights[0] if member.rights else member.kind
        if place == slip.member and slip.kind == "missing":
            continue
        if place == slip.member and slip.kind in ("surplus", "extra"):
            said.append(tokens[slip.token].lower)
        if place == slip.member and slip.kind in ("wrong", "other"):
            token = tokens[slip.token]
            word = token.lemma if member.kind == "verb" else token.lower
        said.append(word)
    return " ".join(said)


def _hit(tokens: Sequence[Token], phrase: str, found: Match) -> Iterator[Hit]:
    slip = found.slip
    if slip is None:
        return
    member = _compiled(phrase)[0][slip.member]
    message = f"The set phrase is '{shown(phrase)}'."
    token = tokens[slip.token] if slip.token < len(tokens) else None
    if token is None:
        return
    if slip.kind in ("surplus", "extra"):
        following = tokens[slip.token + 1]
        if slip.token:
            yield Hit(Span(tokens[slip.token - 1].end, token.end), ("",), message)
        else:
            yield Hit(Span(token.start, following.end), (_capital(following.text),), message)
        return
    if slip.kind == "missing":
        due = (
            _owners(tokens, slip.token)
            if member.kind == "one's"
            else [_due(member.rights[0], tokens, slip.token)]
        )
        yield Hit(Span(token.start, token.start), tuple(f"{each} " for each in due), message)
        return
    if member.kind == "one's":
        yield Hit(Span(token.start, token.end), tuple(_owners(tokens, slip.token)), message)
        return
    rights: list[str] = []
    for right in member.rights[:1] if member.rights[0] in _ARTICLES else member.rights[:3]:
        form = lexicon.inflect(right, token.tag) if member.kind == "verb" else right
        if form:
            rights.append(_due(form, tokens, slip.token + 1))
    if rights:
        capital = token.text[:1].isupper()
        yield Hit(
            Span(token.start, token.end),
            tuple(_capital(each) if capital else each for each in rights),
            message,
        )


def _owners(tokens: Sequence[Token], at: int) -> list[str]:
    """The possessives that the place at `at` may want: that of the last pronoun before it, or any of the third person."""
    for token in reversed(tokens[:at]):
        if token.lower in _OWNERS:
            return [_OWNERS[token.lower]]
        if token.tag == "NNS":
            return ["their"]
    return ["his", "her", "its"]


def _due(word: str, tokens: Sequence[Token], following: int) -> str:
    """The word itself, or "a" or "an" as the token at `following` sounds."""
    if word not in ("a", "an") or following >= len(tokens):
        return word
    return article(tokens[following].text)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def shown(phrase: str) -> str:
    """The phrase as a person reads it."""
    said = []
    for piece in phrase.split():
        if piece in ("*", "."):
            continue
        said.append("..." if piece == "sb" else piece.partition("/")[0].split("|")[0].removeprefix("@"))
    return " ".join(said)
