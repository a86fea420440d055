"""Bodies, delegates and sizes that a later sentence takes up: "arrested nine people", then "of the 10 people arrested"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from editor.checks.facts.changes import Wrong
from editor.checks.facts.numerals import COUNT, NUMBER, value, written
from editor.checks.facts.tolls import counts
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

_BODIES = Expression(rf"\b[Aa]ll (?P<n>{NUMBER}) (?:of the )?bodies\b")


def arrested(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """How many were arrested, rescued or freed, taken up with "of the 10 arrested"."""
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


def delegates(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Ministers of so many states, taken up with "the seven ministers"."""
    for match in _TAKEN_UP.finditer(text, *line.span):
        earlier = [each for one in before for each in _SENT.finditer(text, *one.span)]
        bodies = match["who"].lower() in ("countries", "nations")
        yield from _other(
            match, [each for each in earlier if bodies or each["who"].lower() == match["who"].lower()]
        )


def sized(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Such as "a 400-megawatt battery", taken up with "the 450-megawatt battery"."""
    for match in _SIZED.finditer(text, *line.span):
        again = re.compile(_ANY_SIZED.replace("UNIT", match["unit"]), re.IGNORECASE)
        yield from _other(match, [each for one in before for each in again.finditer(text, *one.span)])


def buried(line: Line, before: Sequence[Line], text: str) -> Wrong:
    """Such as "all eight bodies" where nine were killed."""
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
