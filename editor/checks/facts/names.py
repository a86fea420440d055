"""One name spelt in two ways: which of its spellings a story should keep.

Two words are spellings of one name where they differ by a letter or two and the story itself says that they are one: the
second comes alone, or after the same first name, once the first was introduced. Relatives, plurals, demonyms, and names
that stand side by side are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from editor.checks.facts.mentions import Mention, distance, is_common
from editor.text import lexicon
from editor.values import Span

_SUFFIXES = re.compile(
    r"(?:s|es|'s|ns|ans|n|an|ian|ean|i|ese|ish|ic|a|ez|son|sen|man|er|in|ina|ova|eva|ite|y|ie|h)$"
)
# Spelt so or so, spoken alike.
_ALIKE = [
    set(group.split())
    for group in (
        "jon john", "sara sarah", "stephen steven stefan", "philip phillip filip", "geoffrey jeffrey", "catherine katherine kathryn katharine",
        "mohamed mohammed muhammad mohammad mohamad", "ann anne", "marc mark", "eric erik", "alan allan allen", "brian bryan", "carl karl",
        "nicholas nicolas", "frederick frederic", "laurence lawrence", "neil neal niel", "sean shaun shawn", "graham graeme", "ian iain",
        "elizabeth elisabeth", "isabel isabelle isobel", "lindsay lindsey", "leslie lesley", "deborah debora", "teresa theresa", "tracy tracey",
        "hannah hanna", "sergei sergey serguei", "alexei alexey aleksei", "dmitry dmitri dmitriy", "yuri yury", "vasily vasili vassily",
        "andrei andrey", "nikolai nikolay", "ahmed ahmad", "hussein hossein hussain husain", "abdullah abdallah", "yousef youssef yusuf yousuf",
        "ibrahim ebrahim", "khaled khalid", "saeed said saied", "hasan hassan", "omar umar omer", "ali aly", "rebecca rebekah", "zack zach zac",
        "matthew mathew", "jeff geoff", "cathy kathy", "rachel rachael", "michael micheal", "megan meghan", "kristin kristen christen",
    )
]  # fmt: skip
_GROUP = {name: number for number, group in enumerate(_ALIKE) for name in group}
_STORMS = frozenset(["storm", "hurricane", "typhoon", "cyclone", "depression"])
# So long that a second letter may differ.
_LONG = 8
_FIRST = 4
# Spellings that sound alike differ by so many letters at most.
_UNLIKE = 2
# First names of a man and a woman that differ in their last vowel are mostly shorter.
_SURNAME = 8
# More names than any story has: an archive in one file, where alike names are many.
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling with all places where it stands."""

    text: str
    places: tuple[Mention, ...]

    @property
    def firsts(self) -> frozenset[tuple[str, ...]]:
        """The names that come before it, the bare mentions left out."""
        return frozenset(each.first for each in self.places if each.first)

    @property
    def introduced(self) -> bool:
        """Whether it ends a full name somewhere."""
        return any(each.first and each.last for each in self.places)

    @property
    def bare(self) -> int:
        """How often it stands alone as a whole name."""
        return sum(1 for each in self.places if not each.first and each.last)


@dataclass(frozen=True, slots=True)
class Clash:
    """A place whose spelling differs from the one that the story keeps. `sure` where the story shows that they are one name."""

    span: Span
    wrong: str
    right: str
    sure: bool


def clashes(found: Sequence[Mention], known: Collection[str] = ()) -> Iterator[Clash]:
    """Every place where a name is spelt in another way than the story's own. `known` are names that the world has, lower case."""
    by_text: dict[str, list[Mention]] = {}
    for each in found:
        by_text.setdefault(each.text, []).append(each)
    names = [
        Name(text, tuple(places))
        for text, places in by_text.items()
        if len(text) >= 3 and not all(each.common for each in places)
    ]
    if len(names) > _MOST:
        return
    buckets: dict[str, list[Name]] = {}
    for name in names:
        buckets.setdefault(_plain(name.text)[0], []).append(name)
    for bucket in buckets.values():
        for one, other in combinations(bucket, 2):
            verdict = _one_name(one, other, known)
            if verdict is None:
                continue
            kept, given_up = _kept(one, other, known)
            for place in given_up.places:
                yield Clash(place.span, given_up.text, kept.text, verdict)


