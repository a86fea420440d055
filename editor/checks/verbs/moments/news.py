"""News of the past told in the present: "a gas leak forces hundreds of families from their homes on Wednesday night"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.events import SUDDEN
from editor.checks.verbs.hidden import hidden_base, hidden_verb
from editor.checks.verbs.past import past_of
from editor.checks.verbs.slip import Slip, slip
from editor.checks.verbs.subject import has_subject
from editor.text import lexicon, times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PRESENT, WILL, Group, reach
from editor.text.words import words

_NAMED = (times.DAY, times.DATE, times.PAST)
_ALWAYS = words(
    "every each usually often always sometimes if when whenever expect expects expected due scheduled set plans planned tomorrow next will"
)


def told_as_news(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "A gas leak forces hundreds of families from their homes on Wednesday night"."""
    if tokens[0].tag == "``" or any(each.lower in _ALWAYS for each in tokens):
        return
    if not verbs:
        yield from _hidden(tokens, found)
        return
    group = verbs[0]
    if (
        group.tense != PRESENT
        or group.start != group.verb
        or tokens[group.verb].lemma not in SUDDEN
        or not has_subject(tokens, group)
    ):
        return
    if any(each.tense in (PRESENT, WILL) for each in verbs[1:]):
        return
    time = first(found, group.verb + 1, reach(tokens, group.verb), (times.DAY, times.DATE))
    if time is None or time.start - group.verb > 12:
        return
    if any(
        each.lower in ("until", "from", "before", "since", "by", "for")
        for each in tokens[group.verb + 1 : time.start]
    ):
        return
    yield from past_of(tokens, group)


def _hidden(tokens: Sequence[Token], found: Sequence[Time]) -> Iterator[Slip]:
    """The same where the verb was taken for a noun: "a gas leak forces families from their homes on Tuesday"."""
    at = hidden_verb(tokens, 0, len(tokens))
    if at < 0 or at > 7 or first(found, at + 1, len(tokens), _NAMED) is None:
        return
    base = hidden_base(tokens[at])
    form = lexicon.inflect(base, "VBD") if base in SUDDEN else None
    if form:
        yield slip("around", tokens[at], tokens[at], [form], f"The time beside it is over: '{form}'.")
