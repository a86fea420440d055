"""Negative and limiting openings, after which subject and verb turn round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.order.phrases import noun_phrase, span, with_of, written
from editor.checks.order.verbs import AUXILIARIES
from editor.checks.registry import Hit
from editor.story import Line
from editor.text import lexicon
from editor.text.model import Token
from editor.text.phrases import phrase_at
from editor.text.tagset import FINITE
from editor.text.words import words

_LIMITS = tuple(
    tuple(each.split())
    for each in (
        "not only", "never before", "never", "rarely", "seldom", "hardly", "scarcely", "no sooner", "nowhere", "nowhere else",
        "only then", "only later", "only now", "only recently", "only rarely", "at no time", "at no point", "in no way",
        "by no means", "under no circumstances", "on no account", "on no occasion", "in no case", "not once", "rarely before",
    )
)  # fmt: skip
_FIRST = words("not never rarely seldom hardly scarcely no nowhere only at in by under on so")
# "Only after the war", "not until Monday".
_LIMITED = words("after before in on with by during at since through under until")
# "So far", "so many that": no consequence.
_NO_DEGREE = words("far long much many that even too then now")
_OBJECTS = frozenset(["DT", "PRP$", "CD", "NNP", "NNS"])
_SUBJECTS = frozenset(["PRP", "EX", "DT", "PRP$", "NNP"])


def uninverted(line: Line) -> Iterator[Hit]:
    """The subject that stands before its verb after a limiting opening: "Never before the army had"."""
    first = line.words[0].lower if line.words else ""
    if first not in _FIRST or line.words[-1].text == "?":
        return
    start = _after_limit(line.tagged)
    if start is not None:
        yield from _turned(line, start)


def _after_limit(tokens: Sequence[Token]) -> int | None:
    """Where the main clause begins after a limiting opening, or None."""
    found = [len(each) for each in _LIMITS if tuple(token.lower for token in tokens[: len(each)]) == each]
    if found:
        return max(found)
    if len(tokens) <= 5:
        return None
    first, second = tokens[0].lower, tokens[1]
    if second.lower in _LIMITED and (first == "only" or (first == "not" and second.lower == "until")):
        return _after_phrases(tokens)
    if first == "so" and second.tag in ("JJ", "RB") and second.lower not in _NO_DEGREE:
        rest = [token.lower for token in tokens[2:14]]
        if "that" in rest and "," not in rest[: rest.index("that")]:
            return 2
    return None


def _after_phrases(tokens: Sequence[Token]) -> int | None:
    """Where the phrase after "only after", and those that hang on it, end."""
    phrase = phrase_at(tokens, 2, 0)
    if phrase is None:
        return None
    end = with_of(tokens, phrase)
    while end < len(tokens) and tokens[end].lower in ("in", "at", "on", "with"):
        inner = phrase_at(tokens, end + 1, 0)
        if inner is None:
            return None
        end = inner.end
    return end


def _finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a finite verb, or could be and has an object like one."""
    token, after = tokens[at], tokens[at + 1]
    if token.tag in FINITE:
        return True
    return token.tag == "VBN" and "VBD" in token.tags and (after.tag in _OBJECTS or after.lower == "that")


def _turned(line: Line, start: int) -> Iterator[Hit]:
    """Subject and verb turned round, where the subject begins at `start`."""
    tokens = line.tagged
    phrase = noun_phrase(tokens, start)
    if phrase is None:
        return
    end = with_of(tokens, phrase)
    if end + 1 >= len(tokens) or not _finite(tokens, end):
        return
    # "Hardly a house was left": the adverb belongs to the noun.
    if tokens[0].lower in ("hardly", "scarcely", "nowhere") and tokens[start].lower in ("a", "any", "one"):
        return
    verb = tokens[end]
    subject = written(line, start, end)
    if verb.lower in AUXILIARIES:
        # "Never before the war had the army": the verb has its subject already.
        if tokens[end + 1].tag not in _SUBJECTS:
            yield Hit(span(line, start, end + 1), (f"{verb.text} {subject}",))
        return
    if verb.tag == "MD" or verb.lower in ("did", "do", "does"):
        return
    base = lexicon.lemmas(verb.lower, verb.tag)
    helper = {"VBZ": "does", "VBP": "do"}.get(verb.tag, "did")
    if base:
        yield Hit(span(line, start, end + 1), (f"{helper} {subject} {base[0]}",))
