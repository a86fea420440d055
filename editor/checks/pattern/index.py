"""Holds every pattern of a rulebook under the words that anchor it, and runs those whose words occur."""

from __future__ import annotations

import hashlib
import marshal
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, NamedTuple

from editor.checks.casing import as_written
from editor.checks.pattern.anchors import anchors_and_needs, opens
from editor.checks.pattern.matcher import REACH, Match, Matcher, covers
from editor.checks.pattern.syntax import Element, Group, Look, Mark, Node, PatternError, parse
from editor.checks.pattern.tests import Lists, Predicate, needs_tags, predicate
from editor.checks.registry import Hit
from editor.checks.template import fill
from editor.rulebook.model import Rule
from editor.story import Line, Story
from editor.text.model import Token
from editor.values import Severity, Span


class Entry(NamedTuple):
    """One pattern of a rule; plain values throughout.

    `rule` is the rule's place in the rulebook, `severity` a Severity's value, `tags` whether the pattern looks at tags.
    `opens` says that it can match at a sentence's start only; of each set of `needs` a sentence must have a word.
    """

    rule: int
    match: str
    replace: tuple[str, ...]
    message: str | None
    unless: tuple[str, ...]
    safe: bool | None
    severity: str | None
    tags: bool
    opens: bool
    needs: tuple[frozenset[str], ...]


Anchored = tuple[tuple[int, int, int], ...]


class Index(NamedTuple):
    """The patterns, and for each word the patterns it anchors with the least and most tokens before it.

    Each entry and what each word anchors is marshalled by itself: a story meets few of them. `rules` has the place of each
    entry's rule in the rulebook; `free` are the patterns that name no words; they are tried everywhere.
    """

    rules: tuple[int, ...] = ()
    entries: tuple[bytes, ...] = ()
    words: Mapping[str, bytes] = {}
    free: tuple[int, ...] = ()

    def entry(self, place: int) -> Entry:
        """One pattern, by its place."""
        return Entry(*marshal.loads(self.entries[place]))

    def anchored(self, word: str) -> Anchored:
        """The places of the patterns that a word anchors, with the least and most tokens before it."""
        kept = self.words.get(word)
        return () if kept is None else marshal.loads(kept)


class Shape(NamedTuple):
    """What reading a pattern brings to light, in plain values: all but the first as in Entry, and the anchors, None where it has none."""

    tags: bool
    opens: bool
    needs: tuple[frozenset[str], ...]
    anchors: tuple[tuple[str, int, int], ...] | None


class Shapes:
    """The shapes of patterns, read once: most patterns of a rulebook are those of yesterday's.

    `kept` are shapes by key from an earlier time; `used` are those that were asked for since.
    """

    def __init__(self, lists: Lists, macros: Mapping[str, str], kept: Mapping[str, tuple[Any, ...]]) -> None:
        self._lists = lists
        self._macros = dict(macros)
        self._kept = kept
        self.used: dict[str, tuple[Any, ...]] = {}
        self._told = lru_cache(maxsize=None)(self._list_told)
        self._macros_told = ""
        if macros:
            told = [f"{name}={text}{self._named(text)}" for name, text in sorted(macros.items())]
            self._macros_told = _hash("\n".join(told))

    @property
    def grown(self) -> bool:
        """Whether any shape was read that was not kept."""
        return any(key not in self._kept for key in self.used)

    def of(self, match: str, unless: tuple[str, ...]) -> Shape:
        """The shape of a pattern with its exceptions; raises PatternError."""
        text = "\0".join((match, *unless))
        key = f"{text}\0{self._named(text)}{self._macros_told if '$' in text else ''}"
        found = self._kept.get(key) or self.used.get(key) or tuple(self._read(match, unless))
        self.used[key] = found
        return Shape(*found)

    def _read(self, match: str, unless: tuple[str, ...]) -> Shape:
        nodes = parse(match, self._macros)
        tags = _check(nodes, self._lists)
        for each in unless:
            tags |= _check(parse(each, self._macros), self._lists)
        found, needs = anchors_and_needs(nodes, self._lists)
        return Shape(
            tags, opens(nodes), needs, None if found is None else tuple([(*each,) for each in found])
        )

    def _named(self, text: str) -> str:
        """What the lists hold that a text names."""
        return "".join(map(self._told, _LIST.findall(text))) if "%" in text else ""

    def _list_told(self, name: str) -> str:
        return _hash("\n".join(sorted(self._lists[name]))) if name in self._lists else "-"


