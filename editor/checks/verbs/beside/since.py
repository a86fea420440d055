"""What began, after "since": "has scored in every match since he has joined the club"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.events import HAPPENS
from editor.checks.verbs.past import simple_past
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import is_single
from editor.text.model import Token
from editor.text.verbgroups import PERFECT, Group
from editor.text.words import words


def since_perfect(tokens: Sequence[Token], group: Group, after: Group | None) -> Iterator[Slip]:
    """ "Has scored in every match since he has joined the club"."""
    if group.tense != PERFECT or after is None or after.tense != PERFECT or after.negative:
        return
    since = next((at for at in range(after.start - 1, group.verb, -1) if tokens[at].lower == "since"), -1)
    if (
        since < 0
        or not is_single(tokens, since + 1, after.start)
        or tokens[after.verb].lemma not in HAPPENS | words("join found marry arrive elect appoint")
    ):
        return
    fix = simple_past(tokens, after)
    if fix:
        yield slip(
            "lasting",
            tokens[after.start],
            tokens[after.verb],
            [fix],
            f"After 'since' the beginning stands in the past: '{fix}'.",
        )
