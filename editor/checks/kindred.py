"""Checks that share one reading of the story: each tells of the finds of one kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol
from weakref import WeakKeyDictionary

from editor.checks.registry import Check, Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.values import Severity, Span


class Find(Protocol):
    """Something found, and the kind that names the rule that tells of it."""

    @property
    def kind(self) -> str: ...

    @property
    def hit(self) -> Hit: ...


class Found(NamedTuple):
    """A find over whole tokens."""

    kind: str
    hit: Hit


def found(
    kind: str, first: Token, last: Token, right: str | tuple[str, ...], severity: Severity | None = None
) -> Found:
    """The find that the words from `first` to `last` should be `right`, the best first where there are several."""
    rights = (right,) if isinstance(right, str) else right
    return Found(kind, Hit(Span(first.start, last.end), rights, severity=severity))


def register(room: str, kinds: Iterable[str], read: Callable[[Story], Iterable[Find]]) -> None:
    """Register the checks ROOM.KIND, one for each kind; a story is read once for all of them."""
    found: WeakKeyDictionary[Story, tuple[Find, ...]] = WeakKeyDictionary()

    def finds(story: Story) -> tuple[Find, ...]:
        if story not in found:
            found[story] = tuple(read(story))
        return found[story]

    for kind in kinds:
        check(f"{room}.{kind}")(_of_kind(kind, finds))


def _of_kind(kind: str, finds: Callable[[Story], tuple[Find, ...]]) -> Check:
    def run(story: Story, rule: Rule) -> Iterator[Hit]:
        return (each.hit for each in finds(story) if each.kind == kind)

    return run
