"""Presents that were taken for nouns after a past: "arrived late because its bus breaks down"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.events import HAPPENS
from editor.checks.verbs.hidden import hidden_base, hidden_verb
from editor.checks.verbs.slip import Slip, slip
from editor.text import lexicon
from editor.text.model import Token
from editor.text.verbgroups import PAST, Group
from editor.text.words import words

_HABITS = words("run work play go come take put pay sell leave lose win make lead")


def hidden_after(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "Arrived late because its bus breaks down", where the verb was taken for a noun."""
    if not verbs:
        return
    for at in range(verbs[0].verb + 1, len(tokens) - 4):
        if tokens[at].lower not in ("because", "when", "after") or tokens[at].tag not in ("IN", "WRB"):
            continue
        main = next((each for each in reversed(verbs) if each.verb < at), None)
        if main is None or main.tense != PAST or tokens[main.verb].lemma in ("say", "tell"):
            continue
        end = next(
            (
                place
                for place in range(at + 1, len(tokens))
                if tokens[place].tag in (",", ".", ":", "WDT", "WP", "CC", "``")
            ),
            len(tokens),
        )
        place = hidden_verb(tokens, at + 1, end)
        if (
            place < 0
            or place - at > 5
            or (tokens[at].lower == "after" and tokens[place + 1].tag not in ("DT", "PRP$", "RB"))
        ):
            continue
        lemma = hidden_base(tokens[place])
        form = lexicon.inflect(lemma, "VBD") if lemma in HAPPENS - _HABITS else None
        if form:
            yield slip(
                "around",
                tokens[place],
                tokens[place],
                [form],
                f"Beside a past tense stands a past: '{form}'.",
            )
