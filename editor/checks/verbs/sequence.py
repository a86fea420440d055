"""Two clauses whose tenses do not fit: "when he was captured, the smuggler is carrying", "employs 600 people until it closed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.past import simple_past
from editor.checks.verbs.slip import Slip, future_in_past, slip
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PERFECT, PLUPERFECT, PRESENT, WILL, Group, inflected
from editor.text.words import words
from editor.values import Severity

_TEMPORAL = words("when while after before until once as by")
_LINKS = words(
    "when until before after because if while that how who why where what which although though than"
)
_SPEECH = words("say tell add report announce claim insist argue note explain")
_THINKING = words(
    "know realize realise notice think believe suspect fear hope understand forget wonder guess"
)
_PROMISING = words("promise pledge vow predict assure guarantee swear tell forecast say announce warn estimate expect agree report reveal claim "
                   "admit boast argue insist")  # fmt: skip
_FAR = (times.PAST, times.YEAR)
_CHILDHOOD = words(
    "child boy girl teenager student teen youth pupil schoolboy schoolgirl soldier toddler youngster kid lad undergraduate apprentice"
)


def sequence(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Present tenses that the past tense of another clause rules out."""
    if not verbs:
        return
    yield from _as_a_child(tokens, verbs[0])
    yield from _until(tokens, found, verbs[0])
    for one, two in pairwise(verbs):
        link = _link(tokens, one, two)
        if link >= 0:
            yield from _trailing(tokens, found, one, link, two)
            if (
                one.tense == PERFECT
                and two.tense == PAST
                and tokens[link].lower == "before"
                and link - one.verb <= 6
                and any(each.tense == PAST and each.start < one.start for each in verbs)
                and tokens[two.verb].lemma not in ("be", "say", "have")
            ):
                yield _had(tokens, one)
            yield from _reported(tokens, found, verbs, one, link, two)
            yield from _asked(tokens, one, link, two)
        else:
            yield from _thought(tokens, one, two)
        yield from _inverted(tokens, one, two)
    if len(verbs) > 1:
        yield from _fronted(tokens, found, verbs)


def _link(tokens: Sequence[Token], one: Group, two: Group) -> int:
    """The conjunction that opens the second group's clause, with only a subject between; -1 where there is none."""
    for at in range(two.start - 1, one.verb, -1):
        token = tokens[at]
        if token.lower in _LINKS and token.tag in ("IN", "WRB", "WP", "WDT", "RB"):
            return at
        if token.tag in (":", ".", "``", "''", ",", "CC") or token.text in (";", "—", "–"):
            return -1
    return -1


def _opening(tokens: Sequence[Token]) -> tuple[str, int]:
    """The conjunction that opens the sentence and its place; an empty text where none does."""
    at = 1 if tokens and tokens[0].tag == "``" else 0
    while at < min(3, len(tokens)) and tokens[at].tag in ("RB", "CC") and tokens[at].lower not in _TEMPORAL:
        at += 1
    if at + 2 >= len(tokens):
        return "", at
    word = tokens[at].lower
    if word == "by" and tokens[at + 1].lower == "the" and tokens[at + 2].lower == "time":
        return "by", at
    if word in ("when", "while", "after", "before", "once", "until", "since", "if", "had") and word != "by":
        return word, at
    return "", at


