"""Connectors that take a clause where a noun phrase stands, and the other way round: because and because of, although and despite.

After Swan, "Practical English Usage": because; in spite of, despite; during and for. What is asked of the words after the
connector is whether a finite verb follows their first noun phrase before the next comma.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS
from editor.values import Span

# Finite in any tagging, so that no participle is taken for a verb.
_PLAIN = frozenset(
    ["is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "should", "must", "did",
     "does", "do", "became", "went", "came", "fell", "rose", "took", "gave", "knew", "began", "grew", "saw", "remains",
     "ca", "wo"]
)  # fmt: skip
_BEFORE_NOUN = (
    frozenset(["DT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "$", "VBN", "VBG", "RB", "PDT"]) | NOUNS
)
_STARTS = frozenset(["DT", "PRP$", "CD", "NNS", "NN", "NNP", "JJ", "JJR", "PDT"])
_PHRASE_LINKS = frozenset(
    ["of", "in", "on", "at", "for", "from", "between", "by", "to", "with", "near", "against", "over", "about"]
)
# A clause hangs on these without a relative pronoun: "because of the way prices rise".
_CLAUSE_NOUNS = frozenset(
    ["fact", "way", "day", "time", "moment", "reason", "belief", "claim", "idea", "year", "week", "month", "night", "evidence",
     "hope", "fear", "assumption", "claims", "fears", "hopes", "concerns", "reports", "suggestions", "warnings", "signs", "beliefs",
     "evidence", "research", "pledges", "promises", "things", "efforts", "place", "concern", "manner", "degree", "extent", "things", "thing", "amount", "number", "kind"]
)  # fmt: skip
_BE = frozenset(["is", "are", "was", "were", "be", "been", "'s"])
_SINGULAR = frozenset(["is", "was", "has", "does"])
_PLURAL = frozenset(["are", "were", "have", "do"])
_BREAKS = frozenset([",", ";", ":", ".", "?", "!", "—", "–", "--", "(", ")", '"', "“", "”", "``", "''"])
_CLAUSES = frozenset(
    ["that", "which", "who", "whom", "whose", "what", "how", "why", "where", "when", "whether", "if", "because", "as", "than",
     "while", "although", "though", "since", "until", "after", "before"]
)  # fmt: skip
_TWO = {("because", "of"): "because", ("due", "to"): "because", ("owing", "to"): "because"}
_ONE = {"despite": "although", "notwithstanding": "although"}


@check("connectors.clause")
def clause(story: Story, rule: Rule) -> Iterator[Hit]:
    """A preposition before a whole clause: "despite the vaccine is free", "because of a drone had been seen"."""
    for line in story.body:
        words = line.words
        for at, word in enumerate(words):
            pair = (word.lower, words[at + 1].lower) if at + 1 < len(words) else ("", "")
            right, width = (_TWO[pair], 2) if pair in _TWO else (_ONE.get(word.lower, ""), 1)
            if pair == ("in", "spite") and at + 2 < len(words) and words[at + 2].lower == "of":
                right, width = "although", 3
            if not right or (pair == ("due", "to") and at and words[at - 1].tag == "VBZ"):
                continue
            tokens = line.tagged
            if _ready(tokens, at) and _clause(tokens, at + width, opening=not at):
                text = right.capitalize() if word.text[0].isupper() else right
                yield Hit(Span(word.start, tokens[at + width - 1].end), (text,))


@check("connectors.phrase")
def phrase(story: Story, rule: Rule) -> Iterator[Hit]:
    """A conjunction before a noun phrase alone: "because a scandal over the purchase", "although heavy losses"."""
    for line in story.body:
        for at, word in enumerate(line.words):
            if word.lower not in ("because", "although"):
                continue
            tokens = line.tagged
            if not _phrase(tokens, at + 1, word.lower):
                continue
            right = "because of" if word.lower == "because" else "despite"
            text = right.capitalize() if word.text[0].isupper() else right
            yield Hit(Span(word.start, word.end), (text,))


def _noun_phrase(tokens: Sequence[Token], at: int) -> int:
    """The place after a noun phrase with the phrases that hang on it; `at` itself where none begins."""
    if at >= len(tokens) or tokens[at].tag not in _STARTS:
        return at
    end, last = at, at
    while end < len(tokens) and tokens[end].tag in _BEFORE_NOUN:
        if end > at and tokens[end].tag in ("DT", "PRP$"):
            break
        if end == last and end > at and tokens[end].tag in ("VBN", "VBG", "RB", "JJ"):
            break
        end += 1
        if tokens[end - 1].tag in NOUNS:
            last = end
    if last == at:
        return at
    if end == last and last < len(tokens) and tokens[last].lower in _PHRASE_LINKS:
        further = _noun_phrase(tokens, last + 1)
        return further if further > last + 1 else last
    return last


def _ready(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause before `at` has its verb already, or the sentence begins here, so that what follows is another clause."""
    if not at:
        return True
    if tokens[at - 1].lower in _BE or tokens[at - 1].tag == "CC":
        return False
    since = at
    while since and tokens[since - 1].text not in _BREAKS and tokens[since - 1].lower not in _CLAUSES:
        since -= 1
    return any(token.tag in FINITE for token in tokens[since:at])


