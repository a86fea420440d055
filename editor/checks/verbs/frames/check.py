"""What a verb's object, or the lack of one, says of its form: "was discussed a higher price", "no one has arrested", "for dump oily water"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.frames.absolutes import after_with
from editor.checks.verbs.frames.appositives import apposed
from editor.checks.verbs.frames.being import after_be
from editor.checks.verbs.frames.gerunds import after_preposition
from editor.checks.verbs.frames.having import after_have
from editor.checks.verbs.frames.infinitives import past_after_did, past_after_to, without_to
from editor.checks.verbs.frames.pasts import begun, mixed_up
from editor.checks.verbs.frames.patients import patient_could_act
from editor.checks.verbs.frames.relatives import without_be
from editor.checks.verbs.slip import BE, HAVE, Slip
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words

_BEFORE_VERB = words("for of from by without before after against despite through instead")
_CONTROL = words("want wants wanted hope hopes hoped decide decides decided refuse refuses refused manage manages managed agree agrees agreed "
                 "fail fails failed intend intends intended")  # fmt: skip
_PARTICIPLES = words(
    "begun gone risen fallen grown shrunk sunk flown arisen withdrawn swum sprung drunk sung"
)


def frames(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Verbs whose form does not fit what follows them."""
    if len(tokens) < 5:
        return
    for at in range(len(tokens) - 1):
        token = tokens[at]
        lower = token.lower
        if lower in BE:
            yield from after_be(tokens, at)
        elif lower in HAVE:
            yield from after_have(tokens, at)
        elif lower in ("which", "who", "that"):
            yield from without_be(tokens, at)
        elif lower == "to" and token.tag == "TO":
            yield from past_after_to(tokens, at)
        elif lower == "did":
            yield from past_after_did(tokens, at)
        elif token.tag == "MD":
            yield from patient_could_act(tokens, at)
        elif token.text == ",":
            yield from apposed(tokens, at)
        elif lower == "with":
            yield from after_with(tokens, at)
        elif lower in ("founded", "felled"):
            yield from mixed_up(tokens, at)
        if lower in _CONTROL and token.tag in FINITE | {"VBN", "VB"}:
            yield from without_to(tokens, at)
        if lower in _BEFORE_VERB and token.tag in ("IN", "TO", "RB", "WRB"):
            yield from after_preposition(tokens, at)
        if lower in _PARTICIPLES:
            yield from begun(tokens, at)
