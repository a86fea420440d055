"""Verbs with "ever since": "merged in 2014 and share a fleet ever since"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.lasting.beginnings import begins
from editor.checks.verbs.lasting.perfect import perfect
from editor.checks.verbs.slip import Slip, slip
from editor.text.model import Token
from editor.text.verbgroups import PRESENT, Group, inflected, reach


def ever_since(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "And share a fleet ever since"."""
    end = reach(tokens, group.verb)
    for at in range(group.verb + 1, min(end, len(tokens) - 2)):
        if tokens[at].lower == "ever" and tokens[at + 1].lower == "since":
            if (
                tokens[at + 2].tag in (".", ",", "IN", "CC", "DT", "PRP")
                and group.tense == PRESENT
                and at - group.verb <= 8
                and not begins(tokens, at + 2)
            ):
                yield from perfect(
                    tokens, group, "'Ever since' goes with the present perfect", since=False, free=True
                )
            return


def joined_ever_since(tokens: Sequence[Token]) -> Iterator[Slip]:
    """ "Merged in 2014 and share a fleet ever since"."""
    place = next(
        (
            at
            for at in range(3, len(tokens))
            if tokens[at].lower == "since" and tokens[at - 1].lower == "ever"
        ),
        None,
    )
    if place is None:
        return
    for at in range(place - 2, max(1, place - 10), -1):
        verb = tokens[at]
        if (
            verb.tag == "VB"
            and tokens[at - 1].lower == "and"
            and any(each.tag == "VBD" for each in tokens[:at])
        ):
            form = inflected(verb, "VBN")
            if form is not None and not any(each.tag in ("TO", "MD") for each in tokens[:at]):
                yield slip(
                    "lasting",
                    verb,
                    verb,
                    [f"have {form}"],
                    f"'Ever since' goes with the present perfect: 'have {form}'.",
                )
            return
        if verb.tag in ("VBD", "VBZ", "VBP", "VBN", ",", "VBG"):
            return
