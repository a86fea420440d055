"""Tenses that "since" with a beginning, or a long stretch of time, settles: "gives glasses since it was set up", "digs there for 22 summers".

What "lasting" tells by lists of verbs is told here by the clause: a present beside a beginning is a perfect, whatever the verb,
unless the words between name a rank, a comparison or an event that bears the beginning itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, auxiliary, slip
from editor.checks.verbs.states import STATES
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.clausal import ADVERBIAL, CONTENT, JOINED, MAIN, UNCLEAR, Clause
from editor.text.model import Token
from editor.text.times import Time
from editor.text.verbgroups import PAST, PLUPERFECT, PRESENT, inflected
from editor.text.words import words
from editor.values import Severity

# Beside these "since" belongs to a noun, or gives a reason.
_STATIC = words("""believe think reflect show say tell suggest indicate blame mark represent include compare mean seem appear range want hope expect
    feel see cite regret welcome call estimate understand concern consider make do base depend cost note argue claim insist warn
    report add doubt fear put come follow hit bring take end become""")
_RANKED = words("""first second third fourth fifth sixth seventh eighth ninth tenth last only most least best worst lowest highest up down longer
    above below unchanged little more less fewer higher lower ever long all""")
_STATES = words("""in at on under without behind out away closed open shut missing dead ill sick unemployed homeless retired married jailed detained
    empty dry dark silent vacant absent abroad president chairman chairwoman mayor king leader chief captain coach editor
    director responsible part""")
_SET = words("schedule expect plan set base design intend book")
_LONG_UNITS = words(
    "year years decade decades century centuries generation generations summer summers winter winters season seasons term terms"
)
_ENDING = words("continue last run call remain extend provide grant promise offer carry apply keep hold ban bar limit qualify qualify need take require cost "
                "guarantee sentence jail plan study go be have do say see mean endure survive ripen mature live grow age talk")  # fmt: skip
_EVENTFUL = words("rise rises cut cuts increase increases decline declines drop drops change changes growth attack attacks event events development "
                  "developments deaths victory victories")  # fmt: skip
_SCHOOLS = words(
    "school college university kindergarten boyhood girlhood infancy adolescence nursery seminary"
)
_NUMBER = re.compile(r"\d\d?")
_COUNTED = words(
    "four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty many several"
)
_SMALL = words(
    "at least about almost nearly early late mid the a last his her its their then just around roughly over more than"
)


def stretches(tokens: Sequence[Token], found: Sequence[Time], chain: Sequence[Clause]) -> Iterator[Slip]:
    """Presents and pasts beside a beginning or a long stretch of time."""
    since = next(
        (
            at
            for at in range(1, len(tokens))
            if tokens[at].lower == "since" and tokens[at].tag in ("IN", "RB")
        ),
        -1,
    )
    spans = [each for each in found if each.kind == times.SPAN]
    recent = bool(found) and found[0].start == 0 and found[0].kind == times.RECENT
    if since < 0 and not spans and not recent and not any(each.lower in _LONG_UNITS for each in tokens):
        return
    for number, clause in enumerate(chain):
        above = chain[clause.governor] if clause.governor >= 0 else None
        kids = [each for each in chain if each.governor == number]
        if since > clause.group.verb:
            yield from _since(tokens, chain, clause, above, kids)
        yield from _for_years(tokens, clause, above)
        if number == 0:
            yield from _recently(tokens, found, clause)


def _place(tokens: Sequence[Token], clause: Clause, kids: Sequence[Clause]) -> int:
    """Where "since" with a beginning stands after the verb, in its own clause; -1 for nowhere."""
    end = min(clause.end + 1, len(tokens) - 1)
    if end < len(tokens) - 2 and tokens[end - 1].tag == "TO" and tokens[end].lower == "work":
        end += 2
    for at in range(clause.group.verb + 1, end):
        if tokens[at].lower == "since" and tokens[at].tag in ("IN", "RB"):
            kid = next((each for each in kids if each.link == at and each.kind == ADVERBIAL), None)
            if kid is not None:
                return at if kid.group.tense == PAST else -1
            return at if _beginning(tokens, at + 1) else -1
    return -1


def _beginning(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date, an event or a time stands there, and no clause."""
    start = at
    while at < len(tokens) and at - start < 4 and tokens[at].lower in _SMALL:
        at += 1
    if at >= len(tokens):
        return False
    token = tokens[at]
    dated = (
        token.lower in times.MONTHS | times.DAYS | times.UNITS | {"childhood", "independence", "yesterday", "midnight", "dawn", "summer", "winter",
                                                                  "spring", "autumn", "noon", "morning", "birth", "school"}
        or re.fullmatch(r"(?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d0s", token.text) is not None
    )  # fmt: skip
    schooled = any(each.lower in _SCHOOLS for each in tokens[at : at + 2])
    if (
        not dated
        and not schooled
        and not (
            at > start
            and token.tag in ("NN", "JJ", "CD")
            and tokens[start].lower in ("the", "his", "her", "its", "their", "a")
        )
    ):
        return dated or (at > start and tokens[start].lower == "then")
    end = next(
        (
            place
            for place in range(at, min(len(tokens), at + 8))
            if tokens[place].tag in (",", ".", "CC", "VBZ", "VBD", "VBP", "MD", "''", ":", "WDT", "WRB")
        ),
        len(tokens) - 1,
    )
    return tokens[end].tag in (",", ".", "CC", "''", ":", "WDT", "WRB")


