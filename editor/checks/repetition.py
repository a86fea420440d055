"""repetition: the same word twice in a row, over a line end too."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from editor.checks.expressions import alternatives
from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story
from editor.values import Span


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds a token that stands twice with nothing but white space between."""
    spec = rule.spec
    ignorecase = bool(spec.get("ignorecase", True))
    wanted = alternatives(spec.get("tokens") or [r"[^\W\d_]+"], ignorecase=ignorecase, nonword=True)
    exceptions = spec.get("exceptions")
    spared = alternatives(exceptions, ignorecase=True, nonword=True) if exceptions else None

    def run(story: Story) -> Iterator[Hit]:
        for line in story.lines:
            words = line.words
            for first, second in pairwise(words):
                same = first.lower == second.lower if ignorecase else first.text == second.text
                if not same or not second.space or not wanted.fullmatch(second.text):
                    continue
                if spared is None or not spared.fullmatch(second.text):
                    yield Hit(Span(first.start, second.end), (first.text,))

    return run
