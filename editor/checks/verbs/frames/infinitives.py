"""Pasts after "to" and "did", and bare verbs without their "to": "believed to crashed", "did opened", "want know why"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import BE, Slip, form, slip, word_at
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.words import words

_BARE_AFTER = words("be become know see get go keep make find buy sell take give have do say tell build send bring meet pay join become stay "
                    "return resign marry kill understand learn speak withdraw")  # fmt: skip
# A clause without its "that" may follow them.
_ALSO_THAT = words("hope hopes hoped agree agrees agreed")
_SAID = words(
    "believed thought said reported feared alleged presumed known understood suspected rumored rumoured claimed"
)
_BEFORE_SAID = BE | words("widely now also still previously initially")


def past_after_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Is believed to crashed into a forest"."""
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or at < 2
        or tokens[at - 1].lower not in _SAID
        or tokens[at - 2].lower not in _BEFORE_SAID
    ):
        return
    tags = lexicon.tags(verb.lower)
    if "VB" in tags or not tags & {"VBD", "VBN"}:
        return
    found = lexicon.lemmas(verb.lower, "VBD") or lexicon.lemmas(verb.lower, "VBN")
    if found:
        done = form(found[0], "VBN")
        yield slip(
            "frame", verb, verb, [f"have {done}", found[0]], f"What is said to be over takes 'have {done}'."
        )


def past_after_did(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The spillway did opened too late"."""
    verb = word_at(tokens, at + 1)
    if verb is None or not at or tokens[at].tag != "VBD" or verb.tag not in ("VBD", "VBN"):
        return
    tags = lexicon.tags(verb.lower)
    if (
        "VB" in tags
        or "VBD" not in tags
        or tags & {"NN", "JJ", "RB"}
        # "The only thing he did was to throw it."
        or (verb.lower == "was" and tokens[at - 1].tag == "PRP")
        or any(
            each.lower in ("what", "all", "as", "than", "that", "everything", "so", "who")
            for each in tokens[max(0, at - 6) : at]
        )
    ):
        return
    found = lexicon.lemmas(verb.lower, "VBD")
    if found and tokens[at - 1].tag in NOUNS | {"PRP", ","}:
        yield slip(
            "frame",
            tokens[at],
            verb,
            [verb.text, f"did {found[0]}"],
            f"After 'did' stands the bare verb: '{found[0]}'.",
        )


def without_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Lawmakers also want know why"."""
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or verb.lower not in _BARE_AFTER
        or at + 2 >= len(tokens)
        or verb.tag not in ("VB", "VBP")
    ):
        return
    after = tokens[at + 2]
    if (
        after.tag not in ("DT", "PRP$", "PRP", "WRB", "WP", "TO", "IN", "CD", "NNS", "RB", "JJ", "VBN")
        or after.text == "?"
    ):
        return
    if tokens[at].lower in _ALSO_THAT and verb.lower in ("be", "have", "get", "go", "say"):
        return
    yield slip(
        "frame", verb, verb, [f"to {verb.text}"], f"After '{tokens[at].text}' stands an infinitive with 'to'."
    )