def _fronted(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "When he was captured, the smuggler is carrying maps"; "By the time they arrived, the roof already collapsed"."""
    word, place = _opening(tokens)
    one = verbs[0]
    if (
        word not in _TEMPORAL
        or one.tense != PAST
        or one.start < place + 2
        or tokens[place + 1].lower == "now"
    ):
        return
    # "When you read me": the word is a present as well.
    if (word == "while" and not one.running) or (one.start == one.verb and "VB" in tokens[one.verb].tags):
        return
    comma = next(
        (at for at in range(one.verb, min(len(tokens), one.verb + 14)) if tokens[at].text == ","), None
    )
    if comma is None:
        return
    two = next((each for each in verbs if each.start > comma), None)
    if two is None or two.start - comma > 9 or any(one.verb < each.start < comma for each in verbs):
        return
    between = tokens[comma + 1 : two.start]
    if not between or any(
        each.tag in ("WDT", "WP", "WRB", "CC", "VBG", "``", "IN", ",") and each.lower != "of"
        for each in between
    ):
        return
    if any(each.lower in ("since", "now", "today", "still") for each in tokens[comma : two.verb + 6]):
        return
    helper, verb = tokens[two.start], tokens[two.verb]
    already = next((each for each in tokens[comma + 1 : two.verb] if each.lower == "already"), None)
    if (
        word in ("by", "when")
        and already is not None
        and two.tense == PAST
        and two.start == two.verb
        and not two.negative
    ):
        form = inflected(verb, "VBN")
        if form is not None and verb.lemma not in ("be", "have", "know"):
            yield slip(
                "sequence",
                already,
                verb,
                [f"had already {form}"],
                f"What was over by then stands in the past perfect: 'had already {form}'.",
            )
        return
    if two.tense == PERFECT:
        if word in ("by", "before") or (
            word == "when" and any(each.lower in ("just", "already") for each in tokens[two.start : two.verb])
        ):
            yield _had(tokens, two)
        elif word in ("when", "while"):
            fix = simple_past(tokens, two)
            if fix is not None:
                yield slip("sequence", helper, verb, [fix], f"Beside a past tense stands a past: '{fix}'.")
        return
    if two.tense != PRESENT or verb.lemma in ("say", "mean", "know", "remain", "think", "need", "want"):
        return
    if word == "after" and not two.running:
        return
    yield from _as_past(
        tokens, two, Severity.WARNING if two.running or verb.lemma not in ("be", "have") else Severity.QUERY
    )


def _as_past(tokens: Sequence[Token], group: Group, severity: Severity | None = None) -> Iterator[Slip]:
    """The group's present as a past."""
    helper, verb = tokens[group.start], tokens[group.verb]
    if helper.lemma == "be":
        if not helper.space:
            return
        fix = "were" if helper.lower == "are" else "was"
        yield slip(
            "sequence", helper, helper, [fix], f"Beside a past tense stands a past: '{fix}'.", severity
        )
    elif helper.lower in ("do", "does"):
        yield slip("sequence", helper, helper, ["did"], "Beside a past tense stands a past: 'did'.", severity)
    elif group.start == group.verb:
        form = inflected(verb, "VBD")
        if form is not None and form != verb.lower:
            yield slip(
                "sequence", verb, verb, [form], f"Beside a past tense stands a past: '{form}'.", severity
            )


def _had(tokens: Sequence[Token], group: Group) -> Slip:
    helper = tokens[group.start]
    fix = "had" if helper.space else " had"
    return slip("sequence", helper, helper, [fix], "What was over by then stands in the past perfect: 'had'.")


def _trailing(
    tokens: Sequence[Token], found: Sequence[Time], one: Group, link: int, two: Group
) -> Iterator[Slip]:
    """ "Employs 600 people until it closed", "was about to leave when a nurse comes", "was hiding for six days when they found"."""
    word = tokens[link].lower
    verb = tokens[one.verb]
    if word in ("until", "before") and two.tense == PAST and one.tense == PRESENT:
        if verb.lemma in _SPEECH or verb.lemma in (
            "want",
            "need",
            "know",
            "think",
            "be",
            "have",
            "mean",
            "remember",
            "date",
        ):
            return
        if one.negative or not _subject_before(tokens, one) or tokens[two.verb].lemma in ("say",):
            return
        if one.verb + 12 < link or any(
            each.tag in ("TO", "VBG", "WDT", "WP", "VBN", ",") for each in tokens[one.verb + 1 : link]
        ):
            return
        if one.running or one.passive or tokens[link - 1].tag == "CC":
            return
        yield from _as_past(tokens, one)
    elif (
        word == "before"
        and tokens[link + 1].lower != "now"
        and one.tense == PAST
        and two.tense == PERFECT
        and not one.running
        and link - one.verb <= 10
        and verb.lemma not in ("say", "be")
        and _subject_before(tokens, one)
    ):
        yield _had(tokens, two)
    elif word == "when" and two.tense in (PRESENT, PERFECT) and one.tense in (PAST, PLUPERFECT):
        setting = (
            one.running
            or (
                one.tense == PLUPERFECT
                and any(
                    each.lower in ("barely", "hardly", "scarcely", "just")
                    for each in tokens[one.start : one.verb]
                )
            )
            or any(
                each.lower == "about" and each.tag in ("IN", "RB", "JJ") and tokens[at + 1].lower == "to"
                for at, each in enumerate(tokens[one.verb : link], one.verb)
                if at + 1 < len(tokens)
            )
        )
        if (
            not setting
            or link - one.verb > 12
            or verb.lemma in ("ask", "wonder", "know", "decide", "say", "discuss", "consider", "plan")
        ):
            return
        if two.tense == PERFECT:
            fix = simple_past(tokens, two)
            if fix is not None:
                yield slip(
                    "sequence",
                    tokens[two.start],
                    tokens[two.verb],
                    [fix],
                    f"Beside a past tense stands a past: '{fix}'.",
                )
        elif tokens[two.verb].lemma not in ("be",) or two.running:
            yield from _as_past(tokens, two)
    elif word == "when" and one.tense == PAST and one.running and two.tense == PAST:
        span = first(found, one.verb + 1, link, (times.SPAN,))
        if span is not None and span.end >= link - 1 and tokens[one.start].lower in ("was", "were"):
            helper = tokens[one.start]
            yield slip(
                "sequence",
                helper,
                helper,
                ["had been"],
                "How long it had lasted by then stands in the past perfect: 'had been'.",
            )
    elif (
        word == "when"
        and one.tense == PRESENT
        and one.running
        and two.tense == PAST
        and tokens[two.verb].lemma not in ("say", "be")
        and link - one.verb <= 9
        and not any(
            each.lower in ("than", "as", "back", "since", "to") for each in tokens[one.verb + 1 : link]
        )
    ):
        yield from _as_past(tokens, one)


def _subject_before(tokens: Sequence[Token], group: Group) -> bool:
    at = group.start - 1
    while at >= 0 and tokens[at].tag == "RB":
        at -= 1
    if at >= 1 and tokens[at].tag == "JJ" and "NN" in tokens[at].tags and tokens[at - 1].tag == "DT":
        return True
    return at >= 0 and tokens[at].tag in ("NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "CD")


def _reported(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], one: Group, link: int, two: Group
) -> Iterator[Slip]:
    """ "Nobody knew how it has entered", "told investors last spring that profits will double"."""
    word = tokens[link].lower
    verb = tokens[one.verb]
    helper = tokens[two.start]
    if one.tense != PAST or one.running or word not in ("that", "how", "who", "why", "what", "where"):
        return
    if link - one.verb > 9 or not _subject_before(tokens, one):
        return
    if word != "that" and link != one.verb + 1:
        return
    if verb.lemma in _THINKING and two.tense == PERFECT and not one.passive and link - one.verb <= 2:
        yield _had(tokens, two)
        return
    if word != "that" or verb.lemma not in _PROMISING:
        return
    far = first(found, one.verb + 1, link, _FAR) or next(
        (each for each in found if each.start <= 1 and each.end < one.start and each.kind in _FAR), None
    )
    past_event = link - one.verb <= 4 and any(
        tokens[at].lower == "before" and tokens[at + 1].lower in ("the", "last")
        for at in range(one.verb + 1, link - 1)
    )
    later = any(each.start > two.verb and each.tense == PAST for each in verbs) and any(
        tokens[at].lower == "but" and tokens[at - 1].text == "," for at in range(two.verb + 1, len(tokens))
    )
    if far is not None and tokens[far.start].lower == "yesterday":
        far = None
    sure = (
        far is not None
        or past_event
        or (
            later
            and verb.lemma
            in ("promise", "pledge", "vow", "predict", "swear", "assure", "guarantee", "forecast")
        )
    )
    if not sure:
        return
    if two.tense == WILL and helper.lower == "will":
        yield future_in_past("sequence", helper)
    elif two.tense == PERFECT and far is not None:
        yield _had(tokens, two)


def _thought(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "I thought they have finished"."""
    between = tokens[one.verb + 1 : two.start]
    if (
        one.tense == PAST
        and two.tense == PERFECT
        and not one.passive
        and not one.running
        and tokens[one.verb].lemma
        in ("think", "realize", "realise", "believe", "fear", "hope", "know", "assume", "suspect", "feel")
        and 0 < len(between) <= 4
        and all(each.tag in ("PRP", "DT", "PRP$", "NN", "NNS", "NNP", "JJ", "RB") for each in between)
        and between[-1].tag in ("PRP", "NN", "NNS", "NNP", "RB")
        and _subject_before(tokens, one)
    ):
        yield _had(tokens, two)


_BACKSHIFTED = {"is": "was", "are": "were", "will": "would", "has": "had", "have": "had"}


def _asked(tokens: Sequence[Token], one: Group, link: int, two: Group) -> Iterator[Slip]:
    """ "He asked where everybody is"."""
    helper = tokens[two.start]
    if (
        tokens[one.verb].lower in ("asked", "wondered")
        and one.tense == PAST
        and not one.passive
        and link <= one.verb + 3
        and tokens[link].lower in ("where", "why", "how", "who", "when", "if", "what")
        and helper.lower in _BACKSHIFTED
        and helper.space
        and two.start - link > 1
        and (_subject_before(tokens, one) or tokens[one.start - 1].tag == "CC")
    ):
        fix = _BACKSHIFTED[helper.lower]
        yield slip(
            "sequence", helper, helper, [fix], f"A question that was asked stands in the past: '{fix}'."
        )


def _inverted(tokens: Sequence[Token], one: Group, two: Group) -> Iterator[Slip]:
    """ "No sooner had the talks begun than the delegation walks out"."""
    if tokens[one.start].lower != "had" or one.start < 1 or one.start > 3 or two.tense != PRESENT:
        return
    opening = [each.lower for each in tokens[: one.start]]
    if opening[-2:] == ["no", "sooner"] or opening[-1:] in (["hardly"], ["scarcely"], ["barely"]):
        yield from _as_past(tokens, two)


def _as_a_child(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "As a child, the astronaut has lived in Gomel"."""
    if (
        len(tokens) < 5
        or tokens[0].lower != "as"
        or tokens[1].lower not in ("a", "an")
        or group.tense != PERFECT
    ):
        return
    head = 3 if tokens[2].lower in ("young", "small", "little", "teenage", "high-school") else 2
    if tokens[head].lower not in _CHILDHOOD | ({"man", "woman"} if head == 3 else frozenset()):
        return
    if group.start - head > 8 or any(each.lower == "since" for each in tokens):
        return
    fix = simple_past(tokens, group)
    if fix is not None:
        yield slip(
            "sequence", tokens[group.start], tokens[group.verb], [fix], f"That time is over: write '{fix}'."
        )


def _until(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Until last month, the island has never recorded"."""
    if len(tokens) < 4 or tokens[0].lower not in ("until", "till"):
        return
    second = tokens[1].lower
    over = (
        second in ("last", "yesterday")
        or any(each.start == 1 and each.kind == times.PAST for each in found)
        or (tokens[1].tag == "CD" and len(tokens[1].text) == 4)
    )
    if not over or group.start > 12 or not _subject_before(tokens, group):
        return
    if (
        group.tense == PERFECT
        and tokens[group.verb].lower in ("had", "been")
        and (fix := simple_past(tokens, group))
    ):
        yield slip(
            "sequence", tokens[group.start], tokens[group.verb], [fix], f"That time is over: write '{fix}'."
        )
    elif group.tense == PERFECT:
        yield _had(tokens, group)
    elif group.tense == PRESENT:
        yield from _as_past(tokens, group)
