"""Compiles a pattern's tree into a function that matches it from a given token."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from editor.checks.pattern.syntax import Edge, Element, Group, Look, Mark, Node
from editor.checks.pattern.tests import Lists, Predicate, predicate
from editor.text.model import Token

Step = Callable[[Sequence[Token], int, dict[str, tuple[int, int]]], int]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern matched, in token positions: the whole, the marked span, and each element by name and number."""

    start: int
    end: int
    marked: tuple[int, int]
    captures: dict[str, tuple[int, int]] = field(default_factory=dict)


class Matcher:
    """A compiled pattern."""

    __slots__ = ("_step",)

    def __init__(self, nodes: tuple[Node, ...], lists: Lists) -> None:
        self._step = _chain(nodes, lists, _done)

    def match(self, tokens: Sequence[Token], start: int) -> Match | None:
        """The first match that begins at token `start`, optional elements taken where they can be; or None."""
        captures: dict[str, tuple[int, int]] = {}
        end = self._step(tokens, start, captures)
        if end < 0:
            return None
        opened = captures.pop("[", (start, start))[0]
        closed = captures.pop("]", (end, end))[0]
        return Match(start, end, (opened, closed), captures)


REACH = 10
"""How many words before others a pattern that covers them begins at most."""


def covers(matchers: Iterable[Matcher], tokens: Sequence[Token], starts: range, first: int) -> bool:
    """Whether one of the patterns, begun at one of the places, takes the token at `first` or goes on beyond it."""
    for matcher in matchers:
        for start in starts:
            match = matcher.match(tokens, start)
            if match is not None and match.end > max(match.start, first):
                return True
    return False


def _done(tokens: Sequence[Token], at: int, captures: dict[str, tuple[int, int]]) -> int:
    return at


def _chain(nodes: tuple[Node, ...], lists: Lists, then: Step) -> Step:
    for node in reversed(nodes):
        then = _node(node, lists, then)
    return then


def _node(node: Node, lists: Lists, then: Step) -> Step:
    if isinstance(node, Element):
        return _element(node, lists, then)
    if isinstance(node, Group):
        return _group(node, lists, then)
    if isinstance(node, Look):
        seen = _choice([_chain(option, lists, _done) for option in node.options], None)
        return _look(seen, node.negated, then)
    if isinstance(node, Edge):
        return _edge(node.start, then)
    return _mark(node, then)


def _element(element: Element, lists: Lists, then: Step) -> Step:
    # Most patterns fail at their first words, so that the tests of the others are never asked for.
    passes: Predicate | None = None
    names = [str(element.number)] + ([element.name] if element.name else [])
    least, most = element.least, element.most

    def one(tokens: Sequence[Token], at: int, captures: dict[str, tuple[int, int]]) -> int:
        nonlocal passes
        if at >= len(tokens):
            return -1
        if passes is None:
            passes = predicate(element, lists)
        if not passes(tokens[at]):
            return -1
        end = then(tokens, at + 1, captures)
        if end >= 0:
            for name in names:
                captures.setdefault(name, (at, at + 1))
        return end

    def many(tokens: Sequence[Token], at: int, captures: dict[str, tuple[int, int]]) -> int:
        nonlocal passes
        if passes is None:
            passes = predicate(element, lists)
        reach = at
        limit = min(len(tokens), at + most)
        while reach < limit and passes(tokens[reach]):
            reach += 1
        while reach - at >= least:
            end = then(tokens, reach, captures)
            if end >= 0:
                for name in names:
                    captures.setdefault(name, (at, reach))
                return end
            reach -= 1
        return -1

    return one if least == most == 1 else many


def _group(group: Group, lists: Lists, then: Step) -> Step:
    step = then
    for turn in range(group.most):
        taken = [_chain(option, lists, step) for option in group.options]
        # Turns are built from the last to the first; those beyond the least may be left out.
        step = _choice(taken, then if group.most - turn > group.least else None)
    if group.most == 0:
        return then
    return step


def _choice(options: list[Step], leave: Step | None) -> Step:
    def choose(tokens: Sequence[Token], at: int, captures: dict[str, tuple[int, int]]) -> int:
        for option in options:
            end = option(tokens, at, captures)
            if end >= 0:
                return end
        return leave(tokens, at, captures) if leave else -1

    return choose


def _look(inner: Step, negated: bool, then: Step) -> Step:
    def look(tokens: Sequence[Token], at: int, captures: dict[str, tuple[int, int]]) -> int:
        seen = inner(tokens, at, {}) >= 0
        return -1 if seen is negated else then(tokens, at, captures)

    return look


def _edge(start: bool, then: Step) -> Step:
    def edge(tokens: Sequence[Token], at: int, captures: dict[str, tuple[int, int]]) -> int:
        return then(tokens, at, captures) if at == (0 if start else len(tokens)) else -1

    return edge


def _mark(mark: Mark, then: Step) -> Step:
    name = "[" if mark.opening else "]"

    def note(tokens: Sequence[Token], at: int, captures: dict[str, tuple[int, int]]) -> int:
        end = then(tokens, at, captures)
        if end >= 0:
            captures[name] = (at, at)
        return end

    return note
