"""Near misses of set phrases, read off the right phrase: one small word, article, number or light verb is wrong, all else right.

A row of the table is a phrase as it should be, and what else is right in its place, parted by semicolons: a near miss
in so many words, or `any` with the sort of word that may change freely; `doubt` leaves that sort to a person.

    @turn a blind eye to
    @have a word with       any verb
    on the brink of         on a brink of; doubt first

How a row is read is told in editor/text/setphrases/rows.py, and how the second column is counted in tools/build_setphrases.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from editor.checks.registry import Hit, check, prepares
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.articles import article
from editor.text.model import Token
from editor.text.setphrases.rows import ARTICLES, members_of, shown
from editor.text.setphrases.search import Index, index_of, seen
from editor.text.setphrases.slips import said, sort_of, sure
from editor.text.setphrases.walk import Match, Slip
from editor.values import Severity, Span

_OWNERS = {
    "he": "his", "his": "his", "him": "his", "she": "her", "her": "her", "they": "their", "their": "their", "them": "their",
    "it": "its", "its": "its", "i": "my", "my": "my", "we": "our", "our": "our", "you": "your", "your": "your",
}  # fmt: skip
_TAKES = "heads-takes"


@check("setphrases.near")
def near(story: Story, rule: Rule) -> Iterator[Hit]:
    """A set phrase with one slip: "turned a blind eye on", "at the large", "around the corners"."""
    index = _index(rule)
    also = rule.spec["map"]
    taken = story.lists.get(_TAKES, frozenset())
    for line in story.body:
        tokens = line.tagged
        for phrase, found in seen(tokens, index, also, taken).wrong:
            loud = None if found.slip is None else loudness(phrase, also[phrase], tokens, found.slip)
            if loud is not None:
                for hit in _hit(tokens, phrase, found):
                    yield hit._replace(severity=loud)


def loudness(phrase: str, cell: str, tokens: Sequence[Token], slip: Slip) -> Severity | None:
    """How loud the near miss is, by the table's doubt and the slip's own; None where it is right."""
    others = _others(cell)
    sort = sort_of(phrase, tokens, slip)
    if f"any {sort}" in others or said(phrase, tokens, slip) in others:
        return None
    certain = sure(phrase, tokens, slip)
    if sort in ("member", "article") and not certain:
        # "wait and promise", "won a title": in a short phrase other words, and either article, are right too often.
        return None
    if f"doubt {sort}" not in others:
        return Severity.ERROR if certain else Severity.QUERY
    if not certain:
        return None
    loud = sort == "article" or (sort in ("preposition", "first") and slip.kind == "wrong")
    return Severity.WARNING if loud else Severity.QUERY


@prepares("setphrases.near")
def _index(rule: Rule) -> Index:
    """The phrases of the rule's table by the words they are found by."""
    return index_of(rule.spec["map"])


@lru_cache(maxsize=1 << 12)
def _others(cell: str) -> frozenset[str]:
    return frozenset(each.strip() for each in cell.split(";"))


def _hit(tokens: Sequence[Token], phrase: str, found: Match) -> Iterator[Hit]:
    slip = found.slip
    if slip is None:
        return
    member = members_of(phrase)[slip.member]
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
    for right in member.rights[:1] if member.rights[0] in ARTICLES else member.rights[:3]:
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
