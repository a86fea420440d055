"""Who feels a thing and what makes one feel it: "the survivors were too exhausting to speak"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity

FELT = {
    "exhausting": "exhausted",
    "disappointing": "disappointed",
    "boring": "bored",
    "confusing": "confused",
    "frightening": "frightened",
    "exciting": "excited",
    "surprising": "surprised",
    "embarrassing": "embarrassed",
    "shocking": "shocked",
    "tiring": "tired",
    "worrying": "worried",
    "amazing": "amazed",
    "terrifying": "terrified",
    "frustrating": "frustrated",
    "depressing": "depressed",
    "interesting": "interested",
}
_PERSONS = ("ers", "ors", "ists", "ents", "ants", "ians")
_PEOPLE = words("people residents survivors police families fans men women children parents neighbors neighbours voters players passengers refugees villagers "
                "he she they we i nobody everyone everybody crew staff soldiers troops pupils tourists pilgrims shoppers miners sailors mother father coach")  # fmt: skip
# "Too interesting to ignore": the subject is what is not ignored.
_GAPPED = words(
    "ignore miss overlook forget resist dismiss refuse watch drop leave omit reject describe follow skip"
)


def tiring(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The survivors were too exhausting to speak"."""
    word, after = tokens[at], tokens[at + 1]
    place = at - 1
    while place > 0 and tokens[place].tag == "RB":
        place -= 1
    if tokens[place].lower not in ("is", "are", "was", "were", "am", "be", "been") or place < 1:
        return
    subject = tokens[place - 1]
    if not (subject.lower in _PEOPLE or (subject.tag == "NNS" and subject.lower.endswith(_PERSONS))):
        return
    too = tokens[at - 1].lower == "too"
    if (
        after.lower == "to"
        and tokens[at + 2].tag == "VB"
        and (too or word.lower not in ("boring", "exciting", "interesting", "tiring"))
    ) or after.lower in ("that", "about", "at", "because", "when"):
        if after.lower == "to" and tokens[at + 2].lower in _GAPPED:
            return
        right = FELT[word.lower]
        yield slip(
            "frame",
            word,
            word,
            [right],
            f"Who feels it is '{right}'.",
            Severity.QUERY if not too and after.lower in ("to", "when", "because") else None,
        )
