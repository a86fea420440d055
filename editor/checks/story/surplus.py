"""Articles that are too many: "the" before what is meant in general, and before names with a possessive.

After Swan, "Practical English Usage", articles (talking in general), and Huddleston and Pullum, "The Cambridge Grammar of
the English Language", chapter 5, sections 6 and 8.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from editor.checks.registry import Hit, check
from editor.once import for_each
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.article_weights import weigh
from editor.text.model import Token
from editor.text.nouns import singular_of
from editor.text.tagset import FINITE
from editor.text.undetermined import DEEDS, Phrase, kinds_of, phrase_at, signs, uncounted
from editor.text.words import words
from editor.values import Severity, Span

_BEFORE = frozenset(["IN", "TO", "VB", "VBD", "VBZ", "VBP", "VBG"])


@check("surplus.generic")
def generic(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "the" before what is not counted and is meant in general: "the corruption is", "against the poverty"."""
    always, present = story.lists["articles-generic"], story.lists["articles-generic-present"]
    subjects = story.lists["articles-generic-subject"]
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
                if (
                    (noun in always and _in_general(tokens, at))
                    or (noun in always | subjects and _acts(tokens, at))
                    or (noun in present and _statement(tokens, at))
                ):
                    text = tokens[at + 1].text
                    yield Hit(
                        Span(tokens[at].start, tokens[at + 1].end),
                        (text[:1].upper() + text[1:] if tokens[at].text[0] == "T" else text,),
                    )
        for token in line.tagged:
            if token.tag in ("NN", "NNS", "NNP"):
                known.add((singular_of(token) or token.lower) if token.tag == "NNS" else token.lower)


# In log-odds: of a noun that is not counted a person is asked below the first, and the article is surplus below the second;
# of any noun it is below the third.
_BOUNDS = {"the": (-1.8, -3.4, -4.2), "a": (-1.8, -2.8, -3.2), "an": (-1.8, -2.8, -3.2)}
# A story has articles to spare if it surely has so many, and more than so many a word; the bounds then ask for this much less.
_SEVERAL, _OFTEN, _LOWER = 2, 0.004, 0.8
_BEFORE_THE = frozenset(["PDT", "DT", "CD", "JJS", "RBS"])


