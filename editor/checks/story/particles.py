"""Verbs with a particle that is not the one their noun asks for: "called out the match", "the fire was put off".

A row of the table names a verb with its particle, and the nouns with which it goes: "call off" | "match strike game".
`+on` adds a particle to those that are wrong there (up, out, off, down and away are anyway, but for those that
another row of the verb has with the same noun); the nouns after `@self` are subjects: "break out" | "@self fire war".
"Longman Phrasal Verbs Dictionary"; "Oxford Phrasal Verbs Dictionary".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from editor.checks.registry import Hit, check
from editor.once import for_each
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.phrases import TEMPORAL, phrase_at
from editor.text.roles import key, subject, voice
from editor.text.words import words
from editor.values import Span

_WRONG = words("up out off down away")
_PARTICLES = _WRONG | words("on in over back through along")
_NOUNS = frozenset(["NN", "NNS"])
_PHRASE = frozenset(["DT", "PRP$", "NN", "NNS", "JJ", "JJR", "CD", "NNP", "VBN", "VBG", "$"])
_STOPS = frozenset([".", ",", ":", "CC", "IN", "TO", "''", ")", "WDT", "WRB", "RB"])
_SOON = words("last this next every yesterday today tomorrow")


class Row(NamedTuple):
    """The particle that a verb has with some nouns, as its objects or, where it is said of itself, as its subjects."""

    particle: str
    wrong: frozenset[str]
    nouns: frozenset[str]
    itself: bool


@for_each
def _table(rule: Rule) -> Mapping[str, Sequence[Row]]:
    """By verb: what its particles go with."""
    table: dict[str, list[Row]] = {}
    for verb, cell in rule.spec["map"].items():
        lemma, particle = verb.split()
        objects, _, subjects = cell.partition("@self")
        for text, itself in ((objects, False), (subjects, True)):
            named = text.split()
            more = frozenset(each[1:] for each in named if each.startswith("+"))
            nouns = frozenset(each for each in named if not each.startswith("+"))
            if nouns:
                row = Row(particle, (_WRONG | more) - {particle}, nouns, itself)
                table.setdefault(lemma, []).append(row)
    return table


@check("particles.wrong")
def wrong(story: Story, rule: Rule) -> Iterator[Hit]:
    """A particle that does not go with the verb and its noun."""
    table = _table(rule)
    for line in story.body:
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.tag[:2] != "VB" or token.lemma not in table or at + 1 >= len(tokens):
                continue
            found = _particle(tokens, at)
            if found is None:
                continue
            place, noun, itself = found
            rights = [
                row.particle for row in table[token.lemma] if noun in row.nouns and row.itself == itself
            ]
            said = tokens[place].lower
            if (
                rights
                and said not in rights
                and any(
                    said in row.wrong
                    for row in table[token.lemma]
                    if noun in row.nouns and row.itself == itself
                )
            ):
                yield Hit(
                    Span(tokens[place].start, tokens[place].end),
                    tuple(rights),
                    f"With '{noun}' the verb is '{token.lemma} {' or '.join(rights)}'.",
                )


def _particle(tokens: Sequence[Token], at: int) -> tuple[int, str, bool] | None:
    """Where the particle of the verb at `at` stands, the noun that the verb is said of, and whether that is its subject."""
    following = tokens[at + 1]
    if following.lower in _PARTICLES:
        if at + 2 < len(tokens) and (tokens[at + 2].text == "-" or tokens[at + 2].lower in ("of", "to")):
            return None
        if voice(tokens, at) == "passive":
            noun = _subject(tokens, at)
            return (at + 1, noun, False) if noun and _ends(tokens, at + 2) else None
        phrase = phrase_at(tokens, at + 2, -1) if at + 2 < len(tokens) else None
        if phrase is not None and tokens[at + 2].tag in _PHRASE and tokens[at + 2].lower not in _SOON:
            after = tokens[phrase.end] if phrase.end < len(tokens) else None
            if tokens[phrase.head].tag in _NOUNS and (
                after is None
                or (
                    after.tag not in _NOUNS
                    and after.text != "-"
                    # "Shoot out jets of water".
                    and not (after.lower == "of" and tokens[phrase.head].lemma == "jet")
                )
            ):
                return at + 1, key(tokens[phrase.head]), False
            return None
        if _ends(tokens, at + 2):
            noun = _subject(tokens, at)
            return (at + 1, noun, True) if noun else None
        return None
    phrase = phrase_at(tokens, at + 1, -1) if following.tag in _PHRASE else None
    if phrase is None or tokens[phrase.head].tag not in _NOUNS or phrase.end >= len(tokens):
        return None
    if tokens[phrase.end].lower in _PARTICLES and _ends(tokens, phrase.end + 1):
        return phrase.end, key(tokens[phrase.head]), False
    return None


def _subject(tokens: Sequence[Token], at: int) -> str | None:
    """The noun that is the subject of the verb at `at`, past "be" and "have"."""
    noun = subject(tokens, at)
    return key(tokens[noun]) if noun is not None and tokens[noun].tag in _NOUNS else None


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing follows at `at` that a preposition before it would govern."""
    if at >= len(tokens):
        return True
    if tokens[at].tag == "DT":
        return at + 1 < len(tokens) and tokens[at + 1].lower in TEMPORAL
    soon = tokens[at].lower in _SOON
    return soon or (tokens[at].tag in _STOPS and tokens[at].lower not in ("of", "to", "from"))
