"""Singulars after words for several: "several worker", "both side", "other driver"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.counted.heads import pluralised, singular_head, sure_of_noun
from editor.checks.counted.nouns import GROUPS, WHOLES, Nouns
from editor.checks.counted.partitives import parts
from editor.checks.registry import Hit
from editor.story import Line
from editor.text.model import Token
from editor.text.words import words

# After these words a noun that is counted is plural; the list of counted nouns decides for those that mass nouns follow too.
_ONLY_MANY = words("several various numerous many few both fewer countless multiple")
_ALSO_MASS = words("all most other more different enough")
_QUANTIFIERS = _ONLY_MANY | _ALSO_MASS
_STRICT = _ALSO_MASS | {"multiple"}
_NONE: frozenset[str] = frozenset()
_NOT_AFTER = {
    "all": words(
        "day night week month year summer winter season weekend morning time way afternoon evening round manner star hour"
    ),
    "most": words("part day"),
    "more": words("time way room study commentary"),
    "few": words("if"),
    "other": words("than way"),
    "many": words("time"),
    "enough": words("time way room study commentary"),
}
_VERBS = frozenset(["VB", "VBD", "VBG", "VBZ", "VBP", "VBN"])
_BEFORE_ALL = _VERBS | {"IN", "TO", ",", "CC"}
_BEFORE_OTHER = _VERBS | {"IN", "TO"}
_DETERMINING = frozenset(["DT", "PRP$", "POS", "CD", "WDT", "WP$", "JJ", "NN", "NNP", "RB", "RBR"])
_DETERMINERS = words("no any some each every such one what another many several")


def quantified(line: Line, nouns: Nouns) -> Iterator[Hit]:
    """Singulars after a word for several, or after "of" and a part of several, in the plural."""
    spoken = {each.lower for each in line.words}
    if spoken.isdisjoint(_QUANTIFIERS | {"of"}):
        return
    tokens = line.tagged
    for at in range(len(tokens) - 1):
        if tokens[at].lower == "of":
            yield from parts(tokens, at, nouns.counted)
        elif tokens[at].lower in _QUANTIFIERS and _counts(tokens, at):
            head = _singular(tokens, at, nouns)
            if head is not None:
                yield from pluralised(tokens, head)


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word for several at `at` counts the noun that follows it."""
    before = tokens[at - 1] if at else None
    lower, after = tokens[at].lower, tokens[at + 1]
    if tokens[at].text[0].isupper() and at:
        return False
    if lower in _STRICT and not _opens(before, lower):
        return False
    if after.lower.endswith("ing") and before is not None and before.lower == "with":
        # "with many suffering anxiety".
        return False
    if lower == "most" and after.tag != "NN":
        return False
    if lower == "both" and after.lower == "been":
        # "have both been shot".
        return False
    if lower == "both" and any(each.lower == "and" for each in tokens[at + 1 : at + 8]):
        return False
    return before is None or before.tag not in ("CD", "$")


def _opens(before: Token | None, lower: str) -> bool:
    """Whether a word like "other" or "all" stands without a determiner of its own."""
    if before is None:
        return lower in ("all", "most", "other", "more", "different")
    if lower in ("all", "most"):
        return before.tag in _BEFORE_ALL and before.lower not in ("at", "of", "the")
    if before.tag in _DETERMINING or before.lower in _DETERMINERS:
        return before.lower in ("many", "several", "all", "most", "both", "not") and lower in (
            "other",
            "different",
            "more",
            "enough",
        )
    return before.tag in _BEFORE_OTHER


def _singular(tokens: Sequence[Token], at: int, nouns: Nouns) -> int | None:
    """Where the singular stands that the word for several at `at` counts."""
    lower = tokens[at].lower
    start = at + 1
    whole = lower == "all" and tokens[start].lower in ("the", "these", "those")
    head = singular_head(tokens, start + 1 if whole else start, nouns.counted)
    if head is None:
        return None
    noun = tokens[head].lower
    strict = lower in _STRICT
    if strict and noun not in nouns.always:
        return None
    if noun not in nouns.counted and (strict or noun in nouns.mass):
        return None
    if (whole and (noun in GROUPS or noun in WHOLES)) or noun in _NOT_AFTER.get(lower, _NONE):
        return None
    return head if sure_of_noun(tokens, at, head, nouns.counted) else None
