"""Questions in the order of direct ones that ask nobody: reported, or a sentence's subject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.order.phrases import QUOTES, STOPS, noun_phrase, span, with_of, written
from editor.checks.order.reported import WH, is_reported
from editor.checks.order.verbs import AUXILIARIES, BE, DO, is_base, like_do
from editor.checks.registry import Hit
from editor.story import Line
from editor.text.model import Token
from editor.text.phrases import Phrase
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Severity

_DEGREES = words("many much long far often")
_VERBAL = frozenset(["VBG", "VBN", "VB", "RB", "JJ", "VBP"])
_ENDS = frozenset([".", ",", ":", "CC", "IN", "TO"])
_DETERMINERS = frozenset(["DT", "PRP$"])
# "What was the matter", "what was the point": set as they are, and the subject may as well be "what".
_SET = words("matter point use first last next only right wrong same a an")


def reported_questions(line: Line) -> Iterator[Hit]:
    """Reported questions in the order of direct ones, put in their own."""
    if line.words[-1].text == "?" or not any(token.lower in WH for token in line.words):
        return
    tokens = line.tagged
    for at in range(1, len(tokens) - 2):
        if tokens[at].lower in WH and is_reported(tokens, at):
            yield from _turned(line, at)


def free_questions(line: Line) -> Iterator[Hit]:
    """A question that opens a statement as its subject, put in the order of one."""
    if line.words[0].lower not in ("what", "how", "where", "why", "when") or line.words[-1].text != ".":
        return
    if any(token.text in QUOTES or token.text in ("?", "!") for token in line.words):
        return
    tokens = line.tagged
    at = next((n for n in range(1, min(6, len(tokens))) if tokens[n].lower in DO), None)
    if at is None or any(token.tag in FINITE for token in tokens[1:at]):
        return
    phrase = noun_phrase(tokens, at + 1)
    if phrase is None:
        return
    end = with_of(tokens, phrase)
    if end + 1 < len(tokens) and any(token.tag in FINITE for token in tokens[end + 1 :]):
        yield from _unasked(line, at, phrase.end, end)


def _turned(line: Line, at: int) -> Iterator[Hit]:
    """The verb that stands before its subject after the question word at `at`, put behind it."""
    tokens = line.tagged
    word = tokens[at].lower
    verb = _verb_after(tokens, at)
    if verb + 2 >= len(tokens) or any(
        token.text in STOPS or token.lower in ("if", "when", "as") for token in tokens[at + 1 : verb + 1]
    ):
        return
    aux = tokens[verb]
    if aux.tag == "MD" and tokens[verb + 1].lower == "be" and word in ("what", "who", "how", "which"):
        yield from _turned_future(line, verb)
        return
    phrase = noun_phrase(tokens, verb + 1)
    if phrase is None:
        return
    end = with_of(tokens, phrase)
    if aux.tag == "MD" and end == phrase.end:
        end = _before_verb(tokens, phrase)
    if end >= len(tokens):
        return
    if aux.lower in DO:
        yield from _unasked(line, verb, phrase.end, end)
    elif aux.lower in AUXILIARIES:
        yield from _behind_subject(line, at, verb, phrase, end)


def _verb_after(tokens: Sequence[Token], at: int) -> int:
    """Where the verb stands after the question word at `at` and what belongs to it: "how many men", "which day"."""
    word = tokens[at].lower
    verb = at + 1
    if tokens[verb].lower in ("else", "exactly", "precisely"):
        verb += 1
    if word == "how":
        lower = tokens[verb].lower
        if tokens[verb].tag in ("JJ", "RB") or lower in _DEGREES:
            verb += 1
            if lower in ("many", "much"):
                verb = _past_nouns(tokens, verb)
    elif word in ("which", "what", "whose"):
        verb = _past_nouns(tokens, verb)
    return verb


def _past_nouns(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].tag in ("NN", "NNS", "JJ") and tokens[at].lower not in AUXILIARIES:
        at += 1
    return at


def _behind_subject(line: Line, at: int, verb: int, phrase: Phrase, end: int) -> Iterator[Hit]:
    """The auxiliary at `verb` put behind its subject, which ends at `end`; a query where "what" may be the subject."""
    tokens = line.tagged
    word, aux, after = tokens[at].lower, tokens[verb], tokens[end]
    bare = word in ("where", "when", "why", "how", "whose")
    turned = Hit(span(line, verb, end), (f"{written(line, verb + 1, end)} {aux.text}",))
    had = aux.lower in ("has", "have", "had") and after.tag == "VBD" and "VBN" in after.tags
    if (had or after.tag in _VERBAL or end < phrase.end) and (bare or verb > at + 1 or aux.tag == "MD"):
        if after.tag not in ("VB", "VBP") or aux.tag == "MD":
            yield turned
    elif aux.lower in BE and (after.tag in _ENDS or after.lower == "or"):
        if phrase.end - phrase.start == 1 and tokens[verb + 1].tag == "PRP":
            yield turned
        elif bare:
            if word in ("where", "when", "why") or verb > at + 1:
                yield turned
        elif (
            word in ("what", "who")
            and tokens[verb + 1].tag in _DETERMINERS
            and not _superlative(tokens, verb + 1, end)
        ):
            yield turned._replace(severity=Severity.QUERY)


def _turned_future(line: Line, verb: int) -> Iterator[Hit]:
    """ "What will be the price": "what the price will be"."""
    tokens = line.tagged
    phrase = noun_phrase(tokens, verb + 2)
    if phrase is None or tokens[verb + 2].tag not in _DETERMINERS:
        return
    end = with_of(tokens, phrase)
    if (
        end < len(tokens)
        and tokens[end].tag in (".", ",", "CC", "IN")
        and not _superlative(tokens, verb + 2, end)
    ):
        yield Hit(
            span(line, verb, end),
            (f"{written(line, verb + 2, end)} {written(line, verb, verb + 2)}",),
            severity=Severity.QUERY,
        )


def _before_verb(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Where the subject ends after an auxiliary, a verb that was taken for one of its nouns left out."""
    if phrase.end < len(tokens) and tokens[phrase.end].tag in ("VB", "VBP"):
        return phrase.end
    for at in range(phrase.start + 2, phrase.end):
        if "VB" in tokens[at].tags and tokens[at - 1].tag in NOUNS:
            return at
    return phrase.end


def _superlative(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(token.tag in ("JJS", "RBS") or token.lower in _SET for token in tokens[start:end])


def _unasked(line: Line, aux: int, close: int, end: int) -> Iterator[Hit]:
    """ "Why did the pilot turn back" as a statement: "the pilot turned". `close` is where the subject's phrase ends, `end` the verb."""
    tokens = line.tagged
    if not is_base(tokens[end]) and close == end and end - aux > 2 and "VB" in tokens[end - 1].tags:
        # "The pilot turn" was taken for one phrase.
        end -= 1
    if not is_base(tokens[end]):
        return
    form = like_do(tokens[aux], tokens[end])
    if form is not None:
        yield Hit(span(line, aux, end + 1), (f"{written(line, aux + 1, end)} {form}",))
