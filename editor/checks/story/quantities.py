"""Uncounted nouns that were made plural, with the quantifier before and the verb after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words
from editor.values import Span

_PLURAL_WORDS = {
    "many": "much",
    "few": "little",
    "fewer": "less",
    "several": "some",
    "various": "some",
    "numerous": "much",
    "these": "this",
    "those": "that",
}
_OPENERS = frozenset(
    [
        "DT",
        "JJ",
        "JJR",
        "JJS",
        "IN",
        "TO",
        "VB",
        "VBD",
        "VBZ",
        "VBG",
        "VBN",
        "VBP",
        "PRP$",
        "NN",
        "CD",
        "CC",
        "POS",
        ",",
        "PDT",
    ]
)
_VERBS = {"are": "is", "were": "was", "have": "has", "do": "does", "aren't": "isn't", "weren't": "wasn't"}
_SUBJECT_ENDERS = words("who that which")
# One form for both numbers: their verb may stay plural, and they can be counted.
_ALIKE = words("aircraft spacecraft hovercraft deer sheep offspring cattle livestock personnel poultry")


@check("quantities.uncounted")
def uncounted(story: Story, rule: Rule) -> Iterator[Hit]:
    """A plural of what is not counted: "informations", "many equipments", "softwares are"."""
    plurals = story.lists["number-uncountable-plurals"]
    for line in story.body:
        if not any(each.lower in plurals for each in line.words):
            continue
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.lower not in plurals or (at and token.text[0].isupper()):
                continue
            if "VBZ" in lexicon.tags(token.lower) and not _is_noun(tokens, at):
                continue
            yield _hit(story, tokens, at)


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    first = 1 if tokens[0].text in ('"', "“", "``") else 0
    # "Good researches take time" was tagged as if somebody researched.
    if (
        after is not None
        and after.tag in ("VB", "VBP", "MD")
        and (at == first or (at == first + 1 and tokens[first].tag in ("JJ", "DT", "NN")))
    ):
        return True
    return (
        at > 0
        and tokens[at].tag == "NNS"
        and tokens[at - 1].tag in _OPENERS
        and tokens[at - 1].lower not in _SUBJECT_ENDERS
    )


def _hit(story: Story, tokens: Sequence[Token], at: int) -> Hit:
    token = tokens[at]
    one = _singular(token.text)
    start, before = at, ""
    alike = one.lower() in _ALIKE
    first = at
    while (
        first > 0
        and first > at - 3
        and tokens[first - 1].tag in ("JJ", "VBN", "NN")
        and tokens[first - 1].lower not in _PLURAL_WORDS
    ):
        first -= 1
    if first > 0 and not alike:
        word = tokens[first - 1]
        if word.lower in _PLURAL_WORDS and not (
            word.lower == "few" and first > 1 and tokens[first - 2].lower == "a"
        ):
            start = first - 1
            better = _PLURAL_WORDS[word.lower]
            before = (
                (better.capitalize() if word.text[0].isupper() else better)
                + " "
                + story.text[tokens[first].start : token.start]
            )
        elif word.tag == "CD" and word.lower not in ("one", "1"):
            start = first - 1
            before = f"{word.text} pieces of " + story.text[tokens[first].start : token.start]
    verb = tokens[at + 1] if at + 1 < len(tokens) else None
    if verb is not None and not alike and " pieces of " not in before and _ruled_by(tokens, start, verb):
        form = _VERBS.get(verb.lower) or lexicon.inflect(verb.lemma, "VBZ")
        if form:
            return Hit(Span(tokens[start].start, verb.end), (f"{before}{one} {form}",))
    return Hit(Span(tokens[start].start, token.end), (f"{before}{one}",))


def _ruled_by(tokens: Sequence[Token], start: int, verb: Token) -> bool:
    """Whether the verb after the noun must turn singular with it."""
    if verb.lower not in _VERBS and verb.tag not in ("VBP", "VB"):
        return False
    while start > 0 and tokens[start - 1].tag in ("DT", "PRP$", "JJ", "POS", "NNP", "NN", "VBG", "VBN"):
        start -= 1
    return (
        start == 0
        or tokens[start - 1].tag not in ("CC", "IN", "TO")
        or tokens[start - 1].lower in ("that", "because", "if", "while", "but")
    )


def _singular(text: str) -> str:
    if text.endswith("ies"):
        return text[:-3] + "y"
    if text.endswith(("ches", "shes", "sses", "ises")) and not text.endswith("andises"):
        return text[:-2]
    return text[:-1]
