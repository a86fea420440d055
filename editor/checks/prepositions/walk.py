"""The phrases after a head, one by one, up to the first wrong preposition."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.prepositions.judge import PREPOSITIONS, Found, judge
from editor.checks.prepositions.kinds import SPANS, Lists, kinds_of
from editor.checks.prepositions.phrases import DAYS, governed_phrase, past_adverbs, phrase, phrase_ending
from editor.checks.prepositions.table import ANYTHING, Row
from editor.text.adverbials import TIMES
from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.words import words

# "Of", "in", "on" and "at" mostly hang on the noun before them or tell the place: without a class they count only where no noun
# stands between the head and them.
_LOOSE = words("of in on at")
# These nouns take "to", whatever verb has them as its object.
_TAKING_TO = words("""delay damage harm injury threat end limit access answer approach blow challenge change amendment alternative barrier visit
    trip tribute reference response reply reaction return key damages obstacle danger risk introduction contribution link tie
    resistance opposition objection right claim entitlement commitment invitation loss""")
# "The ministry of culture": what follows "of" belongs to the name.
_TITLES = words(
    "ministry department minister secretary head leader president chairman board bank university king queen bishop mayor"
)
# Persons that are seldom of anything.
_PLAIN_PERSONS = words("""ranchers farmers customers passengers consumers travelers travellers commuters pensioners shareholders borrowers
    taxpayers homeowners lawmakers prisoners villagers reporters jurors visitors investors teenagers foreigners newcomers strangers
    volunteers voters drivers workers lenders insurers smokers swimmers hikers climbers spectators doctors protesters""")


def along(tokens: Sequence[Token], head: int, here: int, row: Row, lists: Lists) -> Found | None:
    """The first wrong preposition among the phrases from `here` on."""
    taken = lists.get("heads-takes", frozenset())
    for step in range(4):
        here = past_adverbs(tokens, here)
        if here + 1 >= len(tokens):
            return None
        word = tokens[here].lower
        if word in ("and", "or") and tokens[here - 1].tag in NOUNS:
            following = phrase(tokens, here + 1)
            if following is None:
                return None
            here = following.end
            continue
        if tokens[here].tag == "$" and step == 0:
            price = phrase(tokens, here)
            here = price.end if price is not None else here
            word = tokens[here].lower if here + 1 < len(tokens) else ""
        if tokens[here].lower in DAYS:
            here += 1
            continue
        if tokens[here].tag == "VBN" and tokens[here + 1].lower in ("by", "in", "from", "on", "at"):
            led = governed_phrase(tokens, here + 1)
            if led is None:
                return None
            here = led.end
            continue
        if word not in PREPOSITIONS or (row.allows(word) and not _titled(tokens, here)):
            return None
        inside = governed_phrase(tokens, here)
        if inside is None:
            return None
        if row.allows(word):
            here = inside.end
            continue
        before = tokens[here - 1]
        owned = before.tag in ("NN", "NNS") and (
            f"noun {before.lemma} {word}" in taken or (word == "to" and before.lemma in _TAKING_TO)
        )
        wanted = row.wrong.get(word)
        strong = word == "of" and wanted is not None and wanted != ANYTHING and "thing" not in wanted.kinds
        if word == "of" and wanted is not None and (step or not strong) and not _alone(tokens, here, lists):
            return None
        if (
            wanted is not None
            and (strong or not owned)
            and (wanted != ANYTHING or word not in _LOOSE or before.tag == "PRP")
        ):
            found = judge(tokens, head, here, row, lists)
            if found is not None:
                return found
        if tokens[inside.head].tag == "VBG":
            return None
        here = inside.end
    return None


def _titled(tokens: Sequence[Token], at: int) -> bool:
    """Whether "of" at `at` stands in a title: "the ministry of culture"."""
    return (
        tokens[at].lower == "of"
        and tokens[at - 1].lemma.lower() in _TITLES
        and tokens[at + 1].tag in (*NOUNS, "DT")
    )


def _alone(tokens: Sequence[Token], at: int, lists: Lists) -> bool:
    """Whether the word before `at` is a pronoun, a person or a name, after which "of" seldom stands."""
    before = tokens[at - 1]
    if before.lower.endswith(("ers", "ors", "er", "or")) and before.lower not in _PLAIN_PERSONS:
        return False
    return before.tag in ("PRP", "NNP", "NNPS") or bool(
        kinds_of(tokens, phrase_ending(tokens, at - 1), lists) & {"person"}
    )


def past_times(tokens: Sequence[Token], at: int, row: Row, lists: Lists) -> int:
    """The first place from `at` on after adverbs, days and phrases of time: "was founded in 2021 from"."""
    for _ in range(3):
        at = past_adverbs(tokens, at)
        if at + 2 >= len(tokens):
            return at
        word = tokens[at].lower
        if word in DAYS:
            at += 1
        elif word in ("last", "this", "next") and tokens[at + 1].lower in (*SPANS, *TIMES):
            at += 2
        elif (
            word in ("in", "on", "at", "since", "until", "during", "after", "before")
            and word not in row.wrong
            and word not in row.governs
        ):
            inside = governed_phrase(tokens, at)
            timed = inside is not None and "time" in kinds_of(tokens, inside, lists)
            if inside is None or not timed:
                return at
            if inside.end < len(tokens) and tokens[inside.end].lower == "of":
                return at
            at = inside.end
        else:
            return at
    return at
