"""Phrases that stand anywhere in a clause, whatever word is before them: a time, a named place, "in fact", "by hand"."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token

TIMES = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
     "may", "june", "july", "august", "september", "october", "november", "december", "jan.", "feb.", "aug.", "sept.", "oct.",
     "nov.", "dec.", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "weekend",
     "weekends", "month", "months", "year", "years", "decade", "decades", "century", "centuries", "morning", "afternoon",
     "evening", "night", "nights", "noon", "midnight", "today", "tomorrow", "yesterday", "now", "spring", "summer", "autumn",
     "fall", "winter", "season", "time", "times", "moment", "future", "past", "present", "end", "beginning", "start", "date",
     "quarter", "period", "christmas", "easter", "ramadan", "a.m.", "p.m.", "am", "pm", "age", "eve", "stage", "outset"]
)  # fmt: skip
# Phrases that stand after anything: "in fact", "for example", "at least".
_ADVERBIALS = {
    "in": frozenset(["order", "fact", "general", "particular", "addition", "response", "return", "turn", "advance", "part",
                     "person", "public", "private", "theory", "practice", "case", "spite", "terms", "light", "line", "front",
                     "favour", "favor", "detail", "court", "total", "exchange", "full", "all", "such", "some", "many", "place",
                     "recent", "exile", "protest", "retaliation", "connection", "accordance", "conjunction", "any", "vain"]),
    "on": frozenset(["behalf", "average", "top", "board", "condition", "purpose", "time", "paper", "foot", "television", "tv",
                     "grounds", "suspicion", "charges", "record", "file", "line", "online", "sunday", "demand", "duty"]),
    "for": frozenset(["example", "instance", "sure", "good", "fear", "lack", "free", "nothing", "reasons", "reason", "fun",
                      "safety", "lunch", "dinner", "breakfast", "life", "long", "ever", "themselves", "himself", "herself"]),
    "at": frozenset(["least", "all", "most", "once", "first", "last", "best", "home", "risk", "work", "sea", "length", "least",
                     "gunpoint", "random", "will", "speed", "school"]),
    "by": frozenset(["then", "far", "contrast", "comparison", "himself", "herself", "themselves", "itself", "phone", "telephone",
                     "mail", "email", "post", "radio", "hand", "air", "sea", "road", "rail", "train", "car", "bus", "law",
                     "default", "accident", "chance", "mistake", "name", "nature", "definition", "no"]),
    "with": frozenset(["regard", "regards", "respect", "reference", "no", "little", "ease", "care", "caution"]),
    "to": frozenset(["date", "himself", "herself", "themselves", "some"]),
    "from": frozenset(["home", "abroad", "scratch", "here", "there", "behind", "above", "below", "within"]),
    "of": frozenset(["course", "late"]),
    "over": frozenset(["there", "here"]),
}  # fmt: skip
_PARTS = frozenset(["most", "much", "part", "half", "all", "some"])
_RELATIVES = frozenset(["which", "whom", "whose"])
_NAMES = frozenset(["NNP", "NNPS"])
_BREAKS = frozenset([",", ":", "CC", "WDT", "WP", "WRB", "``", "''"])


def free(tokens: Sequence[Token], at: int, word: str) -> bool:
    """Whether the phrase after the preposition stands anywhere: a time, a place by name, a set adverbial, a relative clause."""
    after = tokens[at + 1]
    if after.lower in _RELATIVES or after.lower in _ADVERBIALS.get(word, ()):
        return True
    if word in ("in", "at") and after.tag in _NAMES:
        return True
    if (
        word == "for"
        and after.lower in ("too", "so", "very")
        and tokens[at + 2 : at + 3]
        and tokens[at + 2].lower == "long"
    ):
        return True
    if word in ("by", "in", "on", "without") and after.tag == "VBG":
        return True
    if word in ("about", "over") and after.tag in ("CD", "$"):
        return True
    if word in ("to", "about", "of", "into", "against"):
        return False
    # "For most of Friday."
    start = (
        at + 3
        if after.lower in _PARTS and tokens[at + 2 : at + 3] and tokens[at + 2].lower == "of"
        else at + 1
    )
    for token in tokens[start : at + 6]:
        if token.tag in _BREAKS or token.tag in ("IN", "TO", "MD", "VBD", "VBZ"):
            return False
        if token.tag == "CD" or token.lower in TIMES:
            return True
    return False
