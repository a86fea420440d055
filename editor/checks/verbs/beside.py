"""Presents and perfects beside a clause or phrase of the past: "When I see the smoke, I ran", "by 1990 the herd has shrunk", "is 34 when he took over"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.events import HAPPENS
from editor.checks.verbs.hidden import hidden_base, hidden_verb
from editor.checks.verbs.past import past_of, simple_past
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject, is_single
from editor.text import lexicon, times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import MODAL, PAST, PERFECT, PLUPERFECT, PRESENT, WILL, Group, inflected, reach
from editor.text.words import words
from editor.values import Severity

_STATES = words("""be have know remain want need believe think mean seem appear contain include own belong live exist represent involve require
    depend cost show say tell suggest indicate hope expect plan""")
_TELLING = words(
    "say tell add ask reply explain note warn write announce argue insist report claim recall think believe know wonder"
)
_CATASTROPHES = words("war quake earthquake storm crisis pandemic coup revolution invasion fire flood floods crash collapse tsunami hurricane genocide "
                      "occupation famine drought eruption outbreak attack blast explosion")  # fmt: skip
_ABROAD = words("now today still currently sometimes often usually always every each if whenever")
_LONG = words("""employ use hire treat hide ignore pollute dump spy abuse exploit receive send sell lie steal run own live know wait work teach
    serve lead collect produce make grow pay fund support live suffer struggle""")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DECADE = re.compile(r"(?:1[5-9]|20)\d0s")
_PASSING = words(
    "pass enter arrive approach land sink collapse die explode fall reach walk rise drown burn erupt strike hit crash vanish disappear"
)
_THOUGHT = words("hope think fear believe know realize realise assume expect suspect imagine dream")


def beside(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Verbs that do not fit the past of their neighbours."""
    yield from _hidden(tokens, found, verbs)
    if not verbs:
        return
    yield from _fronted(tokens, verbs)
    yield from _last_time(tokens, verbs)
    yield from _by_year(tokens, verbs[0])
    for number, group in enumerate(verbs):
        after = verbs[number + 1] if number + 1 < len(verbs) else None
        yield from _since_then(tokens, group, after)
        yield from _at_age(tokens, group)
        yield from _will_in(tokens, found, verbs[number - 1] if number else None, group)
        yield from _for_long(tokens, found, group)
        yield from _under(tokens, found, verbs, number)
    for one, two in pairwise(verbs):
        yield from _when(tokens, one, two)
        yield from _unclear(tokens, one, two)
        yield from _hoped(tokens, one, two)
        yield from _where(tokens, one, two)
        yield from _after(tokens, one, two)
        yield from _comma_when(tokens, found, one, two)
        yield from _and_then(tokens, one, two)
        yield from _asleep(tokens, one, two)
    yield from _ended_when(tokens, verbs)
    yield from _and_hidden(tokens, verbs)
    yield from _next_day(tokens, verbs[0])
    for group in verbs:
        yield from _days_before(tokens, group)
        yield from _generations(tokens, found, group)
        yield from _ago(tokens, found, group)


