"""The preposition that a verb, noun or adjective takes: right after it, after its object, in a relative clause, stranded.

Quirk et al., "A Comprehensive Grammar of the English Language", chapters 9 and 16. A row of the table names a head with its
kind ("verb depend", "adjective aware", "noun solution", "object accuse", "bare discuss"), the prepositions that are wrong
with it and, after " > ", the right ones, best first; a bare verb has none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.adverbials import free
from editor.text.model import Token
from editor.values import Severity, Span

_PREPOSITIONS = frozenset(
    ["of", "to", "for", "with", "on", "about", "from", "at", "by", "in", "into", "over", "against", "towards", "toward",
     "than", "as", "like", "upon", "among", "between", "off", "regarding", "back", "around", "after", "without", "through"]
)  # fmt: skip
_TAGS = frozenset(["IN", "TO", "RP", "VBG", "RB"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_PHRASES = frozenset(
    [
        "DT",
        "PRP",
        "PRP$",
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "CD",
        "VBG",
        "$",
        "WP",
        "PDT",
        "EX",
        "VBN",
    ]
)
_INSIDE = frozenset(["DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "$", "PDT"])
_ENDS = frozenset([".", ",", ":", "''", ")", "-RRB-"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_HAVE = frozenset(["has", "have", "had", "having", "'ve", "'d"])
_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "'re", "get", "gets", "got", "getting", "feel",
                 "feels", "felt", "become", "becomes", "became", "seem", "seems", "seemed", "remain", "remains", "remained",
                 "look", "looks", "looked"])  # fmt: skip
# No verb follows these: "little affect", "any demand".
_NO_VERB_AFTER = frozenset(["little", "no", "any"])
# The "to" after these is a preposition, not an infinitive's.
_TIED = frozenset(
    ["tied", "linked", "related", "owing", "thanks", "pegged", "exposed", "vulnerable", "sensitive"]
)
_WH = frozenset(["which", "whom"])
# What may be dropped at the end of a clause, being no particle.
_STRANDED = frozenset(["of", "about", "with", "for", "from", "at", "against", "to", "into"])
# Nearly any noun brings these after it; with an object before them they count only after a person.
_NOMINAL = frozenset(
    ["of", "in", "on", "at", "from", "by", "as", "over", "between", "among", "against", "for", "with"]
)
# These stand after any verb that has its object elsewhere: "the man he met in the street".
_WEAK = frozenset(
    ["in", "on", "at", "for", "with", "from", "by", "over", "as", "than", "into", "after", "like"]
)
_PERSONS = frozenset(["him", "her", "them", "us", "me", "it", "himself", "herself", "themselves", "itself", "you", "everyone",
                      "everybody", "anyone", "someone", "nobody"])  # fmt: skip


_ADVERBS = frozenset(["again", "also", "always", "often", "only", "still", "today", "together", "yesterday", "anymore", "later",
                      "then", "now", "once", "twice", "more", "less", "back", "early", "late", "further", "instead", "earlier", "everywhere", "alone", "too"])  # fmt: skip
_THINGS = frozenset(["numbers", "papers", "computers", "letters", "orders", "rivers", "powers", "matters", "quarters", "centers",
                     "offers", "doors", "floors", "errors", "sectors", "factors", "motors", "containers", "fees", "trees", "degrees",
                     "borders", "towers", "covers", "servers", "barriers", "chapters", "dinners", "flowers", "layers", "mirrors",
                     "newspapers", "orders", "posters", "rumors", "shoulders", "summers", "tankers", "trailers", "transfers",
                     "winters", "colors", "honors", "favors", "monitors", "reactors", "tumors", "coffees", "committees",
                     "guarantees", "employers", "filters", "fingers", "meters", "routers", "scooters", "sensors", "shelters",
                     "specimen", "abdomen", "women's", "answers", "disasters", "encounters", "headquarters", "lasers", "routers"])  # fmt: skip
# "The degree to which they depend": the preposition is the noun's.
_MOVERS = frozenset(["carry", "bring", "take", "send", "give", "offer", "show", "hand", "deliver", "present", "introduce", "transfer",
                     "fly", "rush", "lead", "drive", "move", "sell", "pass", "refer", "add", "attribute", "compare", "link", "connect",
                     "attach", "assign", "return", "escort", "accompany", "extradite", "deport", "direct", "draw", "follow", "invite",
                     "export", "import", "ship", "supply", "provide", "report", "extend", "leave", "owe", "convert", "change",
                     "turn", "put", "limit", "raise", "cut", "reduce", "increase", "lower", "save", "remove", "rescue", "release"])  # fmt: skip
_PARTS = frozenset(["half", "third", "quarter", "fifth", "sixth", "tenth", "dozen", "hundred", "thousand", "million", "billion", "decade",
                    "week", "month", "year", "day", "hour", "percentage"])  # fmt: skip
_INTRANSITIVE = frozenset(["renege", "originate", "depend", "rely", "collaborate", "participate", "belong", "consist", "comply", "cope",
                           "collide", "coincide", "amount", "adhere", "succumb", "react", "respond", "reply", "resort", "cater",
                           "conform", "emerge", "differ", "embark", "hinge", "vie", "strive", "listen", "interfere", "meddle", "tamper",
                           "discriminate", "retaliate", "rebel", "culminate", "result", "specialize", "specialise", "persist",
                           "excel", "hint", "stare", "glance", "encroach", "infringe", "insist", "comment", "apologize",
                           "apologise", "sympathize", "sympathise", "disagree", "clash", "compete", "cooperate", "interact"])  # fmt: skip
# Heads with which another preposition is hardly ever meant; but these tell the place or the agent after any head.
_SURE = frozenset(["verb", "adjective", "bare"])
_PLACING = frozenset(["in", "on", "at", "by"])
_ROUGHLY = frozenset(["nearly", "almost", "about", "roughly", "some"])
_CLAUSES = frozenset(["whether", "how", "what", "who", "why"])
_SET = frozenset(["example", "instance", "view", "fact", "exchange", "return", "turn", "addition", "response", "principle", "part",
                  "general", "opinion", "demand", "average", "purpose", "effect", "charge", "reason", "law"])  # fmt: skip
_FRACTIONS = frozenset(
    ["half", "one", "two", "three", "one-third", "two-thirds", "one-half", "three-quarters"]
)
_BEFORE_NOUN = frozenset(["DT", "PRP$", "POS", "CD", "JJ"])
# Groups that act as persons do.
_GROUPS = frozenset(["government", "police", "court", "army", "parliament", "council", "committee", "board", "company", "firm", "union",
                     "ministry", "senate", "congress", "assembly", "commission", "party", "group", "team", "club", "agency", "bank",
                     "organization", "organisation", "association", "authorities", "authority", "rebels", "militants", "crowd",
                     "opposition", "regulator", "church", "tribunal", "jury", "cabinet", "coalition", "majority", "media", "press",
                     "mob", "gang", "watchdog", "ngo", "university", "hospital", "department", "staff", "public", "dog", "shark"])  # fmt: skip


class Frame(NamedTuple):
    """A wrong preposition: the tokens from `start` up to `end`, the right words best first ("" to leave it out), its head."""

    start: int
    end: int
    right: tuple[str, ...]
    head: Token
    key: str


@check("frames.wrong")
def wrong(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition that its head does not take, with the one that it takes; asked where the head is a noun or may have an adjunct."""
    table: Mapping[str, str] = rule.spec["map"]
    taken = story.lists.get("heads-takes", frozenset())
    people = story.lists.get("confusions-people", frozenset())
    adjuncts = story.lists.get("adjuncts", frozenset())
    for line in story.body:
        tokens = line.tagged
        for frame in frames(tokens, table, taken, people, adjuncts):
            first, last = tokens[frame.start], tokens[frame.end - 1]
            sure = frame.key.partition(" ")[0] in _SURE and first.lower not in _PLACING
            severity = None if sure else Severity.QUERY
            if frame.right == ("",):
                yield Hit(
                    Span(tokens[frame.start - 1].end, last.end),
                    ("",),
                    f"'{frame.head.text}' takes its object without a preposition.",
                    severity=severity,
                )
            else:
                says = " or ".join(repr(each) for each in frame.right)
                yield Hit(
                    Span(first.start, last.end),
                    frame.right,
                    f"'{frame.head.text}' goes with {says}.",
                    severity=severity,
                )


