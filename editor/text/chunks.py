"""Cheap noun phrases: where one begins and ends, its head, and which noun a verb must agree with."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS

_INSIDE = NOUNS | {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "$", "POS", "PRP$", "DT", "PDT", "RBR", "RBS"}
_STARTS = frozenset(["DT", "PRP$", "PDT"])
_RELATIVES = frozenset(["who", "which", "that", "whom", "whose", "where", "when"])
_CLAUSES = frozenset(
    [
        "if",
        "because",
        "while",
        "although",
        "though",
        "since",
        "whether",
        "as",
        "until",
        "unless",
        "than",
        "lest",
        "whereas",
        "after",
        "before",
        "once",
    ]
)
# "a number of people are": the noun after "of" rules the verb, or the writer's sense does.
_QUANTITIES = frozenset(
    [
        "number",
        "lot",
        "majority",
        "minority",
        "half",
        "third",
        "quarter",
        "percent",
        "percentage",
        "portion",
        "rest",
        "handful",
        "range",
        "series",
        "couple",
        "pair",
        "variety",
        "group",
        "plenty",
        "all",
        "some",
        "most",
        "any",
        "none",
        "more",
        "much",
        "part",
        "fraction",
        "bulk",
        "total",
        "average",
        "mass",
        "array",
        "string",
        "host",
        "dozen",
        "score",
        "crowd",
        "team",
        "generation",
        "slew",
        "spate",
        "plethora",
        "%",
        "hundreds",
        "thousands",
        "millions",
        "dozens",
        "lots",
        "tens",
        "scores",
    ]
)
_REACH = 30


def noun_phrase_at(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """The half-open range of tokens of the simple noun phrase around token `i`; `(i, i)` where it is in none.

    A phrase holds no preposition: "the head of the army" is two.
    """
    here = tokens[i]
    if here.tag == "PRP":
        return i, i + 1
    if here.tag not in _INSIDE:
        return i, i
    start = i
    while start > 0 and tokens[start].tag not in _STARTS and _goes_on(tokens, start - 1):
        start -= 1
    while start > 0 and tokens[start - 1].tag == "PDT":
        start -= 1
    end = i + 1
    while end < len(tokens) and tokens[end].tag in _INSIDE and tokens[end].tag not in _STARTS:
        # A participle after the noun begins a clause of its own: "the man arrested Monday".
        if tokens[end].tag in ("VBN", "VBG", "JJ") and tokens[end - 1].tag in NOUNS:
            break
        end += 1
    while end > start and tokens[end - 1].tag in ("VBG", "VBN", "POS", "RBR", "RBS") and end - 1 > i:
        end -= 1
    return start, end


def _goes_on(tokens: Sequence[Token], before: int) -> bool:
    tag = tokens[before].tag
    if tag not in _INSIDE:
        return False
    # "was arrested men": a participle after an auxiliary is its verb.
    return not (tag in ("VBN", "VBG") and before > 0 and tokens[before - 1].lemma in ("be", "have", "get"))


def head(tokens: Sequence[Token], i: int) -> int | None:
    """The index of the head noun of the phrase around token `i`, its last noun; None where it has none."""
    start, end = noun_phrase_at(tokens, i)
    for at in range(end - 1, start - 1, -1):
        if tokens[at].tag in NOUNS or tokens[at].tag == "PRP":
            return at
    return None


def subject_of(tokens: Sequence[Token], verb: int) -> int | None:
    """The index of the noun or pronoun that the finite verb at `verb` agrees with; None wherever that isn't sure.

    Walks left over prepositional phrases, relative clauses and parentheses. Coordinated subjects ("he and she"),
    quantities ("a number of"), clauses and questions give None.
    """
    at = _before_adverbs(tokens, verb - 1)
    low = max(0, verb - _REACH)
    bracket = 0
    while at >= low:
        token = tokens[at]
        if token.tag in (",", ":", ")") or token.text in ("—", "–", "--"):
            opened = _opening(tokens, at, low)
            if opened is None or bracket:
                return None
            bracket += 1
            at = opened - 1
            continue
        if token.tag == "PRP":
            if at > 0 and tokens[at - 1].tag in ("IN", "TO"):
                at = _before_preposition(tokens, at - 1)
                continue
            return at if _alone(tokens, at, at) else None
        if token.tag not in NOUNS:
            return None
        start, _ = noun_phrase_at(tokens, at)
        if (
            start > 0
            and tokens[start - 1].tag in ("IN", "TO", "RP")
            and tokens[start - 1].lower not in _RELATIVES
        ):
            if tokens[start - 1].lower in _CLAUSES - {"than", "after", "before", "since"}:
                return at
            at = _before_preposition(tokens, start - 1)
            if at >= low and tokens[at].lower in _QUANTITIES:
                return None
            if at < low:
                return None
            continue
        inner = _relative(tokens, start, low)
        if inner is not None:
            at = inner - 1
            continue
        if token.lower in _QUANTITIES and at != verb - 1:
            return None
        return at if _alone(tokens, start, at) else None
    return None


def _before_adverbs(tokens: Sequence[Token], at: int) -> int:
    while at >= 0 and tokens[at].tag == "RB":
        at -= 1
    return at


def _before_preposition(tokens: Sequence[Token], at: int) -> int:
    """The token before a preposition, and before a participle that it hangs on ("held in")."""
    at -= 1
    while at >= 0 and tokens[at].tag in ("RB", "RP"):
        at -= 1
    if at >= 1 and tokens[at].tag in ("VBN", "VBG") and tokens[at - 1].tag in NOUNS:
        at -= 1
    return at


def _opening(tokens: Sequence[Token], close: int, low: int) -> int | None:
    """Where the parenthesis that ends at `close` began, if a noun stands before it and it holds no list."""
    wanted = {",": ",", ")": "("}.get(tokens[close].tag, tokens[close].text)
    for at in range(close - 1, low, -1):
        token = tokens[at]
        if token.tag in ("CC",) and wanted == ",":
            return None
        if token.tag == wanted or token.text == wanted:
            return at if tokens[at - 1].tag in NOUNS else None
        if token.tag in (".", ";", "``", "''"):
            return None
    return None


def _relative(tokens: Sequence[Token], start: int, low: int) -> int | None:
    """Where the relative clause began ("that", "who") whose object phrase starts at `start`."""
    at = start - 1
    if at < low or not tokens[at].tag.startswith("VB"):
        return None
    while at > low and (tokens[at].tag.startswith("VB") or tokens[at].tag in ("RB", "MD", "TO")):
        at -= 1
    if tokens[at].tag in ("WDT", "WP") and tokens[at - 1].tag in NOUNS:
        return at
    return None


def _alone(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the phrase that starts at `start` is a whole subject: not coordinated, nobody's object."""
    if start == 0:
        return True
    before = tokens[start - 1]
    if before.tag in ("CC", "IN", "TO") and before.lower not in _CLAUSES | {"that"}:
        # "And the minister was" begins a sentence; "the aides and the minister were" does not.
        return before.tag == "CC" and start == 1
    if before.tag in FINITE or before.tag in ("VB", "VBG", "VBN"):
        return before.lemma in (
            "say",
            "think",
            "believe",
            "hope",
            "know",
            "claim",
            "insist",
            "feel",
            "add",
            "announce",
        )
    if before.tag in NOUNS | {"PRP", "POS", "JJ"}:
        return False
    if before.tag == ",":
        return not any(each.tag == "CC" for each in tokens[start:at])
    return before.tag in ("``", "''", ":", "IN", "WRB", "RB", "(", "WDT")
