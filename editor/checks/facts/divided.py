"""Wholes that are divided and do not come out: "of these, 610 owned dogs and 620 did not", "a 72% stake ... the remaining 18%", "all 14 of them".

The figure told of is the last, at which a reader notices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.facts.changes import Wrong
from editor.checks.facts.numerals import COUNT, NUMBER, is_year, value, written
from editor.checks.facts.tolls import counts
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_OF_THEM = Expression(
    rf"\bof (?:(?:the |its |their )?(?P<n>{COUNT})\b[^.;:,]{{0,60}}|(?:these|those|them)\b[^.;:,]{{0,40}}), (?P<parts>[^.;]+)",
    re.IGNORECASE,
)
_OF_WHOLE = re.compile(r" of (?:them|which|whom) ", re.IGNORECASE)
_FROM = Expression(
    rf"(?P<n>{COUNT}) (?P<who>[a-z]{{3,}}s|people|men|women|children)\b[^.;:\d]{{0,60}}, (?P<a>{COUNT}) of (?:them|which|whom) (?P<link>from|in|at|to|for|by) [^.;:,\d]{{3,40}} and (?P<b>{COUNT}) (?P=link) [^.;:,\d]{{3,40}}(?=[.;])",
    re.IGNORECASE,
)
_PART = Expression(
    rf"(?:, |\band )(?:and )?(?:about |some )?(?P<n>{COUNT}) (?P<rest>[^,.;\d]+?)(?= and {COUNT}|[,.;]|$)",
    re.IGNORECASE,
)
# Words with which the parts leave nobody out.
_WHOLE = (
    Expression(r"\b(?:did|do|does|were|was|are|had|have|has|would|could|can) not\b|n't\b", re.IGNORECASE),
    Expression(r"\bunchanged\b", re.IGNORECASE),
    Expression(
        r"\bwomen\b.*\bmen\b|\bmen\b.*\bwomen\b|\bgirls\b.*\bboys\b|\bboys\b.*\bgirls\b", re.IGNORECASE
    ),
    Expression(r"\bor older\b|\bor over\b|\bolder than\b|\bor younger\b", re.IGNORECASE),
    Expression(r"\bother (?:parts|towns|cities|countries|places)\b|\babroad\b|\belsewhere\b", re.IGNORECASE),
    Expression(r"\babstain", re.IGNORECASE),
)
_OPEN = Expression(
    r"\b(?:includ\w*|at least|more than|about|some of|many|most|others?(?! (?:parts|towns|cities|countries|places))|rest|several|also|of (?:them|those|these|the))\b",
    re.IGNORECASE,
)
# The most words of a statement that is shown whole.
_SHORT = 9
_COUNT = Expression(
    rf"(?P<n>{COUNT}) (?:[a-z-]+ ){{0,2}}?(?:[a-z]{{3,}}s|people|men|women|children)\b", re.IGNORECASE
)


def wrong_parts(lines: Sequence[Line], text: str) -> Wrong:
    """Each part of a counted whole with which the parts don't make it: its place, the figure that would fit, a message."""
    body = [line for line in lines if line.block.kind is PartKind.BODY]
    for at, line in enumerate(body):
        low, high = line.span
        if re.search(r"\b[Oo]f th", text[low:high]):
            for match in _OF_THEM.finditer(text, low, high):
                before = body[at - 1].span if at else None
                yield from _parts(match, text, before)
        for match in _FROM.finditer(text, low, high) if _OF_WHOLE.search(text, low, high) else ():
            yield from two_parts(match)


def two_parts(match: re.Match[str]) -> Wrong:
    """The second part, group "b", where it and the first, "a", do not make the whole, "n"."""
    whole, one, two = (value(match[each]) for each in ("n", "a", "b"))
    if not (whole and one and two) or max(one, two) >= whole or one + two == whole or is_year(match["n"]):
        return
    yield _told(
        match.span("b"), match["b"], whole - one, f"{one:,} and {two:,} make {one + two:,}, not {whole:,}."
    )


