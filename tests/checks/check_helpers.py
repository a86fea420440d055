"""What the tests of checks share: a tagged sentence, and what a check marks in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import editor
from editor.checks.verbs.slip import Slip
from editor.text import tagger
from editor.text.clausal import Clause, clauses
from editor.text.model import Token
from editor.text.times import Time, times
from editor.text.tokens import tokenize
from editor.text.verbgroups import groups

ClauseReader = Callable[[Sequence[Token], Sequence[Time], Sequence[Clause]], Iterable[Slip]]


def tagged(text: str) -> list[Token]:
    """The tagged tokens of a sentence."""
    tokens = tokenize(text, 0, len(text))
    tagger.tag(tokens)
    return tokens


def first_fixes(text: str, slips: Iterable[Slip]) -> list[tuple[str, str]]:
    """What slips mark in a sentence, and what each suggests first."""
    return [(each.hit.span.of(text), each.hit.replacements[0]) for each in slips]


def clause_fixes(text: str, reader: ClauseReader) -> list[tuple[str, str]]:
    """What a reader of clauses marks in a sentence, and what it suggests first."""
    tokens = tagged(text)
    return first_fixes(text, reader(tokens, times(tokens), clauses(tokens, groups(tokens))))


def marked(text: str, rules: Sequence[str]) -> list[tuple[str, str]]:
    """What rules mark in a story, and what each suggests first."""
    findings = editor.check(text + "\n", select=list(rules), languagetool="off")
    return [(text[slice(*each.span)], each.replacements[0]) for each in findings]
