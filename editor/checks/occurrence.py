"""occurrence: how often something may stand in a sentence, a paragraph or the story."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.expressions import compiled
from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story
from editor.values import Span


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds the scopes in which `token` stands more than `max` or fewer than `min` times."""
    spec = rule.spec
    token = spec.get("token")
    if not isinstance(token, str):
        raise ValueError("'token' must be a regular expression")
    pattern = compiled(token, ignorecase=bool(spec.get("ignorecase", True)))
    most, least = spec.get("max"), spec.get("min")
    if not isinstance(most, int | None) or not isinstance(least, int | None) or most is least is None:
        raise ValueError("'max' or 'min' must be a number")
    scope = spec.get("scope", "text")
    if scope not in ("sentence", "paragraph", "text"):
        raise ValueError(f"the scope '{scope}' is not one of sentence, paragraph, text")

    def run(story: Story) -> Iterator[Hit]:
        for span in _scopes(story, scope):
            found = [match.span() for match in pattern.finditer(story.text, span.start, span.end)]
            if most is not None and len(found) > most:
                yield Hit(Span(*found[most]) if scope == "text" else span)
            elif least is not None and len(found) < least:
                yield Hit(span)

    return run


def _scopes(story: Story, scope: str) -> Iterator[Span]:
    if scope == "sentence":
        yield from (line.span for line in story.lines)
    elif scope == "paragraph":
        yield from (block.span for block in story.document.blocks)
    elif story.document.blocks:
        yield Span(story.document.blocks[0].span.start, story.document.blocks[-1].span.end)
