"""Pasts taken for another's: "they founded starch", "snow felled on the dunes", "when the rains begun"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.frames.doers import doer_follows
from editor.checks.verbs.slip import BE, HAVE, Slip, slip
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words

_FOUND = words("""evidence traces trace starch bodies remains proof nothing nobody no out that guilty dead him her them it weapons drugs
    explosives signs fragments bones gold oil gas water survivors wreckage fingerprints errors mistakes links solutions""")
_FALLING = words(
    "snow rain prices price shares sales temperatures profits profit hail ash exports revenue output inflation ballots votes night darkness"
)


def mixed_up(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "They founded starch from roots", "snow felled on the dunes"."""
    word, after, before = tokens[at], tokens[at + 1], tokens[at - 1] if at else None
    if (
        word.lower == "founded"
        and after.lower in _FOUND
        and before is not None
        and before.tag not in ("DT", "JJ")
    ):
        yield slip("frame", word, word, ["found"], "The past of 'find' is 'found'.")
    elif (
        word.lower == "felled"
        and before is not None
        and (
            before.lower in _FALLING
            or after.lower
            in ("to", "by", "from", "into", "off", "ill", "asleep", "below", "sharply", "short")
        )
        and before.lower not in BE | HAVE
    ):
        if after.lower == "by" and doer_follows(tokens, at + 2):
            return
        if (
            after.lower == "to"
            and before.lower not in _FALLING
            and at + 2 < len(tokens)
            and tokens[at + 2].tag == "VB"
        ):
            # "Oak that settlers felled to build ships."
            return
        yield slip("frame", word, word, ["fell"], "The past of 'fall' is 'fell'.")


def begun(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Still in their crates when the rains begun"."""
    verb, after = tokens[at], tokens[at + 1]
    if after.text not in (".", ",") and after.tag not in ("IN", "RB", "TO"):
        return
    back = at - 1
    while back > 0 and tokens[back].tag in ("NN", "NNS", "DT", "JJ", "PRP$", "NNP") and at - back < 5:
        back -= 1
    if (
        back == at - 1
        or tokens[back].lower not in ("when", "before", "because", "until")
        or tokens[back].tag not in ("IN", "WRB")
    ):
        return
    end = next(
        (place for place in range(at + 1, len(tokens)) if tokens[place].tag in (",", ".", ":", "CC")),
        len(tokens),
    )
    if any(each.tag in FINITE for each in tokens[at + 1 : end]):
        return
    base = lexicon.lemmas(verb.lower, "VBN")
    past = lexicon.inflect(base[0], "VBD") if base else None
    if past:
        yield slip("frame", verb, verb, [past], f"The past tense is '{past}'.")
