"""substitution: one wording instead of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.casing import as_written
from editor.checks.expressions import alternatives, exempt, matches, span_of
from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds each key of `swap` and offers its value; `a|b` offers both, `$1` stands for a group."""
    swap = rule.spec.get("swap")
    if not isinstance(swap, dict) or not swap:
        raise ValueError("'swap' must map what is wrong to what is right")
    ignorecase = bool(rule.spec.get("ignorecase", True))
    nonword = bool(rule.spec.get("nonword", False))
    keys = sorted((str(key) for key in swap), key=len, reverse=True)
    pattern = alternatives(keys, ignorecase=ignorecase, nonword=nonword)
    single = [(re.compile(key, re.IGNORECASE if ignorecase else 0), str(swap[key])) for key in keys]
    plain = {key.lower() if ignorecase else key: str(swap[key]) for key in keys}
    exceptions = rule.spec.get("exceptions")
    spared = alternatives(exceptions, ignorecase=ignorecase, nonword=True) if exceptions else None

    def target(match: re.Match[str]) -> str:
        found = match.group()
        value = plain.get(found.lower() if ignorecase else found)
        if value is not None:
            return value
        for expression, value in single:
            # In its place, so that a key may look at what stands around it.
            whole = expression.match(match.string, match.start())
            if whole and whole.end() == match.end():
                return whole.expand(re.sub(r"\$(\d)", r"\\g<\1>", value))
        return found

    def run(story: Story) -> Iterator[Hit]:
        for match in matches(pattern, story):
            found = match.group()
            replacements = tuple(as_written(found, each) for each in target(match).split("|"))
            if found not in replacements and not exempt(match, spared):
                yield Hit(span_of(match), replacements)

    return run
