"""The forms of verbs that show a number, and what to say where one clashes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.checks.registry import Hit
from editor.text import lexicon
from editor.text.irregular import UNMARKED
from editor.text.model import Token
from editor.text.number import MANY, ONE
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Severity, Span

NUMBER = {
    "is": ONE, "was": ONE, "has": ONE, "does": ONE, "are": MANY, "were": MANY, "have": MANY, "do": MANY,
}  # fmt: skip

OTHER = {
    "is": "are", "was": "were", "has": "have", "does": "do", "are": "is", "were": "was", "have": "has", "do": "does",
}  # fmt: skip

_REPORTING = words("""say tell announce add accuse report warn deny admit reject condemn confirm claim insist urge call ask reply vow
    pledge declare state explain comment describe tweet criticize criticise praise welcome convict sentence arrest
    charge kill injure wound sign launch reach release issue decide agree order approve block seize""")

_NOW = words("""now usually often always currently generally typically sometimes nowadays normally rarely seldom every daily
    still never""")

_THEN = words("""ago yesterday last earlier previously once monday tuesday wednesday thursday friday saturday sunday after before
    when until""")


class Clash(NamedTuple):
    """A verb that no reading of its subject agrees with. `kind` names the rule that tells of it."""

    kind: str
    hit: Hit


def shown_by(tokens: Sequence[Token], at: int) -> int:
    """The number that a verb's form shows: ONE, MANY, or 0 where it shows none or may be no verb."""
    token = tokens[at]
    known = NUMBER.get(token.lower)
    if known is not None:
        return known if token.tag in ("VBZ", "VBP", "VBD", "VB") else 0
    if token.tag == "VBZ" and token.lower != "'s":
        return ONE if _sure(tokens, at, "NNS") else 0
    if token.tag in ("VBP", "VB") and token.lower not in ("am", "'re", "'m", "'ve", "be", "ai"):
        if token.lower in UNMARKED and token.tag in ("VB", "VBP"):
            return MANY if token.text.islower() else 0
        if (
            ("VBD" in token.tags or "VBN" in token.tags) and token.lower != "feed"
        ) or not token.text.isalpha():
            return 0
        return MANY if _sure(tokens, at, "NN") else 0
    return 0


def _sure(tokens: Sequence[Token], at: int, noun: str) -> bool:
    """Whether a word that may be a noun is certainly the verb here, by what follows it."""
    token = tokens[at]
    if not token.text.islower() or (
        at + 1 < len(tokens) and tokens[at + 1].tag in ("VBZ", "VBD", "VBP", "MD", "CC", "POS")
    ):
        return False
    if not token.tags & {noun, "JJ"}:
        return True
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = at - 1
    while before > 0 and tokens[before].tag == "RB":
        before -= 1
    if tokens[before].tag in ("PRP", "WP", "WDT") and after is not None and after.tag not in (".", ",", ":"):
        return True
    if (
        after is not None
        and after.lower == "that"
        and after.tag == "IN"
        and token.lemma
        in ("say", "claim", "show", "argue", "believe", "think", "hope", "fear", "insist", "warn", "suggest")
        and tokens[before].tag in ("NN", "NNS", "NNP")
        and last_verb(tokens, at)
    ):
        return True
    if noun == "NNS" and _numbered(tokens, at) and tokens[at - 1].tag != "NNS":
        return False
    if (
        token.lemma == "remain"
        and tokens[at - 1].tag == "NNS"
        and after is not None
        and after.tag in ("VBG", "VBN", "JJ", "IN")
    ):
        return last_verb(tokens, at)
    if after is None or after.tag in NOUNS | {
        "IN",
        "CC",
        "VBZ",
        "VBD",
        "VBP",
        "MD",
        ",",
        ".",
        "VBN",
        "VBG",
        "JJ",
        ":",
        "POS",
        "(",
        "RP",
    }:
        if (
            token.tag == "VBP"
            and after is not None
            and after.tag in ("IN", "TO", "RB", "RP")
            and not any(each.tag in FINITE for place, each in enumerate(tokens) if place != at)
        ):
            # "The king die in 1952": the sentence has no other verb.
            return True
        # "Fares range from", "children enter free": no other verb must follow in the clause.
        return bool(
            after is not None
            and after.tag in ("IN", "JJ", "RB", "RP")
            and last_verb(tokens, at)
            and _pronominal(tokens, at)
        )
    return after.tag in ("DT", "PRP", "PRP$", "CD", "$", "WP", "WRB") or (
        after.tag == "TO" and _pronominal(tokens, at)
    )


def _numbered(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number or "these" leads the words before: "two sulfur samples"."""
    for before in reversed(tokens[max(0, at - 4) : at]):
        if before.tag == "CD" or before.lower in ("these", "those", "many", "several", "few", "some", "all"):
            return True
        if before.tag not in ("NN", "JJ", "NNP"):
            return False
    return False


def last_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether no other finite verb follows before the clause ends."""
    for after in tokens[at + 1 : at + 14]:
        if after.tag in ("VBZ", "VBP", "VBD", "MD"):
            return False
        if after.tag in (",", ":", "WP", "WDT", "WRB") or after.lower in (
            "and",
            "but",
            "that",
            "because",
            "if",
        ):
            return True
    return True


def _pronominal(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before can't form a compound noun with the one at `at`."""
    before = tokens[at - 1]
    return before.tag in ("PRP", "NNS", "WDT", "WP", ",", "RB", "EX")


def clash_at(tokens: Sequence[Token], at: int, shown: int, head: Token, severity: Severity | None) -> Hit:
    token = tokens[at]
    other = OTHER.get(token.lower)
    fixes: list[str] = []
    if other:
        fixes.append(other)
    else:
        present = lexicon.inflect(token.lemma, "VBZ") if shown == MANY else token.lemma
        past = lexicon.inflect(token.lemma, "VBD")
        fixes = [each for each in (present, past) if each]
        if past and shown == MANY and likely_past(tokens, at):
            fixes.reverse()
    span = Span(token.start, token.end)
    words = "is plural" if shown == ONE else "is singular"
    message = f"'{head.text}' {words}, so the verb must be '{fixes[0]}'." if fixes else None
    return Hit(span, tuple(fixes), message, None, severity)


def likely_past(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence around a verb left bare tells of the past."""
    words = {token.lower for token in tokens}
    if words & _NOW:
        return False
    others = [token for place, token in enumerate(tokens) if place != at]
    present = sum(token.tag in ("VBZ", "VBP") for token in others)
    past = sum(token.tag == "VBD" and token.lower != "said" for token in others)
    if past != present:
        return past > present
    return bool(words & _THEN) or tokens[at].lemma in _REPORTING
