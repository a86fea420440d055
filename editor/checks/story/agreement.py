"""Agreement of verbs with their subjects, and of "this" and "these" with their nouns.

Keeps quiet wherever any reading of the sentence agrees. After "The Cambridge Grammar of the English Language",
chapter 5, section 18, and Quirk et al., "A Comprehensive Grammar of the English Language", 10.34-10.50.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.agreement.clash import Clash, shown_by
from editor.checks.agreement.existence import inverted, negated, there
from editor.checks.agreement.pointing import pointing
from editor.checks.agreement.relative import relative
from editor.checks.agreement.retag import mended
from editor.checks.agreement.shared import shared
from editor.checks.agreement.subject import with_subject
from editor.checks.kindred import register
from editor.story import Story
from editor.text.model import Token
from editor.text.subjects.clauses import Clauses
from editor.text.subjects.noun_phrases import plain

# A capitalised word in -s inside a sentence: "said Groves", "at Elders".
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+s\b")


def clashes(words: Sequence[Token], british: bool, names: frozenset[str] = frozenset()) -> Iterator[Clash]:
    """Every verb of a sentence that agrees with no reading of its subject.

    `british` lets groups take plural verbs; `names` are capitalised words in -s that the story uses as names.
    """
    if len(words) < 3 or words[-1].text == "?" or plain(words)[-1].tag not in (".", ":", ")", ","):
        # A question, or a line without an end: a headline or a heading.
        return
    tokens = mended(plain(words))
    clauses = Clauses(tokens)
    readings = clauses.readings()
    yield from inverted(clauses)
    for at in sorted(readings):
        yield from with_subject(tokens, at, readings[at], british, names)
    for at, token in enumerate(tokens):
        if token.lower in ("who", "which", "that") and token.tag in ("WP", "WDT", "IN") and at:
            yield from relative(clauses, at, british)
        elif token.lower == "nor":
            yield from negated(clauses, at)
        elif token.tag == "EX":
            yield from there(clauses, at)
        elif token.tag == "DT" and token.lower in ("this", "these", "those", "that"):
            yield from pointing(clauses, at)
        if token.lower in ("and", "but", "or") and at + 1 < len(tokens):
            verb = at + 1
            while (
                verb < len(tokens)
                and tokens[verb].tag == "RB"
                and tokens[verb].lower not in ("little", "much")
            ):
                verb += 1
            if verb < len(tokens) and verb not in readings and shown_by(tokens, verb):
                yield from shared(tokens, at, verb, readings, british)


def _read(story: Story) -> Iterator[Clash]:
    names = frozenset(_NAME.findall(story.text))
    return (clash for line in story.body for clash in clashes(line.tagged, story.british, names))


register(
    "agreement",
    (
        "pronoun",
        "subject",
        "distance",
        "compound",
        "quantity",
        "collective",
        "relative",
        "gerund",
        "shared",
        "unmarked",
        "existence",
        "oneof",
        "pointing",
    ),
    _read,
)
