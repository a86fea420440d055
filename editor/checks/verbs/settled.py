"""Tenses that a verb's place among the clauses settles: "suspends drilling after protesters chained themselves", "jumped after it says".

Each condition asks what the clause hangs on and what hangs on it; which verb it is matters little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.deeds import (
    ALWAYS,
    DEEDS,
    STATIC,
    TIME_NOUNS,
    is_perceived,
    is_plain,
    is_verb_with_subject,
)
from editor.checks.verbs.past import past_of, simple_past
from editor.checks.verbs.slip import Slip, slip
from editor.text import times
from editor.text.clausal import ADVERBIAL, ASKED, CONTENT, JOINED, MAIN, Clause
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PERFECT, PLUPERFECT, PRESENT
from editor.text.words import words
from editor.values import Severity

_TELLING_NOW = words("say tell claim insist argue warn note add announce reveal report admit deny confirm")
_PEOPLE = words("he she i we they")


def settled(tokens: Sequence[Token], found: Sequence[Time], chain: Sequence[Clause]) -> Iterator[Slip]:
    """Tenses that do not fit the clause's place among its neighbours."""
    for number, clause in enumerate(chain):
        kids = [each for each in chain if each.governor == number]
        above = chain[clause.governor] if clause.governor >= 0 else None
        yield from _beside_past(tokens, clause, above, kids)
        yield from _under_past(tokens, found, clause, above)
        yield from _told_back(tokens, found, clause, above, kids)
        if number:
            yield from _opened(tokens, chain[number - 1], clause)
            yield from _that_joined(tokens, chain, number)
            yield from _and_has(tokens, found, chain, number)


def _beside_past(
    tokens: Sequence[Token], clause: Clause, above: Clause | None, kids: Sequence[Clause]
) -> Iterator[Slip]:
    """ "Suspends drilling after protesters chained", "has begun his career when", "said she is asleep when the wall gave way"."""
    group = clause.group
    if group.tense not in (PRESENT, PERFECT) or group.running or not is_verb_with_subject(tokens, clause):
        return
    lemma = tokens[group.verb].lemma
    for kid in kids:
        if kid.kind != ADVERBIAL or kid.group.tense != PAST or kid.link < group.verb:
            continue
        left = tokens[kid.link - 1]
        between = tokens[group.verb + 1 : kid.link]
        if (
            left.lower in TIME_NOUNS
            or left.tag in ("CD", ",", "CC")
            or any(
                each.lower in ALWAYS | {"since", "that"} or each.tag in ("VBG", "VBN", "MD", "``", "''", ",")
                for each in between
            )
            or any(each.lower in ALWAYS for each in tokens[group.start : group.verb])
            or kid.link - group.verb > 14
        ):
            continue
        if is_perceived(tokens, clause, above):
            return
        told = clause.kind == CONTENT and above is not None and above.group.tense == PAST
        timed = kid.word in ("when", "before", "until", "till", "by the time") or (
            kid.word in ("while", "as") and kid.group.running
        )
        if group.tense == PRESENT and is_plain(clause) and lemma not in STATIC and timed:
            yield from past_of(tokens, group, done=told and kid.word != "when")
            return
        if group.tense == PRESENT and lemma in DEEDS and not group.passive and kid.word == "after":
            yield from past_of(tokens, group, done=told)
            return
        if (
            lemma == "be"
            and told
            and kid.word == "when"
            and group.start == group.verb
            and tokens[clause.subject].tag == "PRP"
        ):
            yield from past_of(tokens, group)
            return
        if (
            group.tense == PERFECT
            and timed
            and kid.word != "while"
            and not group.negative
            and lemma not in ("be", "rise", "fall", "see")
        ):
            severity = None if lemma in DEEDS else Severity.QUERY
            helper = tokens[group.start]
            if told and kid.word in ("before", "until", "till", "by the time") and helper.space:
                message = "Told in the past, what was over by then takes 'had'."
                yield slip("around", helper, helper, ["had"], message, severity)
            else:
                yield from past_of(tokens, group, severity=severity)
            return


