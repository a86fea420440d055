"""The verb of a headline and its subject, which has lost its article and often its auxiliary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor.checks.registry import Hit, check
from editor.documents.model import PartKind
from editor.rulebook.model import Rule
from editor.story import Line, Story
from editor.text import lexicon
from editor.text.headlines import is_sentence_cased
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity, Span

_PHRASE = frozenset(["NN", "NNS", "NNP", "JJ", "JJR", "JJS", "CD", "POS", "VBN", "VBG"])
# What begins a clause of its own within a headline.
_STARTS = words("as while but because if when after before until since ; :")
# Nouns that stand for several, or whose plural stands before another noun: "jobs cuts", "sports stars".
_SEVERAL = words(
    "police people staff crew family team couple pair duo trio quartet quintet act band media data majority number dozen score host group half most"
    " youth public cattle clergy personnel rest total handful minority range series species crowd bunch string spate"
    " percent aircraft fish sheep deer salmon trout squid shrimp cod offspring"
)
_MODIFYING = words(
    "jobs sports arms sales drugs schools careers goods rights systems operations communications benefits pensions"
    " prisons customs elections weapons parts games accounts awards honours honors trades news politics economics"
    " headquarters works means athletics physics mathematics savings services stocks bonds securities futures"
    " earnings results materials women's men's windows tickets taxes guns cars homes roads trains planes rates wages"
)
# Verbs that are seldom nouns after who or what acts: "central bank raise rates".
_SELDOM_NOUNS = words("raise keep meet buy sell leave kill injure")
_HANGING = words("of at on in near by")
_EVENTS = words(
    "attack blast fire crash explosion storm quake earthquake landslide strike flood raid shooting bombing heatwave cyclone typhoon hurricane avalanche collapse"
)
_MOVING = words(
    "rise fall jump drop climb slip slide surge soar tumble plunge double ease widen shrink narrow"
)
_FOLLOWING = frozenset(["CD", "DT", "PRP", "PRP$", "NNP"])
_AFTER_MOVING = frozenset(["IN", "CD", "TO"])
_OTHERWISE = frozenset(["JJ", "VBD", "VBN", "RB", "IN", "MD", "NNS"])
# How common the singular of a plural must be, the logarithm of its occurrences in a thousand million words.
_COMMON = 2.5
_INSIDE = frozenset(["IN", "TO", "RB", "RP", "CD", "DT", "NNP", "NNPS", "NN", "NNS", "PRP", "PRP$", "JJ"])


@dataclass(frozen=True, slots=True)
class _Subject:
    """A subject's head and the word after the subject, by their places among the tokens."""

    head: int
    after: int


@check("headline_verbs.agreement")
def agreement(story: Story, rule: Rule) -> Iterator[Hit]:
    """A verb that does not fit the number of its subject: "Chip shares falls", "Minister resign"."""
    for line in _sentence_like(story):
        tokens = line.tagged
        for subject in _subjects(tokens):
            head, verb = tokens[subject.head], tokens[subject.after]
            if _plural(story, tokens, subject.head) and _singular_verb(tokens, subject.after):
                base = _base(verb)
                sure = "NNS" not in verb.tags or _followed(tokens, subject.after, _FOLLOWING)
                if base is not None and (sure or verb.tag == "VBZ"):
                    yield _hit(verb, base, sure)
            elif _singular(story, tokens, subject.head) and _plural_verb(tokens, subject.after):
                third = lexicon.inflect(verb.lower, "VBZ")
                noun = "NN" in lexicon.tags(verb.lower)
                actor = head.lower in story.lists["complements-actors"]
                moves = verb.lower in _MOVING and _followed(tokens, subject.after, _AFTER_MOVING)
                if third is not None and (actor or moves or not noun):
                    yield _hit(verb, third, actor and not noun)