def _parts(match: re.Match[str], text: str, before: Span | None) -> Wrong:
    # The comma before the first part too.
    start, end = match.start("parts") - 2, match.end("parts")
    parts = list(_PART.finditer(text, start, end))
    numbers = [value(each["n"]) for each in parts]
    if len(parts) < 2 or None in numbers or _OPEN.search(text, start, end) or not _joined(text, parts):
        return
    found = [number for number in numbers if number is not None]
    total = sum(found)
    whole = value(match["n"]) if match["n"] else _counted(text, before)
    if whole is None or max(found) >= whole or total == whole:
        return
    if total > whole or any(each.search(text, start, end) for each in _WHOLE):
        message = f"The parts make {total:,}, not {whole:,}."
        last = parts[-1]
        told = statement(text, match.start("n"), last.end("n")) if match["n"] else None
        if told is None:
            yield _told(last.span("n"), last["n"], whole - total + found[-1], message)
        else:
            yield told, (), message


def statement(text: str, start: int, end: int) -> Span | None:
    """A whole and its parts as one place, where it is short: either figure may be the wrong one."""
    return Span(start, end) if len(text[start:end].split()) <= _SHORT else None


def _joined(text: str, parts: Sequence[re.Match[str]]) -> bool:
    """Whether "and" stands before the last part, and the parts follow one another."""
    return text[: parts[-1].start("n")].endswith("and ")


def _counted(text: str, span: Span | None) -> int | None:
    """The one number of people or things that a sentence counts; None where it counts none or several."""
    if span is None:
        return None
    found = {
        number
        for each in _COUNT.finditer(text, *span)
        if (number := value(each["n"])) is not None and not is_year(each["n"])
    }
    return found.pop() if len(found) == 1 else None


def _told(span: tuple[int, int], like: str, right: int, message: str) -> tuple[Span, tuple[str, ...], str]:
    return Span(*span), (written(right, like),) if right > 0 else (), message


_PERCENT = r"(?P<%s>\d+(?:\.\d+)?) ?(?:%%|percent\b|per cent\b)"
_OWNED = Expression(
    rf"\b(?:own|owns|hold|holds|keep|keeps|have|has) {_PERCENT % 'a'}[^.;:%]{{0,60}}\band\b[^.;:%]{{1,50}}\b(?:own|owns|hold|holds|keep|keeps|have|has) {_PERCENT % 'b'}"
)
_STAKE = Expression(
    rf"\b(?:buy|buys|bought|sell|sells|sold|acquire|acquires|acquired|take|takes|took|buying|selling|acquiring)\b[^.;%]{{0,30}}?{_PERCENT % 'a'} (?:stake|share|of)"
)
_REMAINING = Expression(rf"\bthe (?:remaining|other) {_PERCENT % 'b'}")


def wrong_shares(lines: Sequence[Line], text: str) -> Wrong:
    """Each share in percent with which two make more than the whole, or which is not what remains of it."""
    for line in lines:
        for match in _OWNED.finditer(text, *line.span):
            one, two = float(match["a"]), float(match["b"])
            if one + two > 100 and one < 100:
                yield (
                    Span(*match.span("b")),
                    (f"{100 - one:g}",),
                    f"{one:g}% and {two:g}% are more than the whole.",
                )
    stakes = {float(match["a"]) for line in lines for match in _STAKE.finditer(text, *line.span)}
    if len(stakes) != 1:
        return
    stake = stakes.pop()
    for line in lines:
        for match in _REMAINING.finditer(text, *line.span):
            left = float(match["b"])
            if abs(100 - stake - left) > 0.5 and left < 100 - stake:
                yield Span(*match.span("b")), (f"{100 - stake:g}",), f"{stake:g}% leaves {100 - stake:g}%?"


_ALL = Expression(rf"(?<!after )\b[Aa]ll (?P<n>{NUMBER}) (?:of (?:them|the)\b|were\b|have\b|had\b)")
_ALL_DAYS = Expression(rf"\ball (?P<n>{NUMBER}) (?P<unit>day|week|month|year|hour)s\b")