_LIST = re.compile(r"%([\w-]+)")


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def build(rules: Sequence[Rule], shapes: Shapes) -> Index:
    """The index of all pattern rules; raises PatternError, its `rule` attribute naming the rule's place."""
    entries: list[Entry] = []
    words: dict[str, list[tuple[int, int, int]]] = {}
    free: list[int] = []
    # Many patterns share a list; it is kept once.
    sets: dict[frozenset[str], frozenset[str]] = {}
    for number, rule in enumerate(rules):
        try:
            if rule.kind != "pattern":
                for each in listed(rule.spec.get("unless")):
                    shapes.of(each, ())
                continue
            for spec in rule.spec.get("patterns") or _missing():
                unless = (*listed(spec.get("unless")), *listed(rule.spec.get("unless")))
                shape = shapes.of(spec["match"], unless)
                replace = tuple(spec.get("replace") or ())
                entry = Entry(
                    number,
                    spec["match"],
                    replace,
                    spec.get("message"),
                    unless,
                    spec.get("safe"),
                    _severity(spec),
                    shape.tags or any(":" in each or "@" in each for each in replace),
                    shape.opens,
                    tuple(sets.setdefault(each, each) for each in shape.needs),
                )
                place = len(entries)
                entries.append(entry)
                if shape.anchors is None:
                    free.append(place)
                for word, least, most in shape.anchors or ():
                    words.setdefault(word, []).append((place, least, most))
        except PatternError as error:
            error.rule = number  # type: ignore[attr-defined]
            raise
    return Index(
        tuple([entry.rule for entry in entries]),
        tuple([marshal.dumps(tuple(entry)) for entry in entries]),
        {word: marshal.dumps(tuple(found)) for word, found in words.items()},
        tuple(free),
    )


def _missing() -> list[dict[str, Any]]:
    raise PatternError("'pattern' is missing")


def _severity(spec: Mapping[str, Any]) -> str | None:
    try:
        return Severity(spec["severity"]).value if "severity" in spec else None
    except ValueError:
        raise PatternError(f"'{spec['severity']}' is no severity; write error, warning or query") from None


def listed(value: object) -> list[str]:
    """The texts that a rule's key holds: one, several or none."""
    return (
        [value]
        if isinstance(value, str)
        else [str(each) for each in value]
        if isinstance(value, list)
        else []
    )


def _check(nodes: Iterable[Node], lists: Lists) -> bool:
    tags = False
    for node in nodes:
        if isinstance(node, Element):
            predicate(node, lists)
            tags |= needs_tags(node)
        elif isinstance(node, Group | Look):
            for option in node.options:
                tags |= _check(option, lists)
    return tags


_MANY_WORDS: Final = 50_000


