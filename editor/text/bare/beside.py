"""Nouns that stand bare because of the words beside them: "word of mouth", "smoking pot", "auction site eBay"."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.words import words

_PERIODS = words("week weekend month year season summer winter spring autumn fall night time")
_SMOKED = words("pot weed hash hashish crack opium cannabis marijuana")
_POSITIONS = words("""center centre half wing winger back prop hooker lock flanker fly-half scrum-half full-back fullback striker
    goalkeeper""")
# The nouns that stand bare right after some words, with those words.
_AFTER = {
    **dict.fromkeys(_PERIODS, words("last next this")),
    **dict.fromkeys(_SMOKED, words("smoking smoke smoked smokes")),
    **dict.fromkeys(_POSITIONS, words("inside outside first-choice left right loose-head tight-head")),
    "grip": words("take takes took taken taking"),
    # Of bonds.
    "amount": words("face"),
}
# The nouns that stand bare right before some words, with those words.
_BEFORE = {
    "word": (("of", "mouth"),),
    "minister": (("'s", "questions"), ("’s", "questions")),
    "referee": (("'s", "assistant"), ("’s", "assistant")),
    "area": (("burned",), ("burnt",), ("planted",), ("sown",), ("harvested",)),
    "net": (("of",),),
    "future": ((",", "not"),),
    "key": (("to",),),
    **dict.fromkeys(("understudy", "deputy", "runner-up"), (("to",),)),
}
# Said whole, of a batsman.
_WHOLE = {(how, "first", "ball") for how in ("out", "bowled", "caught", "lbw")}
_RANKS = words("first second third fourth fifth last")


def bare_beside(tokens: Sequence[Token], start: int, head: int) -> bool:
    """Whether the noun at `head`, whose phrase begins at `start`, lacks no article because of what stands beside it."""
    noun, after = tokens[head].lower, [each.lower for each in tokens[head + 1 : head + 5]]
    return (
        (head > 0 and tokens[head - 1].lower in _AFTER.get(noun, ()))
        or any(tuple(after[: len(each)]) == each for each in _BEFORE.get(noun, ()))
        or tuple(each.lower for each in tokens[max(0, head - 2) : head + 1]) in _WHOLE
        or _once_more(tokens, start, head)
        or _determined_before(tokens, start)
        or _names_site(tokens, head)
        or _has_initials(tokens, head)
    )


def _once_more(tokens: Sequence[Token], start: int, head: int) -> bool:
    """ "For the second time in 12 years and first time since 2001"."""
    ranked = tokens[start].lower in _RANKS and tokens[head].lower == "time"
    return ranked and start > 0 and tokens[start - 1].lower == "and"


def _determined_before(tokens: Sequence[Token], start: int) -> bool:
    """ "A sprawling, balkanized newspaper market", "his neat Osaka detached house": a participle that was taken for a verb."""
    if start < 4 or not tokens[start - 1].text.endswith("ed"):
        return False
    listed = tokens[start - 2].text == "," and tokens[start - 4].tag == "DT"
    return listed or any(each.tag == "PRP$" for each in tokens[start - 4 : start - 1])


def _names_site(tokens: Sequence[Token], head: int) -> bool:
    """ "Auction site eBay": a name that begins with a small letter."""
    name = tokens[head + 1].text if head + 1 < len(tokens) else ""
    return name[:1].islower() and any(each.isupper() for each in name)


def _has_initials(tokens: Sequence[Token], head: int) -> bool:
    """ "Global positioning system (GPS) coordinates": what follows the initials is described by both."""
    after = tokens[head + 1 : head + 5]
    marks = [each.text for each in after[:3:2]]
    return len(after) > 3 and marks == ["(", ")"] and after[1].text.isupper() and after[3].tag in NOUNS
