"""What somebody did at an age: "has started the company at age 19"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.beside.lists import TODAY
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip
from editor.checks.verbs.subject import has_subject
from editor.text.model import Token
from editor.text.verbgroups import PERFECT, Group, reach


def at_age(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Has started the company at age 19"."""
    if (
        group.tense != PERFECT
        or tokens[group.verb].lemma in ("die", "retire", "find")
        or not has_subject(tokens, group)
    ):
        return
    for at in range(group.verb + 1, min(reach(tokens, group.verb), len(tokens) - 2)):
        if tokens[at].lower != "at":
            continue
        rest = [each.lower for each in tokens[at + 1 : at + 4]]
        if (rest[:1] == ["age"] and tokens[at + 2].tag == "CD") or rest == ["the", "age", "of"]:
            if any(
                each.lower in TODAY or each.lower in ("since", "already") for each in tokens[group.start : at]
            ):
                return
            yield from past_of(tokens, group)
            return
