"""A group of verbs put into the past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.text.model import Token
from editor.text.verbgroups import PERFECT, Group, inflected
from editor.text.words import words
from editor.values import Severity


def simple_past(tokens: Sequence[Token], group: Group) -> str | None:
    """The simple past of a present perfect, its adverbs but "already" kept."""
    helper, verb = tokens[group.start], tokens[group.verb]
    between = [each for each in tokens[group.start + 1 : group.verb] if each.lower not in ("been", "already")]
    adverbs = [each.text for each in between if each.lower not in ("not", "n't")]
    lead = "" if helper.space or group.start == 0 else " "
    if verb.lower == "been" or group.passive or group.running:
        be = "was" if helper.lower == "has" or _i_before(tokens, group.start) else "were"
        negative = ["not"] if any(each.lower in ("not", "n't") for each in between) else []
        rest = [] if verb.lower == "been" else [verb.text]
        return lead + " ".join([be, *negative, *adverbs, *rest])
    if any(each.lower in ("not", "n't") for each in between):
        bare = inflected(verb, "VB")
        return f"{lead}did not {bare}" if bare else None
    past = inflected(verb, "VBD")
    return lead + " ".join([*adverbs, past]) if past else None


def _i_before(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].lower == "i"


def past_of(
    tokens: Sequence[Token],
    group: Group,
    kind: str = "around",
    severity: Severity | None = None,
    done: bool = False,
) -> Iterator[Slip]:
    """The group in the simple past, for the time beside it; where `done` a present may be a past perfect as well."""
    return _put(
        tokens,
        group,
        kind,
        "The time beside it is over: '{}'.",
        done and group.tense != PERFECT,
        severity,
    )


def past_around(
    tokens: Sequence[Token], group: Group, *, done: bool = False, severity: Severity | None = None
) -> Iterator[Slip]:
    """The group in the simple past, for the past around it; where `done` in the past perfect as well."""
    return _put(tokens, group, "around", "The past around it asks for the past: '{}'.", done, severity)


_REPORTING = words(
    "believe think know say report understand estimate suppose presume assume hold feel allege"
)


def _reporting(tokens: Sequence[Token], group: Group) -> bool:
    """ "When it is believed to have happened": believed now, of then."""
    after = tokens[group.verb + 1] if group.verb + 1 < len(tokens) else None
    return tokens[group.verb].lemma in _REPORTING and after is not None and after.tag == "TO"


def _compound(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb may be a noun: "formed from freshwater sediments"."""
    return (
        at > 1
        and tokens[at].tag == "VBZ"
        and tokens[at - 1].tag == "NN"
        and tokens[at - 2].lower in ("from", "with", "by", "under", "into", "as", "through")
    )


def _put(
    tokens: Sequence[Token], group: Group, kind: str, message: str, done: bool, severity: Severity | None
) -> Iterator[Slip]:
    helper, verb = tokens[group.start], tokens[group.verb]
    if group.tense == PERFECT:
        fix = simple_past(tokens, group)
        if fix is not None:
            rest = " ".join(each.text for each in tokens[group.start + 1 : group.verb + 1])
            fixes = [fix, f"had {rest}"] if done and helper.space else [fix]
            yield slip(kind, helper, verb, fixes, message.format(fix), severity)
    elif helper.lemma == "be" and helper.space:
        if group.passive and _reporting(tokens, group):
            return
        fix = "were" if helper.lower == "are" else "was"
        yield slip(kind, helper, helper, [fix], message.format(fix), severity)
    elif helper.lower in ("do", "does"):
        yield slip(kind, helper, helper, ["did"], message.format("did"), severity)
    elif group.start == group.verb and not _compound(tokens, group.verb):
        form = inflected(verb, "VBD")
        if form is not None and form != verb.lower:
            participle = inflected(verb, "VBN")
            fixes = [form, f"had {participle}"] if done and participle is not None else [form]
            yield slip(kind, verb, verb, fixes, message.format(form), severity)
