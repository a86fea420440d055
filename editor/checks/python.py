"""python: a check written in Python and registered by name."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.kinds import Run
from editor.checks.pattern.excuses import Excuses
from editor.checks.pattern.index import listed
from editor.checks.registry import Hit, find
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Runs the function that `check` names; raises ValueError where there is none."""
    name = str(rule.spec.get("check", ""))
    function = find(name)
    if function is None:
        raise ValueError(f"there is no check called '{name}'")
    unless = listed(rule.spec.get("unless"))
    excuses = Excuses(unless, book.lists, book.macros) if unless else None

    def run(story: Story) -> Iterator[Hit]:
        for hit in function(story, rule):
            if excuses is None or not excuses.cover(story, hit.span):
                yield hit

    return run