class _Entries(dict[int, Entry]):
    """The patterns met so far."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __missing__(self, place: int) -> Entry:
        entry = self[place] = self._index.entry(place)
        return entry


class _Words(dict[str, Anchored]):
    """For each word met so far, the patterns of active rules that it anchors."""

    def __init__(self, index: Index, active: frozenset[int]) -> None:
        self._index = index
        self._active = active

    def __missing__(self, word: str) -> Anchored:
        if word not in self._index.words:
            return ()
        rules, active = self._index.rules, self._active
        kept = self[word] = tuple([each for each in self._index.anchored(word) if rules[each[0]] in active])
        return kept


@dataclass(frozen=True, slots=True)
class _Plan:
    """An index with the active rules alone."""

    words: _Words
    free: tuple[int, ...]
    starts: dict[str, tuple[int, ...]] = field(default_factory=dict)
    """For each word met so far, those of `free` that may match from it."""


class Patterns:
    """Runs an index over a story's sentences; patterns are compiled when first needed."""

    def __init__(self, index: Index, rules: Sequence[Rule], lists: Lists, macros: Mapping[str, str]) -> None:
        self._index = index
        self._entries = _Entries(index)
        self._rules = rules
        self._lists = lists
        self._macros = dict(macros)
        self._matcher = lru_cache(maxsize=None)(self._compile)
        self._ready: dict[int, Matcher] = {}
        self._opener = lru_cache(maxsize=None)(self._opener_of)
        self._plans: dict[frozenset[int], _Plan] = {}

    def warm(self) -> Iterator[None]:
        """Compile every pattern that names its words, a few at each step."""
        for place in range(len(self._index.entries)):
            if place not in self._ready:
                entry = self._entries[place]
                self._ready[place] = self._matcher(entry.match)
                for shape in entry.unless:
                    self._matcher(shape)
            if place % 16 == 0:
                yield

    def _compile(self, shape: str) -> Matcher:
        return Matcher(parse(shape, self._macros), self._lists)

    def _plan(self, active: frozenset[int]) -> _Plan:
        """What to try for which word when only these rules are active."""
        plan = self._plans.get(active)
        if plan is None:
            rules = self._index.rules
            free = tuple([place for place in self._index.free if rules[place] in active])
            plan = self._plans[active] = _Plan(_Words(self._index, active), free)
        return plan

    def _may_start(self, free: Iterable[int], token: Token) -> tuple[int, ...]:
        """The patterns whose first element takes the word, as far as the word alone can tell."""
        return tuple([place for place in free if self._opener(place)(token)])

    def _opener_of(self, place: int) -> Predicate:
        nodes = parse(self._entries[place].match, self._macros)
        first = next((node for node in nodes if not isinstance(node, Mark)), None)
        if isinstance(first, Element) and first.least and not needs_tags(first):
            return predicate(first, self._lists)
        return lambda token: True

    def hits(self, story: Story, line: Line, active: frozenset[int]) -> Iterator[tuple[Rule, Hit]]:
        """Every hit of an active rule in one sentence, with its rule."""
        words = line.words
        entries, ready = self._entries, self._ready
        plan = self._plan(active)
        anchored = plan.words
        tries: set[tuple[int, int]] = set()
        present = {token.lower for token in words}
        # Which patterns have all that they need in this sentence.
        fits: dict[int, bool] = {}
        for at, token in enumerate(words):
            for place, least, most in anchored[token.lower]:
                fit = fits.get(place)
                if fit is None:
                    fit = fits[place] = not any(map(present.isdisjoint, entries[place].needs))
                if not fit:
                    continue
                if entries[place].opens:
                    if least <= at <= most:
                        tries.add((place, 0))
                elif least == most:
                    if at >= least:
                        tries.add((place, at - least))
                else:
                    for start in range(max(0, at - most), at - least + 1):
                        tries.add((place, start))
        if plan.free:
            starts = plan.starts
            for start, token in enumerate(words):
                places = starts.get(token.text)
                if places is None:
                    if len(starts) > _MANY_WORDS:
                        starts.clear()
                    places = starts[token.text] = self._may_start(plan.free, token)
                for place in places:
                    tries.add((place, start))
        if not tries:
            return
        taken: dict[int, int] = {}
        for place, start in sorted(tries):
            entry, matcher = entries[place], ready.get(place)
            if matcher is None:
                matcher = ready[place] = self._matcher(entry.match)
            tokens = line.tagged if entry.tags else words
            match = matcher.match(tokens, start)
            if match is None or match.marked[0] < taken.get(place, 0) or self._excused(entry, match, tokens):
                continue
            hit = _hit(entry, self._rules[entry.rule], match, tokens, story, line)
            if hit is not None:
                taken[place] = max(match.marked[1], match.marked[0] + 1)
                yield self._rules[entry.rule], hit

    def _excused(self, entry: Entry, match: Match, tokens: Sequence[Token]) -> bool:
        starts = range(max(0, match.start - REACH), match.end + 1)
        return covers(map(self._matcher, entry.unless), tokens, starts, match.start)


