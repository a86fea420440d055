"""Fills a rule's replacement or message with what its pattern matched.

{name} {2}         the words taken by an element, by name or number
{name.lower}       in lower case; {name.cap} with a capital
{name:VBG}         the word's lemma inflected to a Penn tag
{keep@name}        the lemma "keep" inflected as the word `name` is
{a+name}           "a" or "an", as the word sounds
{first..last}      everything from one element to another
{span}             the marked span
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.checks.pattern.matcher import Match
from editor.text import lexicon
from editor.text.articles import article
from editor.text.model import Token

_SLOT = re.compile(r"\{([^{}]+)\}")


class Unfillable(Exception):
    """A slot has no answer here (no such inflection, an optional element that took nothing)."""


def fill(template: str, match: Match, tokens: Sequence[Token], text: str) -> str | None:
    """The text with its slots filled and doubled spaces closed up; None where a slot has no answer."""
    try:
        filled = _SLOT.sub(lambda slot: _slot(slot.group(1), match, tokens, text), template)
    except Unfillable:
        return None
    return re.sub(r"  +", " ", filled).strip() if "{" in template else filled


def _slot(slot: str, match: Match, tokens: Sequence[Token], text: str) -> str:
    if slot == "span":
        return _slice(match.marked, tokens, text)
    if ".." in slot:
        first, _, last = slot.partition("..")
        front, back = match.captures.get(first), match.captures.get(last)
        if front is None or back is None or back[1] <= front[0]:
            raise Unfillable
        return _slice((front[0], back[1]), tokens, text)
    if slot.startswith("a+"):
        return article(_slice(_taken(slot[2:], match), tokens, text))
    if "@" in slot:
        lemma, _, name = slot.partition("@")
        token = tokens[_taken(name, match)[0]]
        return _inflect(lemma, token.tag)
    if ":" in slot:
        name, _, tag = slot.partition(":")
        token = tokens[_taken(name, match)[1] - 1]
        return _as_written(_inflect(_lemma(token, tag), tag), token)
    name, _, case = slot.partition(".")
    words = _slice(match.captures.get(name, (0, 0)), tokens, text)
    if case == "lower":
        return words.lower()
    if case == "cap":
        return words[:1].upper() + words[1:]
    return words


def _taken(name: str, match: Match) -> tuple[int, int]:
    taken = match.captures.get(name)
    if taken is None or taken[0] == taken[1]:
        raise Unfillable
    return taken


def _slice(taken: tuple[int, int], tokens: Sequence[Token], text: str) -> str:
    begin, end = taken
    return text[tokens[begin].start : tokens[end - 1].end] if end > begin else ""


def _lemma(token: Token, tag: str) -> str:
    if token.lemma and token.tag[:1] == tag[:1]:
        return token.lemma
    lemmas = lexicon.lemmas(token.lower, tag)
    return lemmas[0] if lemmas else token.lower


def _inflect(lemma: str, tag: str) -> str:
    form = lexicon.inflect(lemma, tag)
    if form is None:
        raise Unfillable
    return form


def _as_written(form: str, token: Token) -> str:
    if token.text.isupper() and len(token.text) > 1:
        return form.upper()
    if token.text[:1].isupper():
        return form[:1].upper() + form[1:]
    return form
