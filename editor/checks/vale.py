"""vale: a rule of a Vale style, run as Vale runs it, one function for each of its kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from editor.checks import metric
from editor.checks.capitalization import SMALL
from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.documents.model import Block, PartKind
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story
from editor.text import lexicon
from editor.values import Span

Spec = Mapping[str, Any]

_SCOPES = ("text", "summary", "raw", "paragraph", "sentence", "heading")
# A compound, a path and a file name are one word each.
_WORD = re.compile(r"[^\W_](?:[\w'’./@-]*\w)?")
_CAPITALS = re.compile(r"[^\W_][^\s]*")
_OPENING = re.compile(r"(?<!\\)\((?!\?)")


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds what Vale would find with the rule; raises ValueError where a key can't be used."""
    spec = rule.spec
    kind = str(spec["extends"])
    for scope in spec["scope"]:
        _known_scope(scope)
    find = _KINDS[kind](spec)
    limit = int(spec.get("limit") or 0)

    def run(story: Story) -> Iterator[Hit]:
        told = 0
        seen = set()
        for hit in find(story):
            if hit.span in seen or (not rule.protected and story.protected(hit.span)):
                continue
            seen.add(hit.span)
            yield hit
            told += 1
            if told == limit:
                return

    return run


def _known_scope(scope: str) -> None:
    if "&" in scope or scope.startswith("~"):
        raise ValueError(f"the scope '{scope}' joins or excludes others, which is not supported")
    if scope not in _SCOPES and not re.fullmatch(r"heading\.h[1-6]|text\.(?:md|txt)", scope):
        raise ValueError(f"the scope '{scope}' is not one that a story has: {', '.join(_SCOPES)}")


def _units(story: Story, spec: Spec) -> list[Span]:
    """The stretches that the rule looks at one by one: all of a plain text, each block of Markdown."""
    found: list[Span] = []
    for scope in spec["scope"]:
        found += _scope(story, scope)
    return sorted(set(found))


def _scope(story: Story, scope: str) -> Iterable[Span]:
    blocks = story.document.blocks
    markdown = story.document.format == "markdown"
    if scope == "raw":
        return [Span(0, len(story.text))]
    if scope == "sentence":
        return [line.span for line in story.lines]
    if scope == "paragraph":
        return [block.span for block in blocks if block.kind is not PartKind.HEADLINE]
    if scope.startswith("heading"):
        level = int(scope[-1]) if "." in scope else 0
        return [
            block.span
            for block in blocks
            if block.kind is PartKind.HEADLINE and level in (0, _level(story, block))
        ]
    if (scope, markdown) in (("text.md", False), ("text.txt", True)):
        return []
    if markdown:
        return [block.span for block in blocks]
    return [Span(blocks[0].span.start, blocks[-1].span.end)] if blocks else []


def _level(story: Story, block: Block) -> int:
    before = story.text[story.text.rfind("\n", 0, block.span.start) + 1 : block.span.start]
    return before.count("#") or 1


def _existence(spec: Spec) -> Run:
    tokens = [token for token in _texts(spec, "tokens") if token.strip()]
    raw = "".join(_texts(spec, "raw"))
    if not tokens and not raw:
        raise ValueError("there is nothing to look for")
    listed = "(?:" + "|".join(tokens) + ")"
    if tokens and not spec.get("nonword"):
        listed = rf"\b{listed}\b"
    source = listed + raw if spec.get("append") else raw + listed
    pattern = _compiled(source, bool(spec.get("ignorecase")))
    spared = _exceptions(spec)

    def run(story: Story) -> Iterator[Hit]:
        for found in _matches(pattern, story, spec):
            if not _spared(spared, found.words.strip()):
                yield _hit(spec, found.span, found.words)

    return run