@for_each
def _general(lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Nouns that can be meant in general."""
    return lists["articles-generic"] | lists["articles-generic-present"]


@check("surplus.weighed")
def weighed(story: Story, rule: Rule) -> Iterator[Hit]:
    """An article before a noun whose signs weigh against any: "shortage of the skilled welders", "an ivory worth"."""
    found = list(_surplus(story))
    # Who puts in articles that are too many puts in several: where a story surely does, less weight speaks for one more.
    sure = sum(each.some < _BOUNDS[each.article][1 if each.mass else 2] for each in found)
    size = sum(len(line.words) for line in story.body)
    lower = _LOWER if sure >= _SEVERAL and sure / size > _OFTEN else 0.0
    for each in found:
        asked, certain, any_noun = (bound + lower for bound in _BOUNDS[each.article])
        if each.some > (asked if each.mass else any_noun):
            continue
        # "A boost", "a retail chain", "a fresh enthusiasm": what is counted or told apart may have its "a", however rarely.
        counted = each.article != "the" and not (each.mass and each.alone)
        bound = certain if each.mass else any_noun
        loud = each.some < bound and not (each.many or each.meant or counted)
        yield Hit(each.span, (each.text,), severity=None if loud else Severity.QUERY)


class _Found(NamedTuple):
    """An article before a phrase that may need none: what weighs for it, and whether its noun is not counted, many, meant as known, or without adjectives."""

    span: Span
    text: str
    article: str
    some: float
    mass: bool
    many: bool
    meant: bool
    alone: bool


def _surplus(story: Story) -> Iterator[_Found]:
    """The articles against which there is some weight, the story's own bounds not yet minded."""
    kinds = kinds_of(story.lists)
    general = _general(story.lists)
    known: set[str] = set()
    for line in story.body:
        tokens = line.tagged
        for at, token in enumerate(tokens[:-1]):
            bounds = _BOUNDS.get(token.lower)
            if bounds is None or token.tag != "DT" or not tokens[at + 1].space:
                continue
            if at and (tokens[at - 1].tag in _BEFORE_THE or not (token.space or token.text.islower())):
                continue
            if at and token.text[0].isupper() and tokens[at - 1].text == ")":
                # "(AFP) A video": the sentence begins here.
                continue
            less = (*tokens[:at], *tokens[at + 1 :])
            phrase = phrase_at(less, at)
            if phrase is None or _participle(less, phrase) or _goes_on(less, phrase.head + 1):
                continue
            if token.lower == "the" and _told_which(less, phrase, known):
                continue
            some, _ = weigh(signs(less, phrase, known, kinds))
            head = less[phrase.head]
            mass = head.lower in general or uncounted(head, kinds) or _activity(head)
            if some > bounds[0 if mass else 2] + _LOWER:
                continue
            word = tokens[at + 1]
            text = word.text[:1].upper() + word.text[1:] if at == 0 else word.text
            yield _Found(
                Span(token.start, word.end),
                text,
                token.lower,
                some,
                mass,
                head.tag == "NNS",
                _meant(less, phrase, token.lower),
                phrase.start == phrase.head,
            )
        for token in tokens:
            if token.tag in ("NN", "NNS", "NNP"):
                known.add((singular_of(token) or token.lower) if token.tag == "NNS" else token.lower)


# What a story may have told of in other words: the durians are the fruit, the clashes the violence, the haul the cocaine.
_TOLD = words("""fruit crop metal fuel grain meat gas oil wood timber cargo drug medicine substance liquid material mineral cash money loot
    cocaine heroin gold ivory criticism praise outrage anger applause violence fighting damage unrest chaos bloodshed fraud abuse
    shooting bombing killing looting news footage testimony""")


def _meant(tokens: Sequence[Token], phrase: Phrase, article: str) -> bool:
    """Whether the article may be right: "the fruit" of a class told of before, "a cash and stock deal" with its noun to come."""
    start, head = phrase
    if article == "the":
        return start == head and tokens[head].lower in _TOLD
    after = tokens[head + 1 : head + 3]
    return len(after) == 2 and (after[0].tag == "CC" or after[0].text == ",") and after[1].tag in ("NN", "JJ")


def _activity(noun: Token) -> bool:
    """Whether a noun is a verb's -ing, what people do: "smoking", "hunting"."""
    return noun.lower.endswith("ing") and noun.tag == "NN" and "VBG" in noun.tags and noun.lower not in DEEDS


def _participle(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """ "a case centring around": the last word goes on about the noun before it."""
    head = tokens[phrase.head]
    return head.lower.endswith("ing") and phrase.head > phrase.start and tokens[phrase.head - 1].tag == "NN"


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """ "Music retail chain": an adjective and a noun at `at` belong to the phrase before them."""
    return at + 1 < len(tokens) and tokens[at].tag == "JJ" and tokens[at + 1].tag in ("NN", "NNS")


_ENABLING = words(
    "power time money courage strength freedom authority right will ability capacity evidence energy cash willingness"
)


def _told_which(tokens: Sequence[Token], phrase: Phrase, known: Set[str]) -> bool:
    """Whether the story has named the thing, or the words after it or a name before it say which is meant."""
    head = tokens[phrase.head]
    if head.lower in known or singular_of(head) in known:
        return True
    if any(each.tag in ("NNP", "JJR", "CD") for each in tokens[phrase.start : phrase.head]):
        return True
    after = tokens[phrase.head + 1] if phrase.head + 1 < len(tokens) else None
    purpose = tokens[phrase.head + 2 : phrase.head + 3]
    if (
        after is not None
        and after.tag == "TO"
        and purpose
        and purpose[0].tag == "VB"
        and head.lower in _ENABLING
    ):
        # "The power to send monitors": what it is for tells which.
        return True
    return after is not None and (
        after.tag in ("WDT", "WP", "WRB", "VBN", "VBG", "CC")
        or after.lower in ("of", "own", "that", "he", "she", "they", "it", "we", "i", "you", "which")
        or (phrase.start == 0 and after.tag in ("IN", "TO"))
        or (
            after.text == ","
            and phrase.head + 2 < len(tokens)
            and tokens[phrase.head + 2].tag in ("NN", "NNS", "JJ")
        )
    )


def _in_general(tokens: Sequence[Token], at: int) -> bool:
    after = tokens[at + 2]
    if not after.space and after.text[:1].isalnum():
        return False
    before = tokens[at - 1] if at else None
    if before is not None and before.tag not in _BEFORE:
        return False
    return after.text == "." or after.tag in ("VBZ", "VBD", "MD") or (after.text == "," and at == 0)


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins with the noun after "the" at `at`, and nothing but its verb follows: "how the evolution works"."""
    after = tokens[at + 2]
    if after.tag not in ("VBZ", "VBD", "MD") or not after.space:
        return False
    if at == 0:
        return True
    before = tokens[at - 1]
    if before.tag == "CC" or before.text == ",":
        return any(each.tag in FINITE for each in tokens[:at]) or tokens[0].tag in ("IN", "RB", "WRB")
    return (
        before.lower == "that"
        or before.tag in ("WRB", "RB")
        or before.lemma in _SAYING
        or before.lower in _OPENERS
    )


_SAYING = words("""say believe think know claim insist add announce report deny admit fear suggest confirm argue warn note explain show mean find
    hear reveal promise agree conclude predict expect estimate hope""")
_OPENERS = words(
    "because while when although though whether unless whereas where if as since until before after how why"
)


def _statement(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence or a clause of its own begins "the life is": the present tense of a general truth."""
    after = tokens[at + 2]
    opens = (
        at == 0
        or (at == 1 and tokens[0].text in ('"', "“", "``"))
        or (at > 1 and tokens[at - 1].tag == "CC" and tokens[at - 2].text == ",")
        or (
            at > 1
            and (tokens[at - 1].lower == "that" or tokens[at - 1].lemma in _SAYING)
            and tokens[at - 1].tag != "NN"
        )
    )
    return (
        opens
        and after.tag in ("VBZ", "MD")
        and after.lower in ("is", "can", "has", "does", "must", "should", "cannot", "ca")
    )
