"""Clauses that nothing links: "a man robbed a bank", "a company has its office in Lagos won".

A noun that is the object of a verb or a preposition is not the subject of the next finite verb: the relative pronoun is missing.
Swan, "Practical English Usage": relatives, leaving out relative pronouns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.skeleton.shared import (
    AUXILIARY,
    LINKING,
    NAMING,
    plain_past,
    surely_finite,
    unlinked_finite,
)
from editor.text.model import Token
from editor.text.phrases import TEMPORAL, Phrase
from editor.text.subjects.noun_phrases import Phrases
from editor.text.subjects.openings import SAYING
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Severity

# After these an object and a bare verb or a clause may stand.
_WITH_CLAUSE = words(
    "make let have help see hear watch feel get keep leave presume speculate want wish like rather show look seem mean matter be ensure"
)
_LEADS = words("a an two three four five six seven eight nine ten several many some another only no few")
_HOPES = words(
    "concern chance fear hope risk belief report sign doubt feeling danger view idea claim suggestion"
)
_TAKING = words("for of with by against about from to at in on near")
# Prepositions that also open clauses, and openings after which a clause goes on without a comma.
_OPENERS = words("in on at during under according after before since until as like by with for despite")
_TRANSITIVE_TAGS = frozenset(["VBD", "VBZ", "VBP", "VBG", "VB", "VBN"])


def pronoun_missing(sentence: Phrases, people: frozenset[str]) -> Iterator[Found]:
    """ "Police are looking for a man robbed a bank", "he works for a company makes spare parts"."""
    tokens = sentence.tokens
    for at in range(sentence.first + 2, len(tokens) - 4):
        if tokens[at].lower not in _LEADS or tokens[at].tag == "RB":
            continue
        phrase = sentence.phrase(at)
        if phrase is None or phrase.end >= len(tokens) - 2 or tokens[phrase.head].tag not in ("NN", "NNS"):
            continue
        if tokens[phrase.head].lemma in TEMPORAL or tokens[phrase.head].lower in (
            "%",
            "percent",
            "way",
            "dollars",
        ):
            continue
        if any(each.lower in _HOPES or each.text[:1].isupper() for each in tokens[at : phrase.end]):
            continue
        if not _is_object(sentence, at) or not _is_verb(tokens, phrase):
            continue
        head = tokens[phrase.head]
        right = "who" if head.lower in people or head.lemma in people else "that"
        word = tokens[phrase.end]
        yield found("unlinked", word, word, f"{right} {word.text}")


def second_verb(sentence: Phrases, people: frozenset[str]) -> Iterator[Found]:
    """ "A law was passed in May gives women the right to own land"."""
    tokens = sentence.tokens
    phrase = sentence.phrase(sentence.first)
    if phrase is None or tokens[phrase.head].tag not in ("NN", "NNS") or not phrase.determined:
        return
    at = phrase.end
    if (
        at + 4 >= len(tokens)
        or tokens[at].lower not in ("is", "are", "was", "were")
        or tokens[at + 1].tag != "VBN"
    ):
        return
    done = tokens[at + 1]
    if done.lemma in SAYING | _WITH_CLAUSE or tokens[at + 2].tag not in ("IN", "RB", "TO", "NNP"):
        return
    verb = unlinked_finite(tokens, at + 2)
    if verb is None or not surely_finite(tokens, verb) or tokens[verb - 1].tag not in NOUNS | {"CD"}:
        return
    if any(
        tokens[place].tag in ("DT", "PRP$", "PRP") and tokens[place - 1].tag not in ("IN", "TO")
        for place in range(at + 2, verb)
    ):
        return
    if any(tokens[place].tag == "NNP" and tokens[place - 1].tag == "NN" for place in range(at + 3, verb)):
        return
    right = "who" if tokens[phrase.head].lower in people else "that"
    yield found("unlinked", tokens[at], tokens[at], f"{right} {tokens[at].text}", Severity.QUERY)


def _is_object(sentence: Phrases, at: int) -> bool:
    """Whether what stands at `at` is the object of a verb that takes no clause, in a clause with a verb of its own."""
    tokens = sentence.tokens
    before, hung = at - 1, False
    if tokens[before].lower in _TAKING:
        before, hung = before - 1, True
        inner = sentence.phrase_ending(before + 1)
        if inner is not None and tokens[inner.head].tag in ("NN", "NNS"):
            before = inner.start - 1
        elif tokens[before].tag in ("JJ", "RP", "RB"):
            before -= 1
    verb = tokens[before]
    if verb.lemma == "be" and tokens[before - 1].tag == "EX":
        return True
    if (
        verb.tag not in _TRANSITIVE_TAGS
        or verb.lemma in SAYING - {"look"}
        or verb.lower in ("according", "including")
    ):
        return False
    if verb.lemma in _WITH_CLAUSE and not hung:
        return False
    low = before
    while (
        low > sentence.first
        and tokens[low].lower not in LINKING
        and tokens[low].text not in (",", ";", ":", "—", "(")
    ):
        low -= 1
    start = low + 1 if low > sentence.first else low
    if (
        tokens[start].lower in _OPENERS
        or tokens[sentence.first].lower in _OPENERS
        or tokens[low].lower in ("what", "how", "than", "as")
    ):
        return False
    if low > sentence.first and not any(each.tag in FINITE for each in tokens[:low]):
        # "The death of an officer while she was visiting a client has shocked the town."
        return False
    return any(each.tag in FINITE for each in tokens[start : before + 1]) and not any(
        each.lemma in SAYING - {"look"} and each.tag.startswith("VB") for each in tokens[start : before + 1]
    )


def _is_verb(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether the word after the phrase is a finite verb in any reading that agrees with it."""
    at = phrase.end
    token, after = tokens[at], tokens[at + 1]
    makes = token.tag == "VBZ" and after.tag in ("JJ", "NN") and tokens[phrase.start].lower in ("a", "an")
    if not (surely_finite(tokens, at) or makes) or token.lower in ("'s", "did", "does", "do"):
        return False
    plural = tokens[phrase.head].tag == "NNS"
    if not plural and tokens[phrase.start].lower not in ("a", "an", "another"):
        return False
    if token.tag == "MD" or token.lemma in NAMING | {"agree"} or after.lower == "each":
        return False
    if token.lower in ("is", "was", "has") or token.tag == "VBZ":
        if plural:
            return False
    elif token.lower in ("are", "were", "have") and not plural:
        return False
    if token.lower in AUXILIARY:
        return after.tag not in (".", ",")
    if token.tag == "VBZ" or plain_past(token):
        return True
    if after.tag == "IN" or any(each.lemma.lower() in TEMPORAL for each in tokens[at + 1 : at + 4]):
        # "A wall completed two years ago": a participle and its time.
        return False
    return after.tag in ("DT", "PRP$", "TO", "CD")
