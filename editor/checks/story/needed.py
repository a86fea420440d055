"""A preposition missing between a verb that takes no object and the phrase after it: "they disapproved the plan".

Quirk et al., "A Comprehensive Grammar of the English Language", chapter 16. A row of the table names a verb and the
preposition that it needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.adverbials import TIMES
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Span

_INSIDE = frozenset(["DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG"])
# What measures or dates, compares or counts, and so is no object.
_NOT_OBJECTS = frozenset(["most", "more", "least", "less", "that", "this", "all", "both", "each", "every", "way", "same", "bit", "lot",
                          "little", "much", "times", "percent", "pct", "kilometers", "miles", "meters", "metres", "kilometres", "km",
                          "deal", "cent", "point", "points", "moment", "part", "home", "last", "next", "one", "half"])  # fmt: skip
# What these say may follow without "that": "he replied the plan was dead". The others have no clause and no object at all.
_SAYING = words("""reply respond complain comment insist boast brag pray attest testify apologize apologise joke hint elaborate fret grumble
    moan rave rant wonder object persist dream hope""")
# These stand with a measure or an adjective too, are nouns as well, or have an object in some sense: only before a determiner.
_LOOSE = words("""wait react result campaign clamor clamour compete conflict graduate laugh dwell prevail intervene brace profit prey
    dispose rebel graze lean long audition contend mingle dabble""")
_BE = words("am is are was were been 'm 's 're")
_HAVE = words("has have had 've 'd")
_OBJECTIVE = words("him them us me")
_DURATIONS = words("""second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries
    monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night nights weekend today tomorrow
    yesterday time times moment""")
_TIMED = _NOT_OBJECTS | TIMES
_OPENERS = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my", "these", "those", "any"])


@check("needed.after")
def after(story: Story, rule: Rule) -> Iterator[Hit]:
    """The place where a verb's preposition is missing."""
    table: Mapping[str, str] = rule.spec["map"]
    for line in story.body:
        tokens = line.tagged
        for at, word in needed(tokens, table):
            yield Hit(
                Span(tokens[at].start, tokens[at].end),
                (f"{tokens[at].text} {word}",),
                f"'{tokens[at].text}' needs a preposition before its noun: '{word}'.",
            )


def needed(tokens: Sequence[Token], table: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Each verb of a tagged sentence that lacks its preposition, with the preposition."""
    for at in range(1, len(tokens) - 2):
        token = tokens[at]
        word = table.get(token.lemma) if token.tag.startswith("VB") else None
        if not word or not _opens(tokens, at):
            continue
        if tokens[at - 1].tag in ("``", "''", ",", "DT", "PRP$") or tokens[at - 1].lower in ("which", "whom"):
            continue
        if tokens[at + 1].lower in _OBJECTIVE or _object(tokens, at + 1, token.lemma):
            yield at, word


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether an object may begin after the verb at `at`."""
    verb, after = tokens[at], tokens[at + 1]
    if after.lower in _OPENERS:
        return True
    if verb.lemma in _SAYING or verb.lemma in _LOOSE or (after.text[0].isupper() and after.tag != "NNP"):
        return after.lower in _OBJECTIVE and verb.lemma not in ("wait", "compete", "result")
    # "Quarreling tribes": a form before a noun is its adjective, unless "be" or "have" stands before it.
    back = at - 1
    while back > 0 and tokens[back].tag == "RB":
        back -= 1
    leads = {"VBG": _BE, "VBN": _HAVE}.get(verb.tag)
    if (leads is not None and tokens[back].lower not in leads) or (verb.tag == "VBD" and "JJ" in verb.tags):
        return False
    # An adjective or a participle counts before its noun: "depend imported feed".
    noun = tokens[at + 2].tag if at + 2 < len(tokens) else ""
    return (
        after.tag in ("NNS", "NN")
        or after.lower in _OBJECTIVE
        or (after.tag in ("JJ", "VBN", "NN") and noun in ("NN", "NNS"))
    )


def _object(tokens: Sequence[Token], at: int, verb: str) -> bool:
    """Whether the phrase at `at` is an object: it neither dates nor measures, and no clause begins with it."""
    strict = verb not in _SAYING and verb not in _LOOSE
    end = at
    while end < len(tokens) and end - at < 8 and tokens[end].tag in _INSIDE:
        if tokens[end].lower in (_DURATIONS if strict or verb == "brace" else _TIMED):
            return False
        end += 1
    if end == at or tokens[end - 1].tag not in NOUNS:
        return False
    if strict:
        return True
    for token in tokens[end : end + 8]:
        if token.tag in (",", ".", ":", "''", "WDT", "WP", "IN", "CC", "TO"):
            return True
        if token.tag in FINITE:
            return False
    return True
