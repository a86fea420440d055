"""Checks written in Python, for what data alone can't say; a rule names one with `kind: python`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from editor.once import for_each
from editor.values import Severity, Span

if TYPE_CHECKING:
    from editor.rulebook.model import Rule
    from editor.story import Story


class Hit(NamedTuple):
    """What a check saw. `replacements` are whole texts for `span`, best first.

    `message`, `safe` and `severity` stand in for the rule's own where a single hit differs.
    With `applicable` False the replacements are for a person to see and never applied.
    """

    span: Span
    replacements: tuple[str, ...] = ()
    message: str | None = None
    safe: bool | None = None
    severity: Severity | None = None
    applicable: bool = True


Check = Callable[["Story", "Rule"], Iterator[Hit]]

Preparation = Callable[["Rule"], Any]
"""What turns a rule's table into the shape that its check looks up: mappings, lists, tuples, sets and words, nothing else."""

_CHECKS: dict[str, Check] = {}
_PREPARATIONS: dict[str, Preparation] = {}
READY = "ready"
"""The key under which a rule's specification keeps what `prepares` made."""
_HOMES = {"typography": "editor.typography.checks"}


def check(name: str) -> Callable[[Check], Check]:
    """Register a function as the check called `name`, written `room.idea` ("dates.weekday")."""

    def register(function: Check) -> Check:
        _CHECKS[name] = function
        return function

    return register


def prepares(*names: str) -> Callable[[Preparation], Preparation]:
    """Register what makes the table of the checks called so ready, once, when the rulebook is compiled.

    The function that comes of it gives that table for a rule, and makes it itself where the rule was not compiled.
    """

    def register(function: Preparation) -> Preparation:
        _PREPARATIONS.update(dict.fromkeys(names, function))
        make = for_each(function)

        def ready(rule: Rule) -> Any:
            return rule.spec[READY] if READY in rule.spec else make(rule)

        return ready

    return register


def prepared(rule: Rule) -> dict[str, Any]:
    """What the rule's check wants kept beside its specification; nothing where it wants nothing."""
    name = str(rule.spec.get("check", ""))
    find(name)
    return {READY: _PREPARATIONS[name](rule)} if name in _PREPARATIONS else {}


def find(name: str) -> Check | None:
    """The check called `name`, its module imported on first use; None where there is none."""
    if name not in _CHECKS:
        room = name.partition(".")[0]
        if not room.isidentifier():
            return None
        module = _HOMES.get(room, f"editor.checks.story.{room}")
        try:
            import_module(module)
        except ModuleNotFoundError as error:
            if error.name is None or not module.startswith(error.name):
                raise
    return _CHECKS.get(name)
