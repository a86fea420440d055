"""Asides that begin with a comma and do not end with one, or end with one and do not begin so.

An aside stands between the subject, the sentence's first phrase, and its verb: "Ana Silva, a nurse from Lima, said". After the Associated Press
Stylebook, comma: nonessential clauses, nonessential phrases, and age; Quirk et al., "A Comprehensive Grammar of the English Language", 17.65.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.skeleton.shared import AUXILIARY, LINKING, past_or_participle, surely_finite
from editor.text.model import Token
from editor.text.phrases import TEMPORAL, Phrase
from editor.text.subjects.noun_phrases import ADVERBS, Phrases
from editor.text.subjects.openings import SAYING
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words

_RELATIVES = words("who which whose")
_ROLES = words("a an the his her its their one")
_ORIGINS = words("of from at with")
# After these a clause of their own may follow the relative's verb: "who knows the town said".
_TAKING_CLAUSES = SAYING | words("know hope fear see hear find show feel mean ensure let make help")
_BODIES = words(
    "company firm bank group union club agency airline retailer exporter party charity brewer carmaker insurer maker producer"
)
_PLACED = words("base locate situate call name")
_LINKING = LINKING - {"for"}
_LEAST_AFTER = 2


def second_comma_of_aside(sentence: Phrases, people: frozenset[str]) -> Iterator[Found]:
    """ "Hirut, who has worked there for 12 years said", "Ana Silva, 42, a nurse from Lima told", "the bridge, built in 1934 carries"."""
    tokens = sentence.tokens
    subject = _subject(sentence)
    if subject is None or tokens[subject.end].text != ",":
        return
    begin = _last_aside(tokens, subject.end)
    verb = _verb_after(sentence, begin, subject, people)
    if verb is None or _closed_later(tokens, verb):
        return
    last = verb - 1
    while tokens[last].tag in ADVERBS and last > begin:
        last -= 1
    if tokens[last].tag in NOUNS | {"CD"}:
        yield found("second", tokens[last], tokens[last], tokens[last].text + ",")


def first_comma_of_aside(sentence: Phrases) -> Iterator[Found]:
    """ "Ana Silva a nurse from Lima, said"."""
    tokens = sentence.tokens
    subject = _subject(sentence)
    if subject is None or tokens[subject.head].tag != "NNP" or subject.end - subject.start < 2:
        return
    if tokens[subject.end].lower not in ("a", "an"):
        return
    comma = next((at for at in range(subject.end, len(tokens)) if tokens[at].text == ","), None)
    if comma is None or comma + _LEAST_AFTER >= len(tokens) or not surely_finite(tokens, comma + 1):
        return
    if not any(each.tag in FINITE | {"VBN", "CC"} for each in tokens[subject.end : comma]):
        last = tokens[subject.end - 1]
        yield found("second", last, last, last.text + ",")


def opens_aside(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Whether an aside without its first comma follows a name: "Ana Silva a nurse", "Ana Silva who"."""
    return (
        subject.end < len(tokens)
        and tokens[subject.head].tag == "NNP"
        and tokens[subject.end].lower in ("a", "an", "who", "which")
    )


def _subject(sentence: Phrases) -> Phrase | None:
    """The sentence's first phrase with what hangs on it ("the union of doctors"), if it may be its subject."""
    tokens = sentence.tokens
    phrase = sentence.phrase(sentence.first)
    while phrase is not None and phrase.end < len(tokens) and tokens[phrase.end].lower == "of":
        more = sentence.phrase(phrase.end + 1)
        if more is None:
            break
        phrase = phrase._replace(end=more.end)
    if phrase is None or phrase.end >= len(tokens) - _LEAST_AFTER:
        return None
    head = tokens[phrase.head]
    return None if head.lemma.lower() in TEMPORAL or head.tag not in NOUNS else phrase


def _last_aside(tokens: Sequence[Token], comma: int) -> int:
    """The comma behind which the open aside begins: an age between commas is passed over."""
    if comma + 2 < len(tokens) and tokens[comma + 1].tag == "CD" and tokens[comma + 2].text == ",":
        return comma + 2
    return comma


