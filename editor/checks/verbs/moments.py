"""Tenses that a moment or a stretch named in the sentence rules out: "will announce last week", "holds until Thursday, when shells fell"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.events import HAPPENS, SUDDEN
from editor.checks.verbs.finished import EVENT_NAMES
from editor.checks.verbs.hidden import hidden_base, hidden_verb
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject
from editor.text import lexicon, times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PERFECT, PRESENT, WILL, Group, inflected, reach
from editor.text.words import words
from editor.values import Severity

_NAMED = (times.DAY, times.DATE, times.PAST)
_ALWAYS = words(
    "every each usually often always sometimes if when whenever expect expects expected due scheduled set plans planned tomorrow next will"
)
_LASTING = words("""negotiate argue quarrel feud debate discuss campaign lobby complain investigate study search chase hunt pursue resist oppose
    refuse demand protest occupy control dominate farm compete cooperate finance fund supply train coach manage edit
    patrol besiege bombard trade smuggle boycott deny dispute guard rent share practice practise perform""")
_USED = words("""use grow make produce practice practise sell teach believe think fear occupy rule govern own neglect ignore abandon desert
    forget hide protect dispute debate discuss delay plan live inhabit farm fish mine study watch harvest worship admire visit""")
_EVENTFUL = words(
    "attack crash murder killing fire shooting blast explosion accident robbery theft raid riot riots quake earthquake collapse election coup disaster wedding funeral vote match final flood storm launch"
)
_SAID = words(
    "said told admitted denied claimed testified confirmed acknowledged reported alleged recalled insisted added argued found"
)
_HABITS = words("run work play go come take put pay sell leave lose win make lead")
_SERVED = words("work serve live teach play lead run head study rule govern own")


def moments(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Tenses beside a time that they don't fit."""
    yield from _told_as_news(tokens, found, verbs)
    yield from _hidden_after(tokens, verbs)
    for number, group in enumerate(verbs):
        before = verbs[number - 1] if number else None
        after = verbs[number + 1] if number + 1 < len(verbs) else None
        yield from _will(tokens, found, group)
        yield from _for_years(tokens, found, group)
        yield from _until_when(tokens, found, group, after)
        yield from _said_then(tokens, found, before, group)
        yield from _counted(tokens, group, after)
        yield from _from_to(tokens, group)
        yield from _yet(tokens, group)
        yield from _on_the_day(tokens, group, before)
        yield from _never(tokens, before, group)
        yield from _up_to_now(tokens, found, group, after)
    for one, two in pairwise(verbs):
        yield from _by_the_time(tokens, one, two)
        yield from _stretch_when(tokens, found, one, two)
        yield from _because(tokens, one, two)


