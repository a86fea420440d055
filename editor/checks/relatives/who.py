""" "Who" after a thing, as an object, and "who's" before a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.relatives.clauses import ASKING, COMMON, before_comma
from editor.checks.relatives.persons import Kinds, name_start
from editor.text.model import Token
from editor.text.phrases import TEMPORAL
from editor.text.subjects.clauses import Clauses
from editor.text.tagset import NAMES
from editor.text.words import words
from editor.values import Severity

# Bodies of people, which may be "who".
# Verbs of being somewhere, which leave no gap for "which" in a place.
_COLLECTIVES = words("""charity charities union unions party parties committee council commission organisation institute federation
    association foundation board panel court parliament chain brewery bakery startup watchdog regulator club clubs newspaper""")
_FIRMS = words("company companies firm firms")
# Verbs whose object is a person.
_DOING = words("""praise criticize criticise blame accuse arrest detain charge convict jail sue question interview meet marry know love hate
    admire respect trust fear elect appoint name nominate hire fire dismiss support oppose defeat beat kill murder shoot wound attack
    rescue save treat describe regard see identify recognize remember visit invite honor honour mourn expel deport free release
    release kidnap abduct hold employ train teach raise adopt replace succeed suspect back endorse mock insult threaten warn""")
# With one of these before it "who" may stand for somebody else.
_FREE = words("those one everyone anyone someone")
_ASKED = words("ask know decide say tell see show")
# Only people do these.
_HUMAN = words("say tell think want believe")


def who(clauses: Clauses, at: int, verb: int | None, kinds: Kinds) -> Iterator[Found]:
    """ "Who" at `at`, with the finite verb that follows right after it."""
    tokens = clauses.tokens
    if tokens[at + 1].lower == "'s":
        if _owning(tokens, at, kinds.things):
            yield found("whose", tokens[at], tokens[at + 1], "whose")
    elif verb is None:
        yield from whom(clauses, at, kinds)
    else:
        yield from _of_thing(clauses, at, verb, kinds.things)


def _owning(tokens: Sequence[Token], at: int, things: frozenset[str]) -> bool:
    """Whether "who's" stands after a thing and before a noun: "a river who's name"."""
    owner = tokens[before_comma(tokens, at)]
    return owner.tag in COMMON and owner.lower in things and tokens[at + 2].tag in COMMON | {"JJ", "JJS"}


def _of_thing(clauses: Clauses, at: int, verb: int, things: frozenset[str]) -> Iterator[Found]:
    """ "The river who floods": "that"."""
    tokens = clauses.tokens
    aside = tokens[at - 1].text == ","
    heads = [tokens[head] for head, _ in clauses.antecedents(at)]
    if not heads:
        return
    if heads[0].tag in NAMES and aside:
        heads = [_called(tokens, at - 2)]
    near = heads[0]
    lifeless = things | _COLLECTIVES
    if near.tag not in COMMON or near.lower not in lifeless:
        return
    if any(each.lower not in lifeless | TEMPORAL for each in heads):
        return
    if any(each.lower in _FREE or each.lemma in _ASKED for each in tokens[max(0, at - 8) : at]):
        return
    if tokens[verb].lemma in _HUMAN:
        return
    doubtful = near.lower in _COLLECTIVES or (aside and near.lower in _FIRMS)
    severity = Severity.QUERY if doubtful else None
    yield found("thing", tokens[at], tokens[at], "which" if aside else "that", severity)


def _called(tokens: Sequence[Token], name: int) -> Token:
    """What the name that ends at `name` is said to be: "the union Alba" is a union; else the name itself."""
    start = name_start(tokens, name)
    if start > 3 and any(each.lower == "of" for each in tokens[start - 3 : start - 1]):
        # "the queen of the game Ruzic" may be the queen.
        return tokens[name]
    return tokens[start - 1] if start > 0 else tokens[name]


def whom(clauses: Clauses, at: int, kinds: Kinds) -> Iterator[Found]:
    """ "The judge, who lawyers praised for her patience": "whom"."""
    tokens = clauses.tokens
    head = before_comma(tokens, at)
    if head < 0 or not kinds.human(tokens[head]):
        return
    if any(each.lemma in ASKING and each.lower not in ("is", "was") for each in tokens[max(0, at - 6) : at]):
        return
    phrase = clauses.phrase(at + 1)
    if phrase is None or tokens[at + 1].tag not in ("DT", "NNS", "NNP", "PRP$", "JJ"):
        return
    verb = _main_verb(clauses, phrase.end)
    if (
        verb + 1 < len(tokens)
        and tokens[verb].tag in ("VBD", "VBN", "VBZ", "VBP")
        and tokens[verb].lemma in _DOING
        and tokens[verb + 1].tag in ("IN", ".", ",", "TO", "RB")
    ):
        yield found("whom", tokens[at], tokens[at], "whom")


def _main_verb(clauses: Clauses, at: int) -> int:
    """Past a phrase that hangs on the subject, "have" and adverbs."""
    tokens = clauses.tokens
    if at + 2 < len(tokens) and tokens[at].lower in ("on", "in", "from", "at", "of"):
        inner = clauses.phrase(at + 1)
        at = inner.end if inner is not None else at
    while at < len(tokens) and (tokens[at].lemma == "have" or tokens[at].tag == "RB"):
        at += 1
    return at
