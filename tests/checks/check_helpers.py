"""What the tests of checks share: a tagged sentence, and what a check marks in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import editor
from editor.checks.verbs.slip import Slip
from editor.text import tagger
from editor.text.model import Token
from editor.text.tokens import tokenize


def tagged(text: str) -> list[Token]:
    """The tagged tokens of a sentence."""
    tokens = tokenize(text, 0, len(text))
    tagger.tag(tokens)
    return tokens


def first_fixes(text: str, slips: Iterable[Slip]) -> list[tuple[str, str]]:
    """What slips mark in a sentence, and what each suggests first."""
    return [(each.hit.span.of(text), each.hit.replacements[0]) for each in slips]


def marked(text: str, rules: Sequence[str]) -> list[tuple[str, str]]:
    """What rules mark in a story, and what each suggests first."""
    findings = editor.check(text + "\n", select=list(rules), languagetool="off")
    return [(text[slice(*each.span)], each.replacements[0]) for each in findings]
