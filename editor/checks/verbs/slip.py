"""A wrong verb form, and what the checks of verb forms ask of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from editor.checks.registry import Hit
from editor.text import lexicon
from editor.text.irregular import BASE_OF_PAST, PARTICIPLE_OF_PAST
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity, Span

Lists = Mapping[str, frozenset[str]]


class Slip(NamedTuple):
    """A verb in the wrong form. `kind` names the rule that tells of it."""

    kind: str
    hit: Hit


BE = words("am is are was were be been being 'm 're")
HAVE = words("have has had having 've")
NOMINATIVE = words("i he she we they")
_ADVERBS = words(
    """not n't never also always often still already ever just even only now soon then first finally recently probably
    perhaps again once usually sometimes rarely seldom hardly barely scarcely simply merely both all together yet almost nearly"""
)
_VERB_TAGS = frozenset(["VB", "VBP", "VBD", "VBN", "VBG", "VBZ"])
_OBJECT_TAGS = frozenset(["DT", "PRP$", "CD", "NN", "NNS", "NNP", "NNPS", "JJ", "$", "PDT", "JJR", "JJS"])
_OBJECT_PRONOUNS = words(
    "him her it us them me you himself herself itself themselves everyone someone something anything"
)
_TIMES = words(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight last next this every each
    early late earlier later again there here"""
)


def after_adverbs(tokens: Sequence[Token], at: int) -> int:
    """The first place from `at` on that is no adverb; at most three adverbs are passed."""
    end = min(len(tokens), at + 3)
    while at < end and (
        tokens[at].lower in _ADVERBS or (tokens[at].lower.endswith("ly") and "RB" in tokens[at].tags)
    ):
        at += 1
    return at


def word_at(tokens: Sequence[Token], at: int) -> Token | None:
    """The token at `at` if it is a plain lower-case word."""
    if 0 <= at < len(tokens) and tokens[at].text.isalpha() and tokens[at].text.islower():
        return tokens[at]
    return None


_BARE_IN_ED = words(
    "feed need weed speed breed bleed heed seed shed shred wed embed bed sled exceed proceed succeed interbreed"
)
_RATHER_PAST = words("found saw fell felt rose")


def may_be_bare(token: Token) -> bool:
    """Whether the word is commonly a verb's bare form; "found" and "saw" are rather past tenses."""
    if "VB" not in token.tags or token.lower in _RATHER_PAST:
        return False
    return not token.lower.endswith("ed") or token.lower in _BARE_IN_ED


def bare_only(token: Token) -> bool:
    """Whether the word can be nothing but a verb's bare form: agree, announce."""
    return "VB" in token.tags and not token.tags & {
        "NN",
        "VBN",
        "VBD",
        "NNS",
        "RB",
        "JJ",
        "MD",
        "VBZ",
        "PRP",
        "CD",
        "JJR",
        "RBR",
        "RP",
    }


def past_only(token: Token) -> bool:
    """Whether the word is a past tense that is no participle: went, took."""
    return token.lower in PARTICIPLE_OF_PAST


def base_of(token: Token) -> str | None:
    """The bare form of a word taken as a verb; None where it is none."""
    if token.lower in BASE_OF_PAST:
        return BASE_OF_PAST[token.lower]
    if token.lower == "found":
        return "find"
    if may_be_bare(token):
        return token.lower
    for tag in ("VBD", "VBN", "VBZ", "VBG"):
        found = lexicon.lemmas(token.lower, tag) if tag in token.tags else ()
        if found:
            return found[0]
    return None


def base_from(token: Token, tag: str) -> str:
    """The bare form of a word taken as a form of this tag; its lemma where the lexicon knows none."""
    found = lexicon.lemmas(token.lower, tag)
    return found[0] if found else token.lemma


def form(base: str, tag: str) -> str:
    """A verb's form; the bare form where there is no other."""
    return lexicon.inflect(base, tag) or base


def object_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words from `at` on look like a verb's object rather than a preposition, an adverb or the end."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.lower in _TIMES:
        return False
    if token.tag == "PRP" or token.lower in _OBJECT_PRONOUNS:
        return token.lower in _OBJECT_PRONOUNS
    return token.tag in _OBJECT_TAGS


def is_verb(token: Token) -> bool:
    """Whether the lexicon takes the word for a verb in any form."""
    return bool(token.tags & _VERB_TAGS)


def slip(
    kind: str,
    first: Token,
    last: Token,
    fixes: Sequence[str],
    message: str | None = None,
    severity: Severity | None = None,
) -> Slip:
    """A slip that spans two tokens and what is between; equal fixes are given once."""
    span = Span(first.start, last.end)
    texts = tuple(dict.fromkeys(_like(first, fix) for fix in fixes))
    return Slip(kind, Hit(span, texts, message, None, severity))


def future_in_past(kind: str, will: Token, severity: Severity | None = None) -> Slip:
    """A "will" that is told from a past: "said that he will come"."""
    return slip(kind, will, will, ["would"], "Told from that past, the future is 'would'.", severity)


def auxiliary(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "have" at `at` was meant as an auxiliary, its participle being wrong: "has broke in four places"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].lemma == "have"
        and after is not None
        and after.tag in ("VBD", "VBN", "VB", "VBP", "JJ")
        and bool(lexicon.tags(after.lower) & {"VBD", "VBN"})
    )


def joined(kind: str, verb: Token, tag: str, fellow: Token) -> Slip:
    """A bare verb that should have the form of the one that it is joined to."""
    right = form(verb.lower, tag)
    return slip(
        kind, verb, verb, [right], f"Joined to '{fellow.text}', the verb is '{right}'.", Severity.WARNING
    )


def _like(first: Token, fix: str) -> str:
    return fix[:1].upper() + fix[1:] if first.text[:1].isupper() and first.lower != "i" else fix