# Where these stand two people may have one surname.
_KIN = re.compile(
    r"\b(?:brothers?|sisters?|wife|husband|sons?|daughters?|mother|father|cousins?|uncle|aunt|famil\w+|widow|nephew|niece|twins?|couple|siblings?|relatives?|parents?"
    r"|grand\w+|married|heir|spouse|children)\b",
    re.IGNORECASE,
)


def other_firsts(found: Sequence[Mention], text: str) -> Iterator[Clash]:
    """A first name told once that begins like the one that the same surname has else: "Vincent Attard" after "Victor Attard"."""
    if _KIN.search(text):
        return
    by_last: dict[str, dict[str, list[Mention]]] = {}
    for each in found:
        if each.last and len(each.first) == 1:
            by_last.setdefault(each.text, {}).setdefault(each.first[0], []).append(each)
    firsts = {each.span.end: each for each in found if each.after and not each.first}
    for told in by_last.values():
        if len(told) != 2:
            continue
        one, other = sorted(told, key=lambda first: (-len(told[first]), told[first][0].span.start))
        alike = one[0] == other[0] and min(len(one), len(other)) >= _FIRST and not _near(one, other)
        place = told[other][0]
        first = firsts.get(place.span.start - 1)
        apart = place.line not in {each.line for each in told[one]}
        called = any(each.text in (one, other) and each.last for each in found)
        if alike and apart and len(told[other]) == 1 and first is not None and not called:
            yield Clash(first.span, other, one, False)


def _kept(one: Name, other: Name, known: Collection[str]) -> tuple[Name, Name]:
    def weight(name: Name) -> tuple[float, int]:
        world = 0.6 * _is_known(name.text, known)
        return len(name.places) + 0.5 * name.introduced + world, -name.places[0].span.start

    return (one, other) if weight(one) >= weight(other) else (other, one)


def _one_name(one: Name, other: Name, known: Collection[str]) -> bool | None:
    """True where the story shows that both are one name, False where they may be, None where they are not."""
    if _together(one, other):
        return None
    if min(len(one.text), len(other.text)) < 4 or not _near(one.text, other.text):
        if _same_storm(one, other):
            return True
        return False if _one_more_s(one, other) or _same_speaker(one, other, known) else None
    shortest = min(len(one.text), len(other.text))
    first, second = (one, other) if one.introduced or not other.introduced else (other, one)
    if _same_after(one, other):
        # A first name before the same last name.
        alike = _alike(_plain(one.text), _plain(other.text))
        return True if alike or not all(_is_known(each.text, known) for each in (one, other)) else None
    if all(_is_known(each.text, known) for each in (one, other)):
        # Two names that the world has are two names, unless the same words come before both, or one speaks who was never introduced.
        if _same_first(first, second) and _ends(first, second):
            return True
        return False if shortest >= 6 and _speaks_unnamed(first, second) else None
    if _same_first(first, second):
        return True
    if not second.firsts and second.bare and first.introduced and len(first.firsts) == 1:
        # A known word alone may be somebody or something else: a town, a firm.
        return (
            None
            if _is_known(second.text, known) and not _is_known(first.text, known) and len(second.places) > 1
            else True
        )
    if first.firsts or second.firsts or shortest < 5 or distance(_plain(one.text), _plain(other.text), 1) > 1:
        return None
    rare, often = sorted((len(one.places), len(other.places)))
    if often >= 2:
        return False if rare == 1 and shortest >= 6 else None
    # Told once each, and nothing that the world has: a storm, a village.
    unknown = not any(_is_known(each.text, known) for each in (one, other))
    return False if unknown and _sounds(one.text) == _sounds(other.text) else None


def _same_storm(one: Name, other: Name) -> bool:
    """Whether both name a storm of one kind, and begin alike: a year's storms are named down the alphabet."""
    kinds = {first[-1].lower() for first in one.firsts | other.firsts}
    return len(kinds) == 1 and kinds <= _STORMS and bool(one.firsts and other.firsts)


def _one_more_s(one: Name, other: Name) -> bool:
    """Whether one is the other with an s, told once and alone as somebody who speaks: "Gwatkins said" of Carl Gwatkin."""
    short, long = sorted((one, other), key=lambda name: len(name.text))
    return long.text == f"{short.text}s" and (_speaks_unnamed(short, long) or _speaks_unnamed(long, short))


