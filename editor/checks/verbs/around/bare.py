"""Bare verbs that should be pasts: "when rain stop play", "after they drift for 19 days", "nobody see"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.around.now import UP_TO_NOW
from editor.checks.verbs.events import ONCE
from editor.checks.verbs.slip import NOMINATIVE, Slip, slip
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.verbgroups import BREAKS, PAST, PERFECT, PLUPERFECT, Group
from editor.text.words import words
from editor.values import Severity

_PASTS = (PAST, PLUPERFECT, PERFECT)
_ANYBODY = words("nobody everybody everyone someone somebody everything nothing")
_LINKS = words("when after before until as")
# After them a bare verb is right: "let nobody see".
_LETTING = words(
    "let lets help helps helped make makes made see saw seen hear heard watch watched have had do does did than like to that and or n't"
)


def left_bare(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Bare verbs of what happens once, after a subject that takes a past or a form in -s."""
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
        if (
            tokens[at - 1].lower in _ANYBODY
            and tokens[at - 2].lower not in _LETTING
            and tokens[at - 2].tag not in ("MD", "VB", "IN", "RB")
            and verb.tag != "NN"
        ):
            yield from _after_anybody(tokens, verbs, at)
        else:
            yield from _in_time_clause(tokens, verbs, at)


def _after_anybody(tokens: Sequence[Token], verbs: Sequence[Group], at: int) -> Iterator[Slip]:
    """ "Nobody see the driver"."""
    verb = tokens[at]
    past, present = lexicon.inflect(verb.lower, "VBD"), lexicon.inflect(verb.lower, "VBZ")
    if past and present:
        told = any(each.tense in _PASTS for each in verbs)
        yield slip(
            "around",
            verb,
            verb,
            [past, present] if told else [present, past],
            f"'{tokens[at - 1].text.capitalize()}' takes '{present}' or '{past}'.",
            Severity.QUERY,
        )


def _in_time_clause(tokens: Sequence[Token], verbs: Sequence[Group], at: int) -> Iterator[Slip]:
    """ "When rain stop play", "after heavy rain cause a dam to overflow", "after they drift for 19 days"."""
    verb, before = tokens[at], tokens[at - 1]
    back = _before_subject(tokens, at)
    link = tokens[back]
    if link.lower not in _LINKS or link.tag not in ("IN", "WRB") or back == at - 1:
        return
    main = next((each for each in reversed(verbs) if each.verb < back), None)
    if (
        main is None
        or main.tense not in _PASTS
        or tokens[main.verb].lemma in ("say", "be", "tell", "ask")
        or any(
            each.tag in BREAKS | {"TO", "MD", ","} or each.lower in UP_TO_NOW
            for each in tokens[main.verb + 1 : back]
        )
    ):
        return
    if before.tag not in ("NN", "NNP", "PRP", "CD") or (
        before.tag == "PRP" and (verb.tag == "VBP" or before.lower not in NOMINATIVE | {"it"})
    ):
        return
    if verb.tag == "NN" and not _is_verb(tokens, at, link.lower):
        return
    form = lexicon.inflect(verb.lower, "VBD")
    done = lexicon.inflect(verb.lower, "VBN")
    if form is not None:
        fixes = [form, f"had {done}"] if link.lower == "after" and done else [form]
        yield slip("around", verb, verb, fixes, f"Beside a past tense stands a past: '{form}'.")


def _before_subject(tokens: Sequence[Token], at: int) -> int:
    back = at - 1
    while (
        back > 0
        and tokens[back].tag in ("NN", "NNP", "JJ", "DT", "PRP$", "CD", "POS", "PRP")
        and at - back < 6
    ):
        back -= 1
    return back


def _is_verb(tokens: Sequence[Token], at: int, link: str) -> bool:
    """Whether a word that was taken for a noun is the verb of its clause: there is no other, and what follows is an object."""
    after = tokens[at + 1]
    end = next(
        (place for place in range(at + 1, len(tokens)) if tokens[place].tag in (",", ".", ":", "CC")),
        len(tokens),
    )
    if link == "as" or any(each.tag in FINITE for each in tokens[at + 1 : end]):
        return False
    if link == "when":
        return after.lower not in ("of", "and", "or")
    return after.tag in ("DT", "PRP$")
