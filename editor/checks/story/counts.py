"""Nouns left singular after a word for more than one: "the two president", "several attack", "26 officer".

After Quirk et al., "A Comprehensive Grammar of the English Language", 5.10-5.25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.model import Token
from editor.text.number import UNSETTLED
from editor.text.tagset import FINITE
from editor.text.words import words
from editor.values import Span

_UNITS = "two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPELT = re.compile(rf"(?:{_UNITS}|{_TEENS}|{_TENS}|(?:{_TENS})-(?:one|{_UNITS}))")
_FIGURES = re.compile(r"(?:[2-9]|[1-9]\d{1,2}|[1-9]\d{0,2}(?:,\d{3})+)")
_SEVERAL = words("several various numerous")
_THESE = words("these those")
_BOTH = words("both")
# What may stand before the number, so that it counts the noun and is no name, date or rank.
_OPENERS = words(
    "the its his her their our these those all at least of about around nearly almost over only some other"
)
_BEFORE = frozenset(
    [
        "IN",
        "VBD",
        "VB",
        "VBZ",
        "VBP",
        "VBG",
        "VBN",
        "DT",
        "PRP$",
        "RB",
        "CC",
        "TO",
        "MD",
        "JJR",
        "RBR",
        "JJS",
        "WDT",
    ]
)
_RANKS = words("""page chapter section article act part volume phase stage class grade level game match test round lap step day week month
    year number no no. nos flight route highway interstate runway gate room floor building unit apartment channel line platform track
    category type group team title season episode windows version formula under over aged age ages top world war apollo area""")
_ENDS = frozenset(
    ["VBD", "VBZ", "VBP", "MD", "IN", "TO", ".", ",", "WDT", "WP", "CC", ":", "RB", "WRB", "VBN", "''", ")"]
)
# Singular in form after a number, or a noun that also counts as what it measures.
_ALIKE = words("""percent per cent pct hundred thousand million billion trillion dozen score head yen baht won yuan renminbi rand quid hertz
    kilohertz megahertz mph kph stone foot pound ton p.m. a.m. pm am noon midnight craft cannon counsel dice sperm bison grouse elk
    reindeer caribou antelope mackerel herring cod carp bass pike perch plaice sole halibut haddock squid octopus shellfish crayfish
    buffalo gross brace yoke pair couple k km kg m cm mm ft lb oz hp bn mn tn g in sec min hr apiece each more first last next
    fold odd strong plus minus times times-a something love all nil deuce under over par birdie bogey eagle handicap up down out off on
    in away ahead behind back home straight running left right east west north south northwest southwest northeast southeast ago
    kin kind sort type manner sterling police people youth elite clergy staff crew personnel infantry cavalry""")
_GOVERNORS = frozenset(["IN", "VBD", "VBZ", "VBP", "VBN", "VBG", "VB"])
# Nouns first, though they may be adjectives.
_NOUNS_FIRST = words(
    "side patient official individual native veteran adult novel professional original animal"
)
# "5 metre long", "58,000 kilometre per hour".
_MEASURED = words("long high tall wide deep thick broad old per square cubic")
# Nouns that a figure names rather than counts: "800 service", "200 block", "top 10 list".
_LABELLED = words(
    "service mark block list line level club limit barrier metro bus tram model type series index number code freeway highway road"
)


_PAIRING = ("and", "conjunction")


@check("counts.plural")
def plural(story: Story, rule: Rule) -> Iterator[Hit]:
    """A countable noun in the singular right after a number above one, "several", "both", "these"."""
    for line in story.body:
        if not any(_counts(each) for each in line.words):
            continue
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if not _counts(token) or not _is_counter(tokens, at):
                continue
            noun = _noun(tokens, at)
            if noun is None:
                continue
            word = tokens[noun]
            many = lexicon.inflect(word.lower, "NNS")
            if many:
                yield Hit(Span(word.start, word.end), (many,))


def _counts(token: Token) -> bool:
    lower = token.lower
    return bool(
        lower in _SEVERAL
        or lower in _THESE
        or lower in _BOTH
        or _SPELT.fullmatch(lower)
        or (lower[0].isdigit() and _FIGURES.fullmatch(lower))
    )


def _is_counter(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` counts what follows, and is not part of a name, date, score, address or rank."""
    token = tokens[at]
    if at + 2 >= len(tokens) or (not token.space and at):
        return False
    if at and token.text[0].isupper():
        return False
    if token.lower in _BOTH:
        # "both president and parliament", "both virtual play in conjunction with" pair two.
        return not any(each.lower in _PAIRING for each in tokens[at + 2 : at + 7])
    if at == 0:
        return not token.text[0].isdigit()
    before = tokens[at - 1]
    if before.lower == "at" and at > 2 and tokens[at - 2].text[0].isupper():
        # "the Votes at 16 campaign".
        return False
    if before.lower in _RANKS or before.tag in (
        "NNP",
        "NNPS",
        "NN",
        "CD",
        "$",
        "JJ",
        "SYM",
        "#",
        "POS",
        "NNS",
    ):
        return before.lower in ("other", "more") or (
            before.tag == "JJ" and at > 1 and tokens[at - 2].lower in ("the", "its", "his", "her", "their")
        )
    if before.lower in ("a", "an", "one", "or", "to", "and", "number", "-", "–", "/"):
        return False
    return before.tag in _BEFORE or before.text in ("“", '"', ",") or before.lower in _OPENERS


