"""Reported speech that leaves the past in a story that otherwise keeps to it: "said it will appeal" among "said he had", "said they would"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.checks.verbs.slip import Slip, slip
from editor.text.model import Token
from editor.text.verbgroups import PAST, PERFECT, PLUPERFECT, PRESENT, WILL, WOULD, Group, groups, reach
from editor.text.words import words
from editor.values import Severity

_SAID = words("""said told announced added warned claimed admitted confirmed reported acknowledged insisted argued promised pledged vowed predicted
    estimated denied explained wrote testified complained conceded stressed""")
_BACK = {"will": "would", "has": "had", "have": "had", "is": "was", "are": "were", "do": "did", "does": "did"}
# Laws of nature, and what the speaker is.
_TIMELESS = words("because always never usually generally often every each any")


class Reported(NamedTuple):
    """A verb of a reported clause: its tokens, its group, and whether it stands in the past."""

    tokens: Sequence[Token]
    group: Group
    back: bool


def reported(tokens: Sequence[Token]) -> Iterator[Reported]:
    """The verbs of the clauses that a past "said" of the sentence reports, outside quotation marks."""
    verbs = groups(tokens)
    quoted = False
    places = set()
    for at, token in enumerate(tokens):
        if token.tag in ("``", "''"):
            quoted = token.tag == "``"
        if quoted:
            places.add(at)
    for one, two in pairwise(verbs):
        if (
            tokens[one.verb].lower not in _SAID
            or one.tense != PAST
            or one.running
            or one.passive
            or two.start in places
            or one.verb in places
        ):
            continue
        start = one.verb + 1
        if two.start - start > 12 or not _plain(tokens, one, start, two.start):
            continue
        helped = tokens[two.start].lower in _BACK
        if two.tense in (WILL, PERFECT, PRESENT) and helped:
            yield Reported(tokens, two, False)
        elif two.tense in (WOULD, PLUPERFECT, PAST):
            yield Reported(tokens, two, True)


def _plain(tokens: Sequence[Token], one: Group, start: int, end: int) -> bool:
    """Whether nothing but times, whom it was said to, "that" and one subject stands between two places."""
    inner = tokens[start:end]
    if (
        not inner
        or inner[0].text == ","
        or any(
            each.tag in ("``", "''", ":", "(", "WDT", "WP", "WRB", "TO", "MD", "VBG", ",", "CC")
            for each in inner
        )
    ):
        return False
    last = next((each for each in reversed(inner) if each.tag != "RB"), inner[-1])
    return last.tag in ("NN", "NNS", "NNP", "NNPS", "PRP", "CD")


def departures(sentences: Sequence[Sequence[Token]]) -> Iterator[Slip]:
    """The presents and futures of reported clauses where most of the story's stand in the past."""
    found = [
        each
        for tokens in sentences
        if any(token.lower in _SAID for token in tokens)
        for each in reported(tokens)
    ]
    back = sum(each.back for each in found)
    away = [each for each in found if not each.back]
    if not away or back < len(away):
        return
    clear = back > 1 and back >= 2 * len(away)
    for tokens, group, _ in away:
        helper = tokens[group.start]
        fix = _BACK.get(helper.lower)
        if fix is None or not helper.space or group.start + 1 >= len(tokens):
            continue
        clause = tokens[group.start : reach(tokens, group.verb)]
        if any(each.lower in _TIMELESS for each in clause) or (group.tense == PRESENT and not clear):
            continue
        yield slip(
            "reported",
            helper,
            helper,
            [fix],
            f"Told with '{_said(tokens)}', the verb goes back too: '{fix}'.",
            Severity.QUERY,
        )


def _said(tokens: Sequence[Token]) -> str:
    return next(token.text for token in tokens if token.lower in _SAID)