def _clause(tokens: Sequence[Token], at: int, opening: bool) -> bool:
    """Whether a noun phrase and a finite verb that agrees with it follow; in an opening clause, a comma and another clause as well."""
    end = _noun_phrase(tokens, at)
    if end == at or end >= len(tokens):
        return False
    inside, verb = tokens[at:end], tokens[end]
    # A clause may hang on these without a relative pronoun, or on a noun before another one: "despite the help neighbors gave".
    if any(token.lower in _CLAUSE_NOUNS for token in inside) or inside[0].tag == "NNP":
        return False
    if len(inside) > 1 and inside[-1].tag == "NNS" and inside[-2].tag == "NN":
        return False
    if verb.tag not in FINITE or verb.lower not in _PLAIN:
        return False
    head = inside[-1]
    for place, token in enumerate(inside):
        if token.lower in _PHRASE_LINKS and place:
            head = inside[place - 1]
            break
    if (verb.lower in _SINGULAR and head.tag == "NNS") or (verb.lower in _PLURAL and head.tag != "NNS"):
        return False
    if not opening:
        return verb.tag != "MD"
    rest = [token.text for token in tokens[end:]]
    if "," not in rest:
        return False
    comma = end + rest.index(",")
    return any(token.tag in FINITE for token in tokens[comma:])


def _phrase(tokens: Sequence[Token], at: int, connector: str) -> bool:
    """Whether a noun phrase, and no clause, follows up to the comma or the end."""
    end = _noun_phrase(tokens, at)
    if end == at or tokens[at].tag not in ("DT", "PRP$", "JJ", "NN", "NNS"):
        return False
    inside = tokens[at:end]
    # "The issue trades at par": a noun that could be the verb of a clause, with something after it.
    after = [*tokens[at + 1 : end], *tokens[end : end + 1]]
    if any(
        t.tags & {"VBZ", "VBD"} and n.text not in _BREAKS and n.lower not in ("of", "that")
        for t, n in pairwise(after)
    ):
        return False
    if any(token.tag in ("NNP", "RB", "VBN", "VBG") for token in inside) or inside[-1].tag not in (
        "NN",
        "NNS",
    ):
        return False
    if connector == "although":
        return (
            end < len(tokens)
            and tokens[end].text == ","
            and inside[0].tag in ("JJ", "PRP$", "NNS")
            and any(token.lower in _HAPPENINGS for token in inside)
        )
    for at, token in enumerate(tokens[end:], end):
        if token.text in _BREAKS:
            return token.text == "."
        if token.lower in ("that", "which", "who", "whose"):
            return not _main_verb_after(tokens, at)
        if (
            token.tag in FINITE
            or token.tag in ("VBN", "VB", "CC", "PRP")
            or token.lower in _CLAUSES
            or token.tag == "TO"
        ):
            return False
    return True


def _main_verb_after(tokens: Sequence[Token], at: int) -> bool:
    """Whether after a relative pronoun comes more than its own finite verb before the sentence ends."""
    if at + 1 >= len(tokens) or tokens[at + 1].tag not in FINITE:
        return True
    for token in tokens[at + 2 :]:
        if token.text in _BREAKS:
            return token.text != "."
        if token.tag in FINITE:
            return True
    return False


_HAPPENINGS = frozenset(
    ["losses", "protests", "warnings", "efforts", "calls", "threats", "sanctions", "attacks", "delays", "talks", "fears", "doubts",
     "problems", "difficulties", "rains", "storms", "floods", "winds", "clashes", "objections", "promises", "pledges", "rumors",
     "rumours", "reports", "concerns", "complaints", "appeals", "restrictions", "bans", "strikes", "cuts", "costs", "prices",
     "injuries", "wounds", "setbacks", "defeats", "gains", "improvements", "attempts", "risks", "dangers", "shortages", "riots",
     "criticisms", "differences", "divisions", "tensions", "temperatures", "measures", "reforms", "demonstrations", "claims",
     "denials", "requests", "demands", "pressures", "assurances", "orders", "rules", "laws", "fines", "controls", "checks",
     "searches", "raids", "arrests", "bombings", "airstrikes", "casualties", "deaths", "sales", "profits", "results", "odds"]
)  # fmt: skip
