"""What began in the past and still goes on, told in the present or the simple past: "works here since 2010", "is closed for a week"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.events import EVENTS
from editor.checks.verbs.past import simple_past
from editor.checks.verbs.slip import Slip, auxiliary, slip
from editor.text import times
from editor.text.model import Token
from editor.text.number import MANY, ONE
from editor.text.phrases import phrase_at
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PERFECT, PRESENT, Group, inflected, reach
from editor.text.words import words
from editor.values import Severity

_RANKED = words(
    "first second third fourth fifth sixth seventh last only best worst highest lowest biggest largest smallest longest deadliest strongest weakest"
)
# "Since" of a reason, or what follows is no beginning.
_MONTHS_DAYS = times.MONTHS | times.DAYS
_BEGINNINGS = words("""war coup crash attack attacks storm quake earthquake flood floods fire start beginning end outbreak pandemic
    revolution invasion accident strike ceasefire truce blast explosion collapse disaster launch merger ruling referendum vote
    election elections protests uprising embargo scandal summer winter spring autumn independence childhood crisis unrest
    weekend incident arrest death departure arrival split takeover fall birth reform reforms opening closure lockdown eruption
    clashes shooting raid cyclone hurricane drought 1930s 1940s 1950s 1960s 1970s 1980s 1990s 2000s 2010s""")
# States and activities that go on; others in the present are habits, plans or headlines.
_GOING_ON = words("""last continue live work know own run lead head serve teach play study exist belong use employ have govern rule control occupy
    hold sit stand lie stay remain wait suffer struggle fight campaign search look ask call protest demand face lack need
    want try sell produce make operate provide offer grow rise fall drop increase decline lose gain attract support help
    fund train represent manage coach host earn pay write compete collect build supply retreat train publish host receive export import refuse win kill treat operate
    cultivate organize organise chair visit meet share broadcast patrol guard stage perform rent borrow""")
_STATES = words("""closed open missing dead pending married jailed detained empty shut blocked suspended held divided banned occupied
    ill sick unemployed homeless president chairman chairwoman chief head leader mayor king member director coach captain editor
    in at on under without behind dry dark silent free deserted hospitalized hospitalised retired flooded available active
    responsible here there away part vacant friends partners rivals allies""")
_PLACES = words(
    "detention prison jail hospital custody exile power office hiding court limbo talks intensive"
)
_RISERS = words("""rise fall grow drop increase decrease decline climb double triple quadruple halve shrink jump soar plunge improve
    worsen deteriorate become change lose gain expand spread reach""")


def lasting(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Presents and simple pasts that a stretch of time up to now makes perfects."""
    if not found:
        return
    yield from _joined_ever_since(tokens)
    yield from _since_opens(tokens, verbs)
    yield from _since_perfect(tokens, verbs)
    for number, group in enumerate(verbs):
        yield from _since(tokens, found, group)
        yield from _ever_since(tokens, group)
        yield from _for(tokens, found, group)
        yield from _so_far(tokens, found, group)
        yield from _counted(tokens, found, group)
        if number == 0:
            yield from _opened(tokens, found, group)