def _substitution(spec: Spec) -> Run:
    swap = spec.get("swap")
    if not isinstance(swap, dict) or not swap:
        raise ValueError("'swap' must map what is wrong to what is right")
    ignorecase = bool(spec.get("ignorecase"))
    keys = sorted(map(str, swap), key=len, reverse=True)
    values = [
        str(value) for _, value in sorted(swap.items(), key=lambda item: len(str(item[0])), reverse=True)
    ]
    grouped = "|".join(f"(?P<swap{at}>{_OPENING.sub('(?:', key)})" for at, key in enumerate(keys))
    source = f"(?:{grouped})" if spec.get("nonword") else rf"\b(?:{grouped})\b"
    pattern = _compiled(source, ignorecase)
    own = [
        _compiled(key, ignorecase) if re.search(r"\$\d", value) else None
        for key, value in zip(keys, values, strict=True)
    ]
    spared = _exceptions(spec)
    replaces = _action(spec)[0] == "replace"

    def expected(at: int, observed: str) -> str:
        value, single = values[at], own[at]
        if single is not None:
            value = single.sub(re.sub(r"\$(\d)", r"\\g<\1>", value.replace("\\", r"\\")), observed)
        if spec.get("capitalize") and observed[:1].isupper():
            value = "|".join(each[:1].upper() + each[1:] for each in value.split("|"))
        return value

    def run(story: Story) -> Iterator[Hit]:
        for found in _matches(pattern, story, spec):
            at = next(at for at in range(len(keys)) if found.match.group(f"swap{at}") is not None)
            observed = found.match.group(f"swap{at}")
            right = expected(at, observed.strip())
            if _same(right, observed.strip()) or _spared(spared, observed.strip()):
                continue
            options = tuple(each for each in right.split("|") if each)
            said = " or ".join(f"'{each}'" for each in options) if replaces and len(options) > 1 else right
            message = str(spec["message"])
            if said != right:
                message = message.replace("'%s'", "%s", 1)
            yield Hit(found.of(f"swap{at}"), options, _said(message, said, observed), applicable=replaces)

    return run


def _same(expected: str, observed: str) -> bool:
    if expected == observed:
        return True
    try:
        return re.fullmatch(expected, observed) is not None
    except re.error:
        return False


def _occurrence(spec: Spec) -> Run:
    if not isinstance(spec.get("token"), str):
        raise ValueError("'token' must be a regular expression")
    pattern = _compiled(spec["token"], bool(spec.get("ignorecase")))
    most, least = int(spec.get("max") or 0), int(spec.get("min") or 0)

    def run(story: Story) -> Iterator[Hit]:
        for unit in _units(story, spec) if story.document.blocks else ():
            spots = [found.span for found in _find(pattern, story, unit)]
            count = len(spots)
            if (most and count > most) or (least and count < least):
                message = _said(spec["message"], str(count))
                first = next((spot for spot in spots if spot.of(story.text).strip()), None)
                if first is not None:
                    yield Hit(first, message=message)
                elif not count and unit.end > unit.start:
                    # Nothing to point at: the first letter, past the marks of a heading.
                    start = max(unit.start, story.document.blocks[0].span.start)
                    yield Hit(Span(start, start + 1), message=message)

    return run


def _repetition(spec: Spec) -> Run:
    ignorecase = bool(spec.get("ignorecase"))
    tokens = _texts(spec, "tokens")
    if not tokens:
        raise ValueError("there is nothing to look for")
    pattern = _compiled("(?:" + "|".join(tokens) + ")", ignorecase)
    spared = _exceptions(spec)
    most = int(spec.get("max") or 0)

    def run(story: Story) -> Iterator[Hit]:
        for unit in _units(story, spec):
            before, last, count = "", Span(unit.start, unit.start), 0
            for found in _find(pattern, story, unit):
                now = found.words.strip()
                same = bool(now) and (now.casefold() == before.casefold() if ignorecase else now == before)
                if same and (not spec.get("alpha") or now.isalpha()):
                    count += 1
                    span = Span(last.start, found.span.end)
                    words = span.of(story.text)
                    if count > most and not re.search(r"\n", words) and not _spared(spared, words):
                        yield Hit(span, message=_said(spec["message"], now))
                        count = 0
                before, last = now, found.span

    return run


