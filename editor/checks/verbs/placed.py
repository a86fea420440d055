"""Tenses that a time, a count or a conjunction in the verb's own clause settles: "handles a record volume last year", "the third that it announces"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.deeds import (
    ALWAYS,
    BARRED,
    DEEDS,
    STATIC,
    is_perceived,
    is_plain,
    is_verb_with_subject,
    many,
)
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.clausal import ADVERBIAL, ASKED, CONTENT, JOINED, MAIN, RELATIVE, Clause
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PRESENT, WILL, WOULD, inflected
from editor.text.words import words
from editor.values import Severity

_RANKED = words("first second third fourth fifth sixth seventh eighth ninth tenth only last")
# With a year they may tell of what was to come: "the deal ends in 2027".
_TIMETABLE = words("end start begin expire open close retire finish return launch resume go run complete")
_CAUSES = words(
    "cause happen start begin break occur die kill lead ignite trigger crash fall enter leave escape spread collapse come go get fail"
)


def placed(tokens: Sequence[Token], found: Sequence[Time], chain: Sequence[Clause]) -> Iterator[Slip]:
    """Tenses that do not fit what stands in their clause, or what opens it."""
    for number, clause in enumerate(chain):
        above = chain[clause.governor] if clause.governor >= 0 else None
        yield from _dated(tokens, found, clause, above)
        yield from _asked(tokens, clause, above)
        yield from _nth(tokens, clause, above)
        yield from _would(tokens, clause, above)
        yield from _born(tokens, clause)
        if number:
            yield from _and_will(tokens, chain, number)


def _dated(
    tokens: Sequence[Token], found: Sequence[Time], clause: Clause, above: Clause | None
) -> Iterator[Slip]:
    """ "Handles a record volume of grain last year", "which last erupts in 1991", "who founds the firm in 1987"."""
    group = clause.group
    if (
        group.tense != PRESENT
        or not is_plain(clause)
        or group.negative
        or clause.word in ("if", "unless", "when", "whenever", "once", "before", "until", "after")
        or tokens[group.verb].lemma in STATIC
        or not is_verb_with_subject(tokens, clause)
        or is_perceived(tokens, clause, above)
        or (group.verb + 1 < len(tokens) and tokens[group.verb + 1].lower == "back")
    ):
        return
    if clause.kind == JOINED and clause.subject == group.start:
        return
    time = first(found, group.verb + 1, clause.end, (times.PAST, times.YEAR, times.EARLIER))
    if time is None or time.start - group.verb > 10:
        return
    gap = tokens[group.verb + 1 : time.start]
    if any(each.lower in BARRED or each.tag in ("VBN", "POS", "VBD") for each in gap):
        return
    if any(each.lower in ALWAYS | {"as"} for each in tokens[clause.subject : clause.end]):
        return
    after = tokens[time.end] if time.end < len(tokens) else None
    if after is not None and after.tag not in (".", ",", "CC", "IN", "TO", "''", "WRB"):
        return
    if time.kind == times.YEAR and tokens[group.verb].lemma in _TIMETABLE:
        return
    if tokens[group.verb].lemma not in DEEDS and (time.kind == times.YEAR or len(gap) > 8):
        return
    sure = len(gap) <= 8 and (time.kind != times.YEAR or len(gap) <= 4)
    yield from past_of(tokens, group, severity=None if sure else Severity.QUERY)


def _asked(tokens: Sequence[Token], clause: Clause, above: Clause | None) -> Iterator[Slip]:
    """ "Were trying to determine whether faulty wiring causes the fire"."""
    group = clause.group
    if (
        clause.kind != ASKED
        or clause.word not in ("how", "whether", "what", "why", "who", "which")
        or above is None
        or above.group.tense != PAST
        or group.tense != PRESENT
        or group.start != group.verb
        or group.negative
        or tokens[group.verb].lemma not in _CAUSES
    ):
        return
    rest = [each.lower for each in tokens[group.verb + 1 : group.verb + 4]]
    if not {"the", "this", "his", "her", "their", "on", "out", "at"} & set(rest[:1]):
        return
    yield from past_of(tokens, group, done=True)


def _nth(tokens: Sequence[Token], clause: Clause, above: Clause | None) -> Iterator[Slip]:
    """ "It was the third buyback that the company announces this year", "the third time that saboteurs cut the cable"."""
    group = clause.group
    if (
        above is None
        or clause.kind not in (CONTENT, RELATIVE)
        or tokens[above.group.verb].lower not in ("was", "is", "'s")
        or above.group.start != above.group.verb
        or tokens[above.group.start - 1].lower not in ("it", "this", "that")
        or group.negative
        or group.start != group.verb
        or group.tense not in (PRESENT, PAST)
    ):
        return
    opener = clause.link if clause.link > 0 else clause.subject
    counted = tokens[above.group.verb + 1 : opener]
    at = next(
        (
            place
            for place, each in enumerate(counted[:4])
            if each.lower in _RANKED - {"last", "only"} or each.tag == "JJS"
        ),
        -1,
    )
    if at < 0 or any(each.tag in ("VBN", "VBG", "TO", "CC", ",") for each in counted):
        return
    if any(each.tag == "IN" for each in counted) and not any(each.lower == "time" for each in counted):
        return
    verb = tokens[group.verb]
    past = tokens[above.group.verb].lower == "was"
    time = any(each.lower == "time" for each in counted)
    if (
        verb.lemma
        in (
            "be",
            "have",
            "know",
            "want",
            "need",
            "like",
            "include",
            "say",
            "carry",
            "bear",
            "belong",
            "look",
            "seem",
        )
        or clause.subject >= group.start
    ):
        return
    if (group.tense == PAST and not (past and time)) or not (time or verb.lemma in DEEDS):
        return
    done = inflected(verb, "VBN")
    if done is None:
        return
    have = "had" if past else "have" if many(tokens, clause.subject, group.start) else "has"
    message = f"After 'the {counted[at].text} {tokens[opener - 1].text if not time else 'time'}' stands the perfect: '{have} {done}'."
    yield slip(
        "around", verb, verb, [f"{have} {done}"], message, Severity.QUERY if group.tense == PAST else None
    )


def _would(tokens: Sequence[Token], clause: Clause, above: Clause | None) -> Iterator[Slip]:
    """ "Would return as soon as his collarbone would heal", "would lose if an election would be held now"."""
    group = clause.group
    if (
        group.tense != WOULD
        or tokens[group.start].lower != "would"
        or above is None
        or above.group.tense != WOULD
    ):
        return
    if clause.kind not in (ADVERBIAL, ASKED) or clause.word not in (
        "until",
        "till",
        "once",
        "after",
        "if",
        "as",
    ):
        return
    verb = tokens[group.verb]
    soon = clause.word == "as" and clause.link > 1 and tokens[clause.link - 1].lower == "soon"
    if clause.word == "as" and not soon:
        return
    helpers = [each.lower for each in tokens[group.start + 1 : group.verb + 1]]
    if (
        clause.subject >= group.start
        or not has_subject(tokens, group)
        or "have" in helpers
        or (tokens[clause.link - 1].lower == "as" and not soon)
        or (clause.word == "if" and "be" not in helpers)
    ):
        return
    many = tokens[group.start - 1].tag in ("NNS", "NNPS") or tokens[group.start - 1].lower in (
        "they",
        "we",
        "you",
    )
    if "be" in helpers:
        be = "were" if many or clause.word == "if" else "was"
        rest = [] if verb.lower == "be" else [verb.text]
        fixes = [" ".join([be, *(["not"] if group.negative else []), *rest])]
        if be == "were" and not many:
            fixes.append(" ".join(["was", *rest]))
    elif group.negative:
        fixes = [f"did not {verb.text}"]
    else:
        past, done = inflected(verb, "VBD"), inflected(verb, "VBN")
        fixes = [past or "", f"had {done}"]
    if verb.tag == "VBG" or not fixes[0]:
        return
    message = f"After '{'as soon as' if soon else clause.word}' no 'would' stands: '{fixes[0]}'."
    yield slip("condition", tokens[group.start], verb, fixes, message)


def _born(tokens: Sequence[Token], clause: Clause) -> Iterator[Slip]:
    """ "Solvik is born in a village with a single ski lift"."""
    group = clause.group
    if (
        group.tense != PRESENT
        or not group.passive
        or group.negative
        or tokens[group.verb].lower != "born"
        or not tokens[group.start].space
    ):
        return
    subject = tokens[group.start - 1] if group.start else None
    after = tokens[group.verb + 1] if group.verb + 1 < len(tokens) else None
    if (
        subject is None
        or after is None
        or clause.word in ("if", "when", "before", "after", "until", "every", "whenever")
    ):
        return
    if (subject.tag == "NNP" or subject.lower in ("he", "she", "i")) and after.lower in (
        "in",
        "on",
        "to",
        "at",
        "into",
        "near",
    ):
        yield from past_of(tokens, group)


def _and_will(tokens: Sequence[Token], chain: Sequence[Clause], number: int) -> Iterator[Slip]:
    """ "If they cut too fast and the currency will weaken, this will be for nothing"."""
    clause, before = chain[number], chain[number - 1]
    group = clause.group
    if (
        clause.kind != JOINED
        or group.tense != WILL
        or tokens[group.start].lower != "will"
        or before.kind not in (ADVERBIAL, ASKED)
        or before.word not in ("if", "when", "unless", "until", "once")
        or before.link > 1
        or before.group.tense != PRESENT
        or group.negative
        or tokens[group.verb].tag != "VB"
    ):
        return
    later = next((each for each in chain[number + 1 :] if each.kind == MAIN), None)
    if later is None or later.group.tense not in (WILL, PRESENT) or tokens[later.subject - 1].text != ",":
        return
    if any(each.text == "," for each in tokens[before.group.verb : group.start]):
        return
    verb = tokens[group.verb]
    many = tokens[group.start - 1].tag in ("NNS", "NNPS") or tokens[group.start - 1].lower in (
        "they",
        "we",
        "you",
        "i",
    )
    if clause.subject == group.start:
        many = tokens[before.group.start].tag == "VBP"
    form = ("are" if many else "is") if verb.lower == "be" else verb.text if many else inflected(verb, "VBZ")
    if form:
        message = f"After '{before.word}' the future stands in a plain tense: '{form}'."
        yield slip("condition", tokens[group.start], verb, [form], message)
