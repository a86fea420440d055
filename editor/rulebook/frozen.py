"""Derives from a set phrase the patterns of its near misses: one small word, verb or number wrong, all else right.

    @turn/@close a/the blind eye/eyes to/on|at

A member with a slash can go wrong: before it what is right, after it what people write instead, alternatives
parted by `|`. `~` is no word at all, `_` joins the words of a longer member. In the place of wrong words

    P  any other of the common prepositions     D  any other article, or none
    L  any other verb that makes set phrases    N  the noun in its other number

and nothing at all after the slash means the one of these that fits. What has no slash is taken as the pattern
notation has it; a macro after `!`, at the end, counts only where the member before it is wrong. Each pattern lets one member go wrong, so that a phrase with two slips is left to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor.text import lexicon
from editor.text.articles import article

NOTHING = "~"
PREPOSITIONS = [
    "in",
    "on",
    "at",
    "to",
    "of",
    "for",
    "from",
    "by",
    "with",
    "under",
    "into",
    "about",
    "over",
    "after",
    "upon",
    "within",
    "through",
    "against",
    "towards",
]
ARTICLES = ("a", "an", "the")
VERBS = [
    "make",
    "do",
    "take",
    "have",
    "give",
    "put",
    "bring",
    "hold",
    "set",
    "get",
    "keep",
    "carry",
    "draw",
    "pay",
    "perform",
    "realize",
    "realise",
    "accomplish",
    "provide",
    "commit",
]
_BEFORE = "<IN|TO|VB|VBD|VBN|VBG|VBZ|VBP>&!"
_OPTIONAL = re.compile(r"(?P<test>.+)(?:\?|\*|\{0,(?P<most>\d)\})")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z'-]*")


@dataclass(frozen=True, slots=True)
class Member:
    """A word of the phrase: the pattern of what is right, and where it can go wrong the right and wrong forms."""

    pattern: str
    rights: tuple[str, ...] = ()
    wrongs: tuple[str, ...] = ()
    guard: bool = False
    """Whether it looks at what follows only where the member before it is the wrong one."""


def variants(line: str) -> list[dict[str, object]]:
    """The patterns of a phrase's near misses, each {match, replace, message}; raises ValueError."""
    members = [_member(piece) for piece in line.split()]
    shown = _shown(members)
    found: list[dict[str, object]] = []
    for place, member in enumerate(members):
        for match, replace in _misses(members, place) if member.wrongs else ():
            found.append({"match": match, "replace": replace, "message": f"The set phrase is '{shown}'."})
    if not found:
        raise ValueError(f"no member of the phrase '{line}' can go wrong; mark one with a slash")
    return found


def _member(piece: str) -> Member:
    if piece.startswith("!$"):
        return Member(piece[1:], guard=True)
    if "/" not in piece or piece[0] in '/"<':
        words = tuple(piece.split("|"))
        return Member(_choice(words), words) if "_" in piece else Member(piece)
    right, _, wrong = piece.partition("/")
    rights = tuple(right.split("|"))
    if not right:
        raise ValueError(f"'{piece}' needs a right form before its slash")
    wrongs = tuple(dict.fromkeys(_wrongs(rights, wrong.split("|") if wrong else [_usual(rights[0])])))
    return Member(_accepts(rights), rights, wrongs)


def _usual(right: str) -> str:
    """The class of wrong words that fits a right one."""
    if right in (*ARTICLES, NOTHING):
        return "D"
    if right in PREPOSITIONS:
        return "P"
    return "L" if right.startswith("@") else "N"


def _wrongs(rights: tuple[str, ...], names: list[str]) -> Iterator[str]:
    for name in names:
        if name == "P":
            yield from (each for each in PREPOSITIONS if each not in rights)
        elif name == "D":
            yield from (each for each in (*ARTICLES, NOTHING) if each not in _with_article(rights))
        elif name == "L":
            yield from ("@" + each for each in VERBS if "@" + each not in rights)
        elif name == "N":
            yield from filter(None, (_other_number(each) for each in rights))
        else:
            yield name


