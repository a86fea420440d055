"""existence: words or expressions that should not stand in a story."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.expressions import alternatives, compiled, exempt, matches, span_of
from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds each place where a token stands."""
    spec = rule.spec
    ignorecase = bool(spec.get("ignorecase", True))
    nonword = bool(spec.get("nonword", False))
    if spec.get("raw"):
        pattern = compiled("".join(spec["raw"]), ignorecase=ignorecase)
    else:
        pattern = alternatives(spec.get("tokens", ()), ignorecase=ignorecase, nonword=nonword)
    exceptions = spec.get("exceptions")
    spared = alternatives(exceptions, ignorecase=ignorecase, nonword=True) if exceptions else None

    def run(story: Story) -> Iterator[Hit]:
        for match in matches(pattern, story):
            if not exempt(match, spared):
                yield Hit(span_of(match))

    return run
