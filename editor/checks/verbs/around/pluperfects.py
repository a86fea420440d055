"""Past perfects with nothing later beside them: "had been born in Aleppo in 1931 and moved", "had arrived so far this week"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.text import times
from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PERFECT, PLUPERFECT, PRESENT, Group, reach
from editor.text.words import words
from editor.values import Severity

_BEGUN = words("born founded built established elected appointed killed arrested")
_MANY = words("thousands hundreds dozens scores tens millions")


def too_early(
    tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group], group: Group
) -> Iterator[Slip]:
    """The past perfect of the sentence's first verb, where the next tells of nothing later."""
    helper = tokens[group.start]
    if group.tense != PLUPERFECT or helper.lower != "had" or not helper.space or group.negative:
        return
    if group.start < 1 or tokens[group.start - 1].tag not in NOUNS | {"PRP"}:
        return
    after = next((each for each in verbs if each.start > group.verb), None)
    if after is None or any(each.verb < group.start for each in verbs):
        return
    if first(
        found, group.verb + 1, reach(tokens, group.verb), (times.SO_FAR,)
    ) is not None and after.tense in (PRESENT, PERFECT):
        fix = "have" if _is_many(tokens, tokens[group.start - 1]) else "has"
        yield slip("around", helper, helper, [fix], f"What goes on up to now takes '{fix}'.", Severity.QUERY)
    elif _joined_to_later(tokens, found, group, after):
        be = "were" if tokens[group.start - 1].tag == "NNS" else "was"
        yield slip(
            "around",
            helper,
            tokens[group.verb],
            [f"{be} {tokens[group.verb].text}"],
            "Nothing later stands beside it: the simple past will do.",
            Severity.QUERY,
        )


def _is_many(tokens: Sequence[Token], subject: Token) -> bool:
    return subject.tag in ("NNS", "NNPS") or subject.lower in ("they", "we", "i") or tokens[0].lower in _MANY


def _joined_to_later(tokens: Sequence[Token], found: Sequence[Time], group: Group, after: Group) -> bool:
    """Whether a dated beginning is joined to what came next: "had been born in Aleppo in 1931 and moved"."""
    return (
        group.passive
        and tokens[group.verb].lower in _BEGUN
        and after.tense == PAST
        and tokens[after.start - 1].lower == "and"
        and first(found, group.verb + 1, after.start, (times.YEAR, times.PAST, times.DATE)) is not None
        and not any(
            each.lower in ("before", "when", "until", "after", "already", "by")
            for each in tokens[: after.start]
        )
    )