def frames(
    tokens: Sequence[Token],
    table: Mapping[str, str],
    taken: Collection[str],
    people: Collection[str],
    adjuncts: Collection[str],
) -> Iterator[Frame]:
    """The wrong prepositions of a tagged sentence."""
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if token.lower not in _PREPOSITIONS or token.tag not in _TAGS:
            continue
        frame = (
            _piped(tokens, at, table)
            if tokens[at + 1].lower in _WH
            else _stranded(tokens, at, table)
            if tokens[at + 1].tag in _ENDS
            else _direct(tokens, at, table, taken, people) or _object(tokens, at, table, taken, people)
        )
        if frame and not (token.lower in _WEAK and _circumstance(tokens, at, adjuncts)):
            yield frame


def keys(tokens: Sequence[Token], at: int) -> tuple[str, ...]:
    """The rows that may speak of the word at `at` as a head."""
    token = tokens[at]
    tag = token.tag
    if tag in ("NN", "NNS"):
        gerund = (
            at and tokens[at - 1].tag not in ("DT", "PRP$", "JJ", "NN", "POS") and token.lower.endswith("ing")
        )
        verbs = tuple(f"verb {stem}" for stem in _stems(token.lower)) if gerund else ()
        return (f"term {token.lemma}", f"noun {token.lemma}", *verbs)
    if tag == "JJ":
        return (f"adjective {token.lower}",)
    if tag in ("VB", "VBZ", "VBP", "VBG"):
        if _nominal(tokens, at) or _broken(tokens, at):
            return ()
        return (f"verb {token.lemma}", f"bare {token.lemma}")
    if tag not in ("VBN", "VBD"):
        return ()
    back = at - 1
    while back >= 0 and tokens[back].tag == "RB":
        back -= 1
    before = tokens[back].lower if back >= 0 else ""
    if before in _BE:
        return (f"adjective {token.lower}", f"object {token.lemma}")
    if tag == "VBN" and before not in _HAVE:
        active = token.lemma in _INTRANSITIVE and back >= 0 and tokens[back].tag in (*_NOUNS, "PRP")
        own = (f"verb {token.lemma}",) if active else ()
        return (*own, f"adjective {token.lower}", f"object {token.lemma}")
    return (f"verb {token.lemma}", f"bare {token.lemma}")


