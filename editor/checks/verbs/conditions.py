"""Conditions and futures after conjunctions: "if it will rain", "until the owner of the mill will pay", "if they would withdraw"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.verbs.slip import Slip, slip
from editor.text import lexicon
from editor.text.model import Token
from editor.text.number import MANY, ONE
from editor.text.phrases import phrase_at
from editor.text.times import Time
from editor.text.verbgroups import PAST, PLUPERFECT, WILL, WOULD, Group, inflected
from editor.text.words import words
from editor.values import Severity

_ASKING = words("""ask know say see tell wonder decide determine clear unclear sure unsure uncertain certain doubt question discuss
    explain learn announce reveal predict consider check find specify disclose indicate confirm understand remember forget guess
    matter care idea study test examine say unknown unsure on of about as predict debate clarify establish monitor estimate show
    depend even is was be""")
# "The day when they will vote": the clause says which.
_DATED = words("""time day moment date point case stage future period tomorrow today tonight summer winter spring autumn season weekend
    question afternoon morning evening night week month year hour phase age festival tournament century era cycle concert contest
    race war half occasion monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan. feb. aug. sept. oct. nov. dec. p.m. a.m. noon midnight""")
_FINDING = words("""decide reveal announce learn know ask wonder tell unclear predict discuss determine figure name check confirm
    depend""")
_HAPPENING = words("""be rise fall fail lose win happen continue reach exceed drop break collapse improve worsen arrive rain snow last
    grow increase decrease become pass die hit strike melt flood remain close end leave succeed""")
_WILLING = words("accept agree allow let consider help support like want please excuse forgive permit listen")


def conditions(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Futures and conditionals in clauses that take a plain tense, and main clauses that don't fit their condition."""
    for group in verbs:
        if group.tense in (WILL, WOULD) and tokens[group.start].lower in ("will", "would", "wo"):
            yield from _subordinate(tokens, verbs, group)
    yield from _unreal(tokens, verbs)
    yield from _by_which(tokens, verbs)


def _conjunction(tokens: Sequence[Token], group: Group) -> tuple[str, int, int]:
    """The conjunction whose clause the group heads, its place, and where the subject begins; "" where there is none."""
    for at in range(group.start - 1, max(-1, group.start - 12), -1):
        token = tokens[at]
        lower = token.lower
        if lower in ("when", "until", "unless", "once", "if", "before", "after", "till") and token.tag in (
            "IN",
            "WRB",
            "RB",
        ):
            return lower, at, at + 1
        if lower == "as" and at >= 2 and tokens[at - 1].lower == "soon" and tokens[at - 2].lower == "as":
            return "as soon as", at - 2, at + 1
        if lower == "time" and at >= 2 and tokens[at - 2].lower == "by" and tokens[at - 1].lower == "the":
            return "by the time", at - 2, at + 1
        if (
            lower in ("moment", "minute")
            and at >= 1
            and tokens[at - 1].lower == "the"
            and (at < 2 or tokens[at - 2].tag not in ("IN", "DT"))
        ):
            return "the moment", at - 1, at + 1
        if (
            token.tag in (",", ":", "CC", "WDT", "WP", "VBD", "VBZ", "VBP", "MD", "``", "''", "TO", "VB")
            or lower == "that"
        ):
            return "", -1, -1
    return "", -1, -1


def _subordinate(tokens: Sequence[Token], verbs: Sequence[Group], group: Group) -> Iterator[Slip]:
    word, place, start = _conjunction(tokens, group)
    if not word:
        return
    phrase = phrase_at(tokens, start, -1)
    if phrase is None:
        return
    end = phrase.end
    while (
        end < group.start
        and tokens[end].tag in ("IN", "RB", "TO")
        and tokens[end].lower not in ("that", "as")
    ):
        inner = phrase_at(tokens, end + 1, -1)
        if tokens[end].tag == "RB":
            end += 1
            continue
        if inner is None:
            return
        end = inner.end
    if end != group.start:
        return
    before = tokens[place - 1] if place else None
    pronoun = tokens[start].tag == "PRP"
    if word in ("before", "after", "once") and not pronoun and place > 1:
        return
    if word in ("when", "if"):
        if place and any(
            each.lemma.lower() in ("yet", "day", "hour", "time", "date", "what", "whether", "moment")
            or (each.lemma.lower() in _FINDING)
            for each in tokens[max(0, place - 13) : place]
        ):
            return
        if before is not None and (
            before.lemma.lower() in _ASKING | _DATED or before.lower in _DATED or before.tag == "CD"
        ):
            return
        if any(
            each.lemma.lower() in _ASKING
            and each.tag.startswith("VB")
            and each.lower not in ("said", "says", "is", "was", "be")
            for each in tokens[max(0, place - 6) : place]
        ):
            return
        if tokens[-1].text == "?":
            return
        if word == "when" and before is not None and before.tag == ",":
            return
    if (
        word in ("before", "after", "once")
        and before is not None
        and before.tag in ("RB", "JJ", "CD")
        and before.lower not in ("only", "even", "just", "soon", "shortly")
    ):
        return
    verb = tokens[group.verb]
    helper = tokens[group.start]
    many = _many(tokens, start, phrase.number)
    if group.tense == WOULD:
        yield from _would(tokens, verbs, group, word, many)
        return
    if verb.lemma == "permit" or (word in ("if", "when") and group.negative):
        return
    if word == "if" and (verb.lemma in _WILLING or tokens[start].lower in ("you", "we", "i")):
        return
    willing = word == "if" and verb.tag == "VB" and verb.lemma not in _HAPPENING
    present = _present(tokens, group, many)
    if present is None:
        return
    fixes = [present]
    past = _past(tokens, group, many)
    if (
        past is not None
        and any(
            each.tense in (WOULD, PAST) and each.start < place and tokens[each.start].lower not in ("said",)
            for each in verbs
        )
        and (
            any(each.tense == WOULD for each in verbs)
            or (word == "until" and _tells_of_the_past(verbs, place))
        )
    ):
        fixes = [past, present]
    yield slip(
        "condition",
        helper,
        verb,
        fixes,
        f"After '{word}' the future stands in a plain tense: '{fixes[0]}'.",
        Severity.QUERY if willing else None,
    )


