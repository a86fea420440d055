"""Counts, capacities and closings that a later sentence takes up and gives otherwise: "arrested nine people", then "of the 10 people arrested"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.facts.amounts import read
from editor.checks.facts.changes import Wrong
from editor.checks.facts.numerals import COUNT, NUMBER, value, written
from editor.checks.facts.tolls import counts
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_WHO = r"(?:people|persons|men|women|suspects|migrants|workers|officers|officials|protesters|passengers|students|soldiers|children|residents|drivers|teenagers|others)"
_DONE = r"(?P<{0}>arrest|detain|charg|rescu|evacuat|deport|releas|hospitali[sz]|indict|convict|quarantin)"
_DID = Expression(
    rf"\b{_DONE.format('verb')}(?:ed|d|s|ing)? (?P<n>{COUNT})(?: {_WHO}| over| in|[.,])", re.IGNORECASE
)
_WERE = Expression(
    rf"(?P<n>{COUNT}) {_WHO} (?:were|was|have been|had been|are) (?:[a-z]+ly )?{_DONE.format('verb')}(?:ed|d)\b",
    re.IGNORECASE,
)
_THOSE = Expression(
    rf"\b(?:of|all(?: of)?) the (?P<n>{COUNT}) (?:{_WHO} )?(?:who were )?{_DONE.format('verb')}(?:ed|d)\b",
    re.IGNORECASE,
)
_MORE = Expression(r"\b(?:more|another|others?|also|later|since)\b", re.IGNORECASE)

_ENVOYS = r"(?P<who>ministers|leaders|presidents|officials|delegates|envoys|diplomats|delegations|chiefs|generals|teams|ambassadors)"
_SENT = Expression(
    rf"\b{_ENVOYS} (?:from|of) (?P<n>{COUNT}) [^.;:,\d]{{0,40}}?(?:countries|states|nations)\b", re.IGNORECASE
)
_TAKEN_UP = Expression(
    rf"\b[Tt]he (?P<n>{COUNT}) (?P<who>ministers|leaders|presidents|envoys|delegations|countries|nations|teams|ambassadors)\b(?! (?:that|who|which|whose|from|of)\b)"
)

_UNITS = "megawatt|kilowatt|gigawatt|page|story|storey|bedroom|berth|lane"
_SIZED = Expression(rf"\b[Tt]he (?P<n>{NUMBER})-(?P<unit>{_UNITS})\b")
_ANY_SIZED = rf"(?<![\w.,])(?P<n>{NUMBER})[- ]UNITs?\b"

_MOVED = Expression(
    r"\b(?P<verb>fell|dropped|lost|slipped|slid|declined|shed|tumbled|rose|gained|climbed|jumped|added|advanced)(?: by)? "
    r"(?P<d>\d[\d,]*(?:\.\d+)?) points?(?:,? or \d[\d.]*(?:%| percent| per cent),?)?,? to (?P<x>\d[\d,]*(?:\.\d+)?)(?![\d%])"
)
_ENDED = Expression(
    r"\b(?:ended|closed|finished|stood|settled|been) (?:[a-z]+ )?at (?P<y>\d[\d,]*(?:\.\d+)?)(?![\d%])(?= (?:on|the|a) (?:(?:Mon|Tues|Wednes|Thurs|Fri)day|day|previous|week))"
)
_DOWN = frozenset(["fell", "dropped", "lost", "slipped", "slid", "declined", "shed", "tumbled"])
# Points are rounded to a tenth, twice.
_ROUNDED = 0.16

_BODY_OF = Expression(
    rf"\b(?P<a>{COUNT}) of (?:the|its) (?:[a-z]+['’]s )?(?P<n>{COUNT}) (?:board |committee |council )?(?:members|judges|lawmakers|policymakers|justices|governors|directors|councillors|councilors|countries|states|parties|clubs)\b",
    re.IGNORECASE,
)
_NEXT_PARTS = Expression(
    rf"(?P<b>{COUNT}) [a-z]+(?:ed|t) [^.;:\d]*?,? (?:and|while) (?P<c>{COUNT}) [a-z]+(?:ed|t)\b",
    re.IGNORECASE,
)

_SINCE = Expression(rf"\bfor (?P<n>{NUMBER}) years,? since (?:she|he) was (?P<m>{NUMBER})\b", re.IGNORECASE)
_AGE = Expression(r"(?<![\w.,-])(?P<age>\d{1,2})(?:-years?-old\b|(?<=, \d\d),)")

_WENT = Expression(
    rf"(?P<x>{NUMBER}) (?P<what>[a-z]{{3,}})\b[^.;:]{{0,40}}?, (?:up|down) from (?P<y>{NUMBER})\b",
    re.IGNORECASE,
)
_THE_CHANGE = Expression(
    rf"\b(?:the|that) (?:drop|fall|decline|decrease|rise|increase|gain|jump) of (?P<n>{NUMBER})(?: (?P<what>[a-z]{{3,}}))?\b",
    re.IGNORECASE,
)

_REMAINING = Expression(
    r"(?P<a>[$€£¥]\d[\d.,]*(?: (?:million|billion|trillion)|m|bn)?) [^.;$€£¥]{1,50} and the (?:remaining|other) (?P<b>[$€£¥]\d[\d.,]*(?: (?:million|billion|trillion)|m|bn)?)"
)
_MONEY = Expression(
    r"[$€£¥]\d[\d.,]*\d?(?: (?:million|billion|trillion)|m\b|bn\b)?|[$€£¥]\d[\d.,]*(?:-(?:million|billion|trillion))?"
)
# A sum that misses the told one by more is hardly meant.
_LEFT_OVER = 0.15
_MAJORITY = Expression(
    r"\b(?P<a>\d+(?:,\d{3})*)(?: votes? to |-)(?P<b>\d+(?:,\d{3})*),? (?:with |by )?an? (?:[a-z]+ )?(?:majority|margin) of (?P<n>\d+(?:,\d{3})*)"
)
_HALL = Expression(
    rf"(?P<t>{NUMBER})-(?:member|nation|seat)\b[^.]{{0,60}}? (?P<a>\d+)-(?P<b>\d+),? with (?P<c>{NUMBER}) abstentions",
    re.IGNORECASE,
)
_SILENT = Expression(
    rf"\b[Tt]he (?:remaining|other) (?P<n>{NUMBER}) [a-z]+ (?:did not vote|were absent|did not take part)",
    re.IGNORECASE,
)
_CAREER = Expression(
    rf"\bretired\b[^.]{{0,40}}? in (?P<y>(?:19|20)\d\d),? after (?:a career of |a career that (?:lasted|spanned) )?(?P<n>{NUMBER}) years",
    re.IGNORECASE,
)
_DEBUT = Expression(
    r"\b(?:debut|began (?:his|her) career|turned professional|joined)\b[^.]{0,40}? in (?P<x>(?:19|20)\d\d)"
)
_RISE_OF = Expression(
    rf"(?:['’]s|\bthe|\bthat) (?P<what>rise|fall|drop|gain|decline|increase|decrease|jump) of (?P<n>{NUMBER}|\d+\.\d+) (?P<unit>basis points|percentage points|points|percent|%)",
    re.IGNORECASE,
)
_ROSE = Expression(
    r"\b(?P<verb>rose|gained|climbed|jumped|increased|fell|dropped|declined|lost|slipped|decreased)(?: by)? (?P<n>\d+(?:\.\d+)?) (?P<unit>basis points?|percentage points?|points?|percent|%)"
)
_RISES = frozenset(["rise", "gain", "increase", "jump"])
_ROSE_VERBS = frozenset(["rose", "gained", "climbed", "jumped", "increased"])
_BY_PART = Expression(
    r"\b[Tt]he (?:drop|fall|decline|decrease|slump) of (?P<n>more than (?:half|a third|a quarter|two-thirds)|(?:nearly|almost|less than) half)"
)
_FELL_TO = Expression(
    rf"\b(?:fall|fell|fallen|drop|dropped|decline|declined|shrink|shrank|cut) to (?P<x>{NUMBER})[^.;\d]{{0,40}}?,? from (?P<y>{NUMBER})\b",
    re.IGNORECASE,
)
_PARTS = {"half": 1 / 2, "a third": 1 / 3, "a quarter": 1 / 4, "two-thirds": 2 / 3}
_NEARLY_HALF = 0.38
_BODIES = Expression(rf"\b[Aa]ll (?P<n>{NUMBER}) (?:of the )?bodies\b")

_WON = Expression(r"\b[Tt]he (?P<s>\d{1,2}[-–]\d{1,2}) (?:victory|win|triumph|defeat|loss)\b")
_RESULT = Expression(r"(?<![\w.,-])(?P<s>\d{1,2}[-–]\d{1,2})(?![\w-]|[.,]\d)")


def taken_up(lines: Sequence[Line], text: str) -> Wrong:
    """Each figure of the body that takes up an earlier one and differs from it: its place, what would fit, a message."""
    told = [line for line in lines if line.block.kind in (PartKind.HEADLINE, PartKind.BODY)]
    for at, line in enumerate(told):
        if line.block.kind is not PartKind.BODY or not at:
            continue
        before = told[:at]
        for find in _READERS:
            yield from find(line, before, text)


def _arrested(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _THOSE.finditer(text, *line.span):
        verb = match["verb"].lower()
        earlier = [
            each
            for one in before
            for form in (_DID, _WERE)
            for each in form.finditer(text, *one.span)
            if each["verb"].lower() == verb
        ]
        if any(_MORE.search(text, *one.span) for one in before if verb in one.span.of(text).lower()):
            continue
        yield from _other(match, earlier)


def _delegates(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _TAKEN_UP.finditer(text, *line.span):
        earlier = [each for one in before for each in _SENT.finditer(text, *one.span)]
        bodies = match["who"].lower() in ("countries", "nations")
        yield from _other(
            match, [each for each in earlier if bodies or each["who"].lower() == match["who"].lower()]
        )


def _sized(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _SIZED.finditer(text, *line.span):
        again = re.compile(_ANY_SIZED.replace("UNIT", match["unit"]), re.IGNORECASE)
        yield from _other(match, [each for one in before for each in again.finditer(text, *one.span)])


def _other(match: re.Match[str], earlier: Sequence[re.Match[str]]) -> Wrong:
    """The figure "n" of the match, where those before have one other value only."""
    numbers = {value(each["n"]) for each in earlier}
    here = value(match["n"])
    if len(numbers) != 1 or here is None or None in numbers or here in numbers:
        return
    first = earlier[0]["n"]
    yield (
        Span(*match.span("n")),
        (written(value(first) or 0, match["n"]),),
        f"{match['n']} here, {first} before?",
    )


def _closed(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _ENDED.finditer(text, *line.span):
        moved = _MOVED.search(text, *before[-1].span) or _MOVED.search(text, line.span.start, match.start())
        if moved is None:
            continue
        change, new, old = (float(each.replace(",", "")) for each in (moved["d"], moved["x"], match["y"]))
        fit = new + change if moved["verb"] in _DOWN else new - change
        if abs(fit - old) > _ROUNDED and abs(fit - old) < new / 4:
            figure = f"{fit:,.{len(match['y'].partition('.')[2])}f}"
            yield Span(*match.span("y")), (), f"By the change before it is {figure}, not {match['y']}?"


def _voted(line: Line, before: Sequence[Line], text: str) -> Wrong:
    whole = _BODY_OF.search(text, *before[-1].span)
    parts = _NEXT_PARTS.match(text, *line.span)
    if whole is None or parts is None:
        return
    numbers = [value(each) for each in (whole["a"], parts["b"], parts["c"])]
    limit = value(whole["n"]) or 0
    total = sum(each or 0 for each in numbers)
    if None not in numbers and total > limit:
        yield (
            Span(*parts.span("c")),
            (),
            f"{whole['a']}, {parts['b']} and {parts['c']} make {total}, not {whole['n']}.",
        )


def _aged(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _SINCE.finditer(text, *line.span):
        years, young = value(match["n"]), value(match["m"])
        ages = {int(each["age"]) for one in (*before, line) for each in _AGE.finditer(text, *one.span)}
        if years is None or young is None or not ages or any(abs(each - years - young) <= 1 for each in ages):
            continue
        yield (
            Span(*match.span("n")),
            (),
            f"{match['n']} years since the age of {match['m']} make {years + young}?",
        )


def _changed(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _THE_CHANGE.finditer(text, *line.span):
        told = list(_changes(before, match["what"], text))
        said = value(match["n"])
        if len(told) == 1 and said is not None and said != told[0]:
            yield (
                Span(*match.span("n")),
                (f"{told[0]:,}",),
                f"The figures before make it {told[0]:,}, not {match['n']}?",
            )


def _changes(before: Sequence[Line], what: str | None, text: str) -> Iterator[int]:
    for one in before:
        for match in _WENT.finditer(text, *one.span):
            new, old = value(match["x"]), value(match["y"])
            if (
                new is not None
                and old is not None
                and what is not None
                and what.lower() == match["what"].lower()
            ):
                yield abs(new - old)


def _remaining(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _REMAINING.finditer(text, *line.span):
        one, two = _amount(match["a"]), _amount(match["b"])
        told = [_amount(each.group()) for part in before for each in _MONEY.finditer(text, *part.span)]
        if one is None or two is None:
            continue
        sums = [each for each in told if each is not None and each > max(one, two)]
        exact = any(abs(each - one - two) <= each / 1000 for each in sums)
        if not exact and any(abs(each - one - two) <= _LEFT_OVER * each for each in sums):
            yield Span(*match.span("b")), (), f"{match['a']} and {match['b']} do not make the sum before?"


def _amount(text: str) -> float | None:
    amount = read(text.replace("-", " "))
    return None if amount is None else amount.number


def _majority(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _MAJORITY.finditer(text, *line.span):
        one, two, said = (value(match[each]) for each in ("a", "b", "n"))
        if None not in (one, two, said) and one is not None and two is not None and said != abs(one - two):
            fit = f"{abs(one - two):,}"
            yield (
                Span(*match.span("n")),
                (fit,),
                f"{match['a']} and {match['b']} are {fit} apart, not {match['n']}.",
            )


def _absent(line: Line, before: Sequence[Line], text: str) -> Wrong:
    silent = _SILENT.search(text, *line.span)
    hall = _HALL.search(text, *before[-1].span) if silent else None
    if silent is None or hall is None:
        return
    whole, *parts, said = (
        value(each) or 0 for each in (hall["t"], hall["a"], hall["b"], hall["c"], silent["n"])
    )
    if whole - sum(parts) != said:
        fit = written(max(whole - sum(parts), 0), silent["n"])
        yield Span(*silent.span("n")), (fit,), f"Of {whole} that leaves {fit}, not {silent['n']}."


def _retired(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _CAREER.finditer(text, *line.span):
        begun = {int(each["x"]) for part in before for each in _DEBUT.finditer(text, *part.span)}
        years = value(match["n"])
        if len(begun) == 1 and years is not None:
            fit = int(match["y"]) - begun.pop()
            if fit > 0 and abs(fit - years) > 1:
                yield Span(*match.span("n")), (), f"By the years told it was {fit}, not {match['n']}?"


def _rise(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _RISE_OF.finditer(text, *line.span):
        up, unit = match["what"].lower() in _RISES, match["unit"].lower().rstrip("s")
        told = {
            each["n"]
            for part in before
            for each in _ROSE.finditer(text, *part.span)
            if (each["verb"].lower() in _ROSE_VERBS) is up and each["unit"].lower().rstrip("s") == unit
        }
        if len(told) == 1 and match["n"] not in told:
            (first,) = told
            yield Span(*match.span("n")), (first,), f"{match['n']} here, {first} before?"


def _by_part(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _BY_PART.finditer(text, *line.span):
        moved = _FELL_TO.search(text, *before[-1].span)
        new, old = (value(moved["x"]), value(moved["y"])) if moved else (None, None)
        if new is None or not old:
            continue
        lost = 1 - new / old
        more = match["n"].startswith("more than ")
        fits = lost > _PARTS[match["n"].removeprefix("more than ")] if more else _NEARLY_HALF < lost < 1 / 2
        if not fits:
            yield Span(*match.span("n")), (), f"From {old:,} to {new:,} is a drop of {100 * lost:.0f}%?"


def _buried(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _BODIES.finditer(text, *line.span):
        killed = [each for each in counts(before) if each.kind == "killed"]
        said = value(match["n"])
        if killed and said is not None and said < min(each.number for each in killed):
            first = killed[0].number
            yield (
                Span(*match.span("n")),
                (written(first, match["n"]),),
                f"{match['n']} bodies here, {first} dead before?",
            )


def _scored(line: Line, before: Sequence[Line], text: str) -> Wrong:
    for match in _WON.finditer(text, *line.span):
        scores = {each["s"] for one in before for each in _RESULT.finditer(text, *one.span)}
        if len(scores) == 1 and match["s"] not in scores:
            (first,) = scores
            if not set(re.findall(r"\d+", first)).isdisjoint(re.findall(r"\d+", match["s"])):
                yield Span(*match.span("s")), (first,), f"{match['s']} here, {first} before?"


_READERS = (
    _arrested,
    _delegates,
    _sized,
    _closed,
    _voted,
    _aged,
    _changed,
    _remaining,
    _majority,
    _absent,
    _retired,
    _rise,
    _by_part,
    _buried,
    _scored,
)
