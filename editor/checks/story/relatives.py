"""The relative pronoun by what it stands for: "who" for people, "which" for things, "whose" before a noun, "where" for places.

Keeps quiet where another noun may be meant. Swan, "Practical English Usage", relatives; AP Stylebook: that, which; who, whom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, register
from editor.checks.relatives.adverbs import there, when, where
from editor.checks.relatives.persons import Kinds, persons
from editor.checks.relatives.pronouns import PRONOUNS, pronoun
from editor.checks.relatives.splices import spliced, whereof
from editor.story import Story
from editor.text.model import Token
from editor.text.subjects.clauses import Clauses
from editor.text.subjects.noun_phrases import plain

# A sentence without any of these has nothing to find.
_SIGNS = (
    ", wh", ", that ", " whom ", " where ", "which ", " who ", " who'", " who’", ", there ", '" there ', " of it ", " of them ",
    "whereof", "time when",
)  # fmt: skip
_TAGS = frozenset(["WP", "WDT", "IN", "DT"])


def _read(story: Story) -> Iterator[Found]:
    kinds: Kinds | None = None
    for line in story.body:
        lower = story.text[line.span.start : line.span.end].lower()
        if not any(each in lower for each in _SIGNS):
            continue
        if kinds is None:
            kinds = Kinds(story.lists["confusions-people"], story.lists["confusions-things"], persons(story))
        yield from relatives(plain(line.tagged), kinds)


def relatives(tokens: Sequence[Token], kinds: Kinds) -> Iterator[Found]:
    """Every pronoun of a sentence that does not go with what it stands for."""
    if len(tokens) < 5:
        return
    clauses = Clauses(tokens)
    for at in range(1, len(tokens) - 2):
        token = tokens[at]
        if token.lower in PRONOUNS and token.tag in _TAGS:
            yield from pronoun(clauses, at, kinds)
        elif token.lower in ("it", "them") and tokens[at - 1].lower == "of":
            yield from spliced(tokens, at, kinds.people)
        elif token.lower == "where":
            yield from where(tokens, at)
        elif token.lower == "when":
            yield from when(tokens, at)
        elif token.lower == "whereof":
            yield from whereof(tokens, at, kinds.people)
        elif token.lower == "there" and tokens[at - 1].text == ",":
            yield from there(tokens, at)


register("relatives", ("person", "thing", "comma", "what", "whose", "whom", "where", "splice", "time"), _read)