def _noun(tokens: Sequence[Token], at: int) -> int | None:
    """The noun right after the number, or after one adjective; None where the phrase goes on or is anything else."""
    place = at + 1
    modifier = tokens[place]
    if (
        modifier.tag == "JJ"
        and modifier.space
        and modifier.lower not in _ALIKE
        and "JJ" in lexicon.tags(modifier.lower) <= {"JJ", "NN"}
    ):
        place += 1
    if place + 1 >= len(tokens):
        return None
    token, word, after = tokens[at], tokens[place], tokens[place + 1]
    if (
        word.tag != "NN"
        or not word.space
        or not word.text.isalpha()
        or not word.text.islower()
        or len(word.text) < 3
        or word.lower in _ALIKE
        or word.lower in UNSETTLED
        or not _countable(word.lower)
    ):
        return None
    if (
        after.tag not in _ENDS
        or (not after.space and after.text[:1].isalnum())
        or after.text in ("-", "–", "/", "'", "’")
    ):
        return None
    verb = after.tag in FINITE
    if ("NNS" in after.tags and after.tag != "VBD") or (after.lower in _MEASURED and not verb):
        # "three space walks", "5 metre long", "58,000 kilometre per hour".
        return None
    before = tokens[at - 1].tag if at else ""
    counted = token.text[0].isdigit() or (before in _GOVERNORS and bool(_SPELT.fullmatch(token.lower)))
    if {"VB", "VBP"} & word.tags and not verb and not counted and tokens[place - 1] is token:
        # "These account for most of it", "the two chat informally".
        return None
    if token.text[0].isdigit() and tokens[at - 1].lower == "the" and not verb:
        # "the 3,000 mark", "the 200 block of Pratt Street".
        return None
    if token.text[0].isdigit() and word.lower in _LABELLED:
        return None
    # "two red and white flags", "the three car and truck makers": the phrase goes on.
    if after.tag in ("CC", ",") and any(each.tag in ("NNS", "NN") for each in tokens[place + 2 : place + 5]):
        return None
    if after.tag == "VBN" and place + 2 < len(tokens) and tokens[place + 2].tag.startswith("NN"):
        return None
    return place


def _countable(noun: str) -> bool:
    """Whether the plural is common enough that the noun is counted, and the word is not chiefly something else."""
    if noun.endswith(("ing", "ness", "ism", "ics")):
        return False
    others = frozenset(["JJ", "NNS", "RB", "IN", "CD", "VBN", "VBG", "JJR"])
    if noun not in _NOUNS_FIRST and lexicon.tags(noun) & others:
        return False
    many = lexicon.inflect(noun, "NNS")
    if many is None or many == noun or not lexicon.knows(many):
        return False
    return lexicon.zipf(many) >= 3.0 and lexicon.zipf(many) > lexicon.zipf(noun) - 1.6
