"""A story told in the past that slips into the present: "the harvest falls last year", "lost control and crash", "recently opens"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.events import EVENTS
from editor.checks.verbs.past import simple_past
from editor.checks.verbs.slip import Slip, slip
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PERFECT, PRESENT, Group, inflected, reach
from editor.text.words import words
from editor.values import Severity

# They stand in the present of a report of what is past: "says the report published last week".
_REPORTING = words("""say claim argue note suggest show indicate mean remember believe think know hope expect want need fear recall
    compare include contain remain seem appear look feel tell describe explain warn reveal date stem come mark make be have do follow declare""")
_DATED = words("""award found build open bear elect kill arrest sign establish destroy publish appoint crown launch discover invent murder
    execute abolish ratify assassinate rescue injure bomb attack sentence convict release""")
_ALONE = words("die flee escape fall vanish disappear")
_INFINITIVE_OPENERS = words(
    "let lets make makes made help helps helped see saw hear heard watch watched have had get"
)


def narrative(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Presents and futures where the sentence tells of the past, and pasts where it tells of the future."""
    for number, group in enumerate(verbs):
        before = verbs[number - 1] if number else None
        yield from _fronted(tokens, found, verbs, group)
        if number == 0 or (before is not None and tokens[before.verb].lemma in ("say", "tell", "report")):
            yield from _trailing(tokens, found, verbs, group)
        yield from _recently(tokens, group)
        if number == 0:
            yield from _ahead(tokens, found, group)
        if before is not None:
            yield from _joined(tokens, before, group)
    yield from _bare(tokens, verbs)
    yield from _by_then(tokens, verbs)
    yield from _earlier(tokens, found, verbs)


def _fronted(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], group: Group
) -> Iterator[Slip]:
    """ "Last year the harvest falls", "Three years ago the town has 20,000 people"."""
    if group.tense != PRESENT or not _subject_before(tokens, group):
        return
    verb = tokens[group.verb]
    if group.start != group.verb and not group.passive and not group.running:
        return
    lead = next((each for each in found if each.kind in (times.PAST, times.YEAR)), None)
    if (
        lead is None
        or lead.start > 1
        or (lead.start == 1 and tokens[0].lower not in ("but", "and", "only", "just", "``"))
        or not 0 < group.start - lead.end <= 9
        or any(lead.end <= other.start < group.start for other in verbs)
        or any(
            each.tag in ("WDT", "WP", "CC", "VBG", "``", "IN")
            and each.lower not in ("of", "in", "at", "from", "for", "on")
            for each in tokens[lead.end : group.start]
        )
    ):
        return
    if verb.lemma in ("know", "remember", "mean", "seek") and group.start == group.verb:
        return
    if group.passive and verb.lemma in (
        "estimate",
        "expect",
        "forecast",
        "project",
        "say",
        "know",
        "believe",
    ):
        return
    yield from _past(tokens, group, lead, None if verb.lemma not in ("be", "have") else Severity.QUERY)


def _trailing(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], group: Group
) -> Iterator[Slip]:
    """ "The army captures the town last week"."""
    if group.tense != PRESENT or not _subject_before(tokens, group):
        return
    verb = tokens[group.verb]
    if group.passive and not group.negative and verb.lemma in _DATED:
        time = first(found, group.verb + 1, reach(tokens, group.verb), (times.PAST, times.YEAR))
        if (
            time is not None
            and time.start - group.verb <= 7
            and not any(
                each.lower in ("since", "from", "than", "of", "after", "before", "until", "by")
                for each in tokens[group.verb + 1 : time.start]
            )
        ):
            yield from _past(tokens, group, time, None)
        return
    if group.start != group.verb:
        return
    if verb.lemma in _REPORTING or not verb.text.isalpha():
        return
    if verb.tags & {"NN", "NNS"} and not (
        tokens[group.start - 1].tag == "PRP"
        or _takes_object(tokens, group.verb)
        or (group.verb + 1 < len(tokens) and tokens[group.verb + 1].lower == "place")
    ):
        return
    if any(
        each.lemma in ("see", "watch", "let", "help", "make")
        for each in tokens[max(0, group.start - 5) : group.start]
    ):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.PAST,))
    if time is None or time.start > group.verb + 9:
        return
    gap = tokens[group.verb + 1 : time.start]
    closes = len(verbs) == 1 and time.end < len(tokens) and tokens[time.end].tag in (".", ",")
    if any(
        (
            not (each.lower == "of" and closes)
            and each.lower
            in (
                "since",
                "from",
                "than",
                "about",
                "over",
                "until",
                "like",
                "of",
                "as",
                "by",
                "for",
                "after",
                "before",
            )
        )
        or each.tag in ("POS", "VBN")
        for each in gap
    ):
        return
    if (
        any(other.start > group.start and other.tense == PAST for other in verbs)
        and time.end < len(tokens)
        and tokens[time.end].tag not in (".", ",", "CC", "IN")
    ):
        return
    yield from _past(tokens, group, time, None if verb.lemma in EVENTS else Severity.QUERY)


