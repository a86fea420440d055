"""A head in each of its frames: a verb with or without an object, a passive, a noun, an adjective, a light verb's object."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.prepositions.judge import PREPOSITIONS, Found, judge
from editor.checks.prepositions.kinds import Lists, kinds_of
from editor.checks.prepositions.phrases import (
    Phrase,
    governed_phrase,
    meant,
    past_adverbs,
    phrase,
    phrase_ending,
)
from editor.checks.prepositions.table import Row, Rows, rows_of_head
from editor.checks.prepositions.verbs import BE, fronted, is_passive, light_verb, only_verb, passive_subject
from editor.checks.prepositions.walk import along, past_times
from editor.text.model import Token
from editor.text.words import words

_BEING = words("be been is are was were am")
# Words that reach back over another phrase: "the blame for the loss to".
_FAR = words("to on for against over")
# What these verbs have as object goes on to somebody: "expand the crackdown to more towns".
_MOVING = words("""extend expand spread widen apply carry bring take send give offer show hand deliver present transfer move sell pass
    refer add return direct raise cut reduce increase lower limit shift switch lead put turn push keep restrict link connect tie
    compare prefer attribute devote leave owe announce report explain describe""")


def governed(tokens: Sequence[Token], rows: Rows, lists: Lists) -> Iterator[Found]:
    """The wrong prepositions of a tagged sentence, each once."""
    seen: set[int] = set()
    for at in range(len(tokens) - 2):
        token = tokens[at]
        frames = rows.get(token.lemma, ()) or rows.get(token.lower, ())
        for row in rows_of_head(frames) or _gerund(tokens, at, rows):
            found = _FRAMES[row.kind](tokens, at, row, lists)
            if found is not None and found.at not in seen:
                seen.add(found.at)
                yield found
                break


def _gerund(tokens: Sequence[Token], at: int, rows: Rows) -> Sequence[Row]:
    """The rows of a form in -ing that is taken for a noun: "has been suffering of"."""
    token = tokens[at]
    if token.tag != "NN" or not token.lower.endswith("ing") or not at or tokens[at - 1].lower not in _BEING:
        return ()
    stem = token.lower[:-3]
    found = rows.get(stem, ()) or rows.get(stem + "e", ())
    return [row for row in rows_of_head(found) if row.kind == "verb"]


def _verb(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    gerund = tokens[at].tag == "NN" and tokens[at].lower.endswith("ing")
    if (
        not gerund
        and not only_verb(tokens, at)
        and (not tokens[at].tag.startswith("VB") or (tokens[at].tag == "VBN" and is_passive(tokens, at)))
    ):
        return None
    here = past_times(tokens, at + 1, row, lists)
    return judge(tokens, at, here, row, lists)


def _noun(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    if tokens[at].tag not in ("NN", "NNS"):
        return None
    start = phrase_ending(tokens, at).start
    if row.before and not (kinds_of(tokens, Phrase(start, at + 1, at), lists) & row.before):
        return None
    if (
        start
        and tokens[start - 1].tag.startswith("VB")
        and tokens[start - 1].lemma in _MOVING
        and tokens[at + 1].lower in ("to", "from")
    ):
        return None
    return judge(tokens, at, at + 1, row, lists)


def _adjective(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    tag = tokens[at].tag
    if tag not in ("JJ", "VBN", "VBD", "JJR") or (tag == "VBD" and not is_passive(tokens, at)):
        return None
    here = at + 1 if tag in ("JJ", "JJR") else past_times(tokens, at + 1, row, lists)
    return judge(tokens, at, here, row, lists)


def _light(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    """The noun at `at` is the object of a light verb: "have little effect in"."""
    if tokens[at].tag not in ("NN", "NNS"):
        return None
    verb = light_verb(tokens, at)
    if (
        verb < 0
        or tokens[verb].lemma not in row.before
        or (tokens[verb].tag == "VBN" and is_passive(tokens, verb))
    ):
        return None
    found = judge(tokens, at, at + 1, row, lists)
    if found is not None or tokens[at + 1].lower not in PREPOSITIONS or row.allows(tokens[at + 1].lower):
        return found
    inside = governed_phrase(tokens, at + 1)
    found = along(tokens, at, inside.end, row, lists) if inside is not None else None
    far = found is not None and tokens[found.at].lower in _FAR and row.right == ("on",)
    return found if far else None


def _object(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    """A verb, its object and the phrases after it; in the passive the phrases come at once."""
    token = tokens[at]
    itself = token.tag == "NNS" and tokens[at + 1].lower.endswith(("self", "selves"))
    if (
        (not token.tag.startswith("VB") and not itself)
        or (at and tokens[at - 1].tag in ("DT", "PRP$"))
        or fronted(tokens, at, row.governs)
    ):
        return None
    passive = token.tag in ("VBN", "VBD") and is_passive(tokens, at)
    here = past_adverbs(tokens, at + 1)
    thing = phrase(tokens, here)
    if thing is None:
        if not passive:
            return None
        if row.before:
            subject = passive_subject(tokens, at)
            if subject is None or not kinds_of(tokens, subject, lists) & row.before:
                return None
        return judge(tokens, at, here, row, lists)
    if (
        passive
        and not row.before
        and (token.tag == "VBD" or tokens[at - 1].lower in BE or tokens[at - 1].tag == "RB")
    ):
        return None
    thing = meant(tokens, thing)
    if row.before and not kinds_of(tokens, thing, lists) & row.before:
        return None
    return along(tokens, at, thing.end, row, lists)


def _agentless(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> Found | None:
    """A passive verb with a form of "be", its agent after the wrong word: "was written from three experts"."""
    back = at - 1
    while back >= 0 and tokens[back].tag == "RB":
        back -= 1
    if back < 0 or tokens[at].tag not in ("VBN", "VBD") or tokens[back].lower not in BE:
        return None
    return judge(tokens, at, past_times(tokens, at + 1, row, lists), row, lists)


_FRAMES = {
    "object": _object,
    "passive": _agentless,
    "verb": _verb,
    "noun": _noun,
    "adjective": _adjective,
    "light": _light,
}
