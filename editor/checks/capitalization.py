"""capitalization: headlines and headings in the profile's case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.expressions import compiled
from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story
from editor.values import Span

# Associated Press: lower-case articles, conjunctions and prepositions of three letters or fewer; Chicago: all prepositions.
SMALL = {
    "AP": frozenset(
        [
            "a",
            "an",
            "the",
            "and",
            "but",
            "for",
            "nor",
            "or",
            "so",
            "yet",
            "as",
            "at",
            "by",
            "in",
            "of",
            "off",
            "on",
            "per",
            "to",
            "up",
            "via",
        ]
    ),
    "Chicago": frozenset(
        [
            "a",
            "an",
            "the",
            "and",
            "but",
            "for",
            "nor",
            "or",
            "so",
            "yet",
            "as",
            "at",
            "by",
            "in",
            "of",
            "off",
            "on",
            "per",
            "to",
            "up",
            "via",
            "from",
            "into",
            "like",
            "near",
            "onto",
            "over",
            "than",
            "with",
            "about",
            "above",
            "after",
        ]
    ),
}
_WORD = re.compile(r"[^\W\d_][\w'’]*")


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds blocks whose words are not in the case that `match` names ($title, $sentence, $lower, $upper or an expression)."""
    spec = rule.spec
    case = spec.get("match")
    if not isinstance(case, str):
        raise ValueError("'match' must be $title, $sentence, $lower, $upper or a regular expression")
    style = spec.get("style", "AP")
    if style not in SMALL:
        raise ValueError(f"the style '{style}' is not one of {', '.join(SMALL)}")
    threshold = float(spec.get("threshold", 0.8))
    exceptions = frozenset(str(word) for word in spec.get("exceptions", ()))
    if case not in ("$title", "$sentence", "$lower", "$upper") and not case.startswith("profile."):
        pattern = compiled(case, ignorecase=False)
    else:
        pattern = None

    def run(story: Story) -> Iterator[Hit]:
        wanted = (
            "$" + str(story.profile.get(case.removeprefix("profile.")))
            if case.startswith("profile.")
            else case
        )
        for block in story.document.blocks:
            if block.kind not in rule.parts:
                continue
            text = block.span.of(story.text)
            if pattern is not None:
                right = pattern.fullmatch(text) is not None
            else:
                right = _is_in(wanted, text, SMALL[style], exceptions, threshold)
            if not right:
                yield Hit(Span(block.span.start, block.span.end))

    return run


def _is_in(case: str, text: str, small: frozenset[str], exceptions: frozenset[str], threshold: float) -> bool:
    words = [word.group() for word in _WORD.finditer(text)]
    if not words:
        return True
    match case:
        case "$lower":
            return text == text.lower()
        case "$upper":
            return text == text.upper()
        case "$sentence":
            # Names keep their capitals, so a heading counts as wrong when most words have one.
            rest = [word for word in words[1:] if word not in exceptions and not word.isupper()]
            small_ones = sum(word[0].islower() for word in rest)
            return words[0][0].isupper() and (not rest or small_ones / len(rest) >= 1 - threshold)
        case "$title":
            counted = [
                word[0].isupper()
                if index in (0, len(words) - 1) or word.lower() not in small
                else word[0].islower()
                for index, word in enumerate(words)
                if word not in exceptions
            ]
            return not counted or sum(counted) / len(counted) >= threshold
    return True
