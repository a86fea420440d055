"""Owners that lack their article: "the longest in company's history"."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.bare.model import OBJECT, PREPOSITION, SUBJECT, Bare
from editor.text.bare.phrases import start_of
from editor.text.bare.prepositions import NOT_PREPOSITION
from editor.text.model import Token
from editor.text.words import words

# "cow's milk", "at arm's length", "in week's time": not somebody's.
_DESCRIPTIVE = words("""arm cow goat sheep day week month year hour minute weekend season century decade carpenter farmer god child mother father
    man woman boy girl driver doctor lawyer manufacturer clown world sewer ship officer mechanic coroner master bachelor writer
    collector bull dog cat horse lamb calf hen rooster king queen prince princess witch devil artist designer student officer
    hunter baker butcher dozen beginner layman gentleman reader widow veteran pilot crow lion fool player plumber teacher
    editor hair stone journey death bird snail spider bee wolf""")
_OWNERS = words(
    "company government country city club team ministry bank army airline president minister region suspect victim"
)


def owner(tokens: Sequence[Token], head: int) -> Bare | None:
    """ "the longest in company's history": the phrase that owns lacks its article."""
    noun = tokens[head].lower
    owned = tokens[head + 2] if head + 2 < len(tokens) else None
    if noun in _DESCRIPTIVE or owned is None or owned.tag not in ("NN", "NNS", "JJ", "JJS"):
        return None
    start = start_of(tokens, head)
    if start is None:
        return None
    if start == 0:
        return Bare(start, head, SUBJECT, -1) if noun in _OWNERS else None
    before = tokens[start - 1]
    if before.tag in ("IN", "TO") and before.lower not in NOT_PREPOSITION and before.lower != "as":
        return Bare(start, head, PREPOSITION, start - 1)
    if before.tag in ("VB", "VBD", "VBZ", "VBP") and before.lemma != "be":
        return Bare(start, head, OBJECT, start - 1)
    return None
