"""Prepositions that never follow a head, or never stand before a noun, in edited English; the tables say which.

Quirk et al., "A Comprehensive Grammar of the English Language", chapters 9 and 16; the tables come from
tools/build_prepositions.py.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.governors import governor, noun_after, preposition
from editor.text.model import Token
from editor.values import Span

_TAKES = "heads-takes"
_TIMES = frozenset(
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
_RELATIVES = frozenset(["which", "whom", "whose"])
_NAMES = frozenset(["NNP", "NNPS"])
_PHRASES = frozenset(["DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ"])
_BREAKS = frozenset([",", ":", "CC", "WDT", "WP", "WRB", "``", "''"])


@check("heads.after")
def after(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition that its verb, noun or adjective never takes."""
    table: Mapping[str, str] = rule.spec["map"]
    taken = story.lists.get(_TAKES, frozenset())
    for line in story.body:
        tokens = line.tagged
        for at in range(1, len(tokens) - 1):
            word = preposition(tokens, at)
            head = governor(tokens, at - 1) if word else None
            row = table.get(head) if head else None
            if not word or not head or not row:
                continue
            wrong, _, right = row.partition(" > ")
            if (
                word in wrong.split()
                and not _free(tokens, at, word)
                and not (head.startswith("noun ") and _object_takes(tokens, at - 1, word, taken))
            ):
                span = Span(tokens[at].start, tokens[at].end)
                yield Hit(span, tuple(right.split()), _message(tokens[at - 1], right))


@check("heads.transitive")
def transitive(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition after a verb that takes its object bare."""
    table: Mapping[str, str] = rule.spec["map"]
    for line in story.body:
        tokens = line.tagged
        for at in range(1, len(tokens) - 1):
            word = preposition(tokens, at)
            head = governor(tokens, at - 1) if word else None
            if (
                word
                and head
                and word in table.get(head, "").split()
                and tokens[at + 1].tag in _PHRASES
                and not _free(tokens, at, word)
            ):
                yield Hit(Span(tokens[at - 1].end, tokens[at].end), ("",))


@check("heads.before")
def before(story: Story, rule: Rule) -> Iterator[Hit]:
    """In, on or at before a noun that takes another of them."""
    table: Mapping[str, str] = rule.spec["map"]
    taken = story.lists.get(_TAKES, frozenset())
    for line in story.body:
        tokens = line.tagged
        for at in range(len(tokens) - 1):
            word = tokens[at].lower
            if word not in ("in", "on", "at") or tokens[at].tag != "IN":
                continue
            noun = noun_after(tokens, at + 1)
            row = table.get(noun) if noun else None
            if not row:
                continue
            wrong, _, right = row.partition(" > ")
            head = governor(tokens, at - 1) if at else None
            if word not in wrong.split() or (head and f"{head} {word}" in taken):
                continue
            if head and head.startswith("noun ") and _object_takes(tokens, at - 1, word, taken):
                continue
            yield Hit(Span(tokens[at].start, tokens[at].end), (right if at else right.capitalize(),))


def _message(head: Token, right: str) -> str:
    return f"After '{head.lower}' the preposition is {' or '.join(repr(each) for each in right.split())}."


def _free(tokens: Sequence[Token], at: int, word: str) -> bool:
    """Whether the phrase after the preposition stands anywhere: a time, a place by name, a set adverbial, a relative clause."""
    after = tokens[at + 1]
    if after.lower in _RELATIVES or after.lower in _ADVERBIALS.get(word, ()):
        return True
    if word in ("in", "at") and after.tag in _NAMES:
        return True
    if word in ("by", "in", "on", "without") and after.tag == "VBG":
        return True
    if word in ("about", "over") and after.tag in ("CD", "$"):
        return True
    if word in ("to", "about", "of", "into", "against"):
        return False
    for token in tokens[at + 1 : at + 6]:
        if token.tag in _BREAKS or token.tag in ("IN", "TO", "MD", "VBD", "VBZ"):
            return False
        if token.tag == "CD" or token.lower in _TIMES:
            return True
    return False


def _object_takes(tokens: Sequence[Token], at: int, word: str, taken: Collection[str]) -> bool:
    """Whether a verb before the noun at `at` takes this preposition after its object: "sent letters to"."""
    for back in range(at - 1, max(-1, at - 8), -1):
        token = tokens[back]
        if token.tag in _BREAKS:
            return False
        if token.tag.startswith("VB"):
            return f"object {token.lemma} {word}" in taken
    return False
