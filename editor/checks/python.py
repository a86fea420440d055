"""python: a check written in Python and registered by name."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.kinds import Run
from editor.checks.registry import Hit, find
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Runs the function that `check` names; raises ValueError where there is none."""
    name = str(rule.spec.get("check", ""))
    function = find(name)
    if function is None:
        raise ValueError(f"there is no check called '{name}'")

    def run(story: Story) -> Iterator[Hit]:
        yield from function(story, rule)

    return run
