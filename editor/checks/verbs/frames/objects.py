"""Passives before an object: "was discussed a higher price", "is covered an area as large as", "to be started production"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.frames.doers import LENGTHS
from editor.checks.verbs.slip import Slip, form, slip
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words

# Verbs that take one object, which is a thing: their passive can take none.
_ONE_OBJECT = words("""cover discuss attack destroy build buy visit reach win need produce create describe develop face demand receive express
    support suffer contain reject sign approve cause damage injure enter cross reveal mention resume start begin operate
    investigate examine launch complete finish solve purchase import export manufacture construct plan""")
_BARE_OBJECTS = words("production operations talks work construction")
# They begin what says how much or how often, rather than an object: "was discussed all day".
_NO_OBJECTS = words("all both each every this that these those some any another no half")
_ORDERING = words("same following next previous first second full")


def passive_with_object(tokens: Sequence[Token], at: int, place: int, base: str) -> Iterator[Slip]:
    """The participle at `place` after the "be" at `at`, where an object follows it."""
    helper, verb = tokens[at], tokens[place]
    if base not in _ONE_OBJECT or helper.lower not in ("is", "are", "was", "were", "be"):
        return
    end = _object_end(tokens, place)
    if end < 0 or (end < len(tokens) and tokens[end].tag in FINITE):
        return
    if any(each.tag in ("WRB", "WP", "WDT") for each in tokens[max(0, at - 6) : at]):
        return
    if helper.lower == "be":
        if at and tokens[at - 1].tag in ("TO", "MD"):
            yield slip("frame", helper, verb, [base], f"With an object the verb is active: '{base}'.")
        return
    running = f"{helper.text} {form(base, 'VBG')}"
    past = form(base, "VBD")
    fixes = [running, past] if helper.lower in ("was", "were") else [past, running]
    yield slip("frame", helper, verb, fixes, f"With an object the verb is active: '{fixes[0]}'.")


def _object_end(tokens: Sequence[Token], place: int) -> int:
    """Where the object ends that begins after the verb at `place`; -1 where none does."""
    opener = tokens[place + 1]
    determined = opener.tag in ("DT", "PRP$")
    if not (determined or opener.lower in _BARE_OBJECTS) or opener.lower in _NO_OBJECTS:
        return -1
    start = end = place + 2 if determined else place + 1
    while (
        end < len(tokens)
        and tokens[end].tag in ("JJ", "JJR", "JJS", "NN", "CD", "NNS", "NNP")
        and end - place < 6
    ):
        if tokens[end].lower in LENGTHS or tokens[end].lower in _ORDERING:
            return -1
        end += 1
    return end if end > start else -1
