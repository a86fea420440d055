"""From one year to another that is over: "has been a priest in Lagos from 1988 to 1995"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.subject import has_subject
from editor.text import times
from editor.text.model import Token
from editor.text.verbgroups import PERFECT, PRESENT, Group, reach
from editor.text.words import words

_SERVED = words("work serve live teach play lead run head study rule govern own")


def from_year_to_year(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Has been a priest in Lagos from 1988 to 1995"."""
    if (
        group.tense not in (PERFECT, PRESENT)
        or not has_subject(tokens, group)
        or (group.tense == PRESENT and (group.start != group.verb or tokens[group.verb].lemma not in _SERVED))
    ):
        return
    end = min(reach(tokens, group.verb), len(tokens) - 3)
    for at in range(group.verb + 1, end):
        if tokens[at].lower not in ("from", "between") or at - group.verb > 10:
            continue
        one, link, two = (
            tokens[at + 1],
            tokens[at + 2],
            tokens[at + 3] if at + 3 < len(tokens) else tokens[at + 2],
        )
        if (
            link.lower in ("to", "until", "and", "till")
            and _year(one)
            and _year(two)
            and int(two.text) < times.this_year()
        ):
            if any(
                each.lower in ("data", "figures", "records", "period", "years", "rise", "rises", "increase")
                for each in tokens[group.verb : at]
            ):
                return
            # "has studied storms from 1988 to 1995": the years may be the storms'.
            if tokens[group.verb].lemma == "study" and tokens[at - 1].tag == "NNS":
                return
            if tokens[group.verb].lower == "been" or tokens[group.verb].lemma in _SERVED:
                yield from past_of(tokens, group, kind="finished")
            return


def _year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and token.text[:2] in ("18", "19", "20")