def _tells_of_the_past(verbs: Sequence[Group], place: int) -> bool:
    """Whether the verb before a clause of time is in the past: "stayed with them until help will arrive"."""
    before = [each for each in verbs if each.start < place]
    return bool(before) and before[-1].tense == PAST


def _would(
    tokens: Sequence[Token], verbs: Sequence[Group], group: Group, word: str, many: bool | None
) -> Iterator[Slip]:
    """ "If they would withdraw": a condition takes the past."""
    if word != "if" or tokens[group.verb].lemma in _WILLING | {"be"} or tokens[group.start].lower != "would":
        return
    others = [each for each in verbs if each is not group and each.tense in (WILL, WOULD)]
    others = others or [
        each
        for each in verbs
        if each is not group and tokens[each.start].lower in ("can", "could", "may", "might")
    ]
    if not others:
        return
    verb = tokens[group.verb]
    if verb.tag != "VB":
        return
    if group.negative:
        fix = (
            "did not " + verb.text
            if others[0].tense == WOULD or tokens[others[0].start].lower in ("could", "might")
            else ("do not " if many else "does not ") + verb.text
        )
    elif others[0].tense == WOULD or tokens[others[0].start].lower in ("could", "might"):
        fix = lexicon.inflect(verb.lower, "VBD") or ""
    else:
        fix = verb.text if many else lexicon.inflect(verb.lower, "VBZ") or ""
    if fix:
        yield slip(
            "condition",
            tokens[group.start],
            verb,
            [fix],
            f"In a clause with 'if' no 'would' stands: '{fix}'.",
            Severity.QUERY,
        )


def _many(tokens: Sequence[Token], start: int, number: int) -> bool | None:
    word = tokens[start].lower
    if word in ("they", "we", "you", "i"):
        return True
    if word in ("he", "she", "it"):
        return False
    if number == MANY:
        return True
    return False if number & ONE else None


def _present(tokens: Sequence[Token], group: Group, many: bool | None) -> str | None:
    """The group in the present."""
    words_after = tokens[group.start + 1 : group.verb + 1]
    first = next((each for each in words_after if each.tag == "VB"), None)
    if first is None:
        return None
    adverbs = [each.text for each in words_after if each.tag == "RB" and each.lower not in ("not", "n't")]
    if first.lower == "be":
        form = "are" if many else "is"
    elif first.lower == "have":
        form = "have" if many else "has"
    elif group.negative:
        return f"{'do' if many else 'does'} not {first.text}"
    else:
        form = first.text if many else lexicon.inflect(first.lower, "VBZ") or ""
    if not form:
        return None
    tail = [tokens[group.verb].text] if tokens[group.verb] is not first else []
    negative = ["not"] if group.negative else []
    return (
        " ".join([*adverbs, form, *negative, *tail])
        if first.lower not in ("be", "have")
        else " ".join([form, *negative, *adverbs, *tail])
    )


def _past(tokens: Sequence[Token], group: Group, many: bool | None) -> str | None:
    words_after = tokens[group.start + 1 : group.verb + 1]
    first = next((each for each in words_after if each.tag == "VB"), None)
    if first is None:
        return None
    if first.lower == "be":
        form = "were" if many else "was"
        return " ".join(
            [
                form,
                *(["not"] if group.negative else []),
                *([tokens[group.verb].text] if tokens[group.verb] is not first else []),
            ]
        )
    if group.negative:
        return f"did not {first.text}"
    return lexicon.inflect(first.lower, "VBD")


