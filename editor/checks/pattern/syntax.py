"""Reads the pattern notation into a tree.

    sequence  = item*
    item      = "[" | "]" | "^" | "$" | lookahead | group | element
    group     = "(" sequence ("||" sequence)* ")" quantifier?
    lookahead = ("(?!" | "(?=") sequence ("||" sequence)* ")"
    element   = (name ":")? test ("&" test)* quantifier?
    test      = "!"? atom ("|" atom)*
    atom      = word | "=" Word | "@" lemma | "%" list | "@%" list | "<TAG|TAG>" | "<?TAG|TAG>" | "/regex/" | '"word"' | "."
    quantifier = "?" | "*" | "+" | "{m,n}"

Items stand apart by white space. `*` and `+` take at most eight.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

MOST = 8


class PatternError(ValueError):
    """A pattern that can't be read; the message says what and where."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing a token can be. `kind` is word, exact, lemma, list, lemmalist, tag, maytag, regex or any."""

    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Test:
    """Alternatives, any of which must hold (or none of which may, where negated)."""

    atoms: tuple[Atom, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """Tests that one token must pass together, taken `least` to `most` times."""

    tests: tuple[Test, ...]
    name: str = ""
    least: int = 1
    most: int = 1
    number: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Alternative sequences, taken `least` to `most` times."""

    options: tuple[tuple[Node, ...], ...]
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class Look:
    """What must (not) follow, without taking it."""

    options: tuple[tuple[Node, ...], ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """`^` and `$`: the sentence's start or end."""

    start: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """`[` and `]`: where the span begins and ends."""

    opening: bool


Node = Element | Group | Look | Edge | Mark

_QUANTIFIER = re.compile(r"(?:\?|\*|\+|\{(\d+),(\d+)\})$")
_CLOSING = re.compile(r"\)(?:\?|\*|\+|\{\d+,\d+\})?")
_NAME = re.compile(r"([A-Za-z_]\w*):(?=.)")
# A slash opens an expression at a test's start only.
_WORD = re.compile(r"""(?:[^\s"</]+|"[^"]*"|<[^>]*>|(?<![^\s!:&|])/(?:\\.|[^/\\])*/|\S)+""")


@dataclass
class _Reader:
    pieces: list[str]
    macros: dict[str, str]
    at: int = 0
    count: int = 0
    depth: int = 0
    names: set[str] = field(default_factory=set)

    def sequence(self, ends: tuple[str, ...]) -> tuple[Node, ...]:
        items: list[Node] = []
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            if ends and (piece in ends or (piece[0] == ")" and _CLOSING.fullmatch(piece))):
                return tuple(items)
            self.at += 1
            items.append(self.item(piece))
        if ends:
            raise PatternError("a bracket '(' is never closed")
        return tuple(items)

    def item(self, piece: str) -> Node:
        if piece in "[]":
            return Mark(piece == "[")
        if piece == "^":
            return Edge(True)
        if piece == "$":
            return Edge(False)
        if piece in ("(?!", "(?=", "("):
            options = [self.sequence((")", "||"))]
            while self.at < len(self.pieces) and self.pieces[self.at] == "||":
                self.at += 1
                options.append(self.sequence((")", "||")))
            if self.at >= len(self.pieces):
                raise PatternError("a bracket '(' is never closed")
            least, most = _bounds(self.pieces[self.at][1:])
            self.at += 1
            if piece == "(":
                return Group(tuple(options), least, most)
            return Look(tuple(options), piece == "(?!")
        if piece.startswith(")"):
            raise PatternError("a bracket ')' was never opened")
        return self.element(piece)

    def element(self, piece: str) -> Element:
        self.count += 1
        tests, name, least, most = _element(piece)
        return Element(tests, name, least, most, self.count)


@lru_cache(maxsize=1 << 15)
def _element(piece: str) -> tuple[tuple[Test, ...], str, int, int]:
    """The tests of an element, its name and its least and most times; many patterns share one."""
    name = ""
    named = _NAME.match(piece)
    if named:
        name = named.group(1)
        piece = piece[named.end() :]
    least, most = 1, 1
    quantifier = _QUANTIFIER.search(piece)
    if quantifier and quantifier.start() > 0 and not _is_literal(piece):
        least, most = _bounds(quantifier.group())
        piece = piece[: quantifier.start()]
    return tuple([_test(part) for part in _split(piece, "&")]), name, least, most


def _is_literal(piece: str) -> bool:
    return len(piece) >= 2 and piece[0] == '"' and piece[-1] == '"' and '"' not in piece[1:-1]


def _bounds(quantifier: str) -> tuple[int, int]:
    match quantifier:
        case "":
            return 1, 1
        case "?":
            return 0, 1
        case "*":
            return 0, MOST
        case "+":
            return 1, MOST
    numbers = _QUANTIFIER.match(quantifier)
    if not numbers:
        raise PatternError(f"'{quantifier}' is no quantifier; write ?, *, + or {{m,n}}")
    least, most = int(numbers.group(1)), int(numbers.group(2))
    if least > most or most > 30:
        raise PatternError(f"'{quantifier}' must count upward, to 30 at most")
    return least, most


def _split(piece: str, by: str) -> list[str]:
    """Split at `by` where it stands outside regexes, quoted words and tags."""
    if by not in piece:
        return [piece]
    if not ("/" in piece or '"' in piece or "<" in piece):
        return piece.split(by)
    parts, depth, current, index = [], "", "", 0
    while index < len(piece):
        letter = piece[index]
        if depth:
            current += letter
            if letter == "\\" and depth == "/" and index + 1 < len(piece):
                index += 1
                current += piece[index]
            elif letter == depth:
                depth = ""
        elif letter == by:
            parts.append(current)
            current = ""
        else:
            if letter in '/"<' and (not current or current in "!@=" or current == "!="):
                depth = {"<": ">"}.get(letter, letter)
            current += letter
        index += 1
    parts.append(current)
    return parts


@lru_cache(maxsize=1 << 15)
def _test(text: str) -> Test:
    negated = text.startswith("!") and len(text) > 1
    if negated:
        text = text[1:]
    return Test(tuple([_atom(part) for part in _split(text, "|")]), negated)


def _atom(text: str) -> Atom:
    if not text:
        raise PatternError('an empty alternative; quote a bar or an ampersand: "|"')
    if text == ".":
        return Atom("any")
    if _is_literal(text):
        return Atom("word", text[1:-1].lower())
    if text.startswith("@%") and len(text) > 2:
        return Atom("lemmalist", text[2:])
    if text.startswith("@") and len(text) > 1:
        return Atom("lemma", text[1:].lower())
    if text.startswith("%") and len(text) > 1:
        return Atom("list", text[1:])
    if text.startswith("=") and len(text) > 1:
        return Atom("exact", text[1:].strip('"'))
    if text.startswith("<") and text.endswith(">") and len(text) > 2:
        value = text[1:-1]
        kind = "maytag" if value.startswith("?") else "tag"
        return Atom(kind, value.removeprefix("?"))
    if text.startswith("/") and text.endswith("/") and len(text) > 2:
        return Atom("regex", text[1:-1])
    return Atom("word", text.lower())


def _pieces(text: str, macros: dict[str, str], depth: int = 0) -> list[str]:
    if depth > 6:
        raise PatternError("the macros go round in a circle")
    pieces: list[str] = []
    for raw in _words(text):
        name, colon, rest = raw.partition(":$")
        macro = (
            rest if colon and name.isidentifier() else raw[1:] if raw.startswith("$") and len(raw) > 1 else ""
        )
        if not macro:
            pieces.append(raw)
            continue
        base = macro.rstrip("?*+")
        if base not in macros:
            raise PatternError(f"no macro is called ${base}")
        inner = _pieces(macros[base], macros, depth + 1)
        if macro != base:
            inner = ["(", *inner, ")" + macro[len(base) :]]
        pieces.extend(inner)
    return pieces


def _words(text: str) -> list[str]:
    """Split at white space outside /regexes/, "quoted words" and <tags>."""
    if not ("/" in text or '"' in text or "<" in text):
        return text.split()
    return _WORD.findall(text)


def parse(text: str, macros: dict[str, str] | None = None) -> tuple[Node, ...]:
    """The tree of a pattern; raises PatternError."""
    reader = _Reader(_pieces(text, macros or {}), macros or {})
    nodes = reader.sequence(())
    marks = [node.opening for node in nodes if isinstance(node, Mark)]
    if marks not in ([], [True, False]):
        raise PatternError("mark one span, with one '[' and one ']' outside all groups")
    if not any(isinstance(node, Element | Group) for node in nodes):
        raise PatternError("an empty pattern")
    return nodes
