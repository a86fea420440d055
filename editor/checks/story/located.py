"""In, on or at before a noun of place, medium or time that takes another of them, whatever adjectives stand between.

Swan, "Practical English Usage": at, in and on (place; time). A row of the table names a noun, with "the" before it where it
needs a determiner and "-" where it has none, the prepositions that are wrong before it and, after " > ", the right ones.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.governors import governor, object_takes
from editor.text.model import Token
from editor.values import Span

_WORDS = frozenset(["in", "on", "at"])
_NOUNS = frozenset(["NN", "NNS"])
_NAMES = frozenset(["NNP", "NNPS"])
_INSIDE = frozenset(["DT", "PRP$", "JJ", "JJR", "JJS", "CD", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG"])
_DETERMINERS = frozenset(["DT", "PRP$"])


@check("located.wrong")
def wrong(story: Story, rule: Rule) -> Iterator[Hit]:
    """In, on or at where the noun takes another."""
    table: Mapping[str, str] = rule.spec["map"]
    taken = story.lists.get("heads-takes", frozenset())
    for line in story.body:
        tokens = line.tagged
        for at, right, _ in located(tokens, table, taken):
            yield Hit(
                Span(tokens[at].start, tokens[at].end),
                right if at else tuple(each.capitalize() for each in right),
            )


def located(
    tokens: Sequence[Token], table: Mapping[str, str], taken: Collection[str]
) -> Iterator[tuple[int, tuple[str, ...], str]]:
    """The place of each wrong preposition, the right ones best first, and the row."""
    for at in range(len(tokens) - 1):
        word = tokens[at].lower
        if word not in _WORDS or tokens[at].tag != "IN":
            continue
        key = _noun(tokens, at + 1)
        row = table.get(key) if key else None
        if not key or not row:
            continue
        bad, _, right = row.partition(" > ")
        if word not in bad.split() or _governed(tokens, at, word, taken):
            continue
        yield at, tuple(right.split()), key


def _noun(tokens: Sequence[Token], at: int) -> str | None:
    """The head of the phrase that begins at `at`: "the farm" for "a small farm", "- page"; None where there is none."""
    determined = tokens[at].tag in _DETERMINERS
    end = at
    while end < len(tokens) and end - at < 7 and tokens[end].tag in _INSIDE:
        if end > at and tokens[end].tag in _DETERMINERS:
            return None
        if end > at and tokens[end].tag == "CD" and tokens[end - 1].tag in _NOUNS:
            break
        end += 1
    last = tokens[end - 1] if end > at else None
    if last is None or last.tag not in _NOUNS:
        return None
    if end < len(tokens) and (tokens[end].lower == "'s" or tokens[end].tag in ("VBG", "FW")):
        return None
    if determined or any(token.tag == "POS" for token in tokens[at:end]):
        return f"the {last.lemma}"
    return f"- {last.lower}" if end == at + 1 else None


def _governed(tokens: Sequence[Token], at: int, word: str, taken: Collection[str]) -> bool:
    """Whether a head or a verb with an object before the preposition brings it."""
    head = governor(tokens, at - 1) if at else None
    if not head:
        return at > 0 and tokens[at - 1].tag in ("IN", "TO")
    if f"{head} {word}" in taken and head != "verb be":
        return True
    if head.startswith("participle ") and f"verb {head.removeprefix('participle ')} {word}" in taken:
        return True
    return head.startswith(("noun ", "adjective ")) and object_takes(tokens, at - 1, word, taken)
