"""Perfects after "by" and a year: "by 1990 the herd has shrunk to 40 animals"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import is_single
from editor.text import times
from editor.text.model import Token
from editor.text.times import DECADE, YEAR_NUMBER
from editor.text.verbgroups import PERFECT, Group


def by_year(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "By 1990 the herd has shrunk to 40 animals"."""
    if tokens[0].lower != "by" or group.tense != PERFECT or not tokens[group.start].space:
        return
    at = 1
    if tokens[1].lower == "the":
        at = 2
        if tokens[2].lower in ("early", "late", "mid", "end", "start"):
            at = 3
        if tokens[at].lower == "of":
            at += 1
    year = tokens[at].text
    over = (YEAR_NUMBER.fullmatch(year) and int(year) < times.this_year()) or DECADE.fullmatch(year)
    if not over or tokens[at + 1].tag in ("NN", "NNS"):
        return
    start = at + 2 if tokens[at + 1].text == "," else at + 1
    if is_single(tokens, start, group.start):
        helper = tokens[group.start]
        yield slip(
            "sequence", helper, helper, ["had"], "What was over by then stands in the past perfect: 'had'."
        )