def _with_article(rights: tuple[str, ...]) -> tuple[str, ...]:
    return (*rights, "a", "an") if "a" in rights or "an" in rights else rights


def _other_number(word: str) -> str | None:
    single = lexicon.lemmas(word, "NNS")
    if single and single[0] != word:
        return single[0]
    plural = lexicon.inflect(word, "NNS")
    return plural if plural and plural != word else None


def _accepts(rights: tuple[str, ...]) -> str:
    words = [each for each in _with_article(rights) if each != NOTHING]
    if not words:
        return ""
    accepted = _choice(tuple(dict.fromkeys(words)))
    if NOTHING not in rights:
        return accepted
    return f"{accepted}?"


def _choice(words: tuple[str, ...]) -> str:
    """One element, or a group where a form has several words."""
    if not any("_" in each for each in words):
        return "|".join(words)
    return "( " + " || ".join(each.replace("_", " ") for each in words) + " )"


def _misses(members: list[Member], place: int) -> Iterator[tuple[str, list[str]]]:
    member = members[place]
    before = [each.pattern for each in members[:place]]
    words = tuple(each for each in member.wrongs if each != NOTHING)
    for after, replace in _endings(members, place):
        if words:
            verbs = all(each.startswith("@") for each in words)
            wrong = "v:" + "|".join(words) + "&<VB.*>" if verbs else _choice(words)
            yield _joined([*before, "[", wrong, "]", *after]), replace
        if NOTHING in member.wrongs and not member.rights[0].startswith("@"):
            # A phrase that lacks its first word begins after a word that is not that.
            front = before if any(before) else [_BEFORE + member.pattern]
            yield _joined([*front, "[", "]", *after]), replace


def _joined(pieces: list[str]) -> str:
    return " ".join(filter(None, pieces))


def _endings(members: list[Member], place: int) -> Iterator[tuple[list[str], list[str]]]:
    """What follows a member, with the replacements for it. Which of 'a' and 'an' is due hangs on the next word."""
    member = members[place]
    rest = [each.pattern for at, each in enumerate(members[place + 1 :]) if not each.guard or at == 0]
    if member.rights[0] not in ("a", "an") or not rest:
        yield rest, [_replacement(each) for each in member.rights]
        return
    following = members[place + 1]
    if following.pattern.startswith("("):
        articles = {article(each.split("_")[0]) for each in following.rights}
        if len(articles) != 1:
            raise ValueError(f"no one article fits what follows '{member.rights[0]}'")
        yield rest, [*articles]
        return
    optional = _OPTIONAL.fullmatch(rest[0])
    if optional is None:
        yield _named(rest), ["{a+nx}"]
        return
    yield _named(rest[1:]), ["{a+nx}"]
    most = optional.group("most")
    yield [f"nx:{optional.group('test')}" + (f"{{1,{most}}}" if most else ""), *rest[1:]], ["{a+nx}"]


def _named(rest: list[str]) -> list[str]:
    return [f"nx:{rest[0]}", *rest[1:]] if rest else rest


def _replacement(right: str) -> str:
    if right == NOTHING:
        return ""
    return f"{{{right[1:]}@v}}" if right.startswith("@") else right.replace("_", " ")


def _shown(members: list[Member]) -> str:
    """The phrase as a person reads it."""
    words: list[str] = []
    depth = 0
    for place, member in enumerate(members):
        pattern = member.rights[0] if member.rights else member.pattern
        if pattern.startswith(("(", ")")):
            depth += 1 if pattern.startswith("(") else -1
            continue
        word = pattern.split("|")[0].removeprefix("@").replace("_", " ")
        if depth or pattern == NOTHING or _OPTIONAL.fullmatch(pattern):
            continue
        if word in ("a", "an") and member.rights:
            following = next(
                (each.pattern for each in members[place + 1 :] if _PLAIN.match(each.pattern)), ""
            )
            words.append(article(following.split("|")[0]) if following else "a")
        elif all(_PLAIN.fullmatch(part) for part in word.split()):
            words.append(word)
        elif words and words[-1] != "...":
            words.append("...")
    return " ".join(words).strip(". ")