def _same_speaker(one: Name, other: Name, known: Collection[str]) -> bool:
    """Whether one is told once, alone, where the other was introduced; it speaks, or the other stands alone too."""
    rare, told = sorted((one, other), key=lambda name: (len(name.places), name.introduced))
    if _long_alike(_plain(rare.text), _plain(told.text)):
        return _speaks_unnamed(told, rare) and not _is_known(rare.text, known)
    return (
        len(rare.places) == 1
        and distance(_plain(one.text), _plain(other.text), _UNLIKE) <= _UNLIKE
        and not rare.firsts
        and rare.bare == 1
        and (rare.places[0].speaks or told.bare > 0)
        and not _is_known(rare.text, known)
        and (told.introduced or any(not each.first and each.after for each in told.places))
        and _sounds(rare.text) == _sounds(told.text)
    )


def _long_alike(one: str, other: str) -> bool:
    """Whether two long names begin and end alike: "Orazbekova" and "Orazbaeva"."""
    return (
        min(len(one), len(other)) >= _LONG
        and one[:5] == other[:5]
        and one[-2:] == other[-2:]
        and abs(len(one) - len(other)) <= 1
    )


def _speaks_unnamed(first: Name, second: Name) -> bool:
    """Whether the second is told once, alone, as somebody who speaks, and only the first was introduced."""
    return (
        first.introduced
        and len(second.places) == 1
        and not second.firsts
        and second.bare == 1
        and second.places[0].speaks
    )


def _sounds(word: str) -> str:
    """The consonants of a name, doubled ones once, those that sound alike as one."""
    plain = _plain(word).translate(str.maketrans("czqvdgbyx", "kskftkpis"))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouhw]|(?<=n)k", "", plain))


def _ends(one: Name, other: Name) -> bool:
    return all(each.last for name in (one, other) for each in name.places if each.first)


def _same_first(one: Name, other: Name) -> bool:
    """Whether both come after the same first name, and after no other."""
    firsts = {first[-1] for first in one.firsts | other.firsts}
    return bool(one.firsts and other.firsts) and len(firsts) == 1 and not is_common(*firsts)


def _same_after(one: Name, other: Name) -> bool:
    """Whether both open a name and the same word follows."""
    after = {each.after for name in (one, other) for each in name.places}
    return len(after) == 1 and "" not in after and not (one.firsts or other.firsts)


def _together(one: Name, other: Name) -> bool:
    """Whether both stand in one sentence, as two people do."""
    return not {each.line for each in one.places}.isdisjoint(each.line for each in other.places)


def _is_known(word: str, known: Collection[str]) -> bool:
    return word.lower() in known or lexicon.knows(word)


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    """The word in small letters without accents."""
    if word.isascii():
        return word.lower()
    flat = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in flat if not unicodedata.combining(letter)).translate(
        str.maketrans("łøđı", "lodi")
    )


def _alike(one: str, other: str) -> bool:
    """Whether two first names are spoken alike."""
    group = _GROUP.get(one)
    return group is not None and group == _GROUP.get(other)


def _near(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if short == long:
        # Accents and capitals alone: "Erdogan" and "Erdoğan", "McKay" and "Mckay".
        return one.lower() != other.lower() or (one.isupper() == other.isupper())
    if _alike(short, long):
        return True
    if len(long) - len(short) > 2:
        return False
    ending = long.removeprefix(short)
    if ending != long and _SUFFIXES.fullmatch(ending) and ending != short[-1]:
        return False
    if (
        len(short) == len(long) < _SURNAME
        and short[:-1] == long[:-1]
        and {short[-1], long[-1]} <= set("aeio")
    ):
        # Mario and Maria, Andre and Andrea, Oslo.
        return False
    if "-" in short + long:
        parts, others = short.split("-"), long.split("-")
        if len(parts) != len(others):
            return False
        differing = [pair for pair in zip(parts, others, strict=True) if pair[0] != pair[1]]
        return len(differing) == 1 and len(differing[0][0]) >= 4 and distance(*differing[0], 1) <= 1
    most = 2 if len(short) >= _LONG or (len(long) > _LONG and short[:6] == long[:6]) else 1
    return distance(short, long, most) <= most
