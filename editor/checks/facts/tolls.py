"""Counts of the dead, the hurt and the missing that differ within a story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.checks.facts.numerals import NUMBER, value, written
from editor.documents.model import PartKind
from editor.story import Line
from editor.text.expression import Expression
from editor.values import Span

_ABOUT = r"(?P<about>at least |more than |over |about |around |some |nearly |almost |up to |as many as |roughly |an estimated |all |no fewer than )?"
_N = rf"(?<![\w.$€£,-])(?P<n>{NUMBER})(?![\w%]|[.,]\d|-\w)"
_WHO = r"(?: (?:more )?(?P<who>people|persons|others|victims|passengers|miners|workers|civilians|men|women|children|soldiers|troops|residents|villagers|students|migrants|tourists|crew members|officers|protesters|pilgrims|fans|patients|inmates|prisoners|rebels|militants|fighters|demonstrators|bystanders|journalists|firefighters|sailors|fishermen|farmers))?"
_BE = r"(?: (?:were|was|are|have been|had been|have|had|has been|is|were reported|were confirmed|are confirmed|reported|confirmed|known to have|who|believed))?"
_FORMS = {
    "killed": (
        rf"\b(?P<about>(?:among|of) the ){_N} (?P<who>dead|deaths|victims|fatalities|people killed)\b",
        rf"\bkill(?:ed|ing|s)? {_ABOUT}{_N}{_WHO}",
        rf"{_ABOUT}{_N}{_WHO}{_BE} (?:killed|dead|died|die)\b(?! of\b)",
        rf"\b(?:death toll|toll)(?: from [^.]{{0,40}}?)? (?:of|at|is|was|stood at|stands at|now stands at|rose to|has risen to|climbed to|reached|to) {_ABOUT}{_N}(?P<who>(?!))?",
        rf"\b(?P<about>all |the |the bodies of(?: all| the)? ){_N} (?P<who>victims|dead|people killed|people who died)\b",
        rf"{_ABOUT}{_N} (?P<who>deaths|fatalities)\b",
        rf"\bdeaths? of {_ABOUT}{_N}{_WHO}",
    ),
    "hurt": (
        rf"\b(?P<about>(?:among|of) the ){_N} (?P<who>injured|wounded)\b",
        rf"\b(?:injur|wound|hurt)(?:ed|ing|s)? {_ABOUT}{_N}{_WHO}",
        rf"{_ABOUT}{_N}{_WHO}{_BE} (?:injured|wounded|hurt)\b",
        rf"\b(?P<about>all |the ){_N} (?P<who>injured|wounded)\b",
    ),
    "missing": (
        rf"{_ABOUT}{_N}{_WHO}{_BE} (?:remain |remained |still |listed as |reported )*missing\b",
        rf"\b(?P<about>all |the ){_N} (?P<who>missing)\b",
    ),
    "arrested": (
        rf"\b(?:arrest|detain)(?:ed|ing)? {_ABOUT}{_N}{_WHO}",
        rf"{_ABOUT}{_N}{_WHO}{_BE} (?:arrested|detained)\b",
    ),
}  # fmt: skip
# Without one of these no form fits.
_SIGNS = {
    "killed": Expression(r"kill|dead|died?\b|toll|victim|death|fatalit", re.IGNORECASE),
    "hurt": Expression(r"injur|wound|hurt", re.IGNORECASE),
    "missing": Expression(r"missing", re.IGNORECASE),
    "arrested": Expression(r"arrest|detain", re.IGNORECASE),
}
_COMPILED = {kind: [Expression(form, re.IGNORECASE) for form in forms] for kind, forms in _FORMS.items()}
# Another time or another place, or a count that is said to have changed.
_OTHER = (
    r"(?:1[89]|20)\d\d|last|previous|earlier|since|ago|decades?|history|similar|another|annual\w*|average|yearly|initial\w*|at first|had said|revised"
    r"|lowered|raised|raising|rose|risen|separate\w*|elsewhere|worst|deadliest|previously|each|per|every|would|could|might|if"
)
# Besides: a part of the whole.
_PART = (
    r"including|among|also|meanwhile|attacks|bombings|in all|total|altogether|later|more|additional|further|of them|of whom|of those|of the|so far"
    r"|when|until|by then|hours|as many|up to|both|respectively|the day before|days?|weeks?|months?|years?|near|outside"
    r"|(?:sun|mon|tues|wednes|thurs|fri|satur)day"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
)
_ELSEWHERE = Expression(rf"\b(?:{_OTHER})\b", re.IGNORECASE)
_ELSEWHERE_OR_PART = Expression(rf"\b(?:{_OTHER}|{_PART})\b", re.IGNORECASE)
_LOOSE = Expression(
    r"more than|over|about|around|some|nearly|almost|up to|as many as|roughly|estimated", re.IGNORECASE
)
_PEOPLE = frozenset(
    [
        "people",
        "persons",
        "victims",
        "dead",
        "deaths",
        "fatalities",
        "people killed",
        "people who died",
        "injured",
        "wounded",
        "missing",
        "",
    ]
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people that a sentence counts. `whole` says that it speaks of all of them, `loose` that it is no exact count."""

    kind: str
    number: int
    span: Span
    who: str
    whole: bool
    loose: bool
    early: bool
    elsewhere: bool


def counts(lines: Sequence[Line]) -> Iterator[Count]:
    """Every count of dead, hurt, missing or arrested people, in the order of the story."""
    bodies = 0
    block = None
    for line in lines:
        if line.block.kind not in (PartKind.BODY, PartKind.HEADLINE):
            continue
        if line.block is not block:
            block = line.block
            bodies += block.kind is PartKind.BODY
        text = line.text[line.span.start : line.span.end]
        for kind, forms in _COMPILED.items():
            if not _SIGNS[kind].search(text):
                continue
            seen: set[int] = set()
            for form in forms:
                for match in form.finditer(text):
                    start, end = match.span("n")
                    number = value(match["n"])
                    if number is None or number < 2 or start in seen or _is_year(match["n"]):
                        continue
                    seen.add(start)
                    about = (match["about"] or "").lower()
                    phrase = match.group().lower()
                    share = about.startswith(("among the", "of the"))
                    whole = (
                        share
                        or about.startswith(("all", "the"))
                        or "toll" in phrase
                        or "known to have" in phrase
                    )
                    early = line.block.kind is PartKind.HEADLINE or bodies <= 1
                    yield Count(
                        kind,
                        number,
                        Span(line.span.start + start, line.span.start + end),
                        (match["who"] or "").lower(),
                        whole,
                        bool(_LOOSE.search(about)),
                        early,
                        bool((_ELSEWHERE if whole or early else _ELSEWHERE_OR_PART).search(text)),
                    )


def _is_year(text: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text))


def differing(lines: Sequence[Line], text: str) -> Iterator[tuple[Span, str, str]]:
    """Each count that differs from the one that the story opens with: its place, the opening's number in its stead, a message."""
    found = list(counts(lines))
    for kind in _FORMS:
        ours = [each for each in found if each.kind == kind]
        opening = next((each for each in ours if each.early and not each.loose and each.who in _PEOPLE), None)
        if opening is None:
            continue
        for each in ours:
            if each is opening or each.loose or each.number == opening.number or each.elsewhere:
                continue
            if not (
                each.whole
                or (each.early and each.who in _PEOPLE)
                or (each.number > opening.number and each.who in _PEOPLE)
            ):
                continue
            mark = each.span.of(text)
            yield (
                each.span,
                written(opening.number, mark),
                f"{mark} {kind} here, {opening.span.of(text)} at the top of the story?",
            )
