"""Prepositions that never follow a head, or never stand before a noun, in edited English; the tables say which.

Quirk et al., "A Comprehensive Grammar of the English Language", chapters 9 and 16; the tables come from
tools/build_prepositions.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.adverbials import free
from editor.text.governors import governor, noun_after, object_takes, preposition
from editor.text.model import Token
from editor.values import Span

_TAKES = "heads-takes"
_PHRASES = frozenset(["DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ"])


@check("heads.after")
def after(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition that its verb, noun or adjective never takes."""
    table: Mapping[str, str] = rule.spec["map"]
    taken = story.lists.get(_TAKES, frozenset())
    for line in story.body:
        tokens = line.tagged
        for at in range(1, len(tokens) - 1):
            word = preposition(tokens, at)
            head = governor(tokens, at - 1) if word else None
            row = table.get(head) if head else None
            if not word or not head or not row:
                continue
            wrong, _, right = row.partition(" > ")
            if (
                word in wrong.split()
                and not free(tokens, at, word)
                and not (head.startswith("noun ") and object_takes(tokens, at - 1, word, taken))
            ):
                span = Span(tokens[at].start, tokens[at].end)
                yield Hit(span, tuple(right.split()), _message(tokens[at - 1], right))


@check("heads.transitive")
def transitive(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition after a verb that takes its object bare."""
    table: Mapping[str, str] = rule.spec["map"]
    for line in story.body:
        tokens = line.tagged
        for at in range(1, len(tokens) - 1):
            word = preposition(tokens, at)
            head = governor(tokens, at - 1) if word else None
            if (
                word
                and head
                and word in table.get(head, "").split()
                and tokens[at + 1].tag in _PHRASES
                and not free(tokens, at, word)
            ):
                yield Hit(Span(tokens[at - 1].end, tokens[at].end), ("",))


@check("heads.before")
def before(story: Story, rule: Rule) -> Iterator[Hit]:
    """In, on or at before a noun that takes another of them."""
    table: Mapping[str, str] = rule.spec["map"]
    taken = story.lists.get(_TAKES, frozenset())
    for line in story.body:
        tokens = line.tagged
        for at in range(len(tokens) - 1):
            word = tokens[at].lower
            if word not in ("in", "on", "at") or tokens[at].tag != "IN":
                continue
            noun = noun_after(tokens, at + 1)
            row = table.get(noun) if noun else None
            if not row:
                continue
            wrong, _, right = row.partition(" > ")
            head = governor(tokens, at - 1) if at else None
            if word not in wrong.split() or (head and f"{head} {word}" in taken):
                continue
            if head and head.startswith("noun ") and object_takes(tokens, at - 1, word, taken):
                continue
            yield Hit(Span(tokens[at].start, tokens[at].end), (right if at else right.capitalize(),))


def _message(head: Token, right: str) -> str:
    return f"After '{head.lower}' the preposition is {' or '.join(repr(each) for each in right.split())}."