def _under_past(
    tokens: Sequence[Token], found: Sequence[Time], clause: Clause, above: Clause | None
) -> Iterator[Slip]:
    """ "Jumped 11% after it says it had received an offer"; "in October 2024, when soldiers stop a survey team"."""
    group = clause.group
    if (
        above is None
        or clause.kind != ADVERBIAL
        or above.group.tense not in (PAST, PLUPERFECT)
        or above.word == "if"
    ):
        return
    if (
        group.tense not in (PRESENT, PERFECT)
        or (not is_plain(clause) and group.tense == PRESENT)
        or not is_verb_with_subject(tokens, clause)
    ):
        return
    verb, left = tokens[group.verb], tokens[clause.link - 1]
    between = tokens[above.group.verb + 1 : clause.link]
    if (
        any(each.tag in ("MD", "``", "''") or each.lower in ALWAYS | {"will", "would"} for each in between)
        or group.negative
    ):
        return
    if any(
        each.tag == "TO" and tokens[at + 1].tag == "VB"
        for at, each in enumerate(between, above.group.verb + 1)
    ):
        return
    if (
        clause.word == "after"
        and tokens[above.group.verb].lemma in _TELLING_NOW | {"think", "believe"}
        and len(between) < 2
    ):
        return
    if clause.word == "after" and left.lower not in TIME_NOUNS and left.text != "," and len(between) <= 12:
        if verb.lemma not in ("be", "have", "make") and tokens[above.group.verb].lemma != "be":
            yield from past_of(tokens, group, done=verb.lemma not in _TELLING_NOW)
    elif clause.word == "when" and left.text == "," and group.tense == PRESENT and verb.lemma in DEEDS:
        dated = any(
            each.end == clause.link - 1 and each.kind in (times.YEAR, times.PAST, times.EARLIER)
            for each in found
        )
        if dated:
            yield from past_of(tokens, group)
    elif (
        clause.word == "because"
        and group.tense == PERFECT
        and not group.passive
        and tokens[clause.subject].lower in ("he", "she")
        and clause.subject == group.start - 1
        and verb.lemma in DEEDS | words("catch forget miss damage break hurt injure tear misread lose fail")
        and tokens[above.group.verb].lemma not in ("say", "tell", "be", "add")
        and not any(each.lower in ALWAYS | {"since"} for each in tokens[group.start : clause.end])
    ):
        helper = tokens[group.start]
        if helper.space:
            message = "Told in the past, what was over by then takes 'had'."
            yield slip("around", helper, helper, ["had"], message, Severity.QUERY)


def _opened(tokens: Sequence[Token], opener: Clause, clause: Clause) -> Iterator[Slip]:
    """ "When I was down three points, I just tell myself"."""
    group = clause.group
    if (
        opener.kind != ADVERBIAL
        or opener.group.tense != PAST
        or opener.link > 1
        or (opener.link == 1 and tokens[0].tag != "``")
        or opener.word not in ("when", "after", "before", "as", "once", "until")
        or clause.kind != MAIN
        or group.tense not in (PRESENT, PERFECT)
        or group.running
        or not is_verb_with_subject(tokens, clause)
        or tokens[clause.subject - 1].text != ","
    ):
        return
    lemma = tokens[group.verb].lemma
    if opener.word == "as" and (
        lemma not in DEEDS or tokens[opener.group.verb].lemma in STATIC or group.tense == PRESENT
    ):
        return
    if (
        any(each.lower in ALWAYS | {"already"} for each in tokens[clause.subject : clause.end])
        or clause.subject - opener.group.verb > 12
    ):
        return
    if any(each.tag in ("``", "''") for each in tokens[opener.link + 1 : group.start]):
        return
    if lemma in ("say", "mean", "see", "know", "remember", "think", "believe") or (
        lemma == "be" and not _told_be(tokens, clause)
    ):
        return
    if group.start != group.verb and not group.passive and group.tense == PRESENT:
        return
    yield from past_of(
        tokens,
        group,
        severity=None if lemma in DEEDS or tokens[clause.subject].lower in _PEOPLE else Severity.QUERY,
    )


def _told_be(tokens: Sequence[Token], clause: Clause) -> bool:
    """Whether a form of "be" is a passive of a deed or stands by a person's pronoun."""
    return clause.group.passive or tokens[clause.subject].lower in ("he", "she", "they")