def _verb_after(sentence: Phrases, comma: int, subject: Phrase, people: frozenset[str]) -> int | None:
    """The sentence's verb, where what stands between it and the comma is an aside."""
    tokens = sentence.tokens
    opener = tokens[comma + 1]
    if opener.lower in _RELATIVES:
        return _after_relative(sentence, comma + 1)
    if past_or_participle(opener) and tokens[comma + 2].tag in ("IN", "RB", "NNP", "JJ"):
        return _plain_verb(sentence, comma + 2)
    if tokens[subject.head].tag != "NNP" and not (
        tokens[subject.start].tag == "PRP$" and tokens[subject.head].lower in people
    ):
        return None
    role = sentence.phrase(comma + 1)
    bare = (
        role is not None
        and not role.determined
        and opener.text.islower()
        and tokens[role.head].lower in people
    )
    if bare and role is not None and tokens[subject.head].tag == "NNP":
        # "Ana Silva, chief economist at Orvena Bank said"
        verb = _plain_verb(sentence, role.end)
        return verb if verb is not None and tokens[verb].lemma in SAYING else None
    if opener.lower in _ROLES and role is not None and tokens[role.head].lower in people | _BODIES:
        if role.end < len(tokens) and tokens[role.end].lower in ("who", "which", "that"):
            return _after_relative(sentence, role.end)
        return _plain_verb(sentence, role.end)
    if opener.lower in _ORIGINS:
        verb = _plain_verb(sentence, comma + 2)
        return verb if verb is not None and tokens[verb].lemma in SAYING else None
    return None


def _after_relative(sentence: Phrases, pronoun: int) -> int | None:
    """The sentence's verb after the relative clause that the pronoun opens."""
    tokens = sentence.tokens
    inner = next((at for at in range(pronoun + 1, len(tokens)) if tokens[at].tag in FINITE), None)
    if inner is None or tokens[inner].lemma in _TAKING_CLAUSES:
        return None
    start = inner + 1
    while start < len(tokens) and tokens[start].tag in ("VBN", "VB", "VBG", "RB"):
        if tokens[start].lemma in _TAKING_CLAUSES:
            return None
        start += 1
    return _plain_verb(sentence, start)


def _plain_verb(sentence: Phrases, start: int) -> int | None:
    """The first finite verb from `start` on, where no comma, no link and no second subject stands before it."""
    tokens = sentence.tokens
    for at in range(start, len(tokens) - _LEAST_AFTER):
        token = tokens[at]
        if token.lower in _LINKING or token.tag in (",", ":", ".", "(", "``", "''", "PRP", "EX"):
            return None
        if token.tag in ("DT", "PRP$") and at > start and tokens[at - 1].tag in NOUNS:
            return None
        if past_or_participle(token) and _hangs(tokens, at):
            continue
        if token.tag in FINITE or past_or_participle(token):
            return at if at > start - 1 and _is_main(tokens, at) else None
    return None


def _hangs(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle hangs on the noun before it: "a company based in Lyon"."""
    return tokens[at].lemma in _PLACED and tokens[at - 1].tag in NOUNS and tokens[at + 1].tag == "IN"


def _is_main(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb is finite in any reading and goes on: it is nobody's words that are told here."""
    after = tokens[verb + 1]
    if after.text in (",", ".") or after.tag in (":", "``", "''"):
        return False
    if tokens[verb].lemma in SAYING and tokens[verb].lower not in AUXILIARY:
        return tokens[verb].tag in ("VBD", "VBZ") or past_or_participle(tokens[verb])
    return surely_finite(tokens, verb) or (tokens[verb].tag == "VBZ" and after.tag in ("RP", "RB", "VBN"))


def _closed_later(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a later comma stands before the sentence's real verb: "the plan, the minister said on Monday, would"."""
    return any(
        tokens[at].text == "," and (tokens[at + 1].tag in FINITE or past_or_participle(tokens[at + 1]))
        for at in range(verb + 1, len(tokens) - 1)
    )