def _fronted(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "When I see the smoke, I ran back", "While the president speaks, a man threw a shoe"; "before the war the city has had"."""
    start = 1 if tokens[0].tag == "``" else 0
    word = tokens[start].lower
    one = verbs[0]
    two = verbs[1] if len(verbs) > 1 else None
    if (
        word in ("when", "while", "as")
        and two is not None
        and one.tense == PRESENT
        and two.tense == PAST
        and one.start == one.verb
    ):
        verb = tokens[one.verb]
        comma = next((at for at in range(one.verb, two.start) if tokens[at].text == ","), -1)
        if (
            comma > 0
            and verb.lemma not in _STATES
            and tokens[two.verb].lemma not in _TELLING
            and is_single(tokens, start + 1, one.start)
            and is_single(tokens, comma + 1, two.start)
            and tokens[start + 1].lower not in ("you", "it", "one", "people")
            and not any(each.lower in _ABROAD or each.text == "," for each in tokens[start:comma])
            and (word != "as" or verb.lemma in _PASSING)
            and not (two.start == two.verb and "VB" in tokens[two.verb].tags)
        ):
            yield from past_of(tokens, one)
    if (
        word == "before"
        and tokens[start + 1].lower in ("the", "this")
        and one.tense == PERFECT
        and tokens[start + 2].lower in _CATASTROPHES
    ):
        place = start + 4 if tokens[start + 3].text == "," else start + 3
        if is_single(tokens, place, one.start) and not any(
            each.lower in ("never", "ever", "since") for each in tokens[place : one.verb]
        ):
            yield from past_of(tokens, one)


def _last_time(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "The last time the two sides have met was in 2019"."""
    start = 1 if tokens[0].tag == "``" else 0
    if [each.lower for each in tokens[start : start + 3]] != ["the", "last", "time"] or len(verbs) < 2:
        return
    one, two = verbs[0], verbs[1]
    if (
        one.tense in (PERFECT, PRESENT)
        and two.tense == PAST
        and is_single(tokens, start + 3, one.start)
        and (one.tense == PERFECT or one.start == one.verb)
    ):
        yield from past_of(tokens, one)


def _by_year(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "By 1990 the herd has shrunk to 40 animals"."""
    if tokens[0].lower != "by" or group.tense != PERFECT or not tokens[group.start].space:
        return
    at = 1
    if tokens[1].lower == "the":
        at = 2
        if tokens[2].lower in ("early", "late", "mid", "end", "start"):
            at = 3
        if tokens[at].lower == "of":
            at += 1
    elif tokens[1].lower == "the":
        return
    year = tokens[at].text
    over = (_YEAR.fullmatch(year) and int(year) < times.this_year()) or _DECADE.fullmatch(year)
    if not over or tokens[at + 1].tag in ("NN", "NNS"):
        return
    start = at + 2 if tokens[at + 1].text == "," else at + 1
    if is_single(tokens, start, group.start):
        helper = tokens[group.start]
        yield slip(
            "sequence", helper, helper, ["had"], "What was over by then stands in the past perfect: 'had'."
        )


def _since_then(tokens: Sequence[Token], group: Group, after: Group | None) -> Iterator[Slip]:
    """ "Has scored in every match since he has joined the club"."""
    if group.tense != PERFECT or after is None or after.tense != PERFECT or after.negative:
        return
    since = next((at for at in range(after.start - 1, group.verb, -1) if tokens[at].lower == "since"), -1)
    if (
        since < 0
        or not is_single(tokens, since + 1, after.start)
        or tokens[after.verb].lemma not in HAPPENS | words("join found marry arrive elect appoint")
    ):
        return
    fix = simple_past(tokens, after)
    if fix:
        yield slip(
            "lasting",
            tokens[after.start],
            tokens[after.verb],
            [fix],
            f"After 'since' the beginning stands in the past: '{fix}'.",
        )


def _at_age(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Has started the company at age 19"."""
    if (
        group.tense != PERFECT
        or tokens[group.verb].lemma in ("die", "retire", "find")
        or not has_subject(tokens, group)
    ):
        return
    for at in range(group.verb + 1, min(reach(tokens, group.verb), len(tokens) - 2)):
        if tokens[at].lower != "at":
            continue
        rest = [each.lower for each in tokens[at + 1 : at + 4]]
        if (rest[:1] == ["age"] and tokens[at + 2].tag == "CD") or rest == ["the", "age", "of"]:
            if any(
                each.lower in _ABROAD or each.lower in ("since", "already")
                for each in tokens[group.start : at]
            ):
                return
            yield from past_of(tokens, group)
            return


def _will_in(
    tokens: Sequence[Token], found: Sequence[Time], before: Group | None, group: Group
) -> Iterator[Slip]:
    """ "Told reporters that the tunnel will open in 2019, but work has not begun"."""
    if group.tense != WILL or tokens[group.start].lower != "will" or not has_subject(tokens, group):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.YEAR,))
    if time is None or time.start - group.verb > 5:
        return
    year = tokens[time.end - 1].text
    if not _YEAR.fullmatch(year) or int(year) > times.this_year() - 3:
        return
    if (
        before is not None
        and before.tense in (PAST, PLUPERFECT)
        and tokens[before.verb].lemma in _TELLING | words("promise pledge vow predict forecast")
    ):
        yield slip(
            "sequence",
            tokens[group.start],
            tokens[group.start],
            ["would"],
            "Told from that past, the future is 'would'.",
        )


