"""What a table of collocations says of a word and its companion: which companions are wrong, and what goes instead.

A table's row names words and, for each wrong companion, the right one: "mistake error" | "do give > make; take > make".
A companion may ask what follows: `put[on,to]`, or what does not: `give[-to,on]`; `@np` is a noun phrase, `@end` the end of a clause,
`@verb` a finite verb, `@to` an infinitive, `@to-np` "to" and a noun, `@amount` "by 3%" or "to $5", `@percent` "3%" or "two points", `@count` "about 40 clerks", `@alone` neither an object nor an agent ("raised sharply",
"raised 3%", but not "raised doubts" or "raised by the bank").
A companion with a particle is written `carry_out`. Of nouns a row may name a class: `@people`, `@body`, or `@any`, every common noun. A companion whose right word is `=` is right
as it stands: with "dream goal" | "realize > =" the row "@any" | "realize > carry out" leaves dreams and goals alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import starmap
from typing import NamedTuple

from editor.checks.registry import prepares
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.roles import key, titled
from editor.text.words import words

_NOUNS = frozenset(["NN", "NNS"])
_CLASSES = {"@people": "confusions-people", "@body": "collocations-bodies"}
_PHRASE = frozenset(["DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "CD", "PRP", "$", "PDT"])
_ABOUT = frozenset(["about", "almost", "nearly", "around", "more", "less", "over", "half", "roughly"])
_PARTS = frozenset(
    ["third", "quarter", "fifth", "tenth", "half", "percentage", "record", "fraction", "sixth", "further"]
)
_VERBAL = frozenset(["RP", "VB", "VBN", "VBG", "WP"])
_UNITS = words("""% percent percentage point points cent cents pence basis degree degrees foot feet meter meters metre metres
    inch inches centimeter centimeters centimetre centimetres cm times per""")
_TIMES = words("""last next this monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow overnight
    again further even more""")
_RIGHT = ("=",)
_COMPANION = re.compile(r"([^\s\[\]]+)(?:\[([^\]]*)\])?")


class Choice(NamedTuple):
    """What to say instead of a companion: the words, best first, and what must or must not follow."""

    right: tuple[str, ...]
    after: frozenset[str]
    unless: frozenset[str]


Cell = tuple[tuple[str, ...], frozenset[str], frozenset[str]]
Table = Mapping[str, Mapping[str, Sequence[Cell]]]


@prepares("collocations.objects", "collocations.subjects", "collocations.adjectives", "collocations.adverbs")
def table_of(rule: Rule) -> Table:
    """By companion, then by word: the choices of the rule's table."""
    table: dict[str, dict[str, list[Cell]]] = {}
    for nouns, choices in rule.spec["map"].items():
        for choice in choices.split(";"):
            wrong, _, right = choice.partition(">")
            rights = tuple(each.strip() for each in right.split("/"))
            for found in _COMPANION.finditer(wrong):
                condition = found.group(2) or ""
                words_after = frozenset(each for each in condition.removeprefix("-").split(",") if each)
                barred = condition.startswith("-")
                none: frozenset[str] = frozenset()
                made = (rights, none if barred else words_after, words_after if barred else none)
                by_word = table.setdefault(found.group(1), {})
                for noun in nouns.split():
                    by_word.setdefault(noun, []).append(made)
    return table


def choice_for(
    story: Story,
    by_word: Mapping[str, Sequence[Cell]],
    tokens: Sequence[Token],
    noun: int,
    after: int,
    more: frozenset[str] = frozenset(),
) -> Choice | None:
    """What goes with the noun instead of the companion whose row `by_word` is; None where nothing need go instead.

    `after` is the token that follows them; `more` holds further conditions that are met.
    """
    noun = titled(tokens, noun)
    choice = fitting(_cells(story, by_word, tokens, noun), tokens, after, more)
    return None if choice is None or choice.right == _RIGHT else choice


def _cells(
    story: Story, by_word: Mapping[str, Sequence[Cell]], tokens: Sequence[Token], noun: int
) -> Sequence[Cell]:
    name = key(tokens[noun])
    compound = f"{tokens[noun - 1].lower}_{name}" if noun else name
    cells = by_word.get(compound) or by_word.get(name) or by_word.get(tokens[noun].lower)
    if cells is not None:
        return cells
    for each, names in _CLASSES.items():
        if each in by_word and name in story.lists[names]:
            return by_word[each]
    return by_word.get("@any", ()) if tokens[noun].tag in _NOUNS else ()


def fitting(
    cells: Sequence[Cell], tokens: Sequence[Token], after: int, more: frozenset[str] = frozenset()
) -> Choice | None:
    """The first of the cells whose conditions what follows at `after` meets."""
    for choice in starmap(Choice, cells):
        if not choice.after and not choice.unless:
            return choice
        follows = _follows(tokens, after) | more
        if (not choice.after or follows & choice.after) and not follows & choice.unless:
            return choice
    return None


def _follows(tokens: Sequence[Token], after: int) -> frozenset[str]:
    if after >= len(tokens):
        return frozenset(["@end"])
    token = tokens[after]
    following = tokens[after + 1] if after + 1 < len(tokens) else token
    found = set() if following.lower in ("whom", "which") else {token.lower}
    if _alone(tokens, after):
        found.add("@alone")
    counted = _counted(tokens, after)
    if counted is not None:
        found.add("@percent" if tokens[counted].lower in _UNITS else "@count")
    if token.tag in ("MD", "VBD", "VBZ", "VBP") or token.lower == "n't":
        found.add("@verb")
    if token.lower in ("by", "to", "from", "above", "below") and (
        following.tag in ("CD", "$") or following.lower in _ABOUT or _part(tokens, after + 1)
    ):
        found |= {"@amount", "@by-amount"} if token.lower == "by" else {"@amount"}
    if token.lower in ("in", "at", "on") and following.tag in ("NNP", "NNPS"):
        found.add("@at-name")
    if token.tag == "CD" and re.fullmatch(r"\d+-\d+", token.text):
        found.add("@score")
    if token.tag in _PHRASE:
        found.add("@np")
    if token.tag in (".", "''"):
        found.add("@stop")
    if token.tag == ",":
        found.add("@comma")
    if token.tag == "TO":
        found.add("@to" if following.tag == "VB" else "@to-np")
    if token.tag in (".", ",", ":", "CC", "''", "WRB") or token.lower in (
        "after",
        "before",
        "when",
        "while",
        "as",
    ):
        found.add("@end")
    return frozenset(found)


def _alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb before `at` stands by itself: neither an object follows, unless it is how much, nor an agent."""
    if tokens[at].lower == "by":
        return at + 1 < len(tokens) and (
            tokens[at + 1].tag in ("CD", "$") or tokens[at + 1].lower in _ABOUT or _part(tokens, at + 1)
        )
    measured = _counted(tokens, at)
    if measured is not None:
        return tokens[measured].lower in _UNITS
    return tokens[at].lower in _TIMES or tokens[at].tag not in _PHRASE | _VERBAL


def _counted(tokens: Sequence[Token], at: int) -> int | None:
    """What stands after the number that begins at `at`, past "more than" and the like; None where none begins there."""
    while at < len(tokens) and (tokens[at].lower in _ABOUT or tokens[at].lower in ("than", "up", "to")):
        at += 1
    return at + 1 if at + 1 < len(tokens) and tokens[at].tag == "CD" else None


def _part(tokens: Sequence[Token], at: int) -> bool:
    """Whether a fraction begins at `at`: "a third", "a percentage point"."""
    return at + 1 < len(tokens) and tokens[at].lower == "a" and tokens[at + 1].lower in _PARTS