def _consistency(spec: Spec) -> Run:
    either = spec.get("either")
    if not isinstance(either, dict) or not either:
        raise ValueError("'either' must map one form to the other")
    steps = []
    for one, other in either.items():
        forms = f"(?P<one>{one})|(?P<other>{other})"
        source = f"(?:{forms})" if spec.get("nonword") else rf"\b(?:{forms})\b"
        steps.append(_compiled(source, bool(spec.get("ignorecase"))))

    def run(story: Story) -> Iterator[Hit]:
        for pattern in steps:
            seen: set[str] = set()
            for unit in _units(story, spec):
                found = list(_find(pattern, story, unit))
                seen |= {"one" if each.match.group("one") is not None else "other" for each in found}
                if found and len(seen) == 2:
                    yield _hit(spec, found[-1].span, found[-1].words)

    return run


def _conditional(spec: Spec) -> Run:
    if not isinstance(spec.get("first"), str) or not isinstance(spec.get("second"), str):
        raise ValueError("'first' and 'second' must be regular expressions")
    first = _compiled(spec["first"], bool(spec.get("ignorecase")))
    second = _compiled(spec["second"], bool(spec.get("ignorecase")))
    spared = _exceptions(spec)

    def run(story: Story) -> Iterator[Hit]:
        told: set[str] = set()
        for unit in _units(story, spec):
            for found in _find(second, story, unit):
                told.update(group for group in found.match.groups() if group)
            for found in _find(first, story, unit):
                if found.words not in told and not _spared(spared, found.words):
                    yield _hit(spec, found.span, found.words)

    return run


def _capitalization(spec: Spec) -> Run:
    case = spec.get("match")
    if not isinstance(case, str):
        raise ValueError("'match' must be $title, $sentence, $lower, $upper or a regular expression")
    pattern = None if case in ("$title", "$sentence", "$lower", "$upper") else _compiled(case, False)
    kept = sorted(_texts(spec, "exceptions"), key=len, reverse=True)
    spared = _exceptions(spec)
    small = SMALL["Chicago" if spec.get("style") == "Chicago" else "AP"]
    threshold = float(spec.get("threshold") or 0.8)
    indicators = tuple(_texts(spec, "indicators"))
    prefix = _compiled(str(spec["prefix"]), False) if spec.get("prefix") else None
    words = re.compile("|".join([*map(re.escape, kept), _CAPITALS.pattern]))

    def wanted(text: str) -> str:
        """The text in the case that is asked for."""
        if case in ("$lower", "$upper"):
            return text.lower() if case == "$lower" else text.upper()
        start = prefix.match(text) if prefix else None
        opening = start.end() if start else 0
        found = list(words.finditer(text, opening))
        made, at, before = [text[:opening]], opening, ""
        for number, match in enumerate(found):
            word = match.group()
            first = (
                number == 0
                or before.endswith(indicators or ("\0",))
                or (number == 1 and re.fullmatch(r"\d+\.", before))
            )
            if (_shouts(word) and case == "$title") or any(word.lower() == each.lower() for each in kept):
                new = next((each for each in kept if each.lower() == word.lower()), word)
            elif case == "$sentence":
                new = word[:1].upper() + word[1:].lower() if first else word.lower()
            elif not first and number < len(found) - 1 and word.lower() in small and not before.endswith(":"):
                new = word.lower()
            else:
                new = word[:1].upper() + word[1:]
            made += [text[at : match.start()], new]
            at, before = match.end(), word
        return "".join([*made, text[at:]])

    def right(text: str, expected: str) -> bool:
        if pattern is not None:
            return pattern.search(text) is not None or _spared(spared, text)
        if case in ("$lower", "$upper"):
            return text == expected or _spared(spared, text)
        pairs = list(zip(words.findall(text), words.findall(expected), strict=False))
        if not pairs:
            return True
        good = [
            word == other or _spared(spared, word) or (case == "$title" and _shouts(word))
            for word, other in pairs
        ]
        begun = good[0] or case == "$title" or pairs[0][0].istitle()
        return bool(begun and sum(good) / len(good) >= threshold)

    def run(story: Story) -> Iterator[Hit]:
        for unit in _units(story, spec):
            text = unit.of(story.text)
            expected = case if pattern is not None else wanted(text)
            if not right(text, expected):
                replaces = _action(spec)[0] == "replace" and pattern is None
                yield Hit(unit, (expected,) if replaces else (), _said(spec["message"], text, expected))

    return run


def _shouts(word: str) -> bool:
    return word == word.upper()


