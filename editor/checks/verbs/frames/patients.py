"""Subjects that suffer a deed, with a verb that says they do it: "no one has arrested.", "deaths could prevent if", "were arresting in"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.frames.doers import PERSONS
from editor.checks.verbs.frames.subject import opens_clause
from editor.checks.verbs.frames.transitives import ENDS, STRICT
from editor.checks.verbs.slip import Slip, base_from, form, slip, word_at
from editor.checks.verbs.steps import over_adverbs
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity

_AFTER = words(
    "in on at since for during near under after before because when as within inside until throughout"
)
_AGENTS = words("police court courts army troops soldiers government council officials rebels militants gangs thieves gang gunmen agents authorities "
                "crews firefighters prosecutors detectives guards customs parliament congress regulators doctors nurses engineers investigators")  # fmt: skip
_AUTHORITIES = words("police people court government army city council")
_AFTER_MODAL = words("if when until unless in on at since within before after")
_SEEMING = words("appear appears appeared seem seems seemed believed thought said reported feared")
# These are said without an object as well: "the minister has informed".
_ALSO_ALONE = words("contain cause blame prosecute repair inform appeal")


def patient_acts(tokens: Sequence[Token], at: int, place: int, base: str) -> Iterator[Slip]:
    """ "Six men were arresting in Lagos", "the bridge is repairing."."""
    verb, after = tokens[place], tokens[place + 1]
    if (
        base not in STRICT
        or tokens[at].lower not in ("is", "are", "was", "were")
        or not (after.tag in ENDS or after.lower in ("in", "at", "on", "since"))
        or base in ("blame", "contain", "accuse", "cause", "condemn")
    ):
        return
    if not at or tokens[at - 1].tag not in ("NN", "NNS", "NNP") or not opens_clause(tokens, at):
        return
    right = form(base, "VBN")
    yield slip(
        "frame",
        verb,
        verb,
        [f"being {right}", right],
        f"Whom it happens to is 'being {right}'.",
        Severity.QUERY,
    )


def patient_has_acted(tokens: Sequence[Token], at: int, place: int) -> Iterator[Slip]:
    """ "No one has arrested.", "they had trapped for six hours"."""
    verb, after = tokens[place], tokens[place + 1]
    base = base_from(verb, "VBN")
    if base not in STRICT or not (after.tag in ENDS or after.lower in _AFTER | {"by"}):
        return
    if not at or not _may_suffer(tokens, at) or (base in _ALSO_ALONE and after.lower != "by"):
        return
    if after.text == "," and place + 2 < len(tokens) and tokens[place + 2].tag in ("VBN", "CC", "VBD"):
        return
    if any(
        each.lower in ("what", "which", "whom", "who", "as", "than") for each in tokens[max(0, at - 8) : at]
    ):
        return
    sure = after.lower == "by" or tokens[at - 1].lower in ("to", "nobody", "they", "one")
    yield slip(
        "frame",
        verb,
        verb,
        [f"been {verb.text}"],
        f"Whom it happens to 'has been {verb.text}'.",
        None if sure else Severity.QUERY,
    )


def _may_suffer(tokens: Sequence[Token], have: int) -> bool:
    """Whether the subject of the "have" is no authority, and is whole before it: "the man has", "he appears to have"."""
    before = tokens[have - 1].lower
    return before not in _AGENTS and (
        opens_clause(tokens, have) or (before == "to" and tokens[have - 2].lower in _SEEMING)
    )


def patient_could_act(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Most of these deaths could prevent if help came"."""
    place = over_adverbs(tokens, at + 1)
    verb = word_at(tokens, place)
    if (
        verb is None
        or verb.tag != "VB"
        or place + 1 >= len(tokens)
        or verb.lower not in STRICT
        or verb.lower in ("blame", "contain", "cause", "deposit")
    ):
        return
    after = tokens[place + 1]
    if after.text != "." and after.lower not in _AFTER_MODAL:
        return
    if not opens_clause(tokens, at) or tokens[at - 1].tag not in ("NNS", "NN"):
        return
    if tokens[at - 1].lower.endswith(PERSONS) or tokens[at - 1].lower in _AUTHORITIES:
        return
    right = form(verb.lower, "VBN")
    yield slip("frame", verb, verb, [f"be {right}"], f"Whom it happens to is 'be {right}'.", Severity.QUERY)
