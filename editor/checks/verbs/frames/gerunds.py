"""Bare verbs after a preposition: "fined for dump oily water", "stop a wildfire from reach a monastery"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, form, slip, word_at
from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words

# Verbs that are nouns too, but none that a preposition takes bare.
_AS_VERBS = words("""dump reach steal sell spread smuggle hold drive ruin carry catch throw kill recruit hire beat make take give build
    break keep send blow burn dig fix melt punch ram rob shoot slap stab sweep tear grab hide hit murder attack rape
    kidnap bribe insult threaten harass poison blackmail assault fail""")


def after_preposition(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Fined for dump oily water", "stop a wildfire from reach a monastery"."""
    verb = word_at(tokens, at + 1)
    lead = tokens[at]
    if verb is None or at + 2 >= len(tokens) or not at:
        return
    tags = lexicon.tags(verb.lower)
    if "VB" not in tags or tags & {"IN", "DT", "PRP", "RB", "JJ", "VBN", "CD", "MD"}:
        return
    only = not tags & {"NN", "NNS", "NNP"}
    if not only and (lead.lower in ("before", "after") or verb.lower not in _AS_VERBS):
        return
    if not _takes(tokens, at, only):
        return
    if lead.lower in ("for", "instead") and tokens[at - 1].lower in ("and", "but"):
        return
    # "She will instead take a rest."
    if tokens[at - 1].tag in ("MD", "TO"):
        return
    right = form(verb.lower, "VBG")
    if right != verb.lower:
        yield slip("frame", verb, verb, [right], f"After '{lead.text}' stands the form in -ing: '{right}'.")


def _takes(tokens: Sequence[Token], at: int, only: bool) -> bool:
    """Whether an object follows the verb after the preposition at `at`; a word that is nothing but a verb needs less to show it."""
    lead, verb, after = tokens[at], tokens[at + 1], tokens[at + 2]
    return (
        (after.tag in ("DT", "PRP$") and after.lower not in ("that", "this", "all", "both"))
        or after.lower in ("him", "them", "us", "me")
        or (
            after.tag in ("JJ", "NNS", "NN")
            and only
            and verb.tag in ("VB", "VBP")
            and verb.lower not in ("bake", "dump")
            and lead.lower != "of"
            and at + 3 < len(tokens)
        )
        or (
            verb.lower in ("dump", "steal", "sell", "smuggle", "carry", "throw", "recruit", "make")
            and after.tag in ("JJ", "NN", "NNS", "CD")
            and at + 3 < len(tokens)
            and tokens[at + 3].tag in ("NN", "NNS", "IN", "TO")
        )
    )