def _metric(spec: Spec) -> Run:
    measure = metric.reader(spec)

    def run(story: Story) -> Iterator[Hit]:
        measured = measure(story)
        if measured is not None and measured.met:
            yield Hit(story.document.blocks[0].span, message=_said(spec["message"], f"{measured.value:.2f}"))

    return run


def _sequence(spec: Spec) -> Run:
    entries = spec.get("tokens")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries) or not entries:
        raise ValueError("'tokens' must be a list of {pattern, tag, negate, skip}")
    ignorecase = bool(spec.get("ignorecase"))
    tests = []
    for entry in entries:
        if set(entry) - {"pattern", "tag", "negate", "skip"}:
            raise ValueError("each token is {pattern, tag, negate, skip}")
        pattern, tag = entry.get("pattern"), entry.get("tag")
        tests.append(
            (
                _compiled(str(pattern), ignorecase) if pattern else None,
                _compiled(str(tag), False) if tag else None,
                bool(entry.get("negate")),
                int(entry.get("skip") or 0),
            )
        )

    anchor = next((at for at, (pattern, _, negate, _) in enumerate(tests) if pattern and not negate), 0)

    def gap(at: int) -> int:
        """How many tokens may stand before entry `at`: Vale counts from the first that has a pattern, both ways."""
        return tests[at][3] if at > anchor else tests[at - 1][3] if at else 0

    def fits(at: int, token: Any) -> bool:
        pattern, tag, negate, _ = tests[at]
        found = (pattern is None or pattern.search(token.text)) and (tag is None or tag.search(token.tag))
        return bool(found) != negate

    def reach(at: int, tokens: Any, here: int) -> int | None:
        """Where the sequence from entry `at` ends when it begins at a token, None where it does not."""
        if at == len(tests):
            return here
        for place in range(here, min(here + gap(at) + 1, len(tokens))):
            if fits(at, tokens[place]):
                end = reach(at + 1, tokens, place + 1)
                if end is not None:
                    return end
        return None

    def run(story: Story) -> Iterator[Hit]:
        for line in story.lines:
            tokens, here = line.tagged, 0
            while here < len(tokens):
                end = reach(0, tokens, here)
                if end is not None and end > here:
                    span = Span(tokens[here].start, tokens[end - 1].end)
                    steps = [token.text for token in tokens[here:end]]
                    yield Hit(span, message=_said(spec["message"], *steps))
                here = end if end is not None and end > here else here + 1

    return run


def _spelling(spec: Spec) -> Run:
    filters = [_compiled(each, False) for each in _texts(spec, "filters")]
    if not spec.get("custom"):
        filters += [re.compile(each) for each in (r"[A-Z][a-z]+[A-Z]+\w+", r"[A-Z]+$", r"[^a-zA-Z_'’]")]
    known = frozenset(word.lower() for word in _texts(spec, "known"))
    spared = _exceptions(spec)

    def run(story: Story) -> Iterator[Hit]:
        for unit in _units(story, spec):
            for found in _find(_WORD, story, unit):
                word = found.words
                if len(word) == 1 or word.lower() in known or any(each.search(word) for each in filters):
                    continue
                if not lexicon.knows(re.sub(r"'s?$", "", word.replace("’", "'"))) and not _spared(
                    spared, word
                ):
                    yield Hit(found.span, message=_said(spec["message"], word))

    return run


_KINDS: Mapping[str, Callable[[Spec], Run]] = {
    "existence": _existence,
    "substitution": _substitution,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "consistency": _consistency,
    "conditional": _conditional,
    "capitalization": _capitalization,
    "metric": _metric,
    "sequence": _sequence,
    "spelling": _spelling,
}


class _Found(NamedTuple):
    """What an expression matched, and where that stands in the story."""

    match: re.Match[str]
    offset: int

    @property
    def span(self) -> Span:
        return self.of(0)

    @property
    def words(self) -> str:
        return self.match.group()

    def of(self, group: int | str) -> Span:
        """Where a group of the expression stands."""
        start, end = self.match.span(group)
        return Span(start + self.offset, end + self.offset)