def _unreal(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "If the harvest had not failed, they will repay"; "would have been smaller if growers did not cover"."""
    if len(verbs) < 2:
        return
    opening = next((at for at, token in enumerate(tokens[:3]) if token.text[:1].isalnum()), 0)
    one, two = verbs[0], verbs[1]
    lead = tokens[opening].lower
    inverted = lead == "had" and one.start == opening
    if (lead == "if" and one.tense == PLUPERFECT) or inverted:
        if inverted:
            comma = next((at for at in range(opening, len(tokens)) if tokens[at].text == ","), len(tokens))
            late = [each for each in verbs if each.start > comma]
            if not late:
                return
            two = late[0]
            verbs = [one, *late]
        joined = any(token.text == "," for token in tokens[one.verb : two.start])
        # "Had the driver slowed down, the inquiry found, the train would".
        if (
            len(verbs) > 2
            and tokens[two.verb].lemma in ("say", "find", "rule", "argue", "report")
            and two.tense == PAST
        ):
            two = verbs[2]
        main = two if joined and two.tense in (WILL, WOULD) else None
        if inverted and not any("VBN" in each.tags for each in tokens[opening + 1 : opening + 9]):
            return
        if main is None or tokens[main.start].lower not in ("will", "would"):
            return
        verb = tokens[main.verb]
        helpers = [each.lower for each in tokens[main.start + 1 : main.verb + 1]]
        near = [each.lower for each in tokens[main.start : main.verb + 5]]
        if main.tense == WOULD and (
            "have" in helpers or {"now", "today", "still"} & set(near) or helpers == ["be"]
        ):
            return
        if helpers[:1] == ["have"] or helpers[:2] == ["not", "have"]:
            return
        negative = "not " if main.negative else ""
        done = (
            "been " + verb.text
            if verb.tag == "VBN" and "be" in helpers
            else "been"
            if verb.lower == "be"
            else inflected(verb, "VBN")
        )
        if done is None or verb.tag == "VBG":
            return
        fix = f"would {negative}have {done}"
        severity = None if main.tense == WILL else Severity.QUERY
        yield slip(
            "condition",
            tokens[main.start],
            verb,
            [fix],
            f"What did not happen is told with '{fix}'.",
            severity,
        )
        return
    for before, after in pairwise(verbs):
        if (
            before.tense != WOULD
            or tokens[before.verb].tag != "VBN"
            or "have" not in [each.lower for each in tokens[before.start : before.verb]]
        ):
            continue
        word, place, _ = _conjunction(tokens, after)
        if word != "if" or place < before.verb or tokens[place - 1].lower in ("as", "even"):
            continue
        if (
            after.tense == PAST
            and not after.running
            and tokens[after.verb].lemma not in ("be", "say")
            and after.start != after.verb
        ):
            verb = tokens[after.verb]
            done = inflected(verb, "VBN")
            if after.negative and done is not None and tokens[after.start].lower == "did":
                yield slip(
                    "condition",
                    tokens[after.start],
                    verb,
                    [f"had not {done}"],
                    f"A condition that was not met takes 'had not {done}'.",
                    Severity.QUERY,
                )
        elif (
            after.tense == PAST
            and after.start == after.verb
            and tokens[after.verb].lemma not in ("be", "say", "have")
        ):
            done = inflected(tokens[after.verb], "VBN")
            if done is not None:
                yield slip(
                    "condition",
                    tokens[after.verb],
                    tokens[after.verb],
                    [f"had {done}"],
                    f"A condition that was not met takes 'had {done}'.",
                    Severity.QUERY,
                )
        elif (
            after.tense == WOULD and tokens[after.verb].tag == "VBN" and tokens[after.start].lower == "would"
        ):
            done = tokens[after.verb].text
            yield slip(
                "condition",
                tokens[after.start],
                tokens[after.verb],
                [f"had {done}"],
                f"In a clause with 'if' no 'would' stands: 'had {done}'.",
            )


def _by_which(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "By which time it will receive comments"."""
    for group in verbs:
        if (
            group.tense != WILL
            or tokens[group.start].lower != "will"
            or tokens[group.verb].tag != "VB"
            or group.negative
        ):
            continue
        verb = tokens[group.verb]
        at = group.start - 1
        while at > 2 and group.start - at < 5 and tokens[at].tag in ("PRP", "NN", "NNS", "DT", "NNP"):
            at -= 1
            if tokens[at].lower == "which" or tokens[at + 1].lower == "time":
                break
        if [each.lower for each in tokens[max(0, at - 1) : at + 2]] not in (["by", "which", "time"],) and [
            each.lower for each in tokens[max(0, at - 2) : at + 1]
        ] != ["by", "which", "time"]:
            continue
        if verb.lemma in ("be", "have", "need", "want", "know"):
            continue
        done = inflected(verb, "VBN")
        if done is not None:
            yield slip(
                "condition",
                tokens[group.start],
                verb,
                [f"will have {done}"],
                f"What will be over by then: 'will have {done}'.",
            )
