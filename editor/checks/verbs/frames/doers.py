"""Who does a thing: the agent after "by", and nouns of those who act."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.words import words

# After "by" they say how much or when: "grew by a third", "open by the evening".
LENGTHS = words("""time times day days night week weeks month months year years season summer winter spring autumn morning evening afternoon
    weekend decade hour hours minute minutes moment half third quarter fifth bit lot way percent point points degree meter meters
    metre metres mile miles kilometer kilometers kilometre kilometres notch fraction rate""")
PERSONS = (
    "ers",
    "ors",
    "ists",
    "ents",
    "ants",
    "ians",
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "men",
    "woman",
    "women",
)


def doer_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether a doer follows "by": people or things, no time, amount or -ing form."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.tag not in ("DT", "NNP", "NNPS", "NNS", "JJ", "PRP$", "NN"):
        return False
    return not any(
        each.lower in LENGTHS
        or each.lower in ("end", "then", "now", "itself", "themselves")
        or each.tag in ("VBG", "CD")
        for each in tokens[at : at + 4]
    )
