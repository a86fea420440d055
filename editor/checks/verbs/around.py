"""A present or a perfect that the past tense around it rules out: "fled when they have heard", "who dies in 2003", "at the time nobody has known"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.events import NARRATED, ONCE
from editor.checks.verbs.hidden import hidden_base, hidden_verb
from editor.checks.verbs.past import past_around, simple_past
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import SUBJECTS, is_subject
from editor.text import lexicon, times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import BREAKS, PAST, PERFECT, PLUPERFECT, PRESENT, WILL, Group, inflected, reach
from editor.text.words import words
from editor.values import Severity

_REPORTS = words("""say tell report claim admit deny announce argue insist explain add confirm find discover learn notice realize realise
    testify allege recall remember note acknowledge reveal state write warn hear believe think know complain concede suspect""")
_TIMING = words("before after when until once till")
_HOLDS = words(
    """rule refuse reject vow pledge promise threaten decide agree order urge bar ban delay postpone suspend halt block
    freeze extend forbid prohibit"""
)
"""Verbs of the past whose "until" may still lie ahead: ruled out talks until the army withdraws."""
# "Promised greater security when they go to vote": what is told of still lies ahead.
_LOOKING_AHEAD = words(
    "promise pledge vow warn urge advise offer guarantee threaten agree want hope plan expect order ask tell"
)
_EVER = words("since ever yet so already always often usually now today still sometimes every each")


def around(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Presents, futures and perfects that another verb or a time of the past in the sentence rules out."""
    for one, two in pairwise(verbs):
        yield from _clause_of_time(tokens, one, two)
        yield from _ends_perfect(tokens, one, two)
        yield from _reported(tokens, verbs, one, two)
    yield from _relative(tokens, found, verbs)
    yield from _since_then(tokens, found, verbs)
    yield from _before_doing(tokens, verbs[0])
    yield from _opened(tokens, verbs)
    yield from _hidden(tokens, found, verbs)
    yield from _left_bare(tokens, verbs)
    yield from _says_after(tokens, verbs)
    for group in verbs:
        yield from _at_the_time(tokens, verbs, group)
        yield from _ran_for(tokens, found, verbs, group)
        yield from _too_early(tokens, found, verbs, group)