def _find(pattern: re.Pattern[str], story: Story, unit: Span) -> Iterator[_Found]:
    """Each match in the unit as in a text of its own, so that "^" and look-behinds stop at its edges; none is empty."""
    for match in pattern.finditer(unit.of(story.text)):
        if match.end() > match.start():
            yield _Found(match, unit.start)


def _matches(pattern: re.Pattern[str], story: Story, spec: Spec) -> Iterator[_Found]:
    for unit in _units(story, spec):
        yield from _find(pattern, story, unit)


def _hit(spec: Spec, span: Span, found: str) -> Hit:
    name, given = _action(spec)
    options = given if name == "replace" else ("",) if name == "remove" else ()
    return Hit(span, options, _said(spec["message"], found, *options[:1]))


def _action(spec: Spec) -> tuple[str, tuple[str, ...]]:
    action = spec.get("action")
    if not isinstance(action, dict):
        return "", ()
    return str(action.get("name") or ""), tuple(map(str, action.get("params") or ()))


def _said(message: Any, *words: str) -> str:
    """The message, each %s filled with the next of the words; the first stands in where they run out."""
    parts = str(message).split("%s")
    filled = parts[0]
    for number, part in enumerate(parts[1:]):
        filled += (words[number] if number < len(words) else words[0] if words else "") + part
    return filled


def _texts(spec: Spec, key: str) -> list[str]:
    value = spec.get(key) or []
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]


def _exceptions(spec: Spec) -> re.Pattern[str] | None:
    listed = sorted(_texts(spec, "exceptions"), key=len, reverse=True)
    return (
        _compiled(r"\b(?:" + "|".join(f"(?:{each})" for each in listed) + r")\b", False) if listed else None
    )


def _spared(exceptions: re.Pattern[str] | None, found: str) -> bool:
    return exceptions is not None and exceptions.search(found) is not None


def _compiled(source: str, ignorecase: bool) -> re.Pattern[str]:
    """The expression as Python writes it; raises ValueError with the reason."""
    flags = re.MULTILINE | (re.IGNORECASE if ignorecase else 0)
    try:
        return re.compile(translated(source), flags)
    except re.error as error:
        raise ValueError(f"the regular expression {_short(source)} can't be used: {error}") from None


def _short(source: str) -> str:
    return repr(source if len(source) <= 60 else source[:57] + "...")


_FLAGS = re.compile(r"\(\?(i|-i|s|m|is|im|ims)\)")
_CLASSES = {"L": r"[^\W\d_]", "N": r"\d", "Lu": "[A-ZÀ-ÖØ-Þ]", "Ll": "[a-zß-öø-ÿ]"}


def translated(source: str) -> str:
    """The expression with flags that begin in its middle, named groups and letter classes as Python writes them.

    A flag holds to the end of its group, over the alternatives that follow.
    """
    out: list[str] = []
    # For each open group the flags that began in it.
    groups: list[list[str]] = [[]]
    at = 0
    while at < len(source):
        letter = source[at]
        flags = _FLAGS.match(source, at)
        if letter == "\\":
            named = re.compile(r"\\p\{(\w+)\}").match(source, at)
            if named and named[1] in _CLASSES:
                out.append(_CLASSES[named[1]])
                at = named.end()
                continue
            out.append({"\\z": r"\Z", "\\Z": r"\Z"}.get(source[at : at + 2], source[at : at + 2]))
            at += 2
            continue
        if flags:
            groups[-1].append(f"(?{flags[1]}:")
            out.append(groups[-1][-1])
            at = flags.end()
            continue
        if letter == "[":
            end = at + (2 if source[at + 1 : at + 2] != "^" else 3)
            while end < len(source) and source[end] != "]":
                end += 2 if source[end] == "\\" else 1
            out.append(source[at : end + 1])
            at = end + 1
            continue
        if letter == "(":
            groups.append([])
            opening = re.compile(r"\(\?<(?![=!])").match(source, at)
            out.append("(?P<" if opening else "(")
            at = opening.end() if opening else at + 1
            continue
        if letter == ")" and len(groups) > 1:
            out.append(")" * len(groups.pop()))
        elif letter == "|" and groups[-1]:
            out += [")" * len(groups[-1]), "|", *groups[-1]]
            at += 1
            continue
        out.append(letter)
        at += 1
    return "".join(out) + ")" * len(groups[0])
