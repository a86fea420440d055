"""Names that take "the" and stand without: "said United Nations", "in Netherlands"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from editor.checks.registry import Hit
from editor.story import Line
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Span

_GOVERNORS = frozenset(["IN", "TO", "VB", "VBD", "VBZ", "VBG", "VBP", "VBN"])
_NO_GOVERNORS = words("v vs versus as than called named")
_STOPS = frozenset([".", "!", "?", '"', "”", "''", "’"])
_OPENERS = words(
    "were had should on in at after before when while if although as since under during following"
)
_SAID = words("said says announced reported confirmed added warned stated declared")
# "To visit Philippines next month": when it is follows the name.
_WHEN = words("""next last this every each today tomorrow yesterday now later early late again monday tuesday wednesday thursday friday
    saturday sunday a an the""")
_AFTER_BODY = frozenset(
    ["VBD", "VBZ", "MD", "VBP", "IN", "TO", ".", ",", "RB", "VBN", "WDT", "WP", ";", "POS", "CC"]
)

Names = Mapping[str, Sequence[tuple[str, ...]]]
"""Names by their first words."""


def by_first_word(names: frozenset[str]) -> Names:
    """The names by their first words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda each: (-each.count("_"), each)):
        parts = tuple(name.split("_"))
        found.setdefault(parts[0], []).append(parts)
    return found


def without_the(line: Line, names: Names) -> Iterator[Hit]:
    """Each of the names that lacks its "the"."""
    if not any(each.lower in names and each.text[0].isupper() for each in line.words):
        return
    tokens = line.tagged
    for at, token in enumerate(tokens):
        if not token.text[0].isupper():
            continue
        for name in names.get(token.lower, ()):
            end = at + len(name)
            if (
                tuple(each.lower for each in tokens[at:end]) == name
                and _written_so(tokens[at:end])
                and _lacks_the(tokens, at, end)
            ):
                span = Span(token.start, tokens[end - 1].end)
                yield Hit(span, (f"{'The' if at == 0 else 'the'} {span.of(line.text)}",))
                break


def _written_so(tokens: Sequence[Token]) -> bool:
    """Whether the words stand as a name does: initials in capitals, nothing else so."""
    if len(tokens) == 1 and len(tokens[0].text) <= 4:
        return tokens[0].text.isupper()
    return tokens[-1].text[0].isupper() and not tokens[-1].text.isupper()


def _lacks_the(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the name from `at` to `end` is a whole phrase, and a subject or an object."""
    if end >= len(tokens) or not _whole(tokens, at, end):
        return False
    if at == 0:
        return tokens[end].tag in FINITE and len(tokens) > end + 3 and tokens[-1].text in _STOPS
    if tokens[at - 1].text == "," and at > 1:
        return _after_comma(tokens, at, end)
    return _governed(tokens, at)


def _whole(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the phrase is over after the name."""
    after = tokens[end]
    if after.tag not in _AFTER_BODY and after.lower not in _WHEN:
        return False
    if after.text[:1] in "-–/&" or (not after.space and after.text[:1].isalnum()):
        return False
    # "US and European leaders" names leaders.
    if after.tag == "CC" or after.text == ",":
        rest = tokens[end + 1 : end + 5]
        if not rest or any(each.tag == "CC" for each in rest):
            return False
        if after.tag == "CC" and rest[0].tag not in FINITE and rest[0].tag != "PRP":
            return False
    if after.lower[-1:] == "s" and "NNS" in lexicon.tags(after.lower):
        return False
    if after.tag == "VBN" and end + 1 < len(tokens) and tokens[end + 1].tag in NOUNS:
        return False
    return after.tag != "POS" or at > 0


def _after_comma(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the name after a comma is the subject of the clause, or tells who said it."""
    after = tokens[end]
    # "The talks failed, US Department of State said on Tuesday.": who said it, after what was said.
    if after.lower in _SAID and len(tokens) - end <= 7 and len(tokens[end - 1].text) > 3:
        return not any(each.tag in ("VBD", "VBZ", "CC") for each in tokens[end + 1 :])
    # "In Paris, US Department of State announced": a phrase stands before the clause.
    return (
        (tokens[0].tag in ("IN", "WRB", "VBG", "VBN") or tokens[0].lower in _OPENERS)
        and at <= 12
        and after.tag in ("VBD", "VBZ", "MD")
        and not any(each.tag == "CC" for each in tokens[:at])
    )


def _governed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a preposition or a verb stands before the name."""
    before = tokens[at - 1]
    if not tokens[at].space:
        return False
    if before.tag in ("VBN", "VBD", "VBG") and at > 1 and tokens[at - 2].tag in ("DT", "PRP$", "POS"):
        # "an expanded UN Security Council".
        return False
    return before.tag in _GOVERNORS and before.lower not in _NO_GOVERNORS
