"""Articles that are too many: "the" before what is meant in general, and before names with a possessive.

After Swan, "Practical English Usage", articles (talking in general), and Huddleston and Pullum, "The Cambridge Grammar of
the English Language", chapter 5, sections 6 and 8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.nouns import singular_of
from editor.values import Span

_BEFORE = frozenset(["IN", "TO", "VB", "VBD", "VBZ", "VBP", "VBG"])


@check("surplus.generic")
def generic(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "the" before what is not counted and is meant in general: "the corruption is", "against the poverty"."""
    always, present = story.lists["articles-generic"], story.lists["articles-generic-present"]
    known: set[str] = set()
    for line in story.body:
        if any(each.lower == "the" for each in line.words):
            tokens = line.tagged
            for at in range(len(tokens) - 2):
                if (
                    tokens[at].lower != "the"
                    or not tokens[at + 1].text.islower()
                    or tokens[at + 1].tag != "NN"
                ):
                    continue
                noun = tokens[at + 1].lower
                if noun in known:
                    continue
                if (noun in always and _in_general(tokens, at)) or (
                    noun in present and _statement(tokens, at)
                ):
                    text = tokens[at + 1].text
                    yield Hit(
                        Span(tokens[at].start, tokens[at + 1].end),
                        (text[:1].upper() + text[1:] if tokens[at].text[0] == "T" else text,),
                    )
        for token in line.tagged:
            if token.tag in ("NN", "NNS", "NNP"):
                known.add((singular_of(token) or token.lower) if token.tag == "NNS" else token.lower)


def _in_general(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 2]
    if not after.space and after.text[:1].isalnum():
        return False
    before = tokens[at - 1] if at else None
    if before is not None and before.tag not in _BEFORE:
        return False
    return after.text == "." or after.tag in ("VBZ", "VBD", "MD") or (after.text == "," and at == 0)


def _statement(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence or a clause of its own begins "the life is": the present tense of a general truth."""
    after = tokens[at + 2]
    opens = (
        at == 0
        or (at == 1 and tokens[0].text in ('"', "“", "``"))
        or (at > 1 and tokens[at - 1].tag == "CC" and tokens[at - 2].text == ",")
    )
    return (
        opens
        and after.tag in ("VBZ", "MD")
        and after.lower in ("is", "can", "has", "does", "must", "should", "cannot", "ca")
    )
