"""Words of one root: a noun where the clause needs its verb, or where a person is told of and the adjective is needed.

"They choice a captain", "the coach was anger". Longman Dictionary of Common Errors; Swan, "Practical English Usage", word formation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.model import Token
from editor.text.phrases import phrase_at
from editor.text.subjects.noun_phrases import plain
from editor.text.tagset import FINITE
from editor.text.words import words
from editor.values import Span

_NOMINATIVE = words("he she they we i who")
_AFTER_VERB = frozenset(["DT", "PRP$", "TO", "IN", "CD", "$"])
_FEELING = words("be become seem look get grow")
_AFTER_ADJECTIVE = words("with at about of for that to and but in after because when over . , by")
_NEVER = words(
    "chaos democracy scandal youth width length height variety reality religion truth surprise fashion emotion ambition fame"
)


@check("families.verb")
def verb(story: Story, rule: Rule) -> Iterator[Hit]:
    """A noun in the place of a verb of the same root: "they choice a captain", "the plan failure in Kenya."."""
    table: Mapping[str, str] = rule.spec["map"]
    for line in story.body:
        tokens = plain(line.tagged)
        if len(tokens) < 4 or tokens[-1].text not in (".", ","):
            continue
        finite = any(each.tag in FINITE for each in tokens)
        for at, token in enumerate(tokens[:-2]):
            if (
                token.lower not in table
                or token.tag not in ("NN", "JJ")
                or at < 1
                or token.tags & {"VB", "VBD", "VBP"}
            ):
                continue
            before, after = tokens[at - 1], tokens[at + 1]
            named = (
                before.lower in _NOMINATIVE and after.tag in _AFTER_VERB and after.lower not in ("of", "that")
            )
            lone = not finite and after.tag in _AFTER_VERB and after.lower != "of" and _opens(tokens, at)
            if named or lone:
                past = lexicon.inflect(table[token.lower], "VBD")
                if past is not None:
                    yield Hit(Span(token.start, token.end), (past,))


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether all before `at` is one noun phrase, the subject: "the plan", "two ministers"."""
    if tokens[0].tag not in ("DT", "PRP$", "CD", "NNS", "NNP", "JJ"):
        return False
    phrase = phrase_at(tokens, 0, 0)
    return (
        phrase is not None
        and phrase.head in (at - 1, at)
        and at > (1 if tokens[0].tag in ("DT", "PRP$", "CD", "JJ") else 0)
        and not any(each.tag in ("VBG", "VBN", "WDT", "WP", ":") for each in tokens)
    )


@check("families.adjective")
def adjective(story: Story, rule: Rule) -> Iterator[Hit]:
    """An abstract noun that is said of a person: "the coach was anger with the referee"."""
    table: Mapping[str, str] = rule.spec["map"]
    people = story.lists["confusions-people"]
    for line in story.body:
        tokens = plain(line.tagged)
        for at in range(2, len(tokens) - 1):
            token = tokens[at]
            if token.tag != "NN" or token.lower not in table or token.lower in _NEVER:
                continue
            link = at - 1
            while link > 0 and tokens[link].tag == "RB":
                link -= 1
            if tokens[link].lemma not in _FEELING or tokens[link].tag[:2] != "VB" or link < 1:
                continue
            holder = link - 1
            while holder > 0 and (tokens[holder].tag in ("RB", "MD") or tokens[holder].lemma == "have"):
                holder -= 1
            one = tokens[holder]
            if not (one.lower in _NOMINATIVE or (one.tag in ("NN", "NNS") and one.lower in people)):
                continue
            if tokens[at + 1].lower in _AFTER_ADJECTIVE and not tokens[at + 1].tag.startswith("NN"):
                yield Hit(Span(token.start, token.end), (table[token.lower],))
