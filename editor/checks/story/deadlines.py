"""By, until, since, from, for, during: words of time that are taken for each other.

Swan, "Practical English Usage": by and until; since and from; during and for; ago and before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity, Span

_DAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS = words("""january february march april may june july august september october november december jan. feb. mar. apr. aug. sept.
    oct. nov. dec. jan feb mar apr jun jul aug sep sept oct nov dec""")
_UNITS = words("week month year spring summer autumn winter fall season weekend decade")
_CLOCK = words("noon midnight midday tomorrow tonight dawn dusk sunset christmas easter")
_SPANS = words("minutes hours days weeks months years decades centuries nights seasons")
_ANY_SPAN = words(
    "minute hour day week month year decade century night minutes hours days weeks months years decades centuries nights"
)
# What is done at one moment, by a deadline.
_SURE = words("""submit finish complete decide repay elect choose appoint resolve rebuild repair restore ratify publish eliminate
    halve double triple vacate switch register apply file reply respond convert arrest approve install hire implement adopt issue
    find reach achieve fulfil fulfill remove replace clear announce name select conclude settle refund reimburse compensate
    evacuate vaccinate overhaul renovate upgrade dismantle demolish connect disconnect""")
_LIKELY = words("""return pay deliver withdraw bring reopen launch arrive recover build create cut reduce form sign send present release
    free hand introduce raise produce surrender vote leave begin start""")
_DUE = words("due expected ready likely")
_NOT = words("not n't never no nobody nothing none only cannot neither nor unlikely hardly without")
_MODALS = words("will would must should shall 'll can could may might to")
_BE = words("be been is are was were being")
_HAVE = words("has have had 've having")
_ROUGHLY = words("about nearly almost over some around")
_NOUNS = frozenset(["NN", "NNS", "NNP"])
_CLOSES = frozenset([".", ",", "CC"])
_OPENERS = frozenset(["DT", "JJ", "NNS", "NN"])
_BREAKS = frozenset([".", ":", "``", "''", "WDT", "WP", "WRB"])
_INSIDE = frozenset(
    [
        "DT",
        "PRP$",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "CD",
        "POS",
        "$",
        "PRP",
        "RB",
        "IN",
        "TO",
        "RP",
        "CC",
        "VBN",
        "VBG",
        "PDT",
        ",",
        "(",
        ")",
    ]
)
# "Has fallen from May", "was moved from June": from tells where the change began.
_CHANGES = words("""rise fall grow drop increase decrease decline climb jump slip double triple recover change move postpone delay push
    bring shift rebound ease improve worsen slow narrow widen shrink expand soar plunge tumble surge run date extend reschedule
    switch last borrow take benefit come go emerge differ resign suspend ban return""")
_COMPARING = words(
    "up down higher lower more less fewer compared unchanged change rise fall drop increase decline"
)
# What has lasted since a point of time.
_LASTING = words("unbeaten undefeated winless missing unemployed jobless homeless idle")
_SUPERLATIVES = words("most worst best least")
_FORECASTS = words("expect forecast predict foresee anticipate project envisage")
_ON = words("to until till through onward onwards on - – and")
_BUILDS = words(
    "build rebuild repair complete finish restore clear construct evacuate double halve reach recover"
)
_BEGINS = words("begin start open die happen occur erupt arrive crash launch")
_STAYS = words("remain stay wait continue last keep hold")


class Time(NamedTuple):
    """A wrong word of time: the tokens from `start` up to `end` and what stands for them, best first."""

    start: int
    end: int
    right: tuple[str, ...]
    asked: bool = False


@check("deadlines.wrong")
def wrong(story: Story, rule: Rule) -> Iterator[Hit]:
    """A word of time that another is meant for."""
    del rule
    for line in story.body:
        tokens = line.tagged
        for found in times(tokens):
            first, last = tokens[found.start], tokens[found.end - 1]
            right = found.right
            if found.start == 0:
                right = tuple(each.capitalize() for each in right)
            yield Hit(Span(first.start, last.end), right, severity=Severity.QUERY if found.asked else None)


def times(tokens: Sequence[Token]) -> Iterator[Time]:
    """The wrong words of time in a tagged sentence."""
    for at in range(len(tokens) - 1):
        word = tokens[at].lower
        read = _READERS.get(word)
        found = read(tokens, at) if read else None
        if found is not None:
            yield found


def date(tokens: Sequence[Token], at: int) -> int:
    """Where the point of time that begins at `at` ends: "the end of May", "Dec. 15", "next year"; -1 where there is none."""
    here = at
    if here < len(tokens) and tokens[here].lower in ("late", "early", "mid", "about"):
        here += 1
    if here >= len(tokens):
        return -1
    word = tokens[here].lower
    if word in _MONTHS and tokens[here].text[0].isupper():
        here += 1
        while here < len(tokens) and (
            tokens[here].tag == "CD"
            or (tokens[here].text == "," and here + 1 < len(tokens) and tokens[here + 1].tag == "CD")
        ):
            here += 1
        return here
    if word in _DAYS:
        here += 1
        return (
            here + 1
            if here < len(tokens) and tokens[here].lower in ("morning", "night", "evening", "afternoon")
            else here
        )
    if word in _CLOCK:
        return here + 1
    if word in ("spring", "summer", "autumn", "winter") and (
        here + 1 >= len(tokens) or tokens[here + 1].tag in _CLOSES
    ):
        return here + 1
    if tokens[here].tag == "CD":
        if here + 1 < len(tokens) and tokens[here + 1].lower in _MONTHS:
            return here + 2
        year = word.isdigit() and 1500 < int(word) < 2100 and len(word) == 4
        return (
            here + 1
            if year
            and (here + 1 >= len(tokens) or tokens[here + 1].tag not in ("NN", "NNS", "CD", "NNP", "JJ"))
            else -1
        )
    if (
        word in ("next", "last", "this")
        and here + 1 < len(tokens)
        and tokens[here + 1].lower in (*_UNITS, *_DAYS, *_MONTHS)
    ):
        return here + 2
    if (
        word == "the"
        and here + 3 < len(tokens)
        and tokens[here + 1].lower in ("end", "beginning", "start", "middle")
        and tokens[here + 2].lower == "of"
    ):
        here += 3
        if tokens[here].lower in ("the", "this", "next"):
            here += 1
        return here + 1 if here < len(tokens) else -1
    return -1


def _past_roughly(tokens: Sequence[Token], at: int) -> int:
    """The first place from `at` on that does not say that a number is rough."""
    while at < len(tokens) and tokens[at].lower in _ROUGHLY:
        at += 1
    return at


def _until(tokens: Sequence[Token], at: int) -> Time | None:
    """ "Must submit it until Friday"."""
    end = at + 1
    if tokens[at].lower == "up":
        if tokens[at + 1].lower != "to":
            return None
        end = at + 2
    here = _past_roughly(tokens, end)
    if (
        end == at + 1
        and here + 2 < len(tokens)
        and tokens[here].tag == "CD"
        and tokens[here + 1].lower in _SPANS
    ):
        closed = tokens[here + 2].tag in (".", ",", "CC")
        return Time(at, end, ("for",)) if closed and tokens[at - 1].lower not in ("up", "not") else None
    if date(tokens, end) < 0:
        return None
    back = at - 1
    while back >= 0 and at - back < 16:
        token = tokens[back]
        if (
            token.lower in _NOT
            or token.tag in _BREAKS
            or (token.lower == "from" and date(tokens, back + 1) > 0)
        ):
            return None
        if token.text == "," and not (
            tokens[back - 1].tag in _NOUNS and tokens[back + 1].tag in (*_NOUNS, "CC")
        ):
            return None
        if (
            token.lemma in _FORECASTS
            and token.tag.startswith("VB")
            and back < at - 1
            and tokens[back + 1].tag in (*_OPENERS, "CD", "JJR")
        ):
            moved = any(each.lower == "to" for each in tokens[back:at])
            return None if moved or _negated(tokens, back) else Time(at, end, ("by",))
        if token.lower in _DUE and token.tag in ("JJ", "VBN") and back and tokens[back - 1].lower in _BE:
            return Time(at, end, ("by",)) if back == at - 1 and not _negated(tokens, back) else None
        if token.tag in ("VB", "VBD", "VBZ", "VBP") or (
            token.tag in ("VBN", "VBG") and token.lemma in (*_SURE, *_LIKELY) and _led(tokens, back)
        ):
            break
        if token.tag not in _INSIDE:
            return None
        back -= 1
    else:
        return None
    if back < 0:
        return None
    lemma = tokens[back].lemma
    if (
        tokens[back].tag not in ("VB", "VBN")
        or lemma not in (*_SURE, *_LIKELY)
        or not _led(tokens, back)
        or _negated(tokens, back)
    ):
        return None
    if any(token.lower in ("daily", "weekly", "monthly", "every", "each") for token in tokens[back:at]):
        return None
    latest = [token.lower for token in tokens[date(tokens, end) :][:3]] == ["at", "the", "latest"]
    return Time(at, end, ("by",), asked=lemma in _LIKELY and not latest)


def _led(tokens: Sequence[Token], at: int) -> bool:
    """Whether a modal or "to" leads the verb at `at`: "must be elected", "to finish"."""
    back = at - 1
    while back >= 0 and (tokens[back].tag == "RB" or tokens[back].lower in _BE):
        back -= 1
    return (
        back >= 0
        and tokens[back].lower in _MODALS
        and (tokens[at].tag == "VB" or tokens[at - 1].lower in _BE or tokens[at - 1].tag == "RB")
    )


def _negated(tokens: Sequence[Token], at: int) -> bool:
    return any(
        token.lower in _NOT or token.lemma in ("refuse", "delay", "postpone")
        for token in tokens[max(0, at - 8) : at]
    )


def _from(tokens: Sequence[Token], at: int) -> Time | None:
    """ "Has not seen him from that day", "their steepest drop from April"."""
    if at < 3:
        return None
    end = date(tokens, at + 1)
    that = [token.lower for token in tokens[at + 1 : at + 3]] in (
        ["that", "day"],
        ["that", "moment"],
        ["that", "time"],
    )
    if that:
        end = at + 3
    if tokens[at + 1].lower == "then" and at + 2 < len(tokens) and tokens[at + 2].tag in (".", ",", "CC"):
        end = at + 2
    if (
        end < 0
        or tokens[at + 1].lower in ("this", "next", "late", "early")
        or any(token.lower in _ON for token in tokens[end : end + 6])
    ):
        return None
    if end < len(tokens) and tokens[end].tag in ("NN", "NNS", "POS", "NNP", "JJ"):
        return None
    if any(token.lower == "next" for token in tokens[at + 1 : end]):
        return None
    before = tokens[at - 1]
    if before.lower in _LASTING and tokens[at - 2].lower not in ("the", "a"):
        return Time(at, at + 1, ("since",), asked=before.lower not in ("unbeaten", "undefeated", "winless"))
    most = any(token.tag == "JJS" for token in tokens[max(0, at - 4) : at - 1])
    if before.tag in ("NN", "NNS") and most and tokens[at + 1].lower != "last":
        return Time(
            at,
            at + 1,
            ("since",),
            asked=before.lemma
            not in ("drop", "fall", "rise", "gain", "level", "loss", "jump", "victory", "defeat"),
        )
    for back in range(at - 1, max(-1, at - 14), -1):
        token = tokens[back]
        if (
            token.tag in _BREAKS
            or token.text in (",", ";", "%")
            or token.lower in _COMPARING
            or token.tag in ("MD", "VBD")
        ):
            return None
        if token.tag == "VBG" and back and tokens[back - 1].lower == "been" and token.lemma not in _CHANGES:
            continue
        if token.tag in ("VBZ", "VBP", "VB", "VBG") and token.lower not in _HAVE:
            return None
        if token.tag == "VBN":
            if token.lemma in _CHANGES:
                return None
            if token.lower in ("shut", "closed") and back and tokens[back - 1].lemma in ("remain", "stay"):
                continue
            here = back - 1
            while here >= 0 and (tokens[here].tag == "RB" or tokens[here].lower in ("been", "not", "n't")):
                here -= 1
            if here >= 0 and tokens[here].lower in _HAVE and tokens[here].lower != "having":
                return Time(at, at + 1, ("since",), asked=before.tag in ("NN", "NNS", "NNP"))
            if back < at - 1:
                continue
            return None
    return None


def _since(tokens: Sequence[Token], at: int) -> Time | None:
    """ "Have warned since years", "began since July"."""
    end = date(tokens, at + 1)
    if end > 0 and at >= 2 and tokens[at - 1].tag == "VBD" and tokens[at - 1].lemma in _BEGINS:
        on = tokens[at + 1].lower in _DAYS or (tokens[end - 1].tag == "CD" and len(tokens[end - 1].text) < 3)
        return Time(at, at + 1, ("on",) if on else ("in",), asked=tokens[at + 1].lower == "last")
    spent = _spent(tokens, at)
    if spent is not None:
        return spent
    if tokens[at + 1].lower not in ("years", "decades", "months", "weeks", "centuries", "ages", "long"):
        return None
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    if after is not None and (
        after.tag in ("NN", "NNS", "JJ", "VBN", "VBD") or after.lower in ("ago", "before")
    ):
        return None
    return Time(at, at + 1, ("for",))


def _spent(tokens: Sequence[Token], at: int) -> Time | None:
    """ "The hardest I have seen since 20 years", "inspected three times since a month", "ruled since 31 years"."""
    here = _past_roughly(tokens, at + 1)
    if here + 1 >= len(tokens) or tokens[here + 1].lower not in _ANY_SPAN:
        return None
    if tokens[here].tag != "CD" and tokens[here].lower not in ("a", "several", "many"):
        return None
    after = tokens[here + 2].lower if here + 2 < len(tokens) else "."
    if after in ("ago", "earlier", "later", "after", "that", "of", "when"):
        return None
    clause = tokens[max(0, at - 9) : at]
    most = any(token.tag in ("JJS", "RBS") or token.lower in _SUPERLATIVES for token in clause)
    often = any(token.lower in ("times", "once", "twice", "time") for token in clause)
    if most or often:
        return Time(at, at + 1, ("in", "for"))
    lasted = (
        any(token.lower in ("has", "have", "had", "'ve", "'s") for token in clause)
        or tokens[at - 1].tag == "VBD"
    )
    return (
        Time(at, at + 1, ("for",)) if (lasted and after != "before") or tokens[at - 1].tag == "VBD" else None
    )


def _during(tokens: Sequence[Token], at: int) -> Time | None:
    """ "During 11 years"."""
    here = at + 1
    if at and tokens[at - 1].lower in ("which", "whom"):
        return None
    if [token.lower for token in tokens[here : here + 2]] in (
        ["more", "than"],
        ["at", "least"],
        ["less", "than"],
    ):
        here += 2
    here = _past_roughly(tokens, here)
    if here + 1 >= len(tokens) or (
        tokens[here].tag != "CD" and tokens[here].lower not in ("several", "many")
    ):
        return None
    if tokens[here + 1].lower not in _SPANS:
        return None
    after = tokens[here + 2] if here + 2 < len(tokens) else None
    if after is not None and (
        after.lower in ("of", "when", "in", "that", "before", "at", "as", "on")
        or after.tag in ("POS", "NN", "NNS", "VBG")
    ):
        return None
    for back in range(at - 1, max(-1, at - 10), -1):
        token = tokens[back]
        if token.tag == "VB" and _led(tokens, back):
            return Time(at, at + 1, ("in", "for") if token.lemma in _BUILDS else ("for", "in"))
        if token.tag.startswith("VB"):
            break
    return Time(at, at + 1, ("for",))


def _before(tokens: Sequence[Token], at: int) -> Time | None:
    """ "He left the party before two years"."""
    here = at + 1
    if here + 2 >= len(tokens) or (
        tokens[here].tag != "CD" and tokens[here].lower not in ("several", "many")
    ):
        return None
    if tokens[here + 1].lower not in _ANY_SPAN or tokens[here + 2].tag not in (".",) or at < 3:
        return None
    back = [
        token
        for token in tokens[max(0, at - 8) : at]
        if token.tag in ("VBD", "VBN", "VBZ", "VBP", "MD", "VB")
    ]
    if not back or back[-1].tag != "VBD" or any(token.lower in _NOT for token in tokens[max(0, at - 8) : at]):
        return None
    span = " ".join(token.text for token in tokens[here : here + 2])
    return Time(at, here + 2, (f"{span} ago",))


def _by(tokens: Sequence[Token], at: int) -> Time | None:
    """ "Will not be known by the capsule lands", "remain closed by the council meets"."""
    here = at + 1
    if tokens[here].tag not in ("DT", "PRP$", "PRP") or at < 3:
        return None
    if tokens[here].tag == "PRP" and tokens[here].lower not in ("he", "she", "they", "we", "it"):
        return None
    while (
        here < len(tokens) and tokens[here].tag in ("DT", "PRP$", "NN", "JJ", "NNP", "PRP") and here - at < 5
    ):
        here += 1
    if here >= len(tokens) or tokens[here - 1].tag not in ("NN", "NNP", "PRP"):
        return None
    # "A capsule lands": a plural noun stands seldom after "a" and a noun.
    plural = tokens[here].tag == "NNS" and "VBZ" in tokens[here].tags and _goes_on(tokens, here + 1)
    if tokens[here].tag not in ("VBZ", "VBP") and not plural:
        return None
    if tokens[here].lemma in ("say", "be", "have") or tokens[here - 1].lower in (
        "time",
        "day",
        "moment",
        "year",
        "way",
    ):
        return None
    clause = tokens[max(0, at - 10) : at]
    modal = any(token.tag == "MD" or token.lower in ("does", "do") for token in clause)
    lasting = any(token.lemma in _STAYS or token.lower in ("not", "n't", "never") for token in clause)
    return Time(at, at + 1, ("until",), asked=True) if modal and lasting else None


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether a phrase or an infinitive begins at `at`, as it does after a verb."""
    return at < len(tokens) and (tokens[at].tag in ("IN", "DT", "PRP$", "RB") or tokens[at].lower == "to")


_READERS = {
    "until": _until,
    "till": _until,
    "up": _until,
    "from": _from,
    "since": _since,
    "during": _during,
    "before": _before,
    "by": _by,
}
