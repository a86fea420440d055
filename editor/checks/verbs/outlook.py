"""Futures and conditionals that a time, a conjunction or a source beside them rules out: "would start next Monday", "would have taken, records show"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, future_in_past, slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.clausal import ADVERBIAL, ASKED, CONTENT, JOINED, MAIN, UNCLEAR, Clause
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PLUPERFECT, PRESENT, WILL, WOULD, Group, inflected
from editor.text.words import words
from editor.values import Severity

_FORESEEN = words("hope fear think believe expect worry assume dream suspect forecast predict promise vow pledge warn estimate bet "
                  "project calculate swear")  # fmt: skip
_FEARED = words("hope fear think believe worry assume dream suspect bet")
_SOURCED = ("according", "to")
_IFS = words("if unless had were but otherwise provided without whether should could")
_UNTIL = words("by before when until once after already probably surely likely doubtless")


def outlook(tokens: Sequence[Token], found: Sequence[Time], chain: Sequence[Clause]) -> Iterator[Slip]:
    """Futures and conditionals that do not fit."""
    groups = [each.group for each in chain]
    if not any(each.tense in (WILL, WOULD) or tokens[each.start].lower == "should" for each in groups):
        return
    for number, clause in enumerate(chain):
        above = chain[clause.governor] if clause.governor >= 0 else None
        yield from _would_next(tokens, found, chain, clause)
        yield from _will_have(tokens, found, clause)
        yield from _alleged(tokens, clause)
        yield from _long_as(tokens, clause)
        yield from _foreseen(tokens, clause, above)
        if number:
            yield from _by_then(tokens, chain[number - 1], clause)
            yield from _if_past(tokens, found, chain[number - 1], clause)


def _would_next(
    tokens: Sequence[Token], found: Sequence[Time], chain: Sequence[Clause], clause: Clause
) -> Iterator[Slip]:
    """ "The firm would start a second service next Monday, according to a notice": nothing of the past leads to "would"."""
    group = clause.group
    if group.tense != WOULD or clause.kind not in (MAIN, UNCLEAR) or tokens[group.start].lower != "would":
        return
    if first(found, group.verb + 1, clause.end, (times.FUTURE,)) is None or "have" in _helpers(tokens, group):
        return
    if any(each.group.tense in (PAST, PLUPERFECT) for each in chain) or _IFS & {
        each.lower for each in tokens
    }:
        return
    if any(each.lower in ("under", "like", "rather", "prefer") for each in tokens):
        return
    yield slip(
        "condition",
        tokens[group.start],
        tokens[group.start],
        ["will"],
        "What is to come is told with 'will'.",
        Severity.QUERY,
    )


def _helpers(tokens: Sequence[Token], group: Group) -> list[str]:
    return [each.lower for each in tokens[group.start + 1 : group.verb + 1]]


def _will_have(tokens: Sequence[Token], found: Sequence[Time], clause: Clause) -> Iterator[Slip]:
    """ "Next month's summit will have been the first to bring them together"."""
    group = clause.group
    helpers = _helpers(tokens, group)
    if (
        group.tense != WILL
        or tokens[group.start].lower != "will"
        or helpers[:1] != ["have"]
        or group.negative
    ):
        return
    if _UNTIL & {each.lower for each in tokens} or tokens[group.verb].tag != "VBN":
        return
    ahead = any(
        tokens[at].lower in ("next", "tomorrow", "upcoming", "coming") and at < group.start for at in range(min(len(tokens), 4))
    ) or first(found, group.verb + 1, clause.end, (times.FUTURE,)) is not None  # fmt: skip
    if not ahead:
        return
    verb = tokens[group.verb]
    bare = "be" if verb.lower == "been" else inflected(verb, "VB")
    if len(helpers) > 2 and helpers[1] == "been":
        bare = f"be {verb.text}"
    if bare:
        yield slip(
            "condition",
            tokens[group.start],
            verb,
            [f"will {bare}"],
            f"Nothing is over by then: 'will {bare}'.",
        )


def _alleged(tokens: Sequence[Token], clause: Clause) -> Iterator[Slip]:
    """ "Would have accepted $2 million, according to leaked records": what is only alleged is said so."""
    group = clause.group
    modal = tokens[group.start].lower
    if (
        modal not in ("would", "should")
        or clause.kind not in (MAIN, UNCLEAR)
        or group.negative
        or not tokens[group.start].space
    ):
        return
    lower = [each.lower for each in tokens]
    if not any((lower[at], lower[at + 1]) == _SOURCED for at in range(len(lower) - 1)):
        return
    if (
        _IFS - {modal, "had"} & set(lower)
        or {"than", "any", "anyone", "everyone"} & set(lower)
        or not has_subject(tokens, group)
    ):
        return
    helpers = _helpers(tokens, group)
    verb = tokens[group.verb]
    if helpers[:1] == ["have"] and verb.tag == "VBN":
        done = inflected(verb, "VBD")
        plural = tokens[group.start - 1].tag in ("NNS", "NNPS")
        text = (
            f"{'were' if plural else 'was'} {verb.text}"
            if len(helpers) > 2 and helpers[1] == "been"
            else done
        )
        if verb.lower == "been":
            text = "were" if plural else "was"
        if not text:
            return
        fixes = [f"reportedly {text}", f"allegedly {text}", text]
        if modal == "should":
            fixes = [f"allegedly {text}", text]
    elif modal == "would" and helpers[:1] == ["be"] and verb.tag == "VBG":
        fixes = [f"is reportedly {verb.text}", f"is believed to be {verb.text}"]
    else:
        return
    message = f"'{modal.capitalize()}' is no word for what is alleged: '{fixes[0]}'."
    yield slip("condition", tokens[group.start], verb, fixes, message)


def _long_as(tokens: Sequence[Token], clause: Clause) -> Iterator[Slip]:
    """ "Only as long as their diesel will last", "the moment that it will open"."""
    group = clause.group
    link = clause.subject - 1
    if (
        group.tense != WILL
        or tokens[group.start].lower != "will"
        or link < 3
        or clause.subject >= group.start
    ):
        return
    if [each.lower for each in tokens[link - 2 : link + 1]] != ["as", "long", "as"] or group.negative:
        return
    verb = tokens[group.verb]
    plural = tokens[group.start - 1].tag in ("NNS", "NNPS") or tokens[group.start - 1].lower in (
        "they",
        "we",
        "you",
        "i",
    )
    if verb.lower in ("be", "have") or tokens[group.start + 1].lower in ("be", "have"):
        return
    form = verb.text if plural else inflected(verb, "VBZ")
    if form:
        yield slip(
            "condition",
            tokens[group.start],
            verb,
            [form],
            f"After 'as long as' the future stands in a plain tense: '{form}'.",
        )


def _foreseen(tokens: Sequence[Token], clause: Clause, above: Clause | None) -> Iterator[Slip]:
    """ "Had forecast that inflation will ease", "feared after the fall that the gymnast will never walk"."""
    group = clause.group
    if group.tense != WILL or tokens[group.start].lower != "will" or clause.kind != CONTENT or above is None:
        return
    lemma = tokens[above.group.verb].lemma
    if (
        above.group.passive
        or not tokens[group.start].space
        or any(each.tag in ("``", "''") for each in tokens[above.group.verb : group.start])
    ):
        return
    if any(each.lower == "if" for each in tokens[: group.start]):
        return
    sure = above.group.tense == PLUPERFECT and lemma in _FORESEEN and above.group.verb != above.group.start
    likely = (
        above.group.tense == PAST and lemma in _FEARED and clause.word == "that" and not above.group.running
    )
    if sure or likely:
        severity = None if sure else Severity.QUERY
        yield future_in_past("sequence", tokens[group.start], severity)


def _by_then(tokens: Sequence[Token], opener: Clause, clause: Clause) -> Iterator[Slip]:
    """ "By the time the telescope starts work, astronomers will spend 14 years on it"."""
    group = clause.group
    if (
        opener.word != "by the time"
        or opener.group.tense != PRESENT
        or opener.link > 1
        or group.tense != WILL
        or clause.kind != MAIN
    ):
        return
    verb = tokens[group.verb]
    if (
        verb.tag != "VB"
        or group.negative
        or _helpers(tokens, group)[:-1]
        or verb.lemma in ("be", "have", "need", "know", "want", "still")
    ):
        return
    counted = any(each.tag == "CD" for each in tokens[group.verb + 1 : group.verb + 5])
    done = inflected(verb, "VBN")
    if done and tokens[group.start].lower == "will":
        fix = f"will have {done}"
        yield slip(
            "condition",
            tokens[group.start],
            verb,
            [fix],
            f"What will be over by then: '{fix}'.",
            None if counted else Severity.QUERY,
        )


def _if_past(
    tokens: Sequence[Token], found: Sequence[Time], opener: Clause, clause: Clause
) -> Iterator[Slip]:
    """ "If the measure passed in next week's vote, it will cap rents"."""
    group, condition = clause.group, opener.group
    if (
        opener.kind not in (ADVERBIAL, ASKED)
        or opener.word != "if"
        or opener.link > 1
        or condition.tense != PAST
        or condition.running
    ):
        return
    if (
        clause.kind not in (MAIN, JOINED)
        or group.tense != WILL
        or condition.passive
        or condition.negative
        or condition.start != condition.verb
    ):
        return
    inside = {each.lower for each in tokens[opener.subject : group.start]}
    ahead = bool(inside & {"next", "tomorrow"})
    if tokens[clause.subject - 1].text != "," or inside & {"last", "yesterday", "ago", "already"}:
        return
    verb = tokens[condition.verb]
    plural = tokens[opener.subject].lower in ("they", "we", "you", "i") or tokens[
        condition.start - 1
    ].tag in ("NNS", "NNPS")
    form = (
        ("are" if plural else "is")
        if verb.lemma == "be"
        else inflected(verb, "VB")
        if plural
        else inflected(verb, "VBZ")
    )
    if form and form != verb.lower:
        message = f"Beside 'will' the condition stands in the present: '{form}'."
        yield slip("condition", verb, verb, [form], message, None if ahead else Severity.QUERY)
