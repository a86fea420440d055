"""Passives of verbs that have none before what follows them: "prices were risen by", "the pilot was resigned from"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, form, slip
from editor.text.model import Token
from editor.text.words import words

_FOLLOWED_BY = {
    "suffer": words("from"),
    "consist": words("of"),
    "belong": words("to"),
    "benefit": words("from"),
    "differ": words("from"),
    "struggle": words("to with for against"),
    "cope": words("with"),
    "compete": words("with against for in"),
    "participate": words("in"),
    "succeed": words("in"),
    "collaborate": words("with"),
    "emigrate": words("to from in with"),
    "migrate": words("to from in"),
    "escape": words("from to in during through"),
    "survive": words("with in for without the . and"),
    "explode": words("in on at near last when after as during . and , inside outside under early late"),
    "capsize": words("in on at near last when after as during . and , off early late"),
    "crash": words("in on at near last when after as during . into off early late"),
    "last": words("for from until more only about nearly almost two three four five six several at"),
    "rise": words("by to from in % 1 2 3 4 5 6 7 8 9"),
    "fall": words("by to from"),
    "resign": words("from in on after over as last"),
    "testify": words("that in against before to"),
    "commute": words("from between"),
    "abscond": words("from with"),
    "erupt": words("in on after when"),
    "protest": words("against in at outside over on"),
    "retreat": words("to from into"),
    "weep": words("in at"),
    "rely": words("on"),
    "evolve": words("from into over"),
    "soar": words("by to"),
    "plunge": words("by to"),
    "arrive": words("in at on"),
}
_BLOWN_UP = words("bomb device mine bombs car")


def without_passive(tokens: Sequence[Token], at: int, place: int, base: str) -> Iterator[Slip]:
    """The participle at `place` after the "be" at `at`, where the verb is in no passive before the next word."""
    helper, verb, after = tokens[at], tokens[place], tokens[place + 1]
    changes = base in ("rise", "fall")
    follow = _FOLLOWED_BY.get(base)
    if (
        follow is None
        or not (after.lower in follow or (changes and after.tag == "CD"))
        or helper.lower not in ("is", "are", "was", "were", "been")
    ):
        return
    if (changes and after.lower == "in") or (base == "resign" and after.lower not in ("from", "last", "on")):
        return
    if base in ("explode", "crash") and any(each.lower in _BLOWN_UP for each in tokens[max(0, at - 5) : at]):
        return
    between = " ".join(each.text for each in tokens[at + 1 : place])
    yield slip(
        "frame",
        helper,
        verb,
        [f"{between} {each}".strip() for each in _actives(helper, base)],
        f"'{base.capitalize()}' has no passive here.",
    )


def _actives(helper: Token, base: str) -> list[str]:
    """The active forms that may stand for the passive with this "be", the likelier first."""
    if helper.lower == "been":
        return [form(base, "VBN")]
    past = form(base, "VBD")
    present = base if helper.lower in ("are", "were") else form(base, "VBZ")
    return [past, present] if helper.lower in ("was", "were") else [present, past]
