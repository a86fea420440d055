"""conditional: where one thing stands, another must stand too (an acronym and its full name)."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.expressions import alternatives, compiled, matches
from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story
from editor.values import Span


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds the first place of each `first` whose group (or whole) no `second` captures anywhere in the story."""
    spec = rule.spec
    if not isinstance(spec.get("first"), str) or not isinstance(spec.get("second"), str):
        raise ValueError("'first' and 'second' must be regular expressions")
    ignorecase = bool(spec.get("ignorecase", False))
    first = compiled(spec["first"], ignorecase=ignorecase)
    second = compiled(spec["second"], ignorecase=ignorecase)
    exceptions = spec.get("exceptions")
    spared = alternatives(exceptions, ignorecase=ignorecase, nonword=True) if exceptions else None

    def run(story: Story) -> Iterator[Hit]:
        defined = {_key(match.groups(), match.group()) for match in second.finditer(story.text)}
        seen: set[str] = set()
        for match in matches(first, story):
            key = _key(match.groups(), match.group())
            if key in defined or key in seen or (spared and spared.fullmatch(key)):
                continue
            seen.add(key)
            yield Hit(Span(match.start(), match.end()))

    return run


def _key(groups: tuple[str | None, ...], whole: str) -> str:
    return next((group for group in groups if group), whole)