def _hit(
    entry: Entry, rule: Rule, match: Match, tokens: Sequence[Token], story: Story, line: Line
) -> Hit | None:
    text = story.text
    begin, end = match.marked
    if begin == end:
        return _insertion(entry, rule, match, tokens, text)
    span = Span(tokens[begin].start, tokens[end - 1].end)
    original = span.of(text)
    filled = []
    for template in entry.replace:
        words = fill(template, match, tokens, text)
        if words is not None and words != original:
            # In mid-sentence a capital is a name's or a mistake; the replacement brings its own case.
            opens = begin == 0 or (tokens[begin - 1].text in _OPENING and begin == 1)
            cased = as_written(original, words) if opens or original.isupper() else words
            if cased != original and cased not in filled:
                filled.append(cased)
    if entry.replace and not filled:
        return None
    message = _message(entry.message or rule.message, match, tokens, text, filled)
    if "" in filled:
        span, filled = _cut(span, filled, text, line.span)
    return Hit(span, tuple(filled), message, entry.safe, _as_severity(entry))


_OPENING = frozenset(['"', "“", "'", "‘", "("])
_MARKS = tuple(",.;:!?'’%)")


def _insertion(entry: Entry, rule: Rule, match: Match, tokens: Sequence[Token], text: str) -> Hit | None:
    at = match.marked[0]
    # A mark joins the word before it; words go before the next one unless it is glued to the last.
    joins = any(template[:1] in _MARKS for template in entry.replace)
    before = at >= len(tokens) or (at > 0 and (joins or not tokens[at].space))
    token = tokens[at - 1] if before else tokens[at]
    filled = []
    for template in entry.replace:
        words = fill(template, match, tokens, text)
        if not words:
            continue
        if before:
            joint = "" if words[0] in _MARKS else " "
            filled.append(token.text + joint + words)
        elif at == 0 and token.text[:1].isupper():
            rest = (
                token.text
                if token.tag in ("NNP", "NNPS") or token.text in ("I",) or token.text.isupper()
                else token.text[0].lower() + token.text[1:]
            )
            filled.append(words[0].upper() + words[1:] + " " + rest)
        else:
            filled.append(f"{words} {token.text}")
    if entry.replace and not filled:
        return None
    message = _message(entry.message or rule.message, match, tokens, text, filled)
    return Hit(Span(token.start, token.end), tuple(filled), message, entry.safe, _as_severity(entry))


def _as_severity(entry: Entry) -> Severity | None:
    return None if entry.severity is None else Severity(entry.severity)


def _message(template: str, match: Match, tokens: Sequence[Token], text: str, filled: Sequence[str]) -> str:
    ready = template.replace("{fix}", filled[0] if filled else "")
    return fill(ready, match, tokens, text) or ready


def _cut(span: Span, filled: list[str], text: str, line: Span) -> tuple[Span, list[str]]:
    """Widen the span so that cutting its words leaves neither a doubled space nor a small letter at the start."""
    if span.start > line.start and text[span.start - 1] == " ":
        wide = Span(span.start - 1, span.end)
        return wide, [f" {words}" if words else "" for words in filled]
    if span.start == line.start and span.end < line.end:
        end = span.end
        while end < line.end and text[end] in " ,":
            end += 1
        first = end + 1
        wide = Span(span.start, first)
        return wide, [f"{words}{text[span.end : first]}" if words else text[end].upper() for words in filled]
    return span, filled