def _that_joined(tokens: Sequence[Token], chain: Sequence[Clause], number: int) -> Iterator[Slip]:
    """ "Said a sensor had failed and that mechanics have replaced it"."""
    clause = chain[number]
    group = clause.group
    if (
        clause.kind != CONTENT
        or clause.word != "that"
        or clause.link < 1
        or tokens[clause.link - 1].tag != "CC"
        or group.tense != PERFECT
        or clause.governor < 0
        or not tokens[group.start].space
    ):
        return
    fellow = next(
        (
            each
            for each in reversed(chain[:number])
            if each.kind == CONTENT and each.governor == clause.governor
        ),
        None,
    )
    if fellow is None or chain[clause.governor].group.tense != PAST or fellow.group.tense != PLUPERFECT:
        return
    yield slip(
        "around", tokens[group.start], tokens[group.start], ["had"], "Joined to 'had', the verb takes 'had'."
    )


def _and_has(
    tokens: Sequence[Token], found: Sequence[Time], chain: Sequence[Clause], number: int
) -> Iterator[Slip]:
    """ "The following year, a new team raised rates sharply and has scrapped many of the rules"."""
    clause = chain[number]
    group = clause.group
    above = chain[clause.governor] if clause.governor >= 0 else None
    if (
        clause.kind != JOINED
        or clause.subject != group.start
        or group.tense != PERFECT
        or above is None
        or above.group.tense != PAST
        or above.kind != MAIN
        or number != 1
    ):
        return
    lead = next(
        (
            each
            for each in found
            if each.start <= 1 and each.kind in (times.PAST, times.YEAR, times.FOLLOWING)
        ),
        None,
    )
    opens = lead is not None or (
        tokens[0].lower == "the"
        and tokens[1].lower in ("following", "next")
        and tokens[2].lower in times.UNITS
    )
    if (
        not opens
        or group.running
        or group.negative
        or tokens[group.verb].lemma not in DEEDS | words("scrap abolish introduce")
    ):
        return
    if any(
        each.lower in ALWAYS | {"since", "already", "yet", "recently"}
        for each in tokens[group.start : clause.end]
    ):
        return
    fix = simple_past(tokens, group)
    if fix is not None:
        message = f"Joined to '{tokens[above.group.verb].text}', the verb is '{fix}'."
        yield slip("around", tokens[group.start], tokens[group.verb], [fix], message)


_BACK = {
    "is": "was",
    "are": "were",
    "has": "had",
    "have": "had",
    "will": "would",
    "can": "could",
    "may": "might",
}


def _told_back(
    tokens: Sequence[Token],
    found: Sequence[Time],
    clause: Clause,
    above: Clause | None,
    kids: Sequence[Clause],
) -> Iterator[Slip]:
    """ "Said she is proud but had not slept", "was asking me when he can hit again", "said tickets are being sold at midnight"."""
    group = clause.group
    helper = tokens[group.start]
    back = _BACK.get(helper.lower)
    if back is None or above is None or above.group.tense != PAST or not helper.space or above.group.passive:
        return
    asked = clause.kind == ASKED and tokens[above.group.verb].lower in (
        "asked",
        "asking",
        "wondered",
        "wondering",
        "inquired",
    )
    told = clause.kind == CONTENT and tokens[above.group.verb].lower in (
        "said",
        "told",
        "added",
        "admitted",
        "testified",
        "recalled",
    )
    if not (asked or told) or any(
        each.tag in ("``", "''") for each in tokens[above.group.verb : group.start]
    ):
        return
    if (
        any(each.lower in ALWAYS - {"still"} for each in tokens[group.start : clause.end])
        or clause.subject <= clause.link
    ):
        return
    joined = any(
        each.kind == JOINED
        and each.subject == each.group.start
        and each.group.tense == PLUPERFECT
        and tokens[each.group.verb].lower != "been"
        for each in kids
    )
    timed = first(found, group.verb + 1, clause.end, (times.CLOCK,)) is not None and helper.lower in (
        "is",
        "are",
    )
    if asked or (told and helper.lower in ("is", "are", "has", "have") and (joined or timed)):
        severity = Severity.QUERY if asked and helper.lower in ("is", "are", "will") else None
        yield slip(
            "sequence",
            helper,
            helper,
            [back],
            f"Told in the past, the verb goes back too: '{back}'.",
            severity,
        )
