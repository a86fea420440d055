"""Presents and pasts with "since" and a beginning: "works there since 2009", "kept its borders open since the war"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.lasting.beginnings import RANKED, begins
from editor.checks.verbs.lasting.have import have_of
from editor.checks.verbs.lasting.perfect import perfect
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.steps import before_adverbs
from editor.text import times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, PRESENT, Group, inflected, reach
from editor.text.words import words

_KEPT = words("""keep hold remain stay live work serve lead run maintain suffer struggle wait own govern rule reign head occupy use
    dominate belong control boycott share support refuse""")


def since_beginning(tokens: Sequence[Token], found: Sequence[Time], group: Group) -> Iterator[Slip]:
    """ "Works there since 2009", "did not win a title since 1998"."""
    time = first(found, group.verb + 1, reach(tokens, group.verb) + 1, (times.SINCE,))
    if time is None or not begins(tokens, time.end):
        return
    # "Since March to May": another preposition is meant.
    if any(each.lower in ("to", "till", "until") for each in tokens[time.end + 1 : time.end + 2]):
        return
    if time.start > group.verb + (6 if group.tense == PAST else 11) or _ranks(tokens, group, time.start):
        return
    left = tokens[time.start - 1]
    if left.tag == "CC" or left.lower in ("long", "years", "months"):
        return
    inside = tokens[group.start : time.start]
    if (
        tokens[group.verb].lemma == "have"
        and group.start == group.verb
        and (inside[-1].lower == "has" or (inside[1:2] and inside[1].lower in ("more", "never", "ever")))
    ):
        return
    if any(
        each.tag in ("VBN", "VBG", "JJR") and each.lower not in ("more", "less", "fewer")
        for each in tokens[group.verb + 1 : time.start]
    ):
        return
    if group.tense == PAST and group.start == group.verb and tokens[group.verb].lemma in _KEPT:
        yield from _kept(tokens, group)
        return
    nothing = (
        group.tense == PRESENT
        and group.start == group.verb
        and inside[1:]
        and (
            inside[1].lower in ("no", "nothing", "nobody")
            or any(each.lower in ("times", "twice") for each in inside)
        )
    )
    yield from perfect(
        tokens,
        group,
        "'Since' goes with the present perfect",
        since=True,
        free=bool(nothing) and tokens[group.verb].lemma not in ("be", "have"),
    )


def _ranks(tokens: Sequence[Token], group: Group, end: int) -> bool:
    """Whether the words up to `end` rank what is told, so that "since" goes with the rank: "is the worst flood since 1953"."""
    inside = tokens[group.start : end]
    return any(each.tag in ("JJS", "RBS") for each in inside) or any(
        not group.running
        and each.lower in RANKED
        and inside[at - 1].lower not in ("a", "nearly", "almost", "about")
        for at, each in enumerate(inside)
    )


def _kept(tokens: Sequence[Token], group: Group) -> Iterator[Slip]:
    """ "Which kept its borders open since the start of the war": a past that lasts up to now, or up to another past."""
    verb = tokens[group.verb]
    form = inflected(verb, "VBN")
    before = before_adverbs(tokens, group.start - 1)
    if (
        form is None
        or before < 0
        or tokens[before].tag not in ("NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP")
    ):
        return
    told = any(
        each.tag == "VBD" and place != group.verb and place < group.start for place, each in enumerate(tokens)
    )
    fixes = [f"{have_of(tokens, group, before)} {form}", f"had {form}"]
    if told:
        fixes.reverse()
    yield slip("lasting", verb, verb, fixes, f"What has lasted since then is told with '{fixes[0]}'.")
