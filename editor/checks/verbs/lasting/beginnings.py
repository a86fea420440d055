"""What follows "since" as a beginning: a date, an event, a clause of what started."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text import times
from editor.text.model import Token
from editor.text.phrases import phrase_at
from editor.text.tagset import FINITE
from editor.text.words import words

RANKED = words(
    "first second third fourth fifth sixth seventh last only best worst highest lowest biggest largest smallest longest deadliest strongest weakest"
)
_BEGINNINGS = words("""war coup crash attack attacks storm quake earthquake flood floods fire start beginning end outbreak pandemic
    revolution invasion accident strike ceasefire truce blast explosion collapse disaster launch merger ruling referendum vote
    election elections protests uprising embargo scandal summer winter spring autumn independence childhood crisis unrest
    weekend incident arrest death departure arrival split takeover fall birth reform reforms opening closure lockdown eruption
    clashes shooting raid cyclone hurricane drought 1930s 1940s 1950s 1960s 1970s 1980s 1990s 2000s 2010s""")
_OPENED = words("""rebuild build open close elect appoint found launch introduce sign pass ban arrest jail release replace create establish
    sell buy privatize privatise nationalize nationalise renovate restore promote relegate sack fire dismiss sworn swear hit
    discover ratify adopt approve lift impose send kill injure bear form set name crown install inaugurate reopen evict bomb
    invade occupy shoot found split merge scrap abolish reform suspend devalue declare enact shut detonate expel disband dissolve
    overthrow oust topple kidnap abduct diagnose convict sentence deport evacuate recapture liberate partition divide unify impeach
    indict acquit acquire overthrown freeze""")
_BLOWS = words("damage destroy kill injure flood burn hit strike win lose")
STARTING = words("""close begin take win leave start sign end open die fall collapse lose move resign arrive join launch ban strike hit
    erupt break crash kill introduce buy sell found build elect marry retire reopen seize invade pass cut raise fail return
    independence agree burst happen occur expire lapse emerge arise become explode strike retire disappear vanish merge split open reopen
    break quit withdraw abandon divorce enter escape flee finish graduate surrender step take defeat win topple depose""")
_PARTS = words("quarter century half week month season year minute day weekend")
_NAMED = words("yesterday then childhood independence midnight dawn birth school")


def begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether a beginning follows "since": a date, an event, a year; no clause of reason."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if _is_date(tokens, at):
        return True
    if token.tag in ("DT", "PRP$", "NNS", "NN", "NNP") and token.lower not in ("that", "this"):
        started = _started(tokens, at)
        if started is not None:
            return started
    if token.lower == "the" and at + 2 < len(tokens) and tokens[at + 2].lower in _PARTS:
        nth = tokens[at + 1].lower
        if nth in RANKED or nth.endswith(("th", "nd", "rd", "st")):
            return True
    if token.lower in ("the", "his", "her", "its", "their", "a"):
        phrase = phrase_at(tokens, at, -1)
        if phrase is None or tokens[phrase.head].lower not in _BEGINNINGS:
            return False
        after = tokens[phrase.end] if phrase.end < len(tokens) else None
        return after is None or after.tag not in FINITE
    if token.lower in ("he", "she", "it", "they") and at + 1 < len(tokens):
        return tokens[at + 1].tag == "VBD" and tokens[at + 1].lower not in ("was", "were", "had")
    return False


def _is_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date, a year or a named time begins at `at`."""
    token = tokens[at]
    return (
        token.lower in times.MONTHS | times.DAYS | _NAMED
        or (token.tag == "CD" and token.text[:2] in ("18", "19", "20") and len(token.text) == 4)
        or (token.lower in ("last", "early", "late", "mid") and at + 1 < len(tokens))
    )


def _started(tokens: Sequence[Token], at: int) -> bool | None:
    """Whether a clause tells what began, after the noun at `at`: "the mill closed"; None where there is no such clause."""
    phrase = phrase_at(tokens, at, -1)
    if phrase is None or phrase.end >= len(tokens):
        return None
    while tokens[phrase.end].lower in ("on", "of", "in", "over", "with", "between"):
        phrase = phrase_at(tokens, phrase.end + 1, -1)
        if phrase is None or phrase.end >= len(tokens):
            return False
    verb = tokens[phrase.end]
    if verb.tag == "VBD" and verb.lemma in STARTING | _BLOWS:
        return True
    after = tokens[phrase.end + 1] if phrase.end + 1 < len(tokens) else None
    if verb.lower in ("was", "were") and after is not None and after.tag == "VBN" and after.lemma in _OPENED:
        return True
    return None
