"""Singular counted nouns that lack an article: "drove off in van", "told guard that", "company said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.articles import article
from editor.text.bare import SUBJECT, Bare, Counted, bare_nouns
from editor.text.definite import Likely, definite
from editor.text.model import Token
from editor.text.nouns import plural_of, singular_of
from editor.values import Severity, Span

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_ENDS = frozenset([".", "!", "?", '"', "”", "''", ")", "’"])
_MANY = frozenset(["are", "were", "have", "do"])


@check("missing.article")
def missing(story: Story, rule: Rule) -> Iterator[Hit]:
    """A singular counted noun without an article, where no construction lets it stand bare."""
    lists = story.lists
    counted = Counted(
        lists["articles-count"], lists["articles-count-object"], lists["articles-count-preposition"]
    )
    likely = Likely(lists["articles-likely-the"], lists["articles-likely-a"])
    pairs = lists["articles-bare"]
    names = frozenset(_NAME.findall(story.text))
    known: set[str] = set()
    for line in story.body:
        if len(line.words) > 3 and line.words[-1].text in _ENDS:
            tokens = line.tagged
            for bare in bare_nouns(tokens, counted, pairs, names):
                yield _hit(story, tokens, bare, known, likely)
        _remember(line.tagged, known)


def _remember(tokens: Sequence[Token], known: set[str]) -> None:
    for token in tokens:
        if token.tag in ("NN", "NNP"):
            known.add(token.lower)
        elif token.tag == "NNS":
            known.add(singular_of(token) or token.lower)


def _hit(story: Story, tokens: Sequence[Token], bare: Bare, known: Set[str], likely: Likely) -> Hit:
    first, head = tokens[bare.start], tokens[bare.head]
    words = story.text[first.start : head.end]
    many = plural_of(head, frozenset([head.lower]))
    plural = story.text[first.start : head.start] + many if many else None
    if bare.start == 0:
        words = words[:1].lower() + words[1:]
    the, one = f"the {words}", f"{article(words)} {words}"
    choices = [the, one] if definite(tokens, bare, known, likely) else [one, the]
    if bare.start == 0:
        choices = [each[:1].upper() + each[1:] for each in choices]
    if plural is not None:
        after = tokens[bare.head + 1].lower if bare.head + 1 < len(tokens) else ""
        if bare.role == SUBJECT and after in _MANY:
            choices.insert(0, plural)
        else:
            choices.append(plural)
    # "He says that trend is new" may point at the trend.
    pointing = bare.ruler >= 0 and tokens[bare.ruler].lower == "that" and bare.start == bare.head
    return Hit(
        Span(first.start, head.end),
        tuple(choices),
        f"'{head.lower}' is counted and needs an article: '{choices[0]}' or '{choices[1]}'.",
        severity=Severity.WARNING if pointing else None,
    )