@check("headline_verbs.infinitives")
def infinitives(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "To" with a verb in -s: "Minister to meets farmers"."""
    for line in _sentence_like(story):
        tokens = line.tagged
        for subject in _subjects(tokens):
            at = subject.after
            if tokens[at].lower != "to" or at + 2 >= len(tokens):
                continue
            head, verb, following = tokens[subject.head], tokens[at + 1], tokens[at + 2]
            if not _acts(story, head) or "VBZ" not in lexicon.tags(verb.lower) or not verb.text.islower():
                continue
            base = _base(verb)
            if base is not None and following.tag in ("NN", "NNS", "JJ", "DT", "PRP$", "CD", "NNP", "VBG"):
                yield _hit(verb, base, "NNS" not in lexicon.tags(verb.lower))


def _hit(verb: Token, fix: str, sure: bool) -> Hit:
    return Hit(Span(verb.start, verb.end), (fix,), severity=None if sure else Severity.QUERY)


def _base(verb: Token) -> str | None:
    return next(iter(lexicon.lemmas(verb.lower, "VBZ")), None)


def _sentence_like(story: Story) -> Iterator[Line]:
    """The headlines that are written like sentences, not with a capital on every word."""
    for line in story.lines:
        if line.block.kind is not PartKind.HEADLINE or not line.words or line.words[-1].text in ("?", "!"):
            continue
        if is_sentence_cased(each.text for each in line.words):
            yield line


def _subjects(tokens: Sequence[Token]) -> Iterator[_Subject]:
    """The noun phrases with which the headline and its clauses begin, where a word comes after them."""
    starts = [0] + [at + 1 for at, token in enumerate(tokens) if token.lower in _STARTS]
    for start in starts:
        at = start
        while at < len(tokens) and _in_phrase(tokens, at, start):
            at += 1
        if at - 1 < start or at >= len(tokens):
            continue
        head = at - 1
        if tokens[at].lower in _HANGING and tokens[head].lower not in _SEVERAL:
            at += 1
            inside = at
            while at < len(tokens) and _in_phrase(tokens, at, inside):
                at += 1
            if at == inside or at >= len(tokens):
                continue
        yield _Subject(head, at)


def _in_phrase(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether the token goes on a noun phrase: a noun or its modifier, and not the verb after a whole one."""
    token = tokens[at]
    if token.tag not in _PHRASE and not (at == start and token.text[:1].isupper() and token.text.isalpha()):
        return False
    if at == start:
        return True
    if token.lower in _SELDOM_NOUNS and token.text.islower() and tokens[at - 1].tag in ("NN", "NNS"):
        return False
    if (
        token.lower in _MOVING
        and tokens[at - 1].tag in ("NNP", "NNPS")
        and _followed(tokens, at, _AFTER_MOVING)
    ):
        # "Profit at Orvena Airlines jump on demand"
        return False
    if token.tag == "VBG" and tokens[at - 1].tag in ("NN", "NNS", "NNP"):
        # "Bus carrying guests": what follows is no head.
        return False
    if token.tag == "NNS" and "VBZ" in lexicon.tags(token.lower) and tokens[at - 1].tag in ("NN", "NNS"):
        # "Police arrests man", "prices rises 3%": a plural after a noun and before what only a verb takes.
        return not _followed(tokens, at, _FOLLOWING)
    return True


def _followed(tokens: Sequence[Token], at: int, tags: frozenset[str]) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].tag in tags


def _small(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a common noun as far as its letters tell: small, or first and in the lexicon."""
    return tokens[at].text.islower() or (at == 0 and bool(lexicon.tags(tokens[0].lower)))


def _acts(story: Story, token: Token) -> bool:
    """Whether the word is a person or a body that does things."""
    return any(token.lower in story.lists[each] for each in ("complements-actors", "confusions-people"))


def _known(story: Story, token: Token) -> bool:
    """Whether the story or a list has the word as a common noun; a name may open a headline."""
    lower = token.lower
    return (
        token.text.islower()
        or _acts(story, token)
        or any(each.text == lower for line in story.body for each in line.words)
    )


def _plural(story: Story, tokens: Sequence[Token], at: int) -> bool:
    head = tokens[at]
    if head.lower == "police":
        return True
    one = next(iter(lexicon.lemmas(head.lower, "NNS")), "")
    return (
        one != head.lower
        and lexicon.zipf(one) > _COMMON
        and _small(tokens, at)
        and head.lower not in _MODIFYING
        and _known(story, head)
    )


def _singular(story: Story, tokens: Sequence[Token], at: int) -> bool:
    """Whether the head is one person, body or thing; a body may take a plural verb in British English."""
    head = tokens[at]
    known = lexicon.tags(head.lower)
    if "NN" not in known or "NNS" in known or not _small(tokens, at) or head.lower in _SEVERAL:
        return False
    if any(token.tag in ("CC", ",") or token.text == "&" for token in tokens[:at]):
        return False
    return (
        head.lower in _EVENTS
        or head.lower in story.lists["confusions-people"]
        or (not story.british and _known(story, head))
    )


def _singular_verb(tokens: Sequence[Token], at: int) -> bool:
    verb = tokens[at]
    return verb.text.islower() and "VBZ" in lexicon.tags(verb.lower) and verb.tag in ("VBZ", "NNS")


def _plural_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a verb in its base form: "reject", not "cut", which may be the past."""
    verb = tokens[at]
    return (
        verb.text.islower()
        and (verb.tag in ("VB", "VBP") or verb.lower in _SELDOM_NOUNS | _MOVING)
        and not lexicon.tags(verb.lower) & _OTHERWISE
        and (at + 1 == len(tokens) or tokens[at + 1].tag in _INSIDE)
    )
