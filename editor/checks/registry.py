"""Checks written in Python, for what data alone can't say; a rule names one with `kind: python`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

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

_CHECKS: dict[str, Check] = {}
_HOMES = {"typography": "editor.typography.checks"}


def check(name: str) -> Callable[[Check], Check]:
    """Register a function as the check called `name`, written `room.idea` ("dates.weekday")."""

    def register(function: Check) -> Check:
        _CHECKS[name] = function
        return function

    return register


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