def _told_as_news(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "A gas leak forces hundreds of families from their homes on Wednesday night"."""
    if tokens[0].tag == "``" or any(each.lower in _ALWAYS for each in tokens):
        return
    if not verbs:
        at = hidden_verb(tokens, 0, len(tokens))
        if at < 0 or at > 7:
            return
        lemma = hidden_base(tokens[at])
        time = first(found, at + 1, len(tokens), _NAMED)
        form = lexicon.inflect(lemma, "VBD") if lemma in SUDDEN and time is not None else None
        if form:
            yield slip("around", tokens[at], tokens[at], [form], f"The time beside it is over: '{form}'.")
        return
    group = verbs[0]
    if (
        group.tense != PRESENT
        or group.start != group.verb
        or tokens[group.verb].lemma not in SUDDEN
        or not has_subject(tokens, group)
    ):
        return
    if any(each.tense in (PRESENT, WILL) for each in verbs[1:]):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.DAY, times.DATE))
    if time is None or time.start - group.verb > 12:
        return
    if any(
        each.lower in ("until", "from", "before", "since", "by", "for")
        for each in tokens[group.verb + 1 : time.start]
    ):
        return
    yield from past_of(tokens, group)


def _hidden_after(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Arrived late because its bus breaks down", where the verb was taken for a noun."""
    if not verbs:
        return
    for at in range(verbs[0].verb + 1, len(tokens) - 4):
        if tokens[at].lower not in ("because", "when", "after") or tokens[at].tag not in ("IN", "WRB"):
            continue
        main = next((each for each in reversed(verbs) if each.verb < at), None)
        if main is None or main.tense != PAST or tokens[main.verb].lemma in ("say", "tell"):
            continue
        end = next(
            (
                place
                for place in range(at + 1, len(tokens))
                if tokens[place].tag in (",", ".", ":", "WDT", "WP", "CC", "``")
            ),
            len(tokens),
        )
        place = hidden_verb(tokens, at + 1, end)
        if (
            place < 0
            or place - at > 5
            or (tokens[at].lower == "after" and tokens[place + 1].tag not in ("DT", "PRP$", "RB"))
        ):
            continue
        lemma = hidden_base(tokens[place])
        form = lexicon.inflect(lemma, "VBD") if lemma in HAPPENS - _HABITS else None
        if form:
            yield slip(
                "around",
                tokens[place],
                tokens[place],
                [form],
                f"Beside a past tense stands a past: '{form}'.",
            )


def _will(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Will announce last week"."""
    if (
        group.tense != WILL
        or tokens[group.start].lower != "will"
        or tokens[group.verb].tag != "VB"
        or not has_subject(tokens, group)
    ):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.PAST,))
    if time is None or time.start - group.verb > 5:
        return
    gap = tokens[group.verb + 1 : time.start]
    if any(
        each.lower in EVENT_NAMES
        or each.tag in ("IN", "CC", "VBN", "CD", "TO")
        or each.lower in ("the", "their", "its")
        for each in gap
    ):
        return
    after = tokens[time.end] if time.end < len(tokens) else None
    if after is None or after.tag not in (".", ",", "IN", "WDT"):
        return
    form = inflected(tokens[group.verb], "VBD")
    if form:
        fix = f"did not {tokens[group.verb].text}" if group.negative else form
        yield slip(
            "around", tokens[group.start], tokens[group.verb], [fix], f"The time beside it is over: '{fix}'."
        )


