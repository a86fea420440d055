"""Which clause each finite verb of a sentence heads: what opens the clause, what it hangs on, where its subject stands.

Read from the verb back to the left, cheaply: over the subject and what hangs on it to the word that opens the clause.
After Quirk et al., "A Comprehensive Grammar of the English Language", chapter 14.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.text.model import Token
from editor.text.tagset import NOUNS
from editor.text.verbgroups import Group, reach
from editor.text.words import words

MAIN = "main"
CONTENT = "content"
RELATIVE = "relative"
ADVERBIAL = "adverbial"
JOINED = "joined"
ASKED = "asked"
UNCLEAR = "unclear"

_CONJUNCTIONS = words(
    "because although though while unless until till before after since as once if when whenever whereas whether lest"
)
# These may be prepositions inside a subject: "the chart after the war shows".
_ALSO_PREPOSITIONS = words("until till before after since as")
_TELLING = words("""say tell think know believe hope add claim insist report note argue warn fear suggest announce state declare confirm see
    find show feel hear learn realize realise admit deny decide promise pledge vow predict estimate explain acknowledge concede
    complain recall remember reveal discover notice agree write testify assume expect suspect guess wish stress understand mean
    indicate conclude rule hold maintain allege assert contend reply imagine dream worry boast propose demand recommend order""")
_INTERROGATIVES = words("how why where when what whether who which if")
_ASKING = words("""ask know wonder explain see learn discover determine decide unclear clear sure understand remember tell investigate
    examine discuss say find establish reveal describe show realize realise check forget disclose idea question on about of study""")
_PHRASE = frozenset(
    [
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "JJR",
        "JJS",
        "CD",
        "DT",
        "PRP$",
        "PDT",
        "POS",
        "$",
        "VBN",
        "VBG",
        "RB",
        "RBS",
        "RP",
        "#",
    ]
)
_STARTS = frozenset(["DT", "PRP$", "PDT"])
_EDGES = frozenset(["``", "''", ":", "(", ")"])
_BE_ADJECTIVES = frozenset(["JJ", "NN"])


class Clause(NamedTuple):
    """The clause of one finite verb.

    `word` opens it ("" where nothing does) and stands at `link` (-1 for none); its subject begins at `subject`
    (the verb's own place where the clause has none of its own); `end` is where the verb's reach ends. `governor` is the
    number of the verb that the clause hangs on or is joined to, -1 for none.
    """

    group: Group
    kind: str
    word: str
    link: int
    subject: int
    end: int
    governor: int


def clauses(tokens: Sequence[Token], verbs: Sequence[Group]) -> list[Clause]:
    """The clause of each of the verbs, in order."""
    found: list[Clause] = []
    for number, group in enumerate(verbs):
        found.append(_clause(tokens, verbs, number, group, found))
    return found


def _clause(
    tokens: Sequence[Token], verbs: Sequence[Group], number: int, group: Group, earlier: Sequence[Clause]
) -> Clause:
    end = reach(tokens, group.verb)
    before = number - 1
    floor = verbs[before].verb if number else -1

    def made(kind: str, word: str, link: int, subject: int, governor: int) -> Clause:
        return Clause(group, kind, word, link, subject, end, governor)

    at = group.start - 1
    while at > floor and (
        tokens[at].tag == "RB"
        or (tokens[at].lower in ("last", "first") and tokens[at - 1].tag in ("WDT", "WP"))
    ):
        at -= 1
    if at < 0:
        return made(UNCLEAR, "", -1, group.start, -1)
    token = tokens[at]
    if at <= floor:
        return made(UNCLEAR, "", -1, group.start, before)
    if token.tag in ("WDT", "WP") and token.lower != "what":
        return made(_of_pronoun(tokens, at), token.lower, at, at, before)
    if token.tag in ("WP", "WDT"):
        return made(ASKED, token.lower, at, at, before)
    if token.tag == "CC" and token.lower in ("and", "but", "or"):
        return made(JOINED, token.lower, at, group.start, before)
    if token.text == "," and number:
        # "The volcano, which erupted in 1991, began": what stands between the commas is passed over.
        inner = next(
            (each for each in reversed(earlier) if each.link > 0 and tokens[each.link - 1].text == ","), None
        )
        if inner is not None and inner.kind in (RELATIVE, ADVERBIAL) and tokens[inner.link - 2].tag in NOUNS:
            start = _subject(
                tokens, inner.link - 2, verbs[inner.governor].verb if inner.governor >= 0 else -1
            )
            return _opened(tokens, verbs, earlier, group, inner.governor, start, end)
        return made(UNCLEAR, "", -1, group.start, before)
    if token.tag == "PRP":
        return _opened(tokens, verbs, earlier, group, before, at, end)
    if token.tag not in _PHRASE and token.tag not in ("EX", "PRP"):
        return made(UNCLEAR, "", -1, group.start, before)
    start = at if token.tag == "EX" else _subject(tokens, at, floor)
    return _opened(tokens, verbs, earlier, group, before, start, end)


def _subject(tokens: Sequence[Token], at: int, floor: int) -> int:
    """Where the noun phrase that ends at `at` begins, with what hangs on it by prepositions."""
    start = at
    while start > floor + 1:
        left = tokens[start - 1]
        if tokens[start].tag in _STARTS and left.tag not in ("IN", "PDT"):
            break
        if left.tag in _PHRASE or (left.lower == "her" and tokens[start].tag != "PRP"):
            start -= 1
            continue
        if (
            left.tag == "IN"
            and left.lower not in _CONJUNCTIONS | {"that"}
            and start - 2 > floor
            and tokens[start - 2].tag in NOUNS | {"CD", "DT"}
        ):
            start -= 2
            continue
        if (
            left.tag == "CC"
            and start - 2 > floor
            and tokens[start - 2].tag in NOUNS
            and tokens[start].tag in NOUNS
        ):
            start -= 2
            continue
        break
    return start


def _opened(
    tokens: Sequence[Token],
    verbs: Sequence[Group],
    earlier: Sequence[Clause],
    group: Group,
    before: int,
    start: int,
    end: int,
) -> Clause:
    """The clause whose subject begins at `start`, by the word before that."""

    def made(kind: str, word: str = "", link: int = -1, governor: int = -1) -> Clause:
        return Clause(group, kind, word, link, start, end, governor)

    at = start - 1
    while at >= 0 and tokens[at].tag == "RB" and tokens[at].lower not in ("so", "once"):
        at -= 1
    if at >= 0 and tokens[at].tag == "``":
        at -= 1
    if at < 0:
        return made(MAIN)
    token = tokens[at]
    lower = token.lower
    if before >= 0 and at == verbs[before].verb:
        lemma = tokens[at].lemma
        return made(CONTENT if lemma in _TELLING or lemma == "be" else UNCLEAR, "", at, before)
    if lower == "that" and at and tokens[at - 1].tag == "CC":
        # "Said a sensor had failed and that mechanics had replaced it".
        first = next((each for each in reversed(earlier) if each.kind == CONTENT), None)
        return made(CONTENT, "that", at, first.governor if first is not None else before)
    if lower == "that" and token.tag in ("IN", "WDT", "DT"):
        noun = at > 0 and tokens[at - 1].tag in NOUNS
        told = before >= 0 and tokens[verbs[before].verb].lemma in _TELLING
        return made(CONTENT if not noun or told else RELATIVE, "that", at, before)
    if token.tag == "WRB" or (token.tag in ("WP", "WDT", "IN") and lower in _INTERROGATIVES):
        return made(_of_adverb(tokens, at), lower, at, before)
    if lower in _CONJUNCTIONS and token.tag in ("IN", "RB"):
        if lower in _ALSO_PREPOSITIONS and before < 0 and at > 0:
            return made(MAIN)
        return made(ADVERBIAL, lower, at, before)
    if lower == "time" and at > 1 and tokens[at - 2].lower == "by":
        return made(ADVERBIAL, "by the time", at - 2, before)
    if token.tag == "CC":
        return made(JOINED, lower, at, before)
    if token.text == "," or token.tag in _EDGES or token.text == ";":
        return made(MAIN, "", -1, -1)
    if token.tag in NOUNS or token.tag == "CD":
        return made(RELATIVE, "", at, before)
    return made(UNCLEAR, "", -1, before)


def _of_pronoun(tokens: Sequence[Token], at: int) -> str:
    """Whether "who", "which" or "that" before a verb opens a relative clause, or a question."""
    left = tokens[at - 1] if at else None
    if left is None:
        return UNCLEAR
    if left.tag in NOUNS | {"CD", ",", "DT", "PRP", ")", "POS", "IN", "''"}:
        return RELATIVE if left.tag != "IN" else ASKED
    return ASKED if left.tag.startswith("VB") or left.tag in ("JJ", "RB") else UNCLEAR


def _of_adverb(tokens: Sequence[Token], at: int) -> str:
    """What "when", "where", "how" or "if" opens: a question, a relative clause, a clause of time or condition."""
    lower = tokens[at].lower
    left = tokens[at - 1] if at else None
    if left is not None and left.tag in ("RB", "PRP") and at > 1:
        left = tokens[at - 2]
    if lower in ("how", "why", "what", "whether", "who", "which"):
        return ASKED
    if left is not None and (
        left.lemma in _ASKING and (left.tag.startswith("VB") or left.tag in _BE_ADJECTIVES)
    ):
        return ASKED
    if lower == "where":
        return RELATIVE
    return ADVERBIAL


def before_subject(tokens: Sequence[Token], clause: Clause) -> int:
    """The place from which what stands before the subject belongs to its clause: after the word that opens it."""
    return clause.link + 1 if clause.link >= 0 else 0
