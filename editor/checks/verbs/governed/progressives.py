"""Forms in -ing after "been" and "seen": "has been work on", "was seen enter"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.governed.followers import AFTER_VERB
from editor.checks.verbs.slip import Slip, form, slip, word_at
from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words

SEEN = words("seen heard spotted filmed observed photographed caught noticed")
_AT_WORK = words(
    "work live play study train teach travel search wait talk fight look act serve stay sleep hide rise fall grow shrink decline increase protest campaign demonstrate march struggle negotiate prepare camp queue investigate"
)
_AFTER_WORK = words("""on in at for with there here since as from under together against sharply steadily outside near over around through
    across""")


def bare_after_seen(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Was seen enter the building"."""
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or "VB" not in lexicon.tags(verb.lower)
        or verb.tag not in ("VB", "VBP")
        or tokens[at + 2].tag not in AFTER_VERB
    ):
        return
    running = form(verb.lower, "VBG")
    yield slip(
        "frame", verb, verb, [running, f"to {verb.text}"], f"Who is seen doing a thing is seen '{running}'."
    )


def bare_after_been(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Has been work on the vaccine since 2018"."""
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or verb.lower not in _AT_WORK
        or verb.tag not in ("VB", "VBP", "NN")
        or tokens[at - 1].lower not in ("has", "have", "had", "'ve", "already", "also")
    ):
        return
    if tokens[at + 2].lower not in _AFTER_WORK:
        return
    back = [each.lower for each in tokens[max(0, at - 3) : at]]
    if "there" in back or ("it" in back and verb.tag == "NN"):
        return
    running = form(verb.lower, "VBG")
    yield slip("frame", verb, verb, [running], f"After 'been' stands a participle: '{running}'.")