def _clause_of_time(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Stopped two hours after it has separated", "fled when they have heard", "blew just as the ball is crossing"."""
    link = next(
        (
            at
            for at in range(two.start - 1, one.verb, -1)
            if tokens[at].lower in _TIMING
            or (tokens[at].lower == "as" and tokens[at - 1].lower in ("just", "soon"))
        ),
        -1,
    )
    if link < 0 or link - one.verb > 14 or not is_subject(tokens, link + 1, two.start):
        return
    if tokens[one.verb].lemma in _LOOKING_AHEAD and two.tense == PRESENT:
        return
    # "The family of a man who died after a fight has demanded": the second verb may be that of the family.
    if tokens[one.start - 1].tag in ("WP", "WDT") and tokens[link].lower in ("after", "before", "until"):
        return
    shut = (
        tokens[one.verb].lemma == "be" and one.verb + 1 < len(tokens) and "VBN" in tokens[one.verb + 1].tags
    )
    if one.tense not in (PAST, PLUPERFECT) or (
        not shut
        and tokens[one.verb].lemma in ("say", "be", "would", "mean", "ask", "wonder")
        and not one.passive
    ):
        return
    if any(
        each.tag in BREAKS | {"MD", "WDT", "WP", ","}
        or (
            each.tag == "TO"
            and tokens[at + 1].tag == "VB"
            and not (two.tense == PERFECT and tokens[link].lower == "until")
        )
        or each.lower in _EVER | {"that", "only"}
        or (each.lower == "than" and tokens[at - 1].lower not in ("more", "less", "fewer"))
        for at, each in enumerate(tokens[one.verb + 1 : link], one.verb + 1)
    ):
        return
    if any(each.lower in _EVER | {"never"} for each in tokens[two.start + 1 : two.verb + 5]):
        return
    if any(each.lower in _EVER for each in tokens[one.start : one.verb]):
        return
    word = tokens[link].lower
    if word in ("until", "till") and two.tense == PRESENT and tokens[one.verb].lemma in _HOLDS:
        return
    verb = tokens[two.verb]
    if two.tense == PERFECT and not two.negative:
        if word in ("before", "until", "till") and tokens[link + 1].lower != "now":
            helper = tokens[two.start]
            fixes = [each for each in (simple_past(tokens, two),) if each is not None]
            rest = " ".join(each.text for each in tokens[two.start + 1 : two.verb + 1])
            fixes.append(f"had {rest}")
            yield slip("around", helper, verb, fixes, "The past around it asks for the past.")
        else:
            yield from past_around(tokens, two, word in ("after", "once", "soon"))
    elif (
        two.tense == PRESENT
        and (two.running or (two.start == two.verb and verb.lemma in ONCE))
        and verb.lemma not in ("be", "have")
    ):
        if two.running and word not in ("when", "as"):
            return
        yield from past_around(tokens, two, word == "after")


def _ends_perfect(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "Has been seen leaving the chapel shortly before the fire started", "has stopped playing when drops began"."""
    if one.tense != PERFECT or two.tense != PAST or one.negative or two.running:
        return
    link = next(
        (at for at in range(two.start - 1, one.verb, -1) if tokens[at].lower in ("before", "after", "when")),
        -1,
    )
    if link < 0 or link - one.verb > 9 or not is_subject(tokens, link + 1, two.start):
        return
    start = one.start - 1
    while start >= 0 and tokens[start].tag == "RB":
        start -= 1
    if start < 0 or tokens[start].tag in ("MD", "TO"):
        return
    if any(
        each.tag in BREAKS | {"TO", "MD", "WDT", "WP", ",", "CD", "VBD", "VBN"}
        or each.lower in _EVER | {"that", "than", "recent", "past", "last"}
        for each in tokens[one.verb + 1 : link]
    ):
        return
    if any(
        each.lower in _EVER | {"just", "only", "long", "never", "rising", "falling", "growing"}
        for each in tokens[one.start : one.verb + 1]
    ):
        return
    word = tokens[link].lower
    if word == "after" and tokens[link - 1].lower not in (
        "shortly",
        "soon",
        "immediately",
        "minutes",
        "hours",
        "days",
        "weeks",
        "months",
        "day",
        "hour",
        "week",
    ):
        return
    if (
        tokens[link - 1].lower in ("years", "months", "times", "days", "time", "day", "than", "as")
        and word != "after"
    ):
        return
    yield from past_around(tokens, one, False)


def _reported(tokens: Sequence[Token], verbs: Sequence[Group], one: Group, two: Group) -> Iterator[Slip]:
    """ "Said the victim has left at 1 a.m. and was last seen", "said they will not return until he had been buried"."""
    if one.tense != PAST or one.running or tokens[one.verb].lemma not in _REPORTS:
        return
    start = one.verb + 1
    if tokens[start].lower == "that":
        start += 1
    if not is_subject(tokens, start, two.start):
        return
    helper = tokens[two.start]
    after = next((each for each in verbs if each.start > two.verb), None)
    if after is None or not helper.space:
        return
    between = tokens[two.verb + 1 : after.start]
    if any(each.tag in BREAKS | {"WDT", "WP"} for each in between) or len(between) > 12:
        return
    if two.tense == PERFECT and between and between[-1].lower in words("and but later then"):
        if after.tense == PLUPERFECT:
            yield slip("around", helper, helper, ["had"], "Joined to 'had', the verb takes 'had'.")
        elif after.tense == PAST and not any(each.lower in _EVER for each in between) and not after.running:
            yield slip(
                "around",
                helper,
                helper,
                ["had"],
                "Told in the past, what was over by then takes 'had'.",
                Severity.QUERY,
            )
    elif (
        two.tense == PERFECT
        and after.tense == PAST
        and not after.running
        and tokens[after.verb].lemma not in ("say",)
        and len(between) > 1
        and next((each.lower for each in reversed(between[:-1]) if each.tag in ("IN", "WRB")), "")
        in ("when", "before", "until")
        and between[-1].tag in ("PRP", "NN", "NNS", "NNP")
        and not any(each.lower in _EVER for each in tokens[two.start : after.start])
    ):
        yield slip("around", helper, helper, ["had"], "Told in the past, what was over by then takes 'had'.")
    elif two.tense == WILL and helper.lower == "will" and after.tense in (PLUPERFECT,):
        if any(each.lower in ("until", "before", "after", "once", "unless", "if") for each in between):
            yield slip("around", helper, helper, ["would"], "Told from that past, the future is 'would'.")
    elif (
        two.tense == PRESENT
        and tokens[two.verb].lemma == "be"
        and two.start == two.verb
        and after.tense == PAST
        and any(each.lower == "when" for each in between)
        and tokens[two.verb + 1].tag == "JJ"
        and between[-1].tag == "PRP"
        and tokens[two.verb + 1].lower
        not in words("unclear unknown clear sure unsure uncertain aware proud sad happy sorry")
    ):
        yield from past_around(tokens, two, False)


def _relative(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Who dies in 2003", "a passenger who boards without a passport was discovered"."""
    for number, group in enumerate(verbs):
        if group.tense != PRESENT or group.start != group.verb or group.start < 2 or group.negative:
            continue
        verb = tokens[group.verb]
        pronoun = tokens[group.start - 1]
        if pronoun.lower not in ("who", "which") or tokens[group.start - 2].tag not in (
            ",",
            "NN",
            "NNS",
            "NNP",
        ):
            continue
        end = reach(tokens, group.verb)
        if tokens[group.verb + 1].lower == "place":
            continue
        time = first(
            found, group.verb + 1, end, (times.PAST, times.YEAR, times.SPAN, times.DATE, times.MONTH)
        )
        after = next((each for each in verbs[number + 1 :] if each.start >= end), None)
        told = after is not None and (
            after.tense in (PAST, PLUPERFECT)
            or (
                after.tense == PERFECT
                and any(each.lower == "since" for each in tokens[after.start : after.verb])
            )
        )
        if any(each.lower in _EVER | {"usually", "normally"} for each in tokens[group.verb : end]):
            continue
        if time is not None and (time.kind in (times.PAST, times.YEAR) and verb.lemma in ONCE):
            if not any(
                each.lower in ("since", "from", "of", "about", "by", "after", "between", "until")
                or each.tag in ("VBN",)
                for each in tokens[group.verb + 1 : time.start]
            ):
                yield from past_around(tokens, group, False)
        elif (
            time is not None
            and told
            and verb.lemma in ONCE | words("reign rule serve live work teach play hold")
            and verb.tag == "VBZ"
        ):
            yield from past_around(tokens, group, False)
        elif told and verb.lemma in NARRATED and verb.tag == "VBZ" and tokens[group.start - 2].tag != ",":
            article = tokens[group.start - 3].lower if group.start > 2 else ""
            if article in ("a", "an"):
                yield from past_around(tokens, group, False, Severity.QUERY)


def _since_then(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Reaches Mars in February and has since returned 40,000 images"."""
    then = next(
        (
            each
            for each in verbs
            if each.tense == PERFECT and any(word.lower == "since" for word in tokens[each.start : each.verb])
        ),
        None,
    )
    if then is None:
        return
    for group in verbs:
        if group.start >= then.start:
            return
        verb = tokens[group.verb]
        time = first(found, 0, then.start, (times.PAST, times.YEAR, times.DATE, times.MONTH))
        if (
            group.tense == PRESENT
            and group.start == group.verb
            and not group.negative
            and (time is not None or verb.lemma in NARRATED)
        ):
            if verb.lemma in (
                "be",
                "have",
                "say",
                "do",
                "know",
                "remain",
                "live",
                "work",
                "think",
                "believe",
                "own",
                "include",
                "seem",
            ):
                continue
            if tokens[group.start - 1].tag not in ("NN", "NNS", "NNP", "PRP", "WDT", "WP", "RB"):
                continue
            if group.start > 1 and any(each.tag == "MD" for each in tokens[: group.start]):
                continue
            yield from past_around(tokens, group, False)
        elif (
            group.tense == PERFECT
            and time is not None
            and time.start > group.verb
            and time.start < reach(tokens, group.verb)
        ):
            yield from past_around(tokens, group, False)


def _before_doing(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Before entering politics, he has worked"."""
    if group.tense != PERFECT or tokens[0].lower not in ("before", "prior") or group.start > 16:
        return
    opens = 2 if tokens[0].lower == "prior" else 1
    if tokens[opens].tag != "VBG" or tokens[group.start - 1].tag not in ("NN", "NNP", "PRP", "NNS"):
        return
    comma = next((at for at in range(opens, group.start) if tokens[at].text == ","), None)
    if comma is None or any(each.lower in _EVER for each in tokens[comma : group.verb]):
        return
    # "before joining the firm, he has said, he was poor"
    if group.verb + 1 < len(tokens) and tokens[group.verb + 1].text == ",":
        return
    yield from past_around(tokens, group, True)


def _opened(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "When at last I have opened one, at the wedding, it tasted of nothing"; "this is the first time the award goes"."""
    start = 1 if tokens[0].tag == "``" else 0
    one = verbs[0]
    two = verbs[1] if len(verbs) > 1 else None
    if (
        two is not None
        and tokens[start].lower in ("when", "after", "once", "until", "before")
        and one.tense == PERFECT
        and not one.negative
        and two.tense == PAST
        and tokens[two.verb].lemma not in ("say", "be", "tell", "ask", "add")
        and one.start - start <= 7
    ):
        commas = [at for at in range(one.verb, two.start) if tokens[at].text == ","]
        inner = tokens[start + 1 : two.verb + 3]
        if (
            commas
            and is_subject(tokens, commas[-1] + 1, two.start)
            and not any(each.lower in _EVER | {"who", "which", "that"} for each in inner)
        ):
            yield from past_around(tokens, one, tokens[start].lower in ("after", "once", "before"))
    for at, group in enumerate(verbs[:-1]):
        yield from _first_time(tokens, group, verbs[at + 1])


_TIMES = words("first second third fourth fifth sixth seventh eighth ninth tenth only")
_NTH = re.compile(r"\d+(?:st|nd|rd|th)")


def _first_time(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "This is the first time in 40 years that a club from the seventh tier reaches the last 16"."""
    if (
        tokens[one.verb].lower not in ("is", "'s", "was")
        or one.start != one.verb
        or two.tense not in (PRESENT,)
        or (two.start != two.verb and not two.running)
    ):
        return
    at = one.verb + 1
    while at < two.start and tokens[at].tag in ("RB", "DT", "PRP$", "IN"):
        at += 1
    if (
        at + 1 >= two.start
        or not (tokens[at].lower in _TIMES or _NTH.fullmatch(tokens[at].lower))
        or tokens[at + 1].lower != "time"
    ):
        return
    verb = tokens[two.verb]
    between = tokens[at + 2 : two.start]
    if (
        not between
        or verb.lemma in ("be", "have", "do", "say", "know", "want", "think", "need", "look", "seem")
        or two.negative
    ):
        return
    if any(
        each.tag in BREAKS | {"WRB", "WP", "TO", "MD", "CC"} or each.lower in ("you", "when", "for", "if")
        for each in between
    ):
        return
    if two.start - at > 16 or between[-1].tag not in SUBJECTS | {"PRP", ",", "JJ", "RB", ")"}:
        return
    done = inflected(verb, "VBN")
    if done is None:
        return
    helper = tokens[two.start]
    many = helper.tag == "VBP" or helper.lower in ("are", "am") or helper.tag == "VB"
    if (
        many
        and tokens[two.start - 1].tag in ("NN", "NNP")
        and not any(
            each.tag in ("NNS", "NNPS", "CC") or each.lower in ("i", "they", "we") for each in between
        )
    ):
        many = False
    have = "had" if tokens[one.verb].lower == "was" else "have" if many else "has"
    yield slip(
        "around",
        helper,
        verb,
        [f"{have} {done}"],
        f"'The first time' goes with the perfect: '{have} {done}'.",
        Severity.QUERY if two.running else None,
    )


def _at_the_time(tokens: Sequence[Token], verbs: Sequence[Group], group: Group) -> Iterator[Slip]:
    """ "Nobody has known at the time"."""
    if group.tense not in (PERFECT,) or tokens[group.start - 1].tag in ("MD", "TO"):
        return
    end = reach(tokens, group.verb)
    for at in range(group.verb + 1, min(end, group.verb + 10)):
        if [each.lower for each in tokens[at : at + 3]] == ["at", "the", "time"] and tokens[
            at + 3
        ].lower not in ("of", "to", "for"):
            yield from past_around(tokens, group, False)
            return


def _ran_for(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], group: Group
) -> Iterator[Slip]:
    """ "A ferry was waiting for two hours", "prices were falling for seven straight months, and economists see"."""
    if group.tense != PAST or not group.running or group.passive or tokens[group.verb].tag != "VBG":
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.SPAN,))
    if time is None or time.end >= len(tokens) or time.start - group.verb > 8:
        return
    if tokens[time.end].tag not in (".", ",", "CC", "IN") or tokens[time.end].lower in (
        "in",
        "from",
        "until",
        "at",
        "to",
    ):
        return
    verb = tokens[group.verb]
    if verb.lemma in words("plan look hope go prepare ask head leave plead miss"):
        return
    lead = tokens[group.start]
    after = next((each for each in verbs if each.start > group.verb), None)
    past = inflected(verb, "VBD")
    have = "has" if lead.lower == "was" else "have"
    fixes = (
        [f"{have} been {verb.text}", f"had been {verb.text}"]
        if after is not None and after.tense == PRESENT
        else [past or "", f"had been {verb.text}"]
    )
    yield slip(
        "around",
        lead,
        verb,
        [each for each in fixes if each],
        "How long it lasted goes with the simple past or a perfect.",
        Severity.QUERY,
    )


def _hidden(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "In 2019 the same court rules that", "at the time of the crash, the train travels at 90 mph"."""
    lead = next((each.end for each in found if each.start <= 1 and each.kind in (times.PAST, times.YEAR)), -1)
    if [each.lower for each in tokens[:4]] == ["at", "the", "time", "of"]:
        lead = next((at + 1 for at in range(4, min(9, len(tokens))) if tokens[at].text == ","), -1)
    if lead < 0:
        return
    start = lead + 1 if tokens[lead].text == "," else lead
    end = next(
        (
            at
            for at in range(start, len(tokens))
            if tokens[at].tag in (",", ".", "WDT", "WP", "WRB", ":")
            or tokens[at].lower in ("that", "because", "but")
        ),
        len(tokens),
    )
    at = hidden_verb(tokens, start, end)
    if at < 0 or at - start > 6:
        return
    form = lexicon.inflect(hidden_base(tokens[at]), "VBD")
    if form is not None:
        yield slip("around", tokens[at], tokens[at], [form], f"That time is over: write '{form}'.")


_ANYBODY = words("nobody everybody everyone someone somebody everything nothing")
_LETTING = words(
    "let lets help helps helped make makes made see saw seen hear heard watch watched have had do does did than like to that and or n't"
)


def _left_bare(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "When rain stop play", "after heavy rain cause a dam to overflow", "after they drift for 19 days", "and he lose a leg"."""
    past = [each for each in verbs if each.tense in (PAST, PLUPERFECT, PERFECT)]
    for at in range(2, len(tokens) - 2):
        verb = tokens[at]
        if (
            "VB" not in verb.tags
            or verb.lower not in ONCE
            or verb.tag not in ("VB", "VBP", "NN", "VBN")
            or not verb.text.islower()
            or "VBD" in verb.tags
        ):
            continue
        before, after = tokens[at - 1], tokens[at + 1]
        if (
            before.lower in _ANYBODY
            and tokens[at - 2].lower not in _LETTING
            and tokens[at - 2].tag not in ("MD", "VB", "IN", "RB")
            and verb.tag != "NN"
        ):
            past_form = lexicon.inflect(verb.lower, "VBD")
            present = lexicon.inflect(verb.lower, "VBZ")
            if past_form and present:
                fixes = [past_form, present] if past else [present, past_form]
                yield slip(
                    "around",
                    verb,
                    verb,
                    fixes,
                    f"'{before.text.capitalize()}' takes '{present}' or '{past_form}'.",
                    Severity.QUERY,
                )
            continue
        back = at - 1
        while (
            back > 0
            and tokens[back].tag in ("NN", "NNP", "JJ", "DT", "PRP$", "CD", "POS", "PRP")
            and at - back < 6
        ):
            back -= 1
        link = tokens[back]
        main = next((each for each in reversed(verbs) if each.verb < back), None)
        if (
            link.lower not in ("when", "after", "before", "until", "as")
            or link.tag not in ("IN", "WRB")
            or back == at - 1
        ):
            continue
        if (
            main is None
            or main.tense not in (PAST, PLUPERFECT, PERFECT)
            or tokens[main.verb].lemma in ("say", "be", "tell", "ask")
        ):
            continue
        if before.tag not in ("NN", "NNP", "PRP", "CD") or (
            before.tag == "PRP" and before.lower not in ("he", "she", "it", "they", "we", "i")
        ):
            continue
        if any(
            each.tag in BREAKS | {"TO", "MD", ","} or each.lower in _EVER
            for each in tokens[main.verb + 1 : back]
        ):
            continue
        if verb.tag == "NN":
            end = next(
                (place for place in range(at + 1, len(tokens)) if tokens[place].tag in (",", ".", ":", "CC")),
                len(tokens),
            )
            verbless = not any(each.tag in ("VBD", "VBZ", "VBP", "MD") for each in tokens[at + 1 : end])
            taking = after.tag in ("DT", "PRP$", "CD") or after.lower in (
                "into",
                "across",
                "through",
                "onto",
                "off",
                "against",
            )
            if not verbless or not (taking or link.lower == "when") or link.lower == "as":
                continue
            if link.lower != "when" and (
                after.tag == "CD" or after.lower in ("into", "through", "across", "against", "off", "onto")
            ):
                continue
            if after.lower in ("of", "and", "or", "the") and after.lower != "the":
                continue
        if verb.tag == "VBP" and before.tag == "PRP":
            continue
        form = lexicon.inflect(verb.lower, "VBD")
        done = lexicon.inflect(verb.lower, "VBN")
        if form is not None:
            fixes = [form, f"had {done}"] if link.lower == "after" and done else [form]
            yield slip("around", verb, verb, fixes, f"Beside a past tense stands a past: '{form}'.")


def _says_after(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "After the quake the mayor says on local radio that the town had to be evacuated"."""
    one = verbs[0]
    if (
        tokens[0].lower != "after"
        or tokens[1].lower not in ("the", "a", "an", "his", "her", "their")
        or one.tense != PRESENT
        or one.start != one.verb
        or tokens[one.verb].lower
        not in (
            "says",
            "tells",
            "announces",
            "admits",
            "claims",
            "denies",
            "reveals",
            "warns",
            "explains",
            "promises",
        )
        or len(verbs) < 2
        or verbs[1].tense not in (PAST, PLUPERFECT)
        or one.start > 9
    ):
        return
    if any(each.tag in ("WDT", "WP", "``", "VBG") for each in tokens[: one.start]) or tokens[
        one.start - 1
    ].tag not in ("NN", "NNP", "PRP"):
        return
    yield from past_around(tokens, one, False)


def _too_early(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], group: Group
) -> Iterator[Slip]:
    """ "Had been born in Aleppo in 1931 and moved", "had arrived so far this week", "had sold at auction on Friday"."""
    if (
        group.tense != PLUPERFECT
        or tokens[group.start].lower != "had"
        or not tokens[group.start].space
        or group.negative
    ):
        return
    if group.start < 1 or tokens[group.start - 1].tag not in ("NN", "NNS", "NNP", "NNPS", "PRP"):
        return
    verb = tokens[group.verb]
    earlier = [each for each in verbs if each.verb < group.start]
    after = next((each for each in verbs if each.start > group.verb), None)
    end = reach(tokens, group.verb)
    if (
        first(found, group.verb + 1, end, (times.SO_FAR,)) is not None
        and not earlier
        and after is not None
        and after.tense in (PRESENT, PERFECT)
    ):
        many = tokens[group.start - 1].tag in ("NNS", "NNPS") or tokens[group.start - 1].lower in (
            "they",
            "we",
            "i",
        )
        first_word = tokens[0]
        many = many or first_word.lower in ("thousands", "hundreds", "dozens", "scores", "tens", "millions")
        fix = "have" if many else "has"
        yield slip(
            "around",
            tokens[group.start],
            tokens[group.start],
            [fix],
            f"What goes on up to now takes '{fix}'.",
            Severity.QUERY,
        )
        return
    if (
        group.passive
        and verb.lower
        in ("born", "founded", "built", "established", "elected", "appointed", "killed", "arrested")
        and not earlier
        and after is not None
        and after.tense == PAST
        and tokens[after.start - 1].lower == "and"
        and first(found, group.verb + 1, after.start, (times.YEAR, times.PAST, times.DATE)) is not None
        and not any(
            each.lower in ("before", "when", "until", "after", "already", "by")
            for each in tokens[: after.start]
        )
    ):
        be = "were" if tokens[group.start - 1].tag == "NNS" else "was"
        yield slip(
            "around",
            tokens[group.start],
            verb,
            [f"{be} {verb.text}"],
            "Nothing later stands beside it: the simple past will do.",
            Severity.QUERY,
        )