def _stretch(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Time | None:
    """The stretch of time after a plain present that has a subject; None where that is not what stands there."""
    if (
        group.tense != PRESENT
        or group.negative
        or group.start != group.verb
        or not has_subject(tokens, group)
    ):
        return None
    return first(found, group.verb + 1, reach(tokens, group.verb) + 1, (times.SPAN,))


def _up_to_now(verb: Token, right: str) -> Slip:
    """A present that should be the perfect, for the stretch beside it."""
    return slip(
        "lasting",
        verb,
        verb,
        [right],
        f"A stretch of time up to now goes with the present perfect: '{right}'.",
    )


def _for_long(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Employs child workers for years", "I am a farmer for 40 years"."""
    time = _stretch(tokens, found, group)
    if (
        time is None
        or time.start - group.verb > 6
        or time.end >= len(tokens)
        or tokens[time.end].tag not in (".", ",", "CC", "''")
    ):
        return
    verb = tokens[group.verb]
    unit = tokens[time.end - 1].lower
    if unit not in ("years", "decades", "centuries", "generations") or any(
        each.lower in ("to", "per", "each", "every") or each.tag in ("MD", "VBN")
        for each in tokens[group.verb : time.start]
    ):
        return
    number = tokens[time.end - 2]
    many = (
        unit != "years"
        or number.lower in ("for", "many", "several")
        or (number.tag == "CD" and number.text.isdigit() and int(number.text) > 4)
    )
    if (
        verb.lower in ("is", "am", "are")
        and many
        and tokens[group.verb + 1].lower in ("a", "an")
        and tokens[time.start - 1].tag == "NN"
    ):
        yield _up_to_now(verb, f"{'has' if verb.lower == 'is' else 'have'} been")
    elif verb.lemma in _LONG and (unit != "years" or number.lower == "for") and verb.tag == "VBZ":
        form = inflected(verb, "VBN")
        if form:
            yield _up_to_now(verb, f"has {form}")


def _under(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], number: int
) -> Iterator[Slip]:
    """ "Was under investigation since May and may be charged"; "did not receive any aid so far"."""
    group = verbs[number]
    if group.tense != PAST or not has_subject(tokens, group):
        return
    end = reach(tokens, group.verb)
    subject = tokens[group.start - 1]
    have = (
        "have"
        if subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "i", "police", "people")
        else "has"
    )
    if group.negative and tokens[group.start].lower == "did":
        time = first(found, group.verb + 1, end, (times.SO_FAR,))
        done = inflected(tokens[group.verb], "VBN")
        if (
            time is not None
            and done
            and tokens[time.start].lower == "so"
            and time.end < len(tokens)
            and tokens[time.end].tag in (".", ",", "IN")
        ):
            yield slip(
                "lasting",
                tokens[group.start],
                tokens[group.verb],
                [f"{have} not {done}"],
                f"'So far' goes with the present perfect: '{have} not {done}'.",
            )
        return
    after = verbs[number + 1] if number + 1 < len(verbs) else None
    if (
        group.start == group.verb
        and tokens[group.verb].lemma == "be"
        and not group.negative
        and tokens[group.verb + 1].lower in ("under", "in", "without", "on", "at")
        and after is not None
        and after.tense in (PRESENT, MODAL, WILL, PERFECT)
        and not any(each.tense in (PAST, PLUPERFECT) for each in verbs[:number])
        and tokens[after.start - 1].lower in ("and", "but")
    ):
        time = first(found, group.verb + 1, end + 1, (times.SINCE,))
        if (
            time is not None
            and time.start - group.verb <= 5
            and (
                tokens[time.end].lower in times.MONTHS | times.DAYS or _YEAR.fullmatch(tokens[time.end].text)
            )
        ):
            yield slip(
                "lasting",
                tokens[group.verb],
                tokens[group.verb],
                [f"{have} been"],
                f"'Since' goes with the present perfect: '{have} been'.",
            )


