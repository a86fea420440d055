"""Perfects and pasts that a stretch or a neighbouring clause rules out: "had rented since 2012, says", "once has roamed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.deeds import (
    ALWAYS,
    DEEDS,
    STATIC,
    is_plain,
    is_simple_past,
    is_verb_with_subject,
    opens_in_the_past,
)
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.clausal import JOINED, MAIN, RELATIVE, UNCLEAR, Clause
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import MODAL, PAST, PERFECT, PLUPERFECT, PRESENT, WILL, inflected
from editor.text.words import words
from editor.values import Severity

_LOCATED = words("lie border stand stretch overlook connect link separate straddle adjoin flank surround")
_OVER = words("childhood reign lifetime war dictatorship occupation youth adolescence apartheid")
_LATER = words(
    "second seconds minute minutes hour hours day days week weeks month months year years moment moments decade decades"
)


def aspects(tokens: Sequence[Token], found: Sequence[Time], chain: Sequence[Clause]) -> Iterator[Slip]:
    """Perfects and pasts that do not fit."""
    for number, clause in enumerate(chain):
        above = chain[clause.governor] if clause.governor >= 0 else None
        yield from _had_since(tokens, chain, clause)
        yield from _once(tokens, clause)
        yield from _later(tokens, chain, clause)
        if number == 0:
            yield from _during(tokens, chain, clause)
            yield from _by_year(tokens, clause)
        if number:
            before = chain[number - 1]
            yield from _worked_when(tokens, found, before, clause)
            yield from _since_then(tokens, before, clause)
            yield from _listed(tokens, chain, number)
        if above is not None:
            yield from _lies(tokens, clause, above)


def _had_since(tokens: Sequence[Token], chain: Sequence[Clause], clause: Clause) -> Iterator[Slip]:
    """ "Who had rented the flat since 2012, says he has no plans"."""
    group = clause.group
    if (
        group.tense != PLUPERFECT
        or tokens[group.start].lower != "had"
        or not tokens[group.start].space
        or group.verb == group.start
    ):
        return
    others = [each for each in chain if each is not clause]
    if any(each.group.tense not in (PRESENT, PERFECT, WILL, MODAL) for each in others) or not any(
        each.group.tense in (PRESENT, WILL) and each.kind != RELATIVE for each in others
    ):
        return
    if tokens[group.verb].lemma in ("go", "pass", "elapse"):
        return
    if not any(
        each.lower == "since" and each.tag in ("IN", "RB") for each in tokens[group.verb + 1 : clause.end + 1]
    ):
        return
    subject = tokens[group.start - 1]
    plural = subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "i", "you")
    if subject.tag in ("WDT", "WP") and group.start > 2:
        noun = tokens[group.start - 3] if tokens[group.start - 2].text == "," else tokens[group.start - 2]
        plural = noun.tag in ("NNS", "NNPS")
    have = "have" if plural else "has"
    yield slip(
        "lasting", tokens[group.start], tokens[group.start], [have], f"What still goes on takes '{have}'."
    )


def _once(tokens: Sequence[Token], clause: Clause) -> Iterator[Slip]:
    """ "Once has roamed the steppe"."""
    group = clause.group
    if group.tense != PERFECT or group.negative or group.start < 2:
        return
    place = group.start - 1 if tokens[group.start - 1].lower == "once" else group.start + 1
    if tokens[place].lower != "once" or tokens[place + 1].lower in ("again", "more") or place == group.verb:
        return
    if place < group.start and tokens[place - 1].tag not in ("NN", "NNS", "NNP", ",", "WDT", "WP"):
        return
    yield from past_of(tokens, group)


def _later(tokens: Sequence[Token], chain: Sequence[Clause], clause: Clause) -> Iterator[Slip]:
    """ "A second blast had shaken the market two hours later": what came later comes before nothing."""
    group = clause.group
    if (
        group.tense != PLUPERFECT
        or clause.kind not in (MAIN, UNCLEAR)
        or group.negative
        or tokens[group.start].lower != "had"
        or (len(chain) > 1 and clause is not chain[0])
    ):
        return
    if (
        tokens[group.verb].lemma in ("be", "have")
        or group.verb == group.start
        or not has_subject(tokens, group)
    ):
        return
    for at in range(group.verb + 2, min(clause.end, len(tokens) - 1) + 1):
        if (
            tokens[at].lower == "later"
            and tokens[at - 1].lower in _LATER
            and tokens[at + 1 if at + 1 < len(tokens) else at].tag in (",", ".", "IN", "CC")
        ):
            verb = tokens[group.verb]
            past = (
                f"{'were' if tokens[group.start - 1].tag == 'NNS' else 'was'} {verb.text}"
                if group.passive
                else inflected(verb, "VBD")
            )
            if past:
                yield slip(
                    "around",
                    tokens[group.start],
                    verb,
                    [past],
                    f"What came later stands in the simple past: '{past}'.",
                )
            return


def _during(tokens: Sequence[Token], chain: Sequence[Clause], clause: Clause) -> Iterator[Slip]:
    """ "During his childhood the poet has lived in Graz"; "during his first term, which ended in 2013, he has vetoed"."""
    if tokens[0].lower not in ("during", "throughout") or len(chain) == 0:
        return
    ended = (
        clause.kind == RELATIVE
        and clause.group.tense == PAST
        and tokens[clause.group.verb].lemma in ("end", "last", "begin", "finish", "close", "run")
    )
    main = chain[1] if ended and len(chain) > 1 else clause
    if (
        main.group.tense != PERFECT
        or main.kind not in (MAIN, UNCLEAR)
        or main.group.start > 16
        or main.group.negative
    ):
        return
    opening = [each.lower for each in tokens[1:5]]
    over = any(each in _OVER for each in opening) or ("soviet" in opening and "era" in opening)
    if not (ended or ((over and not {"this", "the"} & set(opening[:1])) or "cold" in opening)):
        return
    if not has_subject(tokens, main.group) or ALWAYS & {
        each.lower for each in tokens[main.group.start : main.end]
    }:
        return
    yield from past_of(tokens, main.group)


def _by_year(tokens: Sequence[Token], clause: Clause) -> Iterator[Slip]:
    """ "By 2010, the company shipped more than 3 million machines"."""
    group = clause.group
    if (
        tokens[0].lower != "by"
        or not (tokens[1].text.isdigit() and len(tokens[1].text) == 4)
        or tokens[2].text != ","
    ):
        return
    verb = tokens[group.verb]
    if not is_simple_past(clause) or group.negative or clause.subject != 3:
        return
    done = inflected(verb, "VBN")
    if (
        int(tokens[1].text) < times.this_year()
        and verb.lemma not in STATIC
        and done
        and any(each.tag == "CD" for each in tokens[group.verb + 1 : group.verb + 6])
    ):
        message = f"What was over by then stands in the past perfect: 'had {done}'."
        yield slip("sequence", verb, verb, [f"had {done}"], message, Severity.QUERY)


def _worked_when(
    tokens: Sequence[Token], found: Sequence[Time], opener: Clause, clause: Clause
) -> Iterator[Slip]:
    """ "When police arrested him, Manek worked at the bank for 11 years"."""
    group = clause.group
    if not opens_in_the_past(opener, "when") or opener.group.running:
        return
    verb = tokens[group.verb]
    if not is_simple_past(clause) or group.negative or tokens[clause.subject - 1].text != ",":
        return
    if verb.lemma not in (
        "work",
        "live",
        "serve",
        "teach",
        "be",
        "lead",
        "run",
        "play",
        "study",
        "train",
        "coach",
        "know",
        "own",
    ) or (tokens[opener.group.verb].lemma in ("be", "live", "work", "have")):
        return
    time = first(found, group.verb + 1, clause.end, (times.SPAN,))
    done = "been" if verb.lemma == "be" else inflected(verb, "VBN")
    if time is not None and done:
        message = f"How long it had lasted by then stands in the past perfect: 'had {done}'."
        yield slip("sequence", verb, verb, [f"had {done}"], message)


def _since_then(tokens: Sequence[Token], opener: Clause, clause: Clause) -> Iterator[Slip]:
    """ "Since the crossing reopened in March, about 12,000 truckers cleared customs"."""
    group = clause.group
    if not opens_in_the_past(opener, "since") or opener.group.negative:
        return
    if (
        clause.kind != MAIN
        or group.tense not in (PAST, PRESENT)
        or not is_plain(clause)
        or not is_verb_with_subject(tokens, clause)
    ):
        return
    verb = tokens[group.verb]
    comma = tokens[clause.subject - 1].text == "," or tokens[clause.subject - 2].text == ","
    if (
        not comma
        or verb.lemma in STATIC
        or tokens[opener.group.verb].lemma
        not in DEEDS | {"begin", "start", "take", "come", "leave", "become"}
    ):
        return
    done = inflected(verb, "VBN")
    plural = any(each.tag == "NNS" for each in tokens[clause.subject : group.start]) or tokens[
        group.start - 1
    ].lower in ("they", "we", "i")
    have = "have" if plural else "has"
    if done:
        text = f"been {verb.text}" if group.passive else done
        severity = (
            None if any(each.tag == "CD" for each in tokens[clause.subject : clause.end]) else Severity.QUERY
        )
        message = f"With 'since' goes the present perfect: '{have} {text}'."
        yield slip("lasting", tokens[group.start], verb, [f"{have} {text}"], message, severity)


def _listed(tokens: Sequence[Token], chain: Sequence[Clause], number: int) -> Iterator[Slip]:
    """ "Entered the lobby, pulls a shotgun and fired": the middle one of three deeds."""
    clause, before = chain[number], chain[number - 1]
    after = chain[number + 1] if number + 1 < len(chain) else None
    group = clause.group
    if (
        group.tense == PRESENT
        and group.start == group.verb
        and tokens[group.start - 1].text == ","
        and before.group.tense == PAST
        and after is not None
        and after.kind == JOINED
        and after.group.tense == PAST
        and after.subject == after.group.start
        and tokens[group.verb].lemma not in ("do", "be", "say")
        and tokens[group.verb].text.islower()
    ):
        yield from past_of(tokens, group)


def _lies(tokens: Sequence[Token], clause: Clause, above: Clause) -> Iterator[Slip]:
    """ "Which lay on the border and supplies both with water"."""
    group = above.group
    if (
        above.kind != RELATIVE
        or group.tense != PAST
        or group.start != group.verb
        or tokens[group.verb].lemma not in _LOCATED
    ):
        return
    if (
        clause.kind != JOINED
        or clause.subject != clause.group.start
        or clause.group.tense != PRESENT
        or above.word != "which"
    ):
        return
    form = inflected(tokens[group.verb], "VBZ" if tokens[clause.group.start].tag == "VBZ" else "VB")
    if form:
        message = f"Joined to '{tokens[clause.group.verb].text}', the verb is '{form}'."
        yield slip("around", tokens[group.verb], tokens[group.verb], [form], message)
