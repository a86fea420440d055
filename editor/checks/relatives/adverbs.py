""" "Where" and "when": for "which" or "there" in a place, and where they are an object or follow "the first time"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.relatives.clauses import OPENING, before_comma
from editor.checks.relatives.persons import name_start
from editor.text.model import Token
from editor.text.tagset import FINITE, NAMES, NOUNS
from editor.text.words import words
from editor.values import Severity

_PLACES = words("""city cities town towns village villages country countries region regions area areas province provinces district
    districts island islands camp camps hotel hotels house houses school schools hospital hospitals building buildings
    neighborhood neighborhoods neighbourhood street streets valley stadium university prison apartment airport""")
# Verbs of being somewhere, which leave no gap for "which" in a place.
_STAYING = words(
    "die live work stay sleep study grow reside happen occur play train land serve vote camp shelter gather rest"
)
_AFTER_STAYING = words("last on when after for until during before")
# Verbs that want an object, which "where" can't be.
_TAKING = words(
    "serve visit own buy cover attack bomb destroy control occupy capture flee love describe call build inspect govern rule"
)
_SUBJECTS = frozenset(["DT", "PRP$", "PRP", "JJS", "JJ", "NNS"])
_SUBJECT_WORDS = frozenset(["NN", "NNS", "NNP", "JJ", "DT", "PRP", "RB"])


def which(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """ "The village which 11 of the victims died in the night": "where"."""
    head = before_comma(tokens, at)
    if head < 0 or not (
        tokens[head].lower in _PLACES or (tokens[head].tag in NAMES and _in_place(tokens, head))
    ):
        return
    for verb in range(at + 2, min(len(tokens) - 1, at + 9)):
        if tokens[verb].tag in FINITE:
            if _stays(tokens, _main(tokens, verb, ("have", "be"))):
                yield found("where", tokens[at], tokens[at], "where")
            return
        if tokens[verb].text == ",":
            return


def _main(tokens: Sequence[Token], verb: int, auxiliaries: Sequence[str]) -> int:
    """The main verb after the auxiliaries that begin at `verb`."""
    while (
        verb + 1 < len(tokens) and tokens[verb].lemma in auxiliaries and tokens[verb + 1].tag in ("VBN", "RB")
    ):
        verb += 1
    return verb


def _stays(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb of being somewhere stands at `verb` without an object."""
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    return (
        tokens[verb].lemma in _STAYING
        and tokens[verb].tag != "MD"
        and after is not None
        and (after.tag in (".", ",") or after.lower in _AFTER_STAYING)
    )


def _in_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether the name at `at` is a place's: "in the village of Soria", "in Soria"."""
    at = name_start(tokens, at)
    before = tokens[at - 1].lower if at else ""
    return before in ("in", "near") or (before == "of" and at > 1 and tokens[at - 2].lower in _PLACES)


def where(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """ "Cities where the airline serves": the verb lacks its object, which "where" can't be."""
    if tokens[at - 1].lower not in _PLACES:
        return
    for verb in range(at + 2, min(len(tokens) - 1, at + 6)):
        if tokens[verb].tag in ("VBD", "VBZ", "VBP"):
            main = _main(tokens, verb, ("have",))
            if tokens[main].lemma in _TAKING and _no_object(tokens[main + 1]):
                yield found("where", tokens[at], tokens[at], ("that", "which"), Severity.QUERY)
            return
        if tokens[verb].tag not in _SUBJECT_WORDS:
            return


def _no_object(after: Token) -> bool:
    return after.tag in (".", ",") or after.lower in ("last", "in", "on", "every")


def when(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """ "The first time when": "that"."""
    if (
        at > 1
        and tokens[at - 1].lower == "time"
        and tokens[at - 2].lower in ("first", "second", "third", "last", "only", "fourth", "fifth")
        and tokens[at - 3].lower in ("the", "was", "is")
    ):
        yield found("time", tokens[at], tokens[at], "that")


def there(tokens: Sequence[Token], at: int) -> Iterator[Found]:
    """ "It lies on the Ring of Fire, there most quakes occur": "where"."""
    if at < 4 or tokens[at - 2].tag not in NOUNS or tokens[0].lower in OPENING or at + 4 > len(tokens):
        return
    following = tokens[at + 1]
    if following.tag not in _SUBJECTS or following.lower in ("no", "that", "this", "another"):
        return
    before = tokens[: at - 1]
    if not any(each.tag in FINITE for each in before) or any(each.text == "," for each in before):
        return
    for place in range(at + 2, min(len(tokens), at + 10)):
        if tokens[place].tag in FINITE or (tokens[place].tag == "VB" and tokens[place].lemma in _STAYING):
            yield found("where", tokens[at], tokens[at], "where")
            return
        if tokens[place].text in (",", ":"):
            return