def _for_years(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "The two firms negotiate for three years", "is used for decades"."""
    if group.tense != PRESENT or group.negative or not has_subject(tokens, group):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb) + 1, (times.SPAN,))
    if time is None or time.start - group.verb > 8:
        return
    unit = tokens[time.end - 1].lower.rstrip("s")
    if unit not in ("year", "month", "week", "decade", "centurie", "century", "generation"):
        return
    verb, helper = tokens[group.verb], tokens[group.start]
    after = tokens[time.end] if time.end < len(tokens) else None
    if after is not None and (
        after.tag in ("NN", "NNS", "POS")
        or after.lower in ("at", "from", "until", "before", "after", "each", "a", "per", "if", "in")
    ):
        return
    if (
        group.passive
        and not group.running
        and verb.lemma in _USED
        and unit in ("decade", "centurie", "century", "generation", "year")
    ):
        fix = "have been" if helper.lower in ("are", "am") else "has been"
        if helper.space:
            yield slip(
                "lasting",
                helper,
                helper,
                [fix],
                f"A stretch of time up to now goes with the present perfect: '{fix}'.",
            )
    elif group.start == group.verb and verb.lemma in _LASTING:
        form = inflected(verb, "VBN")
        running = inflected(verb, "VBG")
        have = "have" if verb.tag == "VBP" else "has"
        if form and running:
            yield slip(
                "lasting",
                verb,
                verb,
                [f"{have} {form}", f"{have} been {running}"],
                f"A stretch of time up to now goes with the present perfect: '{have} {form}'.",
            )


def _until_when(
    tokens: Sequence[Token], found: Sequence[Time], group: Group, after: Group | None
) -> Iterator[Slip]:
    """ "Holds until Thursday, when shells fell on the market"."""
    if group.tense != PRESENT or after is None or after.tense != PAST or not has_subject(tokens, group):
        return
    when = next(
        (
            at
            for at in range(group.verb + 1, after.start)
            if tokens[at].lower == "when" and tokens[at - 1].text == ","
        ),
        -1,
    )
    if when < 0 or after.start - when > 6 or (group.start != group.verb and not group.passive):
        return
    time = first(
        found, group.verb + 1, when, (times.DAY, times.YEAR, times.PAST, times.DATE, times.MONTH, times.CLOCK)
    )
    until = next((at for at in range(group.verb + 1, when - 1) if tokens[at].lower == "until"), -1)
    ends = time is not None and time.end == when - 1
    if not ends and until < 0:
        return
    if any(
        each.lower in ("since", "from", "than", "after", "date", "dates", "compared", "of")
        for each in tokens[group.verb : when]
    ) or tokens[group.verb].lemma in ("say", "date", "have", "remember", "recall", "compare"):
        return
    if (until < 0 and tokens[group.verb].lemma not in HAPPENS) or tokens[group.start - 1].tag == "NNP":
        return
    yield from past_of(tokens, group)


def _said_then(
    tokens: Sequence[Token], found: Sequence[Time], before: Group | None, group: Group
) -> Iterator[Slip]:
    """ "Admitted that he takes the money in 2018"."""
    if (
        before is None
        or group.tense != PRESENT
        or before.tense != PAST
        or tokens[before.verb].lower not in _SAID
        or before.passive
    ):
        return
    if (
        group.start - before.verb > 8
        or not has_subject(tokens, group)
        or any(
            each.tag in ("``", "''", ",", "WP", "WDT", "WRB", "CC")
            for each in tokens[before.verb : group.start]
        )
    ):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.PAST, times.YEAR))
    if time is None or time.start - group.verb > 8 or (group.start != group.verb and not group.passive):
        return
    if any(
        each.lower
        in (
            "since",
            "from",
            "than",
            "of",
            "after",
            "before",
            "until",
            "by",
            "to",
            "for",
            "on",
            "about",
            "signed",
            "made",
        )
        or each.lower in EVENT_NAMES
        for each in tokens[group.verb + 1 : time.start]
    ):
        return
    if tokens[group.verb].lemma in ("remember", "know", "recall", "regret", "say"):
        return
    yield from past_of(tokens, group, done=True)


def _counted(tokens: Sequence[Token], group: Group, after: Group | None) -> Iterator[Slip]:
    """ "The striker, who scores twice in the first half, left the pitch"."""
    if (
        group.tense != PRESENT
        or group.start != group.verb
        or after is None
        or after.tense != PAST
        or group.start < 2
    ):
        return
    if (
        tokens[group.start - 1].lower not in ("who", "which")
        or tokens[group.verb].tag != "VBZ"
        or tokens[group.verb].lemma in ("be", "have")
    ):
        return
    end = reach(tokens, group.verb)
    clause = [each.lower for each in tokens[group.verb + 1 : end]]
    if any(each in ("a", "each", "every", "daily", "weekly", "more", "than", "per") for each in clause):
        return
    counted = any(each in ("twice", "once") for each in clause) or any(
        each == "times" and tokens[group.verb + place].tag == "CD" for place, each in enumerate(clause)
    )
    if counted and end < len(tokens) and tokens[end].text in (",",) and after.start <= end + 2:
        yield from past_of(tokens, group)


def _from_to(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Has been a priest in Lagos from 1988 to 1995"."""
    if (
        group.tense not in (PERFECT, PRESENT)
        or not has_subject(tokens, group)
        or (group.tense == PRESENT and (group.start != group.verb or tokens[group.verb].lemma not in _SERVED))
    ):
        return
    end = min(reach(tokens, group.verb), len(tokens) - 3)
    for at in range(group.verb + 1, end):
        if tokens[at].lower not in ("from", "between") or at - group.verb > 10:
            continue
        one, link, two = (
            tokens[at + 1],
            tokens[at + 2],
            tokens[at + 3] if at + 3 < len(tokens) else tokens[at + 2],
        )
        if (
            link.lower in ("to", "until", "and", "till")
            and _year(one)
            and _year(two)
            and int(two.text) < times.this_year()
        ):
            if any(
                each.lower in ("data", "figures", "records", "period", "years", "rise", "rises", "increase")
                for each in tokens[group.verb : at]
            ):
                return
            # "has studied storms from 1988 to 1995": the years may be the storms'.
            if tokens[group.verb].lemma == "study" and tokens[at - 1].tag == "NNS":
                return
            if tokens[group.verb].lower == "been" or tokens[group.verb].lemma in _SERVED:
                yield from past_of(tokens, group, kind="finished")
            return


def _year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("18", "19", "20")


def _yet(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Did not recover the painting yet, a spokesman said"."""
    if (
        group.tense != PAST
        or not group.negative
        or tokens[group.start].lower != "did"
        or not has_subject(tokens, group)
    ):
        return
    end = min(reach(tokens, group.verb), group.verb + 9, len(tokens) - 1)
    for at in range(group.verb + 1, end):
        if tokens[at].lower == "yet" and (
            tokens[at + 1].text in (".", ",")
            or tokens[at + 1].lower
            in ("whether", "if", "how", "what", "who", "where", "why", "which", "when", "on", "about")
        ):
            done = inflected(tokens[group.verb], "VBN")
            subject = tokens[group.start - 1]
            have = (
                "have"
                if subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "i", "police")
                else "has"
            )
            if done:
                yield slip(
                    "lasting",
                    tokens[group.start],
                    tokens[group.verb],
                    [f"{have} not {done}"],
                    f"'Yet' goes with the present perfect: '{have} not {done}'.",
                )
            return


def _on_the_day(tokens: Sequence[Token], group: Group, before: Group | None) -> Iterator[Slip]:
    """ "Said the man is seen near the school on the morning of the attack", "has left the house on the night of the murder"."""
    if group.tense not in (PRESENT, PERFECT) or not has_subject(tokens, group):
        return
    end = min(reach(tokens, group.verb), len(tokens) - 5)
    for at in range(group.verb + 1, end):
        if [each.lower for each in tokens[at : at + 2]] != ["on", "the"] or tokens[at + 2].lower not in (
            "morning",
            "night",
            "day",
            "evening",
            "afternoon",
            "eve",
            "weekend",
        ):
            continue
        dated = tokens[at + 4].lower in times.MONTHS and tokens[at + 4].text[:1].isupper()
        if tokens[at + 3].lower != "of" or not (
            dated or any(each.lower in _EVENTFUL for each in tokens[at + 4 : at + 8])
        ):
            continue
        if (
            group.tense == PERFECT
            or (before is not None and before.tense == PAST and (group.passive or group.negative))
            or (group.negative and before is not None)
        ):
            if tokens[group.verb].lemma in ("schedule", "plan", "expect", "set"):
                return
            yield from past_of(tokens, group)
        return


def _by_the_time(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "By the time firefighters arrived, the roof collapsed"."""
    start = 1 if tokens[0].tag == "``" else 0
    if (
        [each.lower for each in tokens[start : start + 3]] != ["by", "the", "time"]
        or one.tense != PAST
        or two.tense != PAST
        or two.start != two.verb
    ):
        return
    verb = tokens[two.verb]
    comma = next((at for at in range(one.verb, two.start) if tokens[at].text == ","), None)
    if comma is None or one.start - start > 9 or verb.lemma not in HAPPENS or two.negative:
        return
    between = tokens[comma + 1 : two.start]
    if (
        not 0 < len(between) <= 6
        or any(each.tag in ("WDT", "WP", "VBG", "CC", ",", "IN") for each in between)
        or not has_subject(tokens, two)
    ):
        return
    if any(tokens[at].tag in ("VBD", "VBZ") for at in range(start + 3, one.start)):
        return
    done = inflected(verb, "VBN")
    if done:
        yield slip(
            "sequence",
            verb,
            verb,
            [f"had {done}"],
            f"What was over by then stands in the past perfect: 'had {done}'.",
            Severity.QUERY,
        )


def _stretch_when(tokens: Sequence[Token], found: Sequence[Time], one: Group, two: Group) -> Iterator[Slip]:
    """ "Was at sea for 40 days when the engine failed"."""
    if (
        one.tense != PAST
        or two.tense != PAST
        or one.start != one.verb
        or tokens[one.verb].lemma not in ("be", "work", "live", "serve")
    ):
        return
    span = first(found, one.verb + 1, two.start, (times.SPAN,))
    if (
        span is None
        or span.end >= len(tokens)
        or tokens[span.end].lower != "when"
        or two.start - span.end > 7
    ):
        return
    if (
        span.start - one.verb > 7
        or one.negative
        or not has_subject(tokens, one)
        or tokens[one.verb + 1].lower == "there"
    ):
        return
    verb = tokens[one.verb]
    done = "been" if verb.lemma == "be" else inflected(verb, "VBN")
    yield slip(
        "sequence",
        verb,
        verb,
        [f"had {done}"],
        f"How long it had lasted by then stands in the past perfect: 'had {done}'.",
        # "in office for four years when the economy grew" may tell what happened during them.
        Severity.QUERY if tokens[span.end - 1].lower in ("years", "decades") else None,
    )


def _because(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Crossed the river while guards are sleeping", "arrived late because its bus breaks down"."""
    if one.tense != PAST or two.tense != PRESENT or tokens[one.verb].lemma in ("say", "tell", "ask", "be"):
        return
    link = next(
        (at for at in range(two.start - 1, one.verb, -1) if tokens[at].lower in ("because", "while")), -1
    )
    if (
        link < 0
        or two.start - link > 5
        or link - one.verb > 10
        or not has_subject(tokens, two)
        or tokens[link - 1].text == ","
    ):
        return
    if any(
        each.tag in (",", "``", "''", "WDT", "WP", "TO", "MD", ":")
        for each in tokens[one.verb + 1 : two.start]
    ):
        return
    verb = tokens[two.verb]
    if tokens[link].lower == "while" and two.running and verb.lemma not in ("seek", "try", "remain", "wait"):
        yield from past_of(
            tokens, two, severity=Severity.QUERY if tokens[two.start - 1].tag != "NNS" else None
        )
    elif (
        tokens[link].lower == "because"
        and two.start == two.verb
        and verb.lemma in SUDDEN | words("break fall miss slip stall")
        and verb.tag == "VBZ"
    ):
        yield from past_of(tokens, two, done=True)


def _never(tokens: Sequence[Token], before: Group | None, group: Group) -> Iterator[Slip]:
    """ "Told the court that he never saw the weapon before the trial"."""
    if (
        before is None
        or before.tense != PAST
        or group.tense != PAST
        or group.start != group.verb
        or tokens[before.verb].lower not in _SAID
    ):
        return
    if (
        tokens[group.start - 1].lower != "never"
        or tokens[group.start - 2].tag not in ("PRP", "NN", "NNS", "NNP")
        or tokens[group.verb].lemma in ("be", "have", "want")
    ):
        return
    end = reach(tokens, group.verb)
    done = inflected(tokens[group.verb], "VBN")
    if done and any(each.lower == "before" for each in tokens[group.verb + 1 : end + 1]):
        adverb = tokens[group.start - 1]
        yield slip(
            "sequence",
            adverb,
            tokens[group.verb],
            [f"had never {done}"],
            f"What was over by then stands in the past perfect: 'had never {done}'.",
            Severity.QUERY,
        )


def _up_to_now(
    tokens: Sequence[Token], found: Sequence[Time], group: Group, after: Group | None
) -> Iterator[Slip]:
    """ "Nobody was hurt so far", "lost half of its value over the past 12 months, and its shares are still falling"."""
    if (
        group.tense != PAST
        or group.negative
        or not has_subject(tokens, group)
        or tokens[group.start].lower == "did"
    ):
        return
    subject = tokens[group.start - 1]
    have = (
        "have"
        if subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "i", "police", "people")
        else "has"
    )
    end = reach(tokens, group.verb)
    if group.passive and not group.running and tokens[group.start].space:
        so_far = first(found, group.verb + 1, end, (times.SO_FAR,))
        if (
            so_far is not None
            and so_far.start - group.verb <= 4
            and tokens[so_far.start].lower == "so"
            and not any(each.tag in ("JJS", "RBS") for each in tokens[group.verb : so_far.start])
        ):
            yield slip(
                "lasting",
                tokens[group.start],
                tokens[group.start],
                [f"{have} been"],
                f"'So far' goes with the present perfect: '{have} been'.",
                Severity.QUERY,
            )
        return
    recent = first(found, group.verb + 1, end, (times.RECENT,))
    done = inflected(tokens[group.verb], "VBN")
    if (
        recent is not None
        and done
        and group.start == group.verb
        and tokens[recent.start].lower in ("over", "in", "during")
        and tokens[group.verb].lemma in _GROWS
        and after is not None
        and after.tense in (PRESENT, PERFECT)
        and after.start - recent.end <= 5
        and not any(each.tag in ("IN", "WDT", "WP") for each in tokens[recent.end : after.start])
    ):
        yield slip(
            "lasting",
            tokens[group.verb],
            tokens[group.verb],
            [f"{have} {done}"],
            f"A time that reaches to the present goes with the present perfect: '{have} {done}'.",
            Severity.QUERY,
        )


_GROWS = words(
    "lose gain rise fall grow drop double triple decline increase shrink climb improve worsen spread win become change"
)
