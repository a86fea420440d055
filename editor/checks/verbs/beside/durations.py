"""Stretches up to now: "employs child workers for years", "where families grow nuts for generations"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PRESENT, Group, inflected, reach
from editor.text.words import words

_LONG = words("""employ use hire treat hide ignore pollute dump spy abuse exploit receive send sell lie steal run own live know wait work teach
    serve lead collect produce make grow pay fund support live suffer struggle""")


def _stretch(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Time | None:
    """The stretch of time after a plain present that has a subject; None where that is not what stands there."""
    if (
        group.tense != PRESENT
        or group.negative
        or group.start != group.verb
        or not has_subject(tokens, group)
    ):
        return None
    return first(found, group.verb + 1, reach(tokens, group.verb) + 1, (times.SPAN,))


def _up_to_now(verb: Token, right: str) -> Slip:
    """A present that should be the perfect, for the stretch beside it."""
    return slip(
        "lasting",
        verb,
        verb,
        [right],
        f"A stretch of time up to now goes with the present perfect: '{right}'.",
    )


def for_long(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Employs child workers for years", "I am a farmer for 40 years"."""
    time = _stretch(tokens, found, group)
    if (
        time is None
        or time.start - group.verb > 6
        or time.end >= len(tokens)
        or tokens[time.end].tag not in (".", ",", "CC", "''")
    ):
        return
    verb = tokens[group.verb]
    unit = tokens[time.end - 1].lower
    if unit not in ("years", "decades", "centuries", "generations") or any(
        each.lower in ("to", "per", "each", "every") or each.tag in ("MD", "VBN")
        for each in tokens[group.verb : time.start]
    ):
        return
    number = tokens[time.end - 2]
    many = (
        unit != "years"
        or number.lower in ("for", "many", "several")
        or (number.tag == "CD" and number.text.isdigit() and int(number.text) > 4)
    )
    if (
        verb.lower in ("is", "am", "are")
        and many
        and tokens[group.verb + 1].lower in ("a", "an")
        and tokens[time.start - 1].tag == "NN"
    ):
        yield _up_to_now(verb, f"{'has' if verb.lower == 'is' else 'have'} been")
    elif verb.lemma in _LONG and (unit != "years" or number.lower == "for") and verb.tag == "VBZ":
        form = inflected(verb, "VBN")
        if form:
            yield _up_to_now(verb, f"has {form}")


def for_generations(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Where families grow nuts for generations"."""
    verb = tokens[group.verb]
    time = _stretch(tokens, found, group)
    if time is None or time.start - group.verb > 5 or verb.tag != "VBP" or verb.lemma not in _LONG:
        return
    if (
        tokens[time.end - 1].lower not in ("generations", "centuries", "decades")
        or time.end >= len(tokens)
        or tokens[time.end].tag not in (".", ",", "CC")
    ):
        return
    if any(each.tag in ("TO", "MD") for each in tokens[max(0, group.start - 3) : group.start]):
        return
    form = inflected(verb, "VBN")
    if form:
        yield _up_to_now(verb, f"have {form}")
