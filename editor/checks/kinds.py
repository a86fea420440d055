"""The check kinds: the keys that each takes in a rule, and the module that runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from editor.checks.registry import Hit

if TYPE_CHECKING:
    from editor.rulebook.model import Rule, Rulebook
    from editor.story import Story

Run = Callable[["Story"], Iterator[Hit]]
Compile = Callable[["Rule", "Rulebook"], Run]

KINDS: Mapping[str, frozenset[str]] = {
    "pattern": frozenset({"pattern", "patterns", "replace", "table", "map", "unless", "phrases"}),
    "existence": frozenset({"tokens", "raw", "ignorecase", "nonword", "exceptions"}),
    "substitution": frozenset({"swap", "ignorecase", "nonword", "exceptions"}),
    "occurrence": frozenset({"token", "max", "min", "scope", "ignorecase"}),
    "repetition": frozenset({"tokens", "ignorecase", "alpha", "exceptions"}),
    "consistency": frozenset({"either", "prefer", "ignorecase", "nonword"}),
    "choice": frozenset({"setting", "forms", "mixed"}),
    "conditional": frozenset({"first", "second", "exceptions", "ignorecase"}),
    "capitalization": frozenset({"match", "style", "exceptions", "threshold"}),
    "metric": frozenset({"formula", "condition"}),
    "sequence": frozenset({"tokens", "ignorecase"}),
    "python": frozenset({"check", "options", "table", "unless"}),
}


def compiler(kind: str) -> Compile:
    """The function that makes a rule of this kind ready to run; its module is imported on first use.

    It raises ValueError where the rule's own keys make no sense.
    """
    compiled: Compile = import_module(f"editor.checks.{kind}").compile_rule
    return compiled
