"""The form that a verb, an adjective or a helper asks of the next: "expected fall", "seen enter", "banned cars enter", "yet to chosen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.governed.feelings import FELT, tiring
from editor.checks.verbs.governed.gerunds import denied, stopped
from editor.checks.verbs.governed.infinitives import form_after_to, managed, without_to
from editor.checks.verbs.governed.participles import (
    bare_after_noun,
    bare_after_object,
    bare_joined,
    born_and_grown,
)
from editor.checks.verbs.governed.progressives import SEEN, bare_after_been, bare_after_seen
from editor.checks.verbs.slip import BE, Slip, slip
from editor.text.model import Token
from editor.text.words import words

_EXPECTED = words("expected likely unlikely scheduled supposed unable allowed forced permitted required obliged bound unwilling reluctant eager "
                  "ready poised slated entitled urged ordered asked invited encouraged believed thought predicted forecast")  # fmt: skip
_STOPPING = words("stop stopped stops stopping prevent prevents prevented preventing ban banned bans banning bar barred bars barring prohibit prohibits "
                  "prohibited discourage discouraged deter deterred")  # fmt: skip
_HURT = words(
    "kill injure wound arrest trap displace detain hurt evacuate infect strand kidnap hospitalize hospitalise rescue"
)
_ALWAYS_TO = words("managed manages refused refuses failed fails decided decides")


def governed(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Verbs in a form that the word before them does not take."""
    if len(tokens) < 5:
        return
    for at in range(1, len(tokens) - 2):
        token = tokens[at]
        lower = token.lower
        if token.tag == "TO":
            yield from form_after_to(tokens, at)
        elif lower in _EXPECTED and (tokens[at - 1].lower in BE or tokens[at - 2].lower in BE):
            yield from without_to(tokens, at)
        elif lower in SEEN and (tokens[at - 1].lower in BE or tokens[at - 2].lower in BE):
            yield from bare_after_seen(tokens, at)
        elif lower in ("denied", "denies", "deny", "denying"):
            yield from denied(tokens, at)
        elif lower in _ALWAYS_TO:
            yield from managed(tokens, at)
        elif lower == "been":
            yield from bare_after_been(tokens, at)
        elif lower == "and":
            yield from bare_joined(tokens, at)
        elif lower in _HURT and token.tag in ("VBP", "VB", "NN"):
            yield from bare_after_noun(tokens, at)
        elif lower in FELT:
            yield from tiring(tokens, at)
        elif lower in ("had", "have", "has", "having"):
            yield from bare_after_object(tokens, at)
        elif lower == "born":
            yield from born_and_grown(tokens, at)
        elif lower == "found" and tokens[at + 1].lower == "died":
            yield slip("frame", tokens[at + 1], tokens[at + 1], ["dead"], "One is found 'dead'.")
        if lower in _STOPPING:
            yield from stopped(tokens, at)