def _since(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Works there since 2009", "did not win a title since 1998"."""
    time = first(found, group.verb + 1, reach(tokens, group.verb) + 1, (times.SINCE,))
    if time is None or not _begins(tokens, time.end):
        return
    if any(each.lower in ("to", "till", "until") for each in tokens[time.end + 1 : time.end + 2]):
        # "Since March to May": another preposition is meant.
        return
    inside = tokens[group.start : time.start]
    if (
        tokens[group.verb].lemma == "have"
        and group.start == group.verb
        and (inside[-1].lower == "has" or (inside[1:2] and inside[1].lower in ("more", "never", "ever")))
    ):
        return
    if any(each.tag in ("JJS", "RBS") for each in inside) or any(
        not group.running
        and each.lower in _RANKED
        and inside[at - 1].lower not in ("a", "nearly", "almost", "about")
        for at, each in enumerate(inside)
    ):
        return
    if any(
        each.tag in ("VBN", "VBG", "JJR") and each.lower not in ("more", "less", "fewer")
        for each in tokens[group.verb + 1 : time.start]
    ):
        return
    if time.start > group.verb + 11 or tokens[time.start - 1].lower in ("long", "years", "months"):
        return
    if tokens[time.start - 1].tag == "CC" or (group.tense == PAST and time.start > group.verb + 6):
        return
    if (
        group.tense == PAST
        and group.start == group.verb
        and tokens[group.verb].lemma in _KEPT
        and time.start - group.verb <= 6
    ):
        yield from _kept(tokens, group)
        return
    nothing = (
        group.tense == PRESENT
        and group.start == group.verb
        and inside[1:]
        and (
            inside[1].lower in ("no", "nothing", "nobody")
            or any(each.lower in ("times", "twice") for each in inside)
        )
    )
    yield from _perfect(
        tokens,
        group,
        "'Since' goes with the present perfect",
        since=True,
        free=bool(nothing) and tokens[group.verb].lemma not in ("be", "have"),
    )


def _kept(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Which kept its borders open since the start of the war": a past that lasts up to now, or up to another past."""
    verb = tokens[group.verb]
    form = inflected(verb, "VBN")
    before = group.start - 1
    while before >= 0 and tokens[before].tag == "RB":
        before -= 1
    if (
        form is None
        or before < 0
        or tokens[before].tag not in ("NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP")
    ):
        return
    told = any(
        each.tag == "VBD" and place != group.verb and place < group.start for place, each in enumerate(tokens)
    )
    fixes = [f"{_have(tokens, group, before)} {form}", f"had {form}"]
    if told:
        fixes.reverse()
    yield slip("lasting", verb, verb, fixes, f"What has lasted since then is told with '{fixes[0]}'.")


def _ever_since(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "And share a fleet ever since"."""
    end = reach(tokens, group.verb)
    for at in range(group.verb + 1, min(end, len(tokens) - 2)):
        if tokens[at].lower == "ever" and tokens[at + 1].lower == "since":
            if (
                tokens[at + 2].tag in (".", ",", "IN", "CC", "DT", "PRP")
                and group.tense == PRESENT
                and at - group.verb <= 8
                and not _begins(tokens, at + 2)
            ):
                yield from _perfect(
                    tokens, group, "'Ever since' goes with the present perfect", since=False, free=True
                )
            return


def _joined_ever_since(tokens: Sequence[Token]) -> Iterator[Slip]:
    """ "Merged in 2014 and share a fleet ever since"."""
    place = next(
        (
            at
            for at in range(3, len(tokens))
            if tokens[at].lower == "since" and tokens[at - 1].lower == "ever"
        ),
        None,
    )
    if place is None:
        return
    for at in range(place - 2, max(1, place - 10), -1):
        verb = tokens[at]
        if (
            verb.tag == "VB"
            and tokens[at - 1].lower == "and"
            and any(each.tag == "VBD" for each in tokens[:at])
        ):
            form = inflected(verb, "VBN")
            if form is not None and not any(each.tag in ("TO", "MD") for each in tokens[:at]):
                yield slip(
                    "lasting",
                    verb,
                    verb,
                    [f"have {form}"],
                    f"'Ever since' goes with the present perfect: 'have {form}'.",
                )
            return
        if verb.tag in ("VBD", "VBZ", "VBP", "VBN", ",", "VBG"):
            return


def _so_far(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Nobody claims responsibility so far"."""
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.SO_FAR,))
    if (
        time is None
        or tokens[time.start].lower == "until"
        or tokens[time.start - 1].tag in ("IN", "JJ", "CC")
    ):
        return
    verb = tokens[group.verb]
    if group.start != group.verb and not group.negative:
        return
    if verb.lemma in (
        "be",
        "have",
        "seem",
        "look",
        "remain",
        "say",
        "appear",
        "mean",
        "show",
        "suggest",
        "indicate",
        "stand",
        "include",
        "total",
        # "Brings the total so far to 12", "the book contains one name so far": "so far" is the noun's.
        "bring",
        "take",
        "put",
        "contain",
        "hold",
        "list",
        "carry",
        "raise",
        "count",
        "number",
        "feature",
    ):
        return
    if time.end < len(tokens) and tokens[time.end].lower not in (
        ".",
        ",",
        "for",
        "in",
        "to",
        "on",
        "and",
        "but",
        "this",
    ):
        return
    if group.tense == PRESENT and time.start - group.verb <= 6:
        yield from _perfect(tokens, group, "'So far' goes with the present perfect", since=False, free=True)


def _counted(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "The clinic treats 2,100 children over the past six weeks"."""
    if group.tense != PRESENT or group.start != group.verb:
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.RECENT,))
    if (
        time is None
        or time.start - group.verb > 9
        or tokens[time.start].lower not in ("over", "in", "during")
    ):
        return
    verb = tokens[group.verb]
    if verb.lemma not in _DONE or not any(
        each.tag == "CD" for each in tokens[group.verb + 1 : group.verb + 4]
    ):
        return
    yield from _perfect(
        tokens, group, "A time up to now goes with the present perfect", since=False, free=True
    )


_DONE = words("""treat kill injure arrest build open close sell buy hire fire win lose receive send rescue destroy publish produce collect
    deport detain register record report attract create cut add issue make spend pay raise visit travel score""")
_KEPT = words("""keep hold remain stay live work serve lead run maintain suffer struggle wait own govern rule reign head occupy use
    dominate belong control boycott share support refuse""")
_OPENED = words("""rebuild build open close elect appoint found launch introduce sign pass ban arrest jail release replace create establish
    sell buy privatize privatise nationalize nationalise renovate restore promote relegate sack fire dismiss sworn swear hit
    discover ratify adopt approve lift impose send kill injure bear form set name crown install inaugurate reopen evict bomb
    invade occupy shoot found split merge scrap abolish reform suspend devalue declare enact shut detonate expel disband dissolve
    overthrow oust topple kidnap abduct diagnose convict sentence deport evacuate recapture liberate partition divide unify impeach
    indict acquit acquire overthrown freeze""")
_BLOWS = words("damage destroy kill injure flood burn hit strike win lose")
_STARTING = words("""close begin take win leave start sign end open die fall collapse lose move resign arrive join launch ban strike hit
    erupt break crash kill introduce buy sell found build elect marry retire reopen seize invade pass cut raise fail return
    independence agree burst happen occur expire lapse emerge arise become explode strike retire disappear vanish merge split open reopen
    break quit withdraw abandon divorce enter escape flee finish graduate surrender step take defeat win topple depose""")


def _since_opens(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Since the mill closed, hundreds of families left the valley"."""
    if len(verbs) < 2 or len(tokens) < 4:
        return
    every = tokens[0].lower in ("every", "each") and tokens[2].lower == "since"
    if tokens[0].lower not in ("since", "ever") and not every:
        return
    one, two = verbs[0], verbs[1]
    if every and two.tense == PAST:
        return
    if (
        one.tense != PAST
        or one.negative
        or tokens[one.verb].lemma not in _STARTING
        or two.tense not in (PAST, PRESENT)
    ):
        return
    comma = next(
        (at for at in range(one.verb, min(len(tokens), one.verb + 10)) if tokens[at].text == ","), None
    )
    if comma is None or two.start < comma or two.start - comma > 8 or (two.running and two.tense == PAST):
        return
    if any(
        each.tag in ("WDT", "WP", "CC", "IN", "``", "VBG", ",") and each.lower != "of"
        for each in tokens[comma + 1 : two.start]
    ):
        return
    verb = tokens[two.verb]
    if verb.lemma in ("say", "be", "have", "seem", "know") and two.start == two.verb:
        return
    yield from _perfect(
        tokens, two, "With 'since' goes the present perfect", since=False, sure=True, free=True
    )


def _since_perfect(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "It is 10 years since the war has ended"."""
    for one, two in pairwise(verbs):
        if (
            two.tense != PERFECT
            or tokens[one.verb].lower not in ("is", "been", "'s")
            or tokens[one.start - 1].lower != "it"
        ):
            continue
        if tokens[two.verb].lemma not in _STARTING | EVENTS or two.negative:
            continue
        since = next((at for at in range(one.verb + 1, two.start) if tokens[at].lower == "since"), None)
        if (
            since is None
            or two.start - since > 6
            or tokens[since - 1].lower.rstrip("s") not in times.UNITS | {"time", "while"}
        ):
            continue
        fix = simple_past(tokens, two)
        if fix is not None:
            yield slip(
                "lasting",
                tokens[two.start],
                tokens[two.verb],
                [fix],
                f"After 'since' the beginning stands in the past: '{fix}'.",
            )


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a beginning follows "since": a date, an event, a year; no clause of reason."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.lower in _MONTHS_DAYS | {
        "yesterday",
        "then",
        "childhood",
        "independence",
        "midnight",
        "dawn",
        "birth",
        "school",
    }:
        return True
    if token.tag == "CD" and token.text[:2] in ("18", "19", "20") and len(token.text) == 4:
        return True
    if token.lower in ("last", "early", "late", "mid") and at + 1 < len(tokens):
        return True
    if token.tag in ("DT", "PRP$", "NNS", "NN", "NNP") and token.lower not in ("that", "this"):
        phrase = phrase_at(tokens, at, -1)
        if phrase is not None and phrase.end < len(tokens):
            verb = tokens[phrase.end]
            while verb.lower in ("on", "of", "in", "over", "with", "between"):
                inner = phrase_at(tokens, phrase.end + 1, -1)
                if inner is None or inner.end >= len(tokens):
                    return False
                phrase = inner
                verb = tokens[phrase.end]
            if verb.tag == "VBD" and verb.lemma in _STARTING | _BLOWS:
                return True
            after = tokens[phrase.end + 1] if phrase.end + 1 < len(tokens) else None
            if (
                verb.lower in ("was", "were")
                and after is not None
                and after.tag == "VBN"
                and after.lemma in _OPENED
            ):
                return True
    if token.lower == "the" and at + 2 < len(tokens) and tokens[at + 2].lower in (
        "quarter", "century", "half", "week", "month", "season", "year", "minute", "day", "weekend",
    ) and (tokens[at + 1].lower in _RANKED or tokens[at + 1].lower.endswith(("th", "nd", "rd", "st"))):  # fmt: skip
        return True
    if token.lower in ("the", "his", "her", "its", "their", "a"):
        phrase = phrase_at(tokens, at, -1)
        if phrase is None or tokens[phrase.head].lower not in _BEGINNINGS:
            return False
        after = tokens[phrase.end] if phrase.end < len(tokens) else None
        return after is None or after.tag not in ("VBZ", "VBP", "MD", "VBD")
    if token.lower in ("he", "she", "it", "they") and at + 1 < len(tokens):
        return tokens[at + 1].tag == "VBD" and tokens[at + 1].lower not in ("was", "were", "had")
    return False


def _for(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Is without water for three weeks", "works there for 20 years"."""
    if group.tense != PRESENT or group.negative:
        return
    end = reach(tokens, group.verb)
    if (
        end < len(tokens)
        and tokens[end].lower == "as"
        and tokens[group.verb].lemma in ("serve", "work", "act", "reign")
    ):
        end = reach(tokens, end)
    time = first(found, group.verb + 1, end + 1, (times.SPAN,))
    if time is None or time.start > group.verb + 10:
        return
    unit = tokens[time.end - 1].lower
    if unit.rstrip("s") in ("hour", "minute", "second") or (time.end < len(tokens) and tokens[time.end].tag not in (
        ".", ",", "CC", "RB", "IN", "''",
    )):  # fmt: skip
        return
    if time.end < len(tokens) and tokens[time.end].lower in (
        "after",
        "before",
        "from",
        "until",
        "in",
        "as",
        "because",
        "if",
        "at",
    ):
        return
    if any(each.lower in ("a", "each", "every", "per", "of") for each in tokens[time.end : time.end + 1]):
        return
    verb = tokens[group.verb]
    if verb.lemma == "be":
        after = tokens[group.verb + 1].lower if group.verb + 1 < len(tokens) else ""
        place = tokens[group.verb + 2].lower if group.verb + 2 < len(tokens) else ""
        if not (after == "in" and place in _PLACES) and after not in (
            "without",
            "under",
            "closed",
            "missing",
            "ill",
            "unemployed",
            "homeless",
            "married",
            "shut",
            "empty",
            "dead",
            "here",
        ):
            return
    elif group.passive or not group.running:
        if verb.lemma not in (
            "suffer",
            "struggle",
            "serve",
            "live",
            "know",
            "wait",
            "lead",
            "head",
            "own",
            "govern",
        ) and not (
            verb.lemma in ("work", "teach", "play", "serve", "exist", "run")
            and any(
                each.lower in ("there", "here", "professionally") for each in tokens[group.verb : time.start]
            )
        ):
            return
    elif verb.lemma not in ("live", "work", "wait", "fight", "suffer", "struggle", "try", "protest", "lead", "run", "teach", "serve", "hide", "burn", "use", "sleep", "miss", "reign", "rule", "govern", "stand", "sit", "hang", "rot", "rust", "boycott", "study", "come"):  # fmt: skip
        return
    if any(each.lower == "to" for each in tokens[group.verb + 1 : time.start]):
        return
    yield from _perfect(
        tokens, group, "A stretch of time up to now goes with the present perfect", since=False
    )


def _opened(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Over the past decade the city lost", "So far the ministry did not comment", "In recent years the number doubled"."""
    time = next(
        (each for each in found if each.start <= 1 and each.kind in (times.RECENT, times.SO_FAR)), None
    )
    if (
        time is None
        or group.start <= time.end
        or group.start > time.end + 9
        or tokens[time.end].lower in ("of", "so")
    ):
        return
    between = tokens[time.end : group.start]
    if any(
        each.tag in ("IN", "WDT", "WP", "VBG", "VBN", "CC", "``") and each.lower != "of" for each in between
    ):
        return
    if first(found, group.verb, len(tokens), (times.PAST, times.YEAR, times.DAY, times.BEFORE)) is not None:
        return
    if any(each.tag in ("VBD",) and each.lemma == "say" for each in tokens[group.verb + 1 :]):
        return
    verb = tokens[group.verb]
    if group.tense == PAST and (group.running or verb.lemma in ("say", "have")):
        return
    if group.tense == PRESENT and (time.kind != times.RECENT or verb.lemma not in ("be", "live", "work")):
        return
    if group.tense not in (PAST, PRESENT):
        return
    severity = None if time.kind == times.SO_FAR or group.tense == PRESENT else Severity.QUERY
    message = "A time that reaches to the present goes with the present perfect"
    yield from _perfect(tokens, group, message, since=False, sure=True, severity=severity)


def _perfect(
    tokens: Sequence[Token],
    group: Group,
    message: str,
    *,
    since: bool,
    sure: bool = False,
    severity: Severity | None = None,
    free: bool = False,
) -> Iterator[Slip]:
    """The group as a present perfect."""
    first_word, verb = tokens[group.start], tokens[group.verb]
    if not first_word.space or auxiliary(tokens, group.verb):
        return
    before = group.start - 1
    while before >= 0 and tokens[before].tag == "RB":
        before -= 1
    if before < 0 or (
        tokens[before].lower not in ("that", "who", "which")
        and tokens[before].tag not in ("NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WDT", "WP", ")")
    ):
        return
    have = _have(tokens, group, before)
    between = [each.text for each in tokens[group.start + 1 : group.verb] if each.tag == "RB"]
    negative = ["not"] if any(each in ("not", "n't", "n’t") for each in between) else []
    adverbs = [each for each in between if each not in ("not", "n't", "n’t")]
    lemma = verb.lemma
    if group.tense == PRESENT:
        if lemma == "be" and group.verb == group.start:
            after = tokens[group.verb + 1] if group.verb + 1 < len(tokens) else None
            if (
                since
                and not sure
                and (after is None or not (after.lower in _STATES or after.tag in ("DT", "IN")))
            ):
                return
            fix = f"{have} been"
        elif group.running:
            form = inflected(verb, "VBG")
            if lemma in ("expect", "plan", "hope", "go"):
                return
            fix = " ".join([have, *negative, *adverbs, "been", form or verb.text])
        elif group.passive:
            fix = " ".join([have, *negative, *adverbs, "been", verb.text])
        elif lemma in _GOING_ON or negative or free:
            form = inflected(verb, "VBN")
            if form is None:
                return
            fix = " ".join([have, *negative, *adverbs, form])
        else:
            return
    elif group.tense == PAST:
        stuck = (group.passive or group.running) and since and verb.lower in _STATES
        if (group.running and not stuck) or (group.passive and not sure and not stuck):
            return
        if stuck:
            yield slip(
                "lasting", first_word, first_word, [f"{have} been"], f"{message}: '{have} been'.", severity
            )
            return
        if not sure and not negative and lemma not in _RISERS and lemma != "be":
            return
        if lemma == "be" and not negative and not sure:
            state = tokens[group.verb + 1].lower if group.verb + 1 < len(tokens) else ""
            if (
                not since
                or state not in _STATES
                or state in ("in", "at", "on", "here", "there", "under", "president", "head")
            ):
                return
        form = "been" if lemma == "be" else inflected(verb, "VBN")
        if form is None:
            return
        if group.passive:
            form = f"been {verb.text}"
        fix = " ".join([have, *negative, *adverbs, form])
    else:
        return
    yield slip("lasting", first_word, verb, [fix], f"{message}: '{fix}'.", severity)


def _have(tokens: Sequence[Token], group: Group, before: int) -> str:
    """ "Has" or "have" by the verb's form, or by its subject."""
    first_word = tokens[group.start]
    if first_word.tag == "VBZ" or first_word.lower in ("is", "was", "has", "does"):
        return "has"
    if first_word.lower in ("are", "were", "am", "'re", "'m", "do"):
        return "have"
    if first_word.tag == "VBP":
        return "have"
    subject = tokens[before]
    if subject.tag in ("WDT", "WP") and before > 0:
        noun = before - 2 if tokens[before - 1].text == "," else before - 1
        return "have" if noun >= 0 and tokens[noun].tag in ("NNS", "NNPS") else "has"
    start = before
    while start > 0 and tokens[start - 1].tag not in (",", "CC", "WDT", "WP", "``") and before - start < 12:
        start -= 1
    while start < before and tokens[start].tag in ("RB", "IN") and tokens[start].lower != "at":
        start += 1
    phrase = phrase_at(tokens, start, -1)
    if phrase is not None and phrase.number in (ONE, MANY) and phrase.end <= before + 1:
        return "have" if phrase.number == MANY else "has"
    return (
        "have"
        if subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "i", "you", "police", "people")
        else "has"
    )
