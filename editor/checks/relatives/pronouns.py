"""Each relative pronoun by the noun before it: a person's name, a thing, a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.relatives.adverbs import which
from editor.checks.relatives.clauses import COMMON, OPENING, SAYING, next_verb
from editor.checks.relatives.persons import MONTHS, TITLES, Kinds, name_start
from editor.checks.relatives.what import what
from editor.checks.relatives.who import who
from editor.text import lexicon
from editor.text.model import Token
from editor.text.subjects.clauses import Clauses
from editor.text.tagset import FINITE, NAMES, NOUNS
from editor.text.words import words

PRONOUNS = words("who which that what whom")
_TIMES = words("time times day days week weeks month year night moment morning evening")
_OWNED = words("""parents father mother wife husband son daughter sons daughters brother sister brothers sisters children family home house
    name names leader leaders owner owners members career work works car job death contract term books book films film songs
    company shop farm team club land lawyer lawyers""")
_CARRIED = words("in of to for from on at by with near")
# Before the comma of "The unions, that ...": no second clause.
_CLAUSAL = FINITE | {"PRP", "CC", "WP", "WDT", "WRB", "TO", "VB", "VBG"}


def pronoun(clauses: Clauses, at: int, kinds: Kinds) -> Iterator[Found]:
    """The pronoun at `at`, where another one goes with what it stands for."""
    tokens = clauses.tokens
    lower, before = tokens[at].lower, tokens[at - 1]
    aside = before.text == ","
    verb = next_verb(tokens, at + 1)
    if aside and lower != "who" and _after_person(tokens, at, kinds.persons):
        yield from _of_person(tokens, at, verb)
    elif lower == "that":
        if aside:
            yield from _that_aside(clauses, at, verb, kinds)
    elif lower == "what":
        if aside and verb is None:
            yield from what(clauses, at)
        elif aside and verb is not None and _after_opening_name(tokens, at) and _resumed(tokens, verb):
            yield found("comma", tokens[at], tokens[at], "which")
    elif lower == "who":
        yield from who(clauses, at, verb, kinds)
    elif lower == "which":
        if before.lower not in _CARRIED:
            yield from which(tokens, at)
    elif lower == "whom" and tokens[at + 1].lower in _OWNED and (aside or before.tag in COMMON):
        verb = next_verb(tokens, at + 2)
        if verb is not None and tokens[verb + 1].tag in ("DT", "PRP$", "CD", "JJ"):
            yield found("whose", tokens[at], tokens[at], "whose")


def _name_before(tokens: Sequence[Token], at: int) -> tuple[int, bool]:
    """The last word of what may be a name before the comma at `at` - 1, and whether an age parts them: "Anna Marek, 42, "."""
    name = at - 2
    if (
        name > 2
        and tokens[name].text.isdigit()
        and len(tokens[name].text) < 3
        and tokens[name - 1].text == ","
    ):
        return name - 2, True
    return name, False


def _after_person(tokens: Sequence[Token], at: int, persons: frozenset[str]) -> bool:
    """Whether a person's name stands before the comma and leads its clause."""
    name, aged = _name_before(tokens, at)
    if name < 0 or tokens[name].tag not in NAMES:
        return False
    if aged and tokens[name].lower not in MONTHS:
        return True
    return (tokens[name].text in persons or _personal(tokens, name)) and _leads(tokens, name)


def _leads(tokens: Sequence[Token], name: int) -> bool:
    """Whether the name that ends at `name` opens the sentence or follows "said"."""
    start = name_start(tokens, name)
    return start == 0 or tokens[start - 1].lower in SAYING or (start == 1 and tokens[0].lower in TITLES)


def _personal(tokens: Sequence[Token], name: int) -> bool:
    """Whether the two words up to `name` open the sentence, are no common words, and the sentence goes on with "he" or "she"."""
    return (
        name == 1
        and tokens[0].tag in NAMES
        and not lexicon.knows(tokens[0].lower)
        and not lexicon.knows(tokens[1].lower)
        and any(each.lower in ("he", "she", "his") for each in tokens[3:])
    )


def _after_opening_name(tokens: Sequence[Token], at: int) -> bool:
    name, _ = _name_before(tokens, at)
    return 0 <= name < 3 and tokens[name].tag in NAMES


def _of_person(tokens: Sequence[Token], at: int, verb: int | None) -> Iterator[Found]:
    """ "Anna Marek, which runs the bakery": "who"; "which bakery closed": "whose"."""
    token = tokens[at]
    lower = token.lower
    if verb is not None and lower in ("which", "that", "what"):
        if lower == "that" and tokens[verb].lower in ("is", "was", "would", "will", "means", "meant"):
            return
        yield found("person", token, token, "who")
    elif lower in ("which", "whom") and tokens[at + 1].tag in COMMON:
        after = next_verb(tokens, at + 2)
        if after is not None:
            yield found("whose", token, token, "whose")


def _that_aside(clauses: Clauses, at: int, verb: int | None, kinds: Kinds) -> Iterator[Found]:
    """ "The bakers, that closed at noon, were": "who"."""
    tokens = clauses.tokens
    if verb is None and "VBD" in tokens[at + 1].tags:
        verb = at + 1
    if verb is None or not _subject_only(clauses, at - 1) or not _resumed(tokens, verb):
        return
    noun = tokens[at - 2]
    human = kinds.human(noun)
    if human or noun.tag not in NAMES:
        yield found("comma", tokens[at], tokens[at], "who" if human else "which")


def _subject_only(clauses: Clauses, comma: int) -> bool:
    """Whether all before the comma is one noun phrase with what hangs on it."""
    tokens = clauses.tokens
    if tokens[0].tag not in ("DT", "PRP$", "NN", "NNS", "JJ", "NNP") or tokens[0].lower in OPENING:
        return False
    if any(each.tag in _CLAUSAL or each.text == "," for each in tokens[:comma]):
        return False
    head = tokens[comma - 1]
    return head.tag in NOUNS and head.lower not in _TIMES


def _resumed(tokens: Sequence[Token], verb: int) -> bool:
    """Whether after the clause a comma and the sentence's own verb come: ", closed higher"."""
    for place in range(verb + 1, len(tokens) - 1):
        if tokens[place].text == ",":
            after = tokens[place + 1]
            return after.tag in FINITE and after.lower not in SAYING
        if tokens[place].text in (":", ";", "."):
            return False
    return False