def _past(tokens: Sequence[Token], group: Group, time: Time, severity: Severity | None) -> Iterator[Slip]:
    """The group in the simple past."""
    helper, verb = tokens[group.start], tokens[group.verb]
    when = " ".join(each.text for each in tokens[time.start : time.end])
    if helper.lemma == "be" or helper.lower in ("'s", "'re", "'m"):
        if not helper.space:
            return
        fix = "were" if helper.lower == "are" else "was"
        yield slip("narrative", helper, helper, [fix], f"'{when}' is over: write '{fix}'.", severity)
        return
    form = inflected(verb, "VBD")
    if form is None or form == verb.lower or group.start != group.verb:
        return
    yield slip("narrative", verb, verb, [form], f"'{when}' is over: write '{form}'.", severity)


def _subject_before(tokens: Sequence[Token], group: Group) -> bool:
    """Whether a subject stands right before the verb."""
    at = group.start - 1
    while at >= 0 and tokens[at].tag == "RB":
        at -= 1
    return at >= 0 and tokens[at].tag in ("NN", "NNS", "NNP", "NNPS", "PRP", "CD")


def _recently(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "The company recently opens a plant"."""
    if group.tense != PRESENT or group.start != group.verb or not group.start:
        return
    adverb, verb = tokens[group.start - 1], tokens[group.verb]
    if adverb.lower not in ("recently", "previously", "formerly") or verb.lemma in (
        "be",
        "have",
        "do",
        "say",
    ):
        return
    if group.start < 2 or tokens[group.start - 2].tag not in ("NN", "NNS", "NNP", "PRP", "WDT", "WP"):
        return
    form = inflected(verb, "VBD")
    if form is not None and form != verb.lower:
        yield slip(
            "narrative", verb, verb, [form], f"'{adverb.text.capitalize()}' tells of the past: '{form}'."
        )


def _ahead(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Tomorrow the two leaders met", "Next month the court decided"."""
    lead = next((each for each in found if each.start == 0 and each.kind == times.FUTURE), None)
    if (
        lead is None
        or group.tense != PAST
        or not 0 < group.start - lead.end <= 8
        or not _subject_before(tokens, group)
    ):
        return
    if any(
        each.tag in ("WDT", "WP", "IN", "CC", "VBG", "VBN") and each.lower != "of"
        for each in tokens[lead.end : group.start]
    ):
        return
    verb = tokens[group.verb]
    if verb.lemma == "say" or group.running:
        return
    bare = inflected(verb, "VB")
    if bare is None:
        return
    if group.passive:
        fix = f"will be {verb.text}"
    elif verb.lemma == "be":
        fix = "will be"
    else:
        fix = f"will not {bare}" if group.negative else f"will {bare}"
    when = " ".join(each.text for each in tokens[lead.start : lead.end])
    yield slip("narrative", tokens[group.start], verb, [fix], f"'{when}' is still to come: write '{fix}'.")


def _joined(tokens: Sequence[Token], before: Group, group: Group) -> Iterator[Slip]:
    """ "The storm hit the coast and destroys", "died in 2003 and leaves two sons"."""
    if before.tense != PAST or group.tense != PRESENT or group.start != group.verb or group.start < 2:
        return
    link = tokens[group.start - 1]
    verb = tokens[group.verb]
    if (
        link.lower not in ("and", "but", "then")
        or verb.lemma not in EVENTS
        or tokens[before.verb].lemma in ("say", "be")
    ):
        return
    if verb.lemma in ("run", "take", "give", "go", "come", "become", "open", "close", "pay", "sell", "head", "bring", "put", "cover",
                      "start", "end", "leave", "return", "begin", "name", "make", "tell", "find", "drive", "stop"):  # fmt: skip
        return
    if any(each.tag in ("TO", "MD") for each in tokens[max(0, before.verb - 12) : before.verb]):
        return
    if before.negative or any(
        each.tag in ("WDT", "WP", "WRB", ":", "``", "''", ",", "MD")
        or (each.tag == "TO")
        or each.lower in ("that", "now", "if", "because", "while", "as", "than")
        for each in tokens[before.verb + 1 : group.start]
    ):
        return
    if group.start - before.verb > 14 or (
        verb.tags & {"NN", "NNS"} and not _takes_object(tokens, group.verb)
    ):
        return
    form = inflected(verb, "VBD")
    if form is not None and form != verb.lower:
        yield slip(
            "narrative", verb, verb, [form], f"Joined to '{tokens[before.verb].text}', the verb is '{form}'."
        )


def _takes_object(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (
        after.tag in ("DT", "PRP$", "RP", "CD")
        or after.lower in ("him", "her", "them", "it", "into", "to", "for", "off", "at")
    )


def _bare(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "He crossed the line first and wave to the crowd", "lost control and crash into a wall"."""
    if not any(each.tense == PAST for each in verbs):
        return
    for at in range(3, len(tokens) - 1):
        listed = tokens[at - 1].text == "," and any(
            tokens[place].tag == "VBD" and tokens[place - 1].lower == "and"
            for place in range(at + 1, min(len(tokens), at + 8))
        )
        if tokens[at - 1].lower not in ("and", "then", "but") and not listed:
            continue
        verb = tokens[at]
        if (
            "VB" not in verb.tags
            or verb.tags & {"VBD", "VBN"}
            or verb.lower not in EVENTS
            or verb.tag not in ("VB", "VBP", "NN")
            or not verb.text.islower()
        ):
            continue
        again = listed and tokens[at + 1].lower in ("twice", "once", "off", "back", "over", "away")
        if verb.tags & {"NN", "JJ", "RB"} and not _takes_object(tokens, at) and not again:
            continue
        if (
            verb.tag == "NN"
            and tokens[at + 1].lower not in ("into", "him", "them", "the")
            and not (listed and tokens[at + 1].lower in ("twice", "once", "off", "back", "over", "away"))
        ):
            continue
        before = next((each for each in reversed(verbs) if each.start < at), None)
        if before is None or before.tense != PAST or at - before.verb > (12 if listed else 18):
            continue
        passive = before.passive and verb.lower in _ALONE and not before.negative
        if before.start != before.verb and not passive:
            continue
        main = tokens[before.verb]
        if main.lower == main.lemma and tokens[at - 1].lower == "and" and at - before.verb == 2:
            # "Which set and pay the allowances": both may be presents.
            continue
        if any(each.tag in ("TO", "MD") for each in tokens[max(0, before.verb - 12) : before.verb]):
            continue
        if main.lemma in ("be", "do", "say", "have") or main.lower in _INFINITIVE_OPENERS:
            continue
        if any(
            each.tag in ("TO", "MD", "VB", "VBP", "WDT", "WP", ":", "``", "''", "VBG", "WRB")
            or each.lower in ("that", "let", "help", "make", "if", "both", "between", "of")
            for each in tokens[before.verb + 1 : at - 1]
        ):
            continue
        form = inflected(verb, "VBD")
        if form is not None and form != verb.lower:
            yield slip("narrative", verb, verb, [form], f"Joined to '{main.text}', the verb is '{form}'.")


def _by_then(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "By the time the firefighters arrived, the building has collapsed"; "when he was a boy, he has worked"."""
    if len(verbs) < 2:
        return
    one, two = verbs[0], verbs[1]
    opening = [each.lower for each in tokens[:4]]
    if opening[:1] in (["``"], ['"'], ["“"]):
        opening = opening[1:]
    by = opening[:3] == ["by", "the", "time"]
    when = opening[:1] == ["when"]
    earlier = opening[:1] == ["before"]
    later = opening[:1] == ["after"]
    if not (by or when or earlier or later) or one.tense != PAST or two.tense != PERFECT:
        return
    comma = next((at for at in range(one.verb, two.start) if tokens[at].text == ","), None)
    if comma is None or two.start - comma > 8:
        return
    if any(each.lower in ("said", "says", "since", "now") for each in tokens[comma : two.verb + 3]):
        return
    helper, verb = tokens[two.start], tokens[two.verb]
    if (
        by
        or earlier
        or (when and any(each.lower in ("just", "already") for each in tokens[two.start : two.verb]))
    ):
        yield slip(
            "narrative",
            helper,
            helper,
            ["had" if helper.space else " had"],
            "What was over by then stands in the past perfect: 'had'.",
        )
        return
    fix = simple_past(tokens, two)
    if fix is not None:
        yield slip("narrative", helper, verb, [fix], f"Beside a past tense stands a past: '{fix}'.")


def _earlier(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Said on Monday he has signed the decree a day earlier"; "said the bus has been speeding when it overturned"."""
    for number, group in enumerate(verbs):
        if group.tense != PERFECT or not _subject_before(tokens, group):
            continue
        time = first(found, group.verb + 1, reach(tokens, group.verb), (times.BEFORE,))
        helper = tokens[group.start]
        said = any(each.tense == PAST for each in verbs[:number])
        if time is not None and said and time.start <= group.verb + 9:
            gap = tokens[group.verb + 1 : time.start]
            if not any(
                each.lower in ("from", "than", "since", "to", "for", "compared", "on", "over") for each in gap
            ):
                yield slip(
                    "narrative",
                    helper,
                    helper,
                    ["had" if helper.space else " had"],
                    "Before that past stands the past perfect: 'had'.",
                )
            continue
        end = reach(tokens, group.verb)
        after = next((each for each in verbs if each.start > group.verb), None)
        if (
            said
            and after is not None
            and after.tense == PAST
            and end < len(tokens)
            and tokens[end].lower in ("when", "before")
            and after.start - end <= 6
            and (group.running or tokens[end].lower == "before")
            and tokens[after.verb].lemma not in ("say",)
        ):
            yield slip(
                "narrative",
                helper,
                helper,
                ["had" if helper.space else " had"],
                "Before that past stands the past perfect: 'had'.",
            )
