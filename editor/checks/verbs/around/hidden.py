"""Presents that were taken for nouns: "in 2019 the same court rules that", "at the time of the crash, the train travels"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.hidden import hidden_base, hidden_verb
from editor.checks.verbs.slip import Slip, slip
from editor.text import lexicon, times
from editor.text.model import Token
from editor.text.times import Time
from editor.text.verbgroups import Group


def hidden_present(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "In 2019 the same court rules that", "at the time of the crash, the train travels at 90 mph"."""
    lead = next((each.end for each in found if each.start <= 1 and each.kind in (times.PAST, times.YEAR)), -1)
    if [each.lower for each in tokens[:4]] == ["at", "the", "time", "of"]:
        lead = next((at + 1 for at in range(4, min(9, len(tokens))) if tokens[at].text == ","), -1)
    if lead < 0:
        return
    start = lead + 1 if tokens[lead].text == "," else lead
    end = next(
        (
            at
            for at in range(start, len(tokens))
            if tokens[at].tag in (",", ".", "WDT", "WP", "WRB", ":")
            or tokens[at].lower in ("that", "because", "but")
        ),
        len(tokens),
    )
    at = hidden_verb(tokens, start, end)
    if at < 0 or at - start > 6:
        return
    form = lexicon.inflect(hidden_base(tokens[at]), "VBD")
    if form is not None:
        yield slip("around", tokens[at], tokens[at], [form], f"That time is over: write '{form}'.")