def _past_beside(tokens: Sequence[Token], chain: Sequence[Clause], clause: Clause) -> bool:
    """Whether another clause that is no mere attribution tells of the past."""
    return any(
        each is not clause and each.kind in (MAIN, JOINED) and each.group.tense == PAST
        and not (tokens[each.group.verb].lemma in ("say", "add") and each.kind == MAIN and each.end >= len(tokens) - 1)
        for each in chain
    )  # fmt: skip


def _perfect(have: str, adverbs: Sequence[str], rest: str) -> str:
    """A perfect with its adverbs: "has not met", "hasn't met"."""
    lead = have + "n't" if "n't" in adverbs else have
    return " ".join([lead, *(each for each in adverbs if each != "n't"), rest])


def _since(
    tokens: Sequence[Token],
    chain: Sequence[Clause],
    clause: Clause,
    above: Clause | None,
    kids: Sequence[Clause],
) -> Iterator[Slip]:
    """ "Operates since at least March", "is not returning to work since the attack"."""
    group = clause.group
    verb, helper = tokens[group.verb], tokens[group.start]
    if group.tense not in (PRESENT, PAST) or not helper.text.islower() or not helper.space:
        return
    subject = group.start - 1
    if not has_subject(tokens, group) and tokens[subject].tag != "CC":
        return
    if clause.kind == UNCLEAR and tokens[group.verb].tags & {"NN", "NNS"} and group.start == group.verb:
        return
    place = _place(tokens, clause, kids)
    if place < 0 or place - group.verb > 13:
        return
    inside = tokens[group.start : place]
    if (
        any(
            each.lower in _RANKED
            or each.tag in ("JJS", "RBS", "JJR", "RBR", "CC", "``", "''", ",")
            or each.lower.endswith("%")
            for each in inside[1:]
            if each.lower != "more"
        )
        or verb.lemma in _STATIC
    ):
        return
    if any(each.tag in ("NN", "NNS") and each.lower in _EVENTFUL for each in inside[-1:]) or any(
        each.tag in ("VBN", "VBG")
        or (each.tag == "TO" and tokens[at + 1].tag == "VB" and tokens[at + 1].lower != "work")
        for at, each in enumerate(tokens[group.verb + 1 : place], group.verb + 1)
    ):
        return
    bare = group.start == group.verb
    if verb.lemma == "be" and (not bare or tokens[group.verb + 1].lower not in _STATES):
        return
    if verb.lemma == "have" and (
        not bare
        or group.tense == PAST
        or tokens[group.verb + 1].tag not in ("DT", "PRP$", "NN", "NNS", "JJ")
        or tokens[subject].lower == "it"
        or auxiliary(tokens, group.verb)
    ):
        return
    if (group.passive and verb.lemma in _SET) or (
        len(inside) == 1 and any(each.tag == "CD" for each in tokens[clause.subject : group.start])
    ):
        return
    clausal = any(each.link == place for each in kids)
    told = above is not None and clause.kind == CONTENT and above.group.tense in (PAST, PLUPERFECT)
    if group.tense == PAST:
        yield from _past_since(tokens, clause, told or _past_beside(tokens, chain, clause), clausal)
        return
    if clausal and not any(each.link == place and tokens[each.subject].tag == "PRP" for each in kids):
        severity: Severity | None = Severity.QUERY
    else:
        severity = None
    plural = helper.lower in ("are", "am", "do", "have") or helper.tag == "VBP"
    have = "have" if plural else "has"
    done = "been" if verb.lemma == "be" else inflected(verb, "VBN")
    if done is None:
        return
    adverbs = [
        each.lower.replace("’", "'") for each in tokens[group.start + 1 : group.verb] if each.tag == "RB"
    ]
    going_on = group.running and not group.negative and verb.lemma not in STATES
    text = f"been {verb.text}" if group.passive or going_on else done
    forms = ["had", have] if told else [have]
    fixes = [_perfect(each, adverbs, text) for each in forms]
    right = fixes[0]
    if bare and verb.lemma not in STATES | {"be", "have"} and (running := inflected(verb, "VBG")):
        fixes.append(f"{forms[0]} been {running}")
    message = f"'Since' goes with the present perfect: '{right}'."
    yield slip("lasting", helper, verb, fixes, message, severity)