def wrong_alls(lines: Sequence[Line], text: str) -> Wrong:
    """Each "all 14 of them" where the sentences before count another number, each "all 18 days" of what took 16."""
    if "ll " not in text:
        return
    body = [line for line in lines if line.block.kind is PartKind.BODY]
    for at, line in enumerate(body):
        for match in _ALL.finditer(text, *line.span):
            said = value(match["n"])
            near = [body[before].span for before in range(max(0, at - 1), at)]
            near.append(Span(line.span.start, match.start()))
            told = {number for span in near if (number := _counted(text, span)) is not None}
            if said is not None and len(told) == 1 and said not in told and not _sums(text, near, said):
                right = told.pop()
                yield _told(match.span("n"), match["n"], right, f"Elsewhere it is {right:,}?")
        for match in _ALL_DAYS.finditer(text, *line.span):
            said = value(match["n"])
            lasted = _lasting(text, match["unit"])
            if said is not None and len(lasted) == 1 and said not in lasted:
                right = lasted.pop()
                yield _told(match.span("n"), match["n"], right, f"Elsewhere it lasts {right}?")


def _sums(text: str, spans: Sequence[Span], number: int) -> bool:
    """Whether the numbers told before make up the number."""
    found = [
        value(each.group())
        for span in spans
        for each in re.finditer(COUNT, text[span.start : span.end], re.IGNORECASE)
    ]
    numbers = [each for each in found if each is not None]
    return number in numbers or sum(numbers) == number


def _lasting(text: str, unit: str) -> set[int]:
    """The lengths of time that the story tells with a hyphen: "a 16-day strike"."""
    return {
        number
        for each in re.finditer(rf"\b(?P<n>{NUMBER})-{unit}\b(?!-old)", text, re.IGNORECASE)
        if (number := value(each["n"])) is not None
    }


_KILLED_SO = Expression(
    rf"(?P<a>{COUNT}) (?:people |men |women |others )?(?:drowned|were shot|burned to death|were crushed|were buried)\b[^.;\d]{{0,50}}?\band (?P<b>{COUNT}) (?:others? |more |people )*(?:were killed|was killed|died|drowned|were crushed)",
    re.IGNORECASE,
)


def wrong_deaths(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str]]:
    """The second of two ways to die that do not make the story's toll: "four drowned, and three others were killed"."""
    matches = [match for line in lines for match in _KILLED_SO.finditer(text, *line.span)]
    if len(matches) != 1:
        return
    match = matches[0]
    one, two = value(match["a"]), value(match["b"])
    tolls = {each.number for each in counts(lines) if each.kind == "killed" and each.early and not each.loose}
    if one and two and len(tolls) == 1 and (toll := tolls.pop()) not in (one + two, one, two):
        yield Span(*match.span("b")), f"{one} and {two} make {one + two}; the story has {toll} killed."


_VOTE = Expression(
    rf"(?P<for>{NUMBER})(?: votes)?(?:-| to )(?P<against>{NUMBER})\b[^.;]{{0,40}}?,? with (?P<kept>{NUMBER}) (?:abstentions?|(?:members |lawmakers |councillors |council members )?abstain)",
    re.IGNORECASE,
)
_MEMBERS = Expression(
    rf"\b(?P<all>all )?(?P<n>{NUMBER})[ -](?:members?|seats?|councillors|council members|lawmakers|senators|deputies|seat|member)\b",
    re.IGNORECASE,
)


def wrong_votes(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str]]:
    """Abstentions with which a vote has more votes than there are members, or not those of all."""
    for line in lines:
        for match in _VOTE.finditer(text, *line.span):
            cast = [value(match[each]) for each in ("for", "against", "kept")]
            bodies = [(bool(each["all"]), value(each["n"])) for each in _MEMBERS.finditer(text)]
            numbers = {
                number
                for _, number in bodies
                if number is not None and number > max(filter(None, cast), default=0)
            }
            if None in cast or len(numbers) != 1:
                continue
            total, members = sum(filter(None, cast)), numbers.pop()
            if total > members or (total != members and any(everybody for everybody, _ in bodies)):
                yield Span(*match.span("kept")), f"The votes make {total}; there are {members} members."
