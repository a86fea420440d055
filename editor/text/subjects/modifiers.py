"""What hangs on a noun and parts it from its verb: prepositional phrases, relative clauses, participles."""

from __future__ import annotations

from editor.text.phrases import Phrase
from editor.text.subjects.noun_phrases import ADVERBS, CONJUNCTIONS, Phrases
from editor.text.tagset import FINITE
from editor.text.words import words

_VAGUE = words("at about around nearly over up almost only")
_OBJECTS = words("them him us it her the a")
# Past forms that are hardly ever participles after their noun.
_NEVER_REDUCED = words("say tell add announce be have do go come become die happen")
_AFTER_REDUCED = frozenset(["IN", "TO", "RB", "VBZ", "VBP", "VBD", ","])


def past_preposition(sentence: Phrases, at: int) -> tuple[int, Phrase | None]:
    """Where the words that the preposition at `at` takes end, or -1; and the noun phrase that it governs, if one."""
    tokens = sentence.tokens
    last = len(tokens)
    after = at + 1
    while (
        after < last
        and (tokens[after].tag in ("RB", "IN", "TO") and tokens[after].lower not in CONJUNCTIONS)
        and after - at < 3
        and tokens[after].lower not in _VAGUE
    ):
        after += 1
    if after >= last:
        return -1, None
    inner = sentence.phrase(after)
    if tokens[after].tag in ("VB", "VBG") and tokens[after - 1].tag in ("TO", "IN"):
        return (inner.end if inner and tokens[after].tag == "VBG" else after + 1), None
    return (inner.end, inner) if inner else (-1, None)


def past_relative(sentence: Phrases, at: int) -> int:
    """Where to go on inside a relative clause, past its finite verb; -1 where it can't be read."""
    tokens = sentence.tokens
    last = len(tokens)
    after = past_adverbs(sentence, at + 1)
    if after >= last:
        return -1
    if tokens[after].tag in FINITE or (tokens[after].tag == "VBN" and "VBD" in tokens[after].tags):
        return _past_chain(sentence, after)
    if "VB" in tokens[after].tags and after + 1 < last and tokens[after + 1].lower in _OBJECTS:
        return after + 1
    phrase = sentence.phrase(after)
    if phrase is None:
        return -1
    after = phrase.end
    while after < last and (tokens[after].tag in ADVERBS or tokens[after].tag == "IN"):
        if tokens[after].tag == "IN":
            inner = sentence.phrase(after + 1)
            if inner is None:
                return -1
            after = inner.end
        else:
            after += 1
    return _past_chain(sentence, after) if after < last and tokens[after].tag in FINITE else -1


def _past_chain(sentence: Phrases, at: int) -> int:
    """Past a finite verb and the verbs and adverbs that follow it: "will not have been assumed"."""
    tokens = sentence.tokens
    at += 1
    while at < len(tokens) and (tokens[at].tag in ("VB", "VBN", "VBG") or tokens[at].tag in ADVERBS):
        at += 1
    return at


def past_adverbs(sentence: Phrases, at: int) -> int:
    tokens = sentence.tokens
    while at < len(tokens) and tokens[at].tag in ADVERBS:
        at += 1
    return at


def reduced(sentence: Phrases, at: int) -> bool:
    """Whether a past form may be a participle that hangs on the noun before it: "the men arrested on Friday"."""
    tokens = sentence.tokens
    after = at + 1
    return (
        tokens[at].lemma not in _NEVER_REDUCED
        and after < len(tokens)
        and (tokens[after].tag in _AFTER_REDUCED or sentence.dates(after))
    )
