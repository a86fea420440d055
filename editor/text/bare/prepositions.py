"""Bare nouns after prepositions, and the set phrases, kinds and roles that they make with them."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text import lexicon
from editor.text.bare.model import PREPOSITION, Bare
from editor.text.bare.subjects import CLAUSE_OPENERS, subject
from editor.text.model import Token
from editor.text.persons import TRADES, person
from editor.text.tagset import FINITE
from editor.text.words import words

NOT_PREPOSITION = words("""that if because while than like versus v vs per via until till though although whether lest whereas
    unless once since so plus minus but except unlike such worth ex re circa a next including following excluding""")
# "a kind of bird", "the role of chairman": a bare noun after "of" names a kind, a rank or a unit.
_KINDS = words("""kind sort type form style class breed brand make species variety category genre model grade brand piece case
    post role position rank title job office function status capacity level amount lack means method mode rate unit number
    line shortage supply source loss threat act state stage age degree period sense point matter question word term notion
    concept idea idea art history language theory name charge piece slice chunk lump bit bowl cup glass plate loaf serving
    hectare acre ton tonne kilogram kilo gram pound ounce liter litre gallon barrel meter metre mile foot feet inch yard
    time day change system practice price cost out risk fear use absence possibility right freedom crime portion proportion part plenty
    stretch patch strip expanse tract swath swathe
    best worst most much none all rest percent cent half quarter third set pair full short instead because ahead board
    course lot lots game season way field bill standard standards breach contempt court rule means system pattern process study""")
_PLURAL_KINDS = words(
    "kinds sorts types forms styles classes breeds brands varieties categories hectares acres tons tonnes pounds meters metres grams kilograms feet liters litres lots years stretches patches strips expanses tracts swaths swathes miles kilometers kilometres"
)
# "According to plan", "next to school": the "to" before these is no infinitive's.
_BEFORE_TO = words("according thanks due owing next close")
_NO_SERVING = words("such well much far soon long same so just described known dubbed named called defined")
_SERVING = frozenset(["VB", "VBD", "VBG", "VBZ", "VBP", "VBN", "NN", "NNS", "PRP"])


def after_preposition(tokens: Sequence[Token], start: int, head: int, pairs: frozenset[str]) -> Bare | None:
    """The noun after a preposition right before `start`, unless both make a phrase that has no article."""
    ruler = start - 1
    word = tokens[ruler].lower
    noun = tokens[head].lower
    before = tokens[ruler - 1] if ruler else None
    if word == "per" or (f"{word}_{noun}" in pairs and not (noun == "conference" and start < head)):
        return None
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if word in CLAUSE_OPENERS and after is not None and after.tag in FINITE:
        return subject(tokens, start, head, ruler)
    if word == "as" and not _serves_as(tokens, start, head):
        return None
    if (
        word == "to"
        and "VB" in lexicon.tags(tokens[start].lower)
        and (before is None or before.lower not in _BEFORE_TO)
    ):
        # "to guard", "to plan": an infinitive.
        return None
    if word == "of" and _names_kind(tokens, start, head):
        return None
    return Bare(start, head, PREPOSITION, ruler)


def _names_kind(tokens: Sequence[Token], start: int, head: int) -> bool:
    """Whether the noun after "of" tells of what kind or how much something is: "a kind of bird", "workers of factory"."""
    before = tokens[start - 2] if start > 1 else None
    return (
        before is None
        or before.lower in _KINDS
        or before.lower in _PLURAL_KINDS
        or before.tag in ("CD", "JJ", "RB", "VBN")
        or (before.tag == "NNS" and (start == head or tokens[start].tag != "JJ"))
    )


def _serves_as(tokens: Sequence[Token], start: int, head: int) -> bool:
    """Whether "as" says what something serves as: "as integrated piece", not "as president", "as well as", "as big as"."""
    before = tokens[start - 2] if start > 1 else None
    if before is None or before.lower in _NO_SERVING:
        return False
    if any(each.lower in ("as", "so") for each in tokens[max(0, start - 5) : start - 1]):
        return False
    noun = tokens[head].lower
    return (noun in TRADES or not person(noun)) and before.tag in _SERVING