def _past_since(tokens: Sequence[Token], clause: Clause, told: bool, clausal: bool) -> Iterator[Slip]:
    """ "Was working on a memoir since last summer", "was in contact with them since the summer"."""
    group = clause.group
    verb, helper = tokens[group.verb], tokens[group.start]
    if clausal or group.negative or group.passive or not (group.running or verb.lemma == "be"):
        return
    rest = " ".join(each.text for each in tokens[group.start + 1 : group.verb + 1])
    had = f"had been {rest}".rstrip()
    have = f"{'have' if helper.lower == 'were' else 'has'} been {rest}".rstrip()
    fixes = [had, have] if told else [have, had]
    message = f"What has lasted since then is told with '{fixes[0]}'."
    yield slip("lasting", helper, verb, fixes, message, None if told else Severity.QUERY)


def _for_years(tokens: Sequence[Token], clause: Clause, above: Clause | None) -> Iterator[Slip]:
    """ "Digs at the site for 22 summers", "who works for the airline for 16 years"."""
    group = clause.group
    if (
        group.tense != PRESENT
        or group.start != group.verb
        or group.negative
        or clause.word in ("if", "when", "unless", "until", "once", "whenever")
        or not has_subject(tokens, group)
        or not tokens[group.verb].text.islower()
    ):
        return
    verb = tokens[group.verb]
    if verb.lemma in _ENDING:
        return
    end = min(clause.end, len(tokens) - 1)
    for at in range(group.verb + 1, end):
        if tokens[at].lower != "for":
            continue
        place = at + 1
        while place < end and tokens[place].lower in (
            "more",
            "than",
            "about",
            "almost",
            "nearly",
            "over",
            "at",
            "least",
            "some",
            "around",
            "the",
            "last",
            "past",
        ):
            place += 1
        number = tokens[place]
        unit = tokens[place + 1] if place + 1 < len(tokens) else None
        if unit is None or unit.lower not in _LONG_UNITS or not unit.lower.endswith("s"):
            continue
        counted = number.lower in _COUNTED or (
            _NUMBER.fullmatch(number.text) is not None and int(number.text) > 3
        )
        if unit.lower in ("terms", "decades", "centuries", "generations") and number.tag == "CD":
            counted = True
        after = tokens[place + 2] if place + 2 < len(tokens) else None
        if (
            not counted
            or after is None
            or after.tag not in (".", ",", "CC", "''", "WDT")
            or at - group.verb > 9
        ):
            return
        if any(
            each.tag in ("VBN", "TO", "VBG", "MD") or each.lower in ("every", "each", "per")
            for each in tokens[group.verb + 1 : at]
        ):
            return
        done, running = inflected(verb, "VBN"), inflected(verb, "VBG")
        if done is None:
            return
        told = above is not None and clause.kind == CONTENT and above.group.tense in (PAST, PLUPERFECT)
        have = "had" if told else "have" if verb.tag == "VBP" else "has"
        subject = tokens[group.start - 1]
        person = subject.lower in ("he", "she", "who", "i", "they", "we") or subject.tag in ("NNP", "NN")
        message = f"A stretch of time up to now goes with the present perfect: '{have} {done}'."
        fixes = [
            f"{have} {done}",
            *([f"{have} been {running}"] if running and verb.lemma not in STATES else []),
        ]
        yield slip("lasting", verb, verb, fixes, message, None if person else Severity.QUERY)
        return


def _recently(tokens: Sequence[Token], found: Sequence[Time], clause: Clause) -> Iterator[Slip]:
    """ "In recent years, the fishing town becomes a magnet", "Over the past decade, the glacier loses a third"."""
    group = clause.group
    lead = found[0] if found and found[0].start == 0 and found[0].kind == times.RECENT else None
    if (
        lead is None
        or clause.kind != MAIN
        or group.tense != PRESENT
        or group.start != group.verb
        or group.negative
    ):
        return
    verb = tokens[group.verb]
    comma = 1 if tokens[lead.end].text == "," else 0
    if (
        clause.subject > lead.end + comma
        or verb.lemma in (_STATIC | STATES) - {"become"}
        or not has_subject(tokens, group)
    ):
        return
    done = inflected(verb, "VBN")
    if done and verb.text.islower() and verb.lemma not in ("be", "have"):
        have = "have" if verb.tag == "VBP" else "has"
        severity = Severity.QUERY if verb.tag == "VBP" else None
        message = f"A time up to now goes with the present perfect: '{have} {done}'."
        yield slip("lasting", verb, verb, [f"{have} {done}"], message, severity)
