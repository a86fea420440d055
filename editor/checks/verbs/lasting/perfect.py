"""A group of verbs put into the present perfect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.lasting.have import have_of
from editor.checks.verbs.slip import Slip, auxiliary, slip
from editor.checks.verbs.steps import before_adverbs
from editor.checks.verbs.subject import SUBJECTS
from editor.text.model import Token
from editor.text.verbgroups import PAST, PRESENT, Group, inflected
from editor.text.words import words
from editor.values import Severity

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
_PLACED = words("in at on here there under president head")
_NEGATIVE = ("not", "n't", "n’t")
_RISERS = words("""rise fall grow drop increase decrease decline climb double triple quadruple halve shrink jump soar plunge improve
    worsen deteriorate become change lose gain expand spread reach""")


def perfect(
    tokens: Sequence[Token],
    group: Group,
    message: str,
    *,
    since: bool,
    sure: bool = False,
    severity: Severity | None = None,
    free: bool = False,
) -> Iterator[Slip]:
    """The group as a present perfect.

    `since` says that "since" is what asks for it, `sure` that a past is wrong whatever its verb, `free` that a present is.
    """
    helper, verb = tokens[group.start], tokens[group.verb]
    if not helper.space or auxiliary(tokens, group.verb):
        return
    before = before_adverbs(tokens, group.start - 1)
    if before < 0 or (
        tokens[before].lower not in ("that", "who", "which")
        and tokens[before].tag not in SUBJECTS | {"PRP", "WDT", "WP", ")"}
    ):
        return
    have = have_of(tokens, group, before)
    if _is_stuck(verb, group, since):
        yield slip("lasting", helper, helper, [f"{have} been"], f"{message}: '{have} been'.", severity)
        return
    between = [each.text for each in tokens[group.start + 1 : group.verb] if each.tag == "RB"]
    adverbs = [each for each in between if each not in _NEGATIVE]
    negative = len(adverbs) < len(between)
    if group.tense == PRESENT:
        done = _of_present(tokens, group, since=since and not sure, free=free or negative)
    elif group.tense == PAST:
        done = _of_past(tokens, group, since=since, sure=sure, negative=negative)
    else:
        return
    if done is not None:
        fix = " ".join([have, *(["not"] if negative else []), *adverbs, done])
        yield slip("lasting", helper, verb, [fix], f"{message}: '{fix}'.", severity)


def _is_stuck(verb: Token, group: Group, since: bool) -> bool:
    """Whether a past is a state that holds since then, its participle kept as it is: "was closed since May"."""
    return group.tense == PAST and (group.passive or group.running) and since and verb.lower in _STATES


def _of_present(tokens: Sequence[Token], group: Group, *, since: bool, free: bool) -> str | None:
    """What a present's perfect has after "have"; None where the present may be right."""
    verb = tokens[group.verb]
    if verb.lemma == "be" and group.verb == group.start:
        after = tokens[group.verb + 1] if group.verb + 1 < len(tokens) else None
        if since and (after is None or not (after.lower in _STATES or after.tag in ("DT", "IN"))):
            return None
        return "been"
    if group.running:
        if verb.lemma in ("expect", "plan", "hope", "go"):
            return None
        return f"been {inflected(verb, 'VBG') or verb.text}"
    if group.passive:
        return f"been {verb.text}"
    return inflected(verb, "VBN") if free or verb.lemma in _GOING_ON else None


def _of_past(tokens: Sequence[Token], group: Group, *, since: bool, sure: bool, negative: bool) -> str | None:
    """What a past's perfect has after "have"; None where the past may be right."""
    verb = tokens[group.verb]
    if group.running or (group.passive and not sure):
        return None
    if not sure and not negative:
        if verb.lemma != "be":
            if verb.lemma not in _RISERS:
                return None
        else:
            state = tokens[group.verb + 1].lower if group.verb + 1 < len(tokens) else ""
            if not since or state not in _STATES - _PLACED:
                return None
    form = "been" if verb.lemma == "be" else inflected(verb, "VBN")
    return f"been {verb.text}" if form is not None and group.passive else form