def _nominal(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at`, read as a verb, is a noun: "tied to demand", "little affect"."""
    before = tokens[at - 1].lower if at else ""
    return before in _NO_VERB_AFTER or (before == "to" and at > 1 and tokens[at - 2].lower in _TIED)


def _broken(tokens: Sequence[Token], at: int) -> bool:
    """Whether another error makes the word at `at` look a verb: "many researches on", "is survive by"."""
    token, before = tokens[at], tokens[at - 1] if at else None
    if token.tag == "VBZ":
        return before is None or before.tag in _BEFORE_NOUN or before.lower in ("many", "several", "few")
    return token.tag != "VBG" and before is not None and before.lower in _BE


def _actors(word: str) -> bool:
    """Whether a word is likely a plural of persons by its ending: "speculators", "climbers"."""
    return word.endswith(("ers", "ors", "ists", "ians", "ees", "men")) and word not in _THINGS


def _part(tokens: Sequence[Token], at: int) -> bool:
    """Whether "a third", "a dozen" stands at `at`."""
    return tokens[at].lower in ("a", "an") and at + 1 < len(tokens) and tokens[at + 1].lower in _PARTS


def _quantity(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number stands at `at` after "nearly", "at least", "more than"."""
    after = [token.lower for token in tokens[at : at + 2]]
    start = at + 2 if after in (["at", "least"], ["at", "most"], ["more", "than"], ["up", "to"]) else at + 1
    counted = after[:1] in (
        ["nearly"],
        ["almost"],
        ["about"],
        ["only"],
        ["roughly"],
        ["some"],
        ["around"],
        ["over"],
    )
    return (
        (start == at + 2 or counted)
        and start < len(tokens)
        and tokens[start].tag in ("CD", "$", "PDT", "DT", "NN")
    )


def _moved(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun at `at` is what a verb of moving or giving moves: "carried the defender to"."""
    for back in range(at - 1, max(-1, at - 7), -1):
        token = tokens[back]
        if token.tag.startswith("VB"):
            return token.lemma in _MOVERS
        if token.tag not in _INSIDE and token.lower != "of":
            return False
    return False


def _infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb may be meant after "to": "waiting to load wheat", "warned them to vacated the slope", "to earth the plane"."""
    after, following = tokens[at + 1], tokens[at + 2] if at + 2 < len(tokens) else None
    if after.tag in ("VBN", "VBD", "VBG"):
        return following is not None and following.tag in ("DT", "PRP$", "PRP", "CD")
    if after.tag not in ("NN", "VBP") or "VB" not in after.tags or following is None:
        return False
    return following.tag in ("DT", "PRP$", "PRP") or (following.tag in ("NN", "NNS") and after.tag == "VBP")


def _set_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun at `at` ends a phrase such as "for example" or "in their view"."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    return tokens[at].lower in _SET and bool({"for", "in", "by", "on"} & set(before))


def _stems(word: str) -> tuple[str, ...]:
    """What a form in -ing may be the form of: "resigning" of "resign" or "resigne"."""
    stem = word[:-3]
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    return (stem, stem + "e", stem[:-1]) if doubled else (stem, stem + "e")


def _row(table: Mapping[str, str], names: Sequence[str], word: str) -> tuple[str, tuple[str, ...]] | None:
    for name in names:
        for part in table.get(name, "").split(" ; "):
            bad, _, right = part.partition(" > ")
            if word in bad.split():
                return name, tuple(right.split()) or ("",)
    return None


def _direct(
    tokens: Sequence[Token],
    at: int,
    table: Mapping[str, str],
    taken: Collection[str],
    people: Collection[str],
) -> Frame | None:
    """The head stands right before the preposition, or before an adverb."""
    token, after = tokens[at], tokens[at + 1]
    if after.tag not in _PHRASES and after.lower not in _CLAUSES and not _quantity(tokens, at + 1):
        return None
    if token.lower == "to" and (after.tag == "VB" or (after.tag == "RB" and not _quantity(tokens, at + 1))):
        return None
    if token.lower == "to" and _infinitive(tokens, at):
        return None
    back = at - 1
    if (
        tokens[back].tag == "RB"
        and back
        and (tokens[back].lower.endswith("ly") or tokens[back].lower in _ADVERBS)
    ):
        back -= 1
        if not tokens[back].tag.startswith("VB"):
            return None
    found = _row(table, keys(tokens, back), token.lower)
    if not found or _free(tokens, at):
        return None
    name, right = found[0], _ordered(tokens, at, found[1], people)
    kind = name.partition(" ")[0]
    if kind in ("noun", "term") and token.lower == "over" and tokens[back].lower in people:
        # "Differences with the founder over accounting."
        return None
    if kind in ("noun", "term") and _set_phrase(tokens, back):
        return None
    if (
        kind in ("noun", "term")
        and token.lower == "of"
        and (after.tag in ("CD", "$") or _quantity(tokens, at + 1))
    ):
        return None
    if kind == "term" and token.lower in ("to", "from", "into") and _moved(tokens, back):
        return None
    if kind == "noun" and _object_takes(tokens, back, token.lower, taken):
        return None
    if kind == "object" and token.lower in ("by", "as"):
        return None
    if token.lower == "from" and right == ("by",) and not _agent(tokens, at, people):
        return None
    if token.lower == "about" and (after.lower in _FRACTIONS or _part(tokens, at + 1)):
        return None
    if kind == "bare" and token.lower in _WEAK and _gapped(tokens, back):
        return None
    if kind in ("verb", "object", "bare") and right != ("",) and _follows(tokens, at + 1, right):
        return None
    return Frame(at, at + 1, right, tokens[back], name)


def _object(
    tokens: Sequence[Token],
    at: int,
    table: Mapping[str, str],
    taken: Collection[str],
    people: Collection[str],
) -> Frame | None:
    """A verb and its object stand before the preposition: "accused the minister for"."""
    token, after = tokens[at], tokens[at + 1]
    last = tokens[at - 1]
    if last.tag not in _NOUNS and last.tag not in ("PRP", "PRP$", "CD") and last.lower not in _PERSONS:
        return None
    if after.tag not in _PHRASES or (
        token.lower == "to" and (after.tag in ("VB", "RB") or _infinitive(tokens, at))
    ):
        return None
    back = at - 1
    if last.tag in _NOUNS or last.tag == "CD":
        while (
            back > 0
            and at - back < 8
            and (tokens[back - 1].tag in _INSIDE or tokens[back - 1].lower in _ROUGHLY)
        ):
            back -= 1
    if back == 0 or not tokens[back - 1].tag.startswith("VB"):
        return None
    names = [name for name in keys(tokens, back - 1) if name.startswith("verb ")]
    person = (
        last.lower in _PERSONS
        or last.tag in ("NNP", "NNPS", "PRP")
        or last.lower in people
        or _actors(last.lower)
    )
    kinds = ("object", "whom") if person else ("object",)
    found = _row(
        table, [f"{kind} {name.removeprefix('verb ')}" for name in names for kind in kinds], token.lower
    )
    if not found or _free(tokens, at):
        return None
    if token.lower in _NOMINAL and not person and after.tag != "VBG":
        return None
    stripped = tokens[back - 1].lemma in ("deprive", "rob", "strip", "relieve")
    owned = token.lower == "from" and (after.tag == "PRP$" or stripped)
    if (
        token.lower in ("of", "in", "on", "at", "from")
        and last.tag != "PRP"
        and after.tag != "VBG"
        and not owned
    ):
        return None
    if last.tag in ("NN", "NNS") and not person and f"noun {last.lemma} {token.lower}" in taken:
        return None
    if _follows(tokens, at + 1, found[1]):
        return None
    return Frame(at, at + 1, _ordered(tokens, at, found[1], people), tokens[back - 1], found[0])


def _ordered(
    tokens: Sequence[Token], at: int, right: tuple[str, ...], people: Collection[str]
) -> tuple[str, ...]:
    """The right prepositions, the one first that the phrase after `at` wants.

    A named place is arrived in, all else at; persons are apologized to and one is furious with them; for all else, at all else.
    """
    choices = set(right)
    first: tuple[str, ...] = ()
    if {"in", "at"} <= choices:
        first = ("in",) if tokens[at + 1].tag in ("NNP", "NNPS") else ("at",)
    elif {"to", "for"} <= choices:
        first = ("to",) if _agent(tokens, at, people) else ("for",)
    elif "with" in choices and choices & {"at", "about"}:
        first = ("with",) if _agent(tokens, at, people) else ("about", "at")
    return tuple(sorted(right, key=lambda each: first.index(each) if each in first else len(first)))


def _piped(tokens: Sequence[Token], at: int, table: Mapping[str, str]) -> Frame | None:
    """The preposition stands before "which" or "whom", its head at the end of the clause: "the river of which they depend"."""
    head = 0
    if (
        at + 2 >= len(tokens)
        or tokens[at + 2].tag not in (*_INSIDE, "PRP")
        or tokens[at - 1].tag not in _NOUNS
        or tokens[at].lower in _WEAK
    ):
        # "A recording in which the broker laughs": that is where.
        return None
    for here in range(at + 2, min(len(tokens), at + 10)):
        tag = tokens[here].tag
        if tag in _ENDS or tag in ("IN", "TO", "CC", "WDT", "WP"):
            break
        if tag.startswith("VB") or tag == "JJ":
            head = here
    if not head or head + 1 >= len(tokens) or tokens[head + 1].tag in _PHRASES:
        return None
    found = _row(table, keys(tokens, head), tokens[at].lower)
    if not found or found[1] == ("",) or tokens[head + 1].lower in found[1]:
        return None
    return Frame(at, at + 1, found[1], tokens[head], found[0])


def _stranded(tokens: Sequence[Token], at: int, table: Mapping[str, str]) -> Frame | None:
    """The preposition stands last, its object before: "what they are worried for."."""
    if tokens[at].lower not in _STRANDED:
        return None
    names = [name for name in keys(tokens, at - 1) if name.startswith(("verb", "adjective"))]
    found = _row(table, names, tokens[at].lower)
    return Frame(at, at + 1, found[1], tokens[at - 1], found[0]) if found else None


def _free(tokens: Sequence[Token], at: int) -> bool:
    """As `free`, but "in" and "on" before a form in -ing belong to the head."""
    word, after = tokens[at].lower, tokens[at + 1]
    if word in ("in", "on") and after.tag == "VBG":
        return False
    if word == "to" and after.lower == "some":
        return at + 2 < len(tokens) and tokens[at + 2].lower in ("extent", "degree")
    return free(tokens, at, word)


def _gapped(tokens: Sequence[Token], at: int) -> bool:
    """Whether the object of the verb at `at` stands before it: "the man whom they met", "a plan they discussed"."""
    back = at - 1
    while back >= 0 and tokens[back].tag in ("RB", "MD", "TO", "VB", "VBD", "VBP", "VBZ", "VBN"):
        back -= 1
    if (
        back >= 0
        and tokens[back].tag in _NOUNS
        and (tokens[at].tag == "VBN" or (tokens[at].tag == "VBD" and _verb_follows(tokens, at)))
    ):
        return True
    subject = back
    while back >= 0 and tokens[back].tag in (*_INSIDE, "PRP"):
        back -= 1
    if back >= 0 and (tokens[back].tag in ("WDT", "WP") or tokens[back].lower == "that"):
        return True
    inside = tokens[max(0, back + 1) : subject + 1]
    return any(here.tag in _NOUNS and after.tag in ("DT", "PRP", "PRP$") for here, after in pairwise(inside))


def _verb_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether another finite verb comes after the verb at `at` without a break between."""
    for token in tokens[at + 1 : at + 14]:
        if token.tag in _ENDS or token.tag in ("CC", "WDT", "WP", "WRB"):
            return False
        if token.tag in _FINITE:
            return True
    return False


def _circumstance(tokens: Sequence[Token], at: int, adjuncts: Collection[str]) -> bool:
    """Whether the phrase after the preposition at `at` is one of time, place or manner by its noun: "in the region"."""
    noun = None
    for token in tokens[at + 1 : at + 8]:
        if token.tag in _NOUNS:
            noun = token
        elif token.tag not in _INSIDE and token.tag not in ("VBG", "VBN"):
            break
    return noun is not None and f"{tokens[at].lower} {noun.lemma}" in adjuncts


def _agent(tokens: Sequence[Token], at: int, people: Collection[str]) -> bool:
    """Whether the phrase after the preposition at `at` names persons or what acts as they do."""
    noun = None
    for token in tokens[at + 1 : at + 8]:
        if token.tag in ("NN", "NNS") or token.tag == "PRP":
            noun = token
        elif token.tag not in _INSIDE:
            break
    return noun is not None and (noun.lower in people or noun.lemma in _GROUPS or noun.tag == "PRP")


def _follows(tokens: Sequence[Token], at: int, right: Sequence[str]) -> bool:
    """Whether the right preposition comes later in the clause: "they rely in winter on imports"."""
    for here in range(at, min(len(tokens), at + 9)):
        token = tokens[here]
        if token.tag in _ENDS or token.tag in _FINITE or token.tag in ("CC", "WDT", "WP"):
            return False
        if token.lower in right and token.lower != "of":
            return not (token.lower == "to" and here + 1 < len(tokens) and tokens[here + 1].tag == "VB")
    return False


def _object_takes(tokens: Sequence[Token], at: int, word: str, taken: Collection[str]) -> bool:
    """Whether a verb before the noun at `at` takes this preposition after its object: "sent letters to"."""
    for back in range(at - 1, max(-1, at - 8), -1):
        token = tokens[back]
        if token.tag in _ENDS or token.tag in ("CC", "WDT", "WP", "WRB"):
            return False
        if token.tag.startswith("VB"):
            return token.lemma != "be" and f"object {token.lemma} {word}" in taken
    return False