def _when(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "He is 34 when he took over"."""
    if one.tense != PRESENT or two.tense != PAST or one.negative or not has_subject(tokens, one):
        return
    when = next((at for at in range(two.start - 1, one.verb, -1) if tokens[at].lower == "when"), -1)
    if (
        when < 0
        or when - one.verb > 6
        or not is_single(tokens, when + 1, two.start)
        or tokens[when - 1].text == ","
    ):
        return
    if tokens[two.verb].lemma not in HAPPENS | words("be take join become move") or any(
        each.tag in ("``", "''", ":", "TO", "VBN", ",") for each in tokens[one.verb + 1 : when]
    ):
        return
    verb = tokens[one.verb]
    if verb.lemma == "be" and one.start == one.verb:
        age = tokens[one.verb + 1]
        if age.tag == "CD" and (one.verb + 2 == when or tokens[one.verb + 2].lower in ("years", "months")):
            yield from past_of(tokens, one)
    elif (
        one.start == one.verb
        and verb.lemma in words("carry travel drive sleep wear hold stand sit walk head transport tow")
        and verb.tag == "VBZ"
    ):
        yield from past_of(tokens, one)


def _unclear(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "It was not clear on Monday how the fire has started"."""
    if tokens[one.verb].lower != "was" or two.tense != PERFECT or not tokens[two.start].space:
        return
    between = tokens[one.verb + 1 : two.start]
    if not any(
        each.lower in ("clear", "unclear", "known", "unknown", "uncertain", "obvious") for each in between[:3]
    ):
        return
    link = next(
        (
            at
            for at in range(two.start - 1, one.verb, -1)
            if tokens[at].lower in ("how", "why", "who", "what", "whether", "where", "when", "if")
        ),
        -1,
    )
    if link < 0 or not (link + 1 == two.start or is_single(tokens, link + 1, two.start)):
        return
    helper = tokens[two.start]
    yield slip(
        "sequence", helper, helper, ["had"], "What was over by then stands in the past perfect: 'had'."
    )


def _hoped(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "The farmers had hoped that the rain will come"."""
    if (
        one.tense not in (PAST, PLUPERFECT)
        or one.passive
        or two.tense != WILL
        or tokens[two.start].text != "will"
        or tokens[one.verb].lemma not in _THOUGHT
    ):
        return
    start = one.verb + 2 if tokens[one.verb + 1].lower == "that" else one.verb + 1
    if not is_single(tokens, start, two.start) or tokens[one.start - 1].tag not in (
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "PRP",
        "WP",
        "CC",
    ):
        return
    yield slip(
        "sequence",
        tokens[two.start],
        tokens[two.start],
        ["would"],
        "Thought of in the past, the future is 'would'.",
        None if one.tense == PLUPERFECT else Severity.QUERY,
    )


def _where(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Found the money where the thief has hidden it"."""
    if (
        one.tense != PAST
        or one.running
        or two.tense != PERFECT
        or two.negative
        or tokens[one.verb].lemma in _TELLING | {"be", "show", "visit", "live"}
    ):
        return
    where = next((at for at in range(two.start - 1, one.verb, -1) if tokens[at].lower == "where"), -1)
    if (
        where < 0
        or where - one.verb > 5
        or tokens[where - 1].text == ","
        or tokens[where - 1].tag == "NNP"
        or not is_single(tokens, where + 1, two.start)
    ):
        return
    if two.running or tokens[two.verb].lower == "been":
        return
    # "where the suspect has worked since May" reaches to the present.
    if any(each.lower == "since" for each in tokens[two.verb + 1 : reach(tokens, two.verb) + 1]):
        return
    helper = tokens[two.start]
    if helper.space:
        yield slip(
            "sequence",
            helper,
            helper,
            ["had"],
            "What was over by then stands in the past perfect: 'had'.",
            Severity.QUERY,
        )


def _after(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Resigned after a newspaper publishes the recordings", "fell silent as the coffin passes"."""
    if one.tense not in (PAST, PLUPERFECT) or two.tense != PRESENT or two.start != two.verb or two.negative:
        return
    verb = tokens[two.verb]
    link = next((at for at in range(two.start - 1, one.verb, -1) if tokens[at].lower in ("after", "as")), -1)
    if (
        link < 0
        or link - one.verb > 8
        or not is_single(tokens, link + 1, two.start)
        or tokens[one.verb].lemma in _TELLING | {"be"}
    ):
        return
    if any(
        each.tag in ("``", "''", ":", "TO", "MD", ",", "WDT", "WP", "CC") or each.lower in _ABROAD
        for each in tokens[one.verb + 1 : two.start]
    ):
        return
    if (
        verb.lemma in _STATES
        or verb.tag != "VBZ"
        or tokens[link - 1].lower in ("such", "same", "as", "known", "well", "just")
    ):
        return
    if tokens[link].lower == "as" and (
        verb.lemma not in _PASSING or (two.verb + 1 < len(tokens) and tokens[two.verb + 1].tag == "VBG")
    ):
        return
    yield from past_of(
        tokens,
        two,
        done=tokens[link].lower == "after",
        severity=None if tokens[link].lower == "after" else Severity.QUERY,
    )


def _hidden(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "The only hospital burns down last month", "the price of wheat doubles since the war began", where the verb was taken for a noun."""
    if not found or tokens[0].tag == "``":
        return
    end = next(
        (
            at
            for at in range(3, len(tokens))
            if tokens[at].tag in (",", ".", ":", "WDT", "WP", "WRB", "``")
            or tokens[at].lower in ("that", "because", "if", "since")
        ),
        len(tokens),
    )
    if verbs and verbs[0].start < end:
        return
    at = hidden_verb(tokens, 0, min(end + 1, len(tokens)))
    if at < 0 or at > 8:
        return
    lemma = hidden_base(tokens[at])
    if lemma not in HAPPENS | words("double triple quadruple halve flood rise fall shrink"):
        return
    time = first(found, at + 1, end, (times.PAST,))
    past, done = lexicon.inflect(lemma, "VBD"), lexicon.inflect(lemma, "VBN")
    if (
        time is not None
        and time.start - at <= 6
        and past
        and end < len(tokens)
        and not any(each.tag in ("VBN", "VBG") for each in tokens[at:end])
    ):
        yield slip("around", tokens[at], tokens[at], [past], f"The time beside it is over: '{past}'.")
    elif (
        end < len(tokens)
        and tokens[end].lower == "since"
        and end - at <= 3
        and done
        and tokens[end].tag in ("IN", "RB")
    ):
        yield slip(
            "lasting",
            tokens[at],
            tokens[at],
            [f"has {done}"],
            f"'Since' goes with the present perfect: 'has {done}'.",
        )


_UNITS = words(
    "second seconds minute minutes hour hours day days night week weeks month months year years decade decades moment moments season"
)


def _days_before(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "The day before the Dutch company has disclosed", "two weeks after the mine has closed"."""
    if group.tense != PERFECT or group.negative:
        return
    link = next(
        (
            at
            for at in range(group.start - 1, max(0, group.start - 8), -1)
            if tokens[at].lower in ("before", "after")
        ),
        -1,
    )
    if (
        link < 1
        or tokens[link - 1].lower not in _UNITS
        or not is_single(tokens, link + 1, group.start)
        or tokens[group.verb].lower == "been"
    ):
        return
    if any(each.tag in ("MD", "VBZ", "VBP") for each in tokens[:link]):
        return
    yield from past_of(tokens, group)


def _comma_when(tokens: Sequence[Token], found: Sequence[Time], one: Group, two: Group) -> Iterator[Slip]:
    """ "Since 1974, when a collector has donated it", "since they were 12, when they are picked"."""
    when = two.start - 1
    while when > one.verb and tokens[when].lower != "when":
        when -= 1
    if (
        when <= one.verb
        or tokens[when - 1].text != ","
        or not is_single(tokens, when + 1, two.start)
        or two.negative
    ):
        return
    dated = (
        any(
            each.end == when - 1 and each.kind in (times.YEAR, times.PAST, times.DATE, times.DAY)
            for each in found
        )
        or _YEAR.fullmatch(tokens[when - 2].text) is not None
    )
    if (
        two.tense == PERFECT
        and dated
        and (not _YEAR.fullmatch(tokens[when - 2].text) or int(tokens[when - 2].text) < times.this_year())
    ) or (
        two.tense == PRESENT
        and two.passive
        and not two.running
        and one.tense == PAST
        and tokens[one.verb].lemma not in _TELLING
    ):
        yield from past_of(tokens, two)


def _generations(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Where families grow nuts for generations"."""
    verb = tokens[group.verb]
    time = _stretch(tokens, found, group)
    if time is None or time.start - group.verb > 5 or verb.tag != "VBP" or verb.lemma not in _LONG:
        return
    if (
        tokens[time.end - 1].lower not in ("generations", "centuries", "decades")
        or time.end >= len(tokens)
        or tokens[time.end].tag not in (".", ",", "CC")
    ):
        return
    if any(each.tag in ("TO", "MD") for each in tokens[max(0, group.start - 3) : group.start]):
        return
    form = inflected(verb, "VBN")
    if form:
        yield _up_to_now(verb, f"have {form}")


def _ago(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "An insect that arrive in the area eight years ago"."""
    if (
        group.tense != PRESENT
        or group.start != group.verb
        or group.negative
        or tokens[group.start - 1].lower not in ("that", "who", "which")
    ):
        return
    verb = tokens[group.verb]
    if (
        verb.lemma not in HAPPENS
        or group.start < 2
        or tokens[group.start - 2].tag not in ("NN", "NNS", "NNP", ",", "CD")
    ):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.PAST,))
    if (
        time is None
        or time.start - group.verb > 8
        or any(
            each.lower in ("since", "from", "than", "until", "by", "after", "before") or each.tag == "VBN"
            for each in tokens[group.verb : time.start]
        )
    ):
        return
    yield from past_of(tokens, group)


_STRUCK = words("""fall hit kill injure collapse crash explode burst break catch strike land die sink flood burn lose bury shoot stab overturn slam
    swerve vanish disappear faint""")


def _and_then(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "The storm hit on Tuesday, and a tree falls on a school", "I hear a crack, and then everybody was in the sea"."""
    comma = next(
        (
            at
            for at in range(two.start - 1, one.verb, -1)
            if tokens[at].text == "," and tokens[at + 1].lower == "and"
        ),
        -1,
    )
    if comma < 0:
        return
    start = comma + 3 if tokens[comma + 2].lower == "then" else comma + 2
    if not is_single(tokens, start, two.start):
        return
    if (
        one.tense == PAST
        and two.tense == PRESENT
        and two.start == two.verb
        and tokens[two.verb].lemma in _STRUCK
        and tokens[two.verb].tag == "VBZ"
    ):
        if tokens[one.verb].lemma not in _TELLING | {"be", "show"} and not any(
            each.lower in _ABROAD for each in tokens
        ):
            yield from past_of(tokens, two, severity=Severity.QUERY)
    elif (
        one.tense == PRESENT
        and one.start == one.verb
        and two.tense == PAST
        and tokens[start - 1].lower == "then"
        and tokens[one.start - 1].lower in ("i", "we")
        and tokens[one.verb].lemma
        in words("hear see feel smell run jump look turn fall wake open go come take notice")
    ):
        yield from past_of(tokens, one)


def _ended_when(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Has lasted 44 days and ended only when the government stepped in"."""
    for at in range(len(verbs) - 2):
        one, two, three = verbs[at : at + 3]
        if (
            one.tense != PERFECT
            or two.tense != PAST
            or three.tense != PAST
            or two.start != two.verb
            or tokens[two.start - 1].lower != "and"
        ):
            continue
        if (
            not any(each.lower == "when" for each in tokens[two.verb + 1 : three.start])
            or two.start - one.verb > 8
            or three.start - two.verb > 7
        ):
            continue
        if any(
            each.tag in (",", "WDT", "WP", "MD", "TO") or each.lower in _ABROAD | {"since", "so"}
            for each in tokens[one.start : two.start]
        ):
            continue
        yield from past_of(tokens, one)


def _and_hidden(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "The river burst its banks and floods the town", where the verb was taken for a noun."""
    for at in range(verbs[0].verb + 2, len(tokens) - 3):
        token = tokens[at]
        if (
            token.tag != "NNS"
            or "VBZ" not in token.tags
            or tokens[at - 1].lower != "and"
            or tokens[at + 1].lower not in ("the", "a", "his", "her", "its", "their")
        ):
            continue
        main = next((each for each in reversed(verbs) if each.verb < at), None)
        if (
            main is None
            or main.tense != PAST
            or main.start != main.verb
            or at - main.verb > 7
            or tokens[main.verb].lemma in _TELLING | {"be", "have"}
        ):
            continue
        if any(
            each.tag in ("IN", "TO", "CC", "VBG", ",", "WDT") and place != at - 1
            for place, each in enumerate(tokens[main.verb + 1 : at], main.verb + 1)
        ):
            continue
        lemma = hidden_base(token)
        form = (
            lexicon.inflect(lemma, "VBD")
            if lemma in _STRUCK | words("flood damage destroy block cut cause force")
            else None
        )
        if form:
            yield slip(
                "around", token, token, [form], f"Joined to '{tokens[main.verb].text}', the verb is '{form}'."
            )


def _asleep(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Most residents were asleep when the fire starts"."""
    if (
        tokens[one.verb].lower not in ("was", "were")
        or one.start != one.verb
        or two.tense != PRESENT
        or two.start != two.verb
    ):
        return
    state = tokens[one.verb + 1].lower
    when = next(
        (at for at in range(two.start - 1, one.verb, -1) if tokens[at].lower in ("when", "after", "before")),
        -1,
    )
    if (
        when < 0
        or when - one.verb > 6
        or not is_single(tokens, when + 1, two.start)
        or tokens[when - 1].text == ","
    ):
        return
    if state not in (
        "asleep",
        "home",
        "alone",
        "inside",
        "awake",
        "aboard",
        "at",
        "on",
        "in",
        "only",
        "there",
        "outside",
        "unharmed",
        "dead",
        "ahead",
    ) or tokens[one.verb].lower not in ("was", "were"):
        return
    if tokens[two.verb].tag == "VBZ" and tokens[two.verb].lemma in HAPPENS | words(
        "start begin strike close open"
    ):
        yield from past_of(tokens, two)


def _next_day(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "The second night, we have no chairs left"."""
    start = 1 if tokens[0].tag == "``" else 0
    if tokens[start].lower not in ("the", "that") or len(tokens) < start + 6:
        return
    unit = start + 1
    if tokens[start].lower == "the":
        if tokens[start + 1].lower not in ("first", "second", "third", "next", "following", "other"):
            return
        unit = start + 2
    if (
        tokens[unit].lower not in ("night", "day", "morning", "week", "evening", "year", "summer", "winter")
        or group.tense != PRESENT
        or group.start != group.verb
    ):
        return
    begin = unit + 2 if tokens[unit + 1].text == "," else unit + 1
    verb = tokens[group.verb]
    if (
        not is_single(tokens, begin, group.start)
        or verb.lemma not in HAPPENS | {"have", "be"}
        or any(each.lower in _ABROAD for each in tokens)
    ):
        return
    if verb.lemma == "have":
        yield slip("around", verb, verb, ["had"], "That day is over: 'had'.", Severity.QUERY)
    else:
        yield from past_of(tokens, group, severity=Severity.QUERY)
