"""Common nouns with a capital that they have only in a name: "the Government said", "a Nurse", "was handed to the Police"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit, check
from editor.checks.style.house import Use, settle
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.tagset import DEMONYMS
from editor.text.words import words
from editor.values import Severity, Span

_DETERMINERS = words(
    "the a an this that these those its his her their our both each every any some no all another two three four five six"
)
_DESCRIBING = frozenset(["JJ", "JJR", "JJS", "NN", "NNS", "POS", "VBN", "CD"])
# After these a plural or "police" stands bare: "by Police", "said Officials".
_BARE = frozenset(["IN", "TO", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "CC", "JJ", "NN", "POS", "CD"])
_OPENING_NAMES = words("of for and")
_NATIONAL = words("embassy consulate hospital university school clinic stadium airport")
_JOINING = frozenset(["-", "–", "&", "/", "."])


@check("capitals.common")
def common(story: Story, rule: Rule) -> Iterator[Hit]:
    """A common noun with a capital that belongs to no name: "the Government would pay".

    The rule's options: `nouns`, which are settled as the house's style is; `asked`, which may stand for a name
    ("the Commission"), and `bare`, which need no determiner ("by Police").
    """
    options = rule.spec["options"]
    nouns, asked, bare = (frozenset(options[each]) for each in ("nouns", "asked", "bare"))
    known = nouns | asked | bare
    uses: list[Use] = []
    for line in story.body:
        if not any(each.lower in known and each.text[0].isupper() for each in line.words[1:]):
            uses.extend(_kept(line.words, nouns))
            continue
        tokens = line.tagged
        uses.extend(_kept(tokens, nouns))
        for at, token in enumerate(tokens):
            if (
                at == 0
                or token.lower not in known
                or not (token.text[0].isupper() and token.text[1:].islower())
            ):
                continue
            span = Span(token.start, token.end)
            if story.quoted(span) or story.protected(span) or _in_name(tokens, at):
                continue
            if not (_described(tokens, at) or (token.lower in bare and _stands_bare(tokens, at))):
                continue
            if token.lower in asked:
                yield Hit(span, (token.lower,), severity=Severity.QUERY)
            else:
                uses.append(Use(span, (token.lower,)))
    yield from settle(story, rule, uses)


def _kept(tokens: Sequence[Token], nouns: frozenset[str]) -> Iterator[Use]:
    """The places where such a noun is small after "the"."""
    for at, token in enumerate(tokens[1:], start=1):
        if token.text in nouns and tokens[at - 1].lower == "the":
            yield Use(Span(token.start, token.end))


def _described(tokens: Sequence[Token], at: int) -> bool:
    """Whether a determiner, or a small word that describes, stands before: "the Government", "the new Ministry"."""
    before = tokens[at - 1]
    if before.lower in _DETERMINERS:
        # "Meet The Parents" is a title.
        return before.text.islower() or at == 1
    if before.text in DEMONYMS:
        # The Turkish Embassy is one; the Turkish government is not called so.
        return at > 1 and tokens[at - 2].lower in _DETERMINERS and tokens[at].lower not in _NATIONAL
    if before.text in ("'s", "’s"):
        # "The town's Hospital", but Queen's University.
        return at > 1 and tokens[at - 2].text.islower()
    return before.text.islower() and before.tag in _DESCRIBING


def _stands_bare(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    named = at > 1 and tokens[at - 2].text[0].isupper() and before.tag in ("IN", "CC", "TO")
    owner = at + 1 < len(tokens) and tokens[at + 1].text in ("'", "’")
    return before.text.islower() and before.tag in _BARE and not named and not owner


def _in_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is part of a longer name: "the Government Accountability Office", "the Ministry of Health"."""
    if at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    if after.text[0].isupper() or after.text[0].isdigit() or (after.text in _JOINING and not after.space):
        return after.text[0].isalnum() or at + 2 < len(tokens)
    beyond = tokens[at + 2 : at + 4]
    if after.text in ("'s", "’s", "'", "’"):
        return any(each.text[0].isupper() for each in beyond)
    if after.lower == "and":
        return bool(beyond) and beyond[0].text[0].isupper()
    return after.lower in _OPENING_NAMES and any(each.text[0].isupper() for each in beyond)
