"""What a clause names twice: "the agreement, which it takes effect", "a figure that the government aims to halve it", "the farmers they".

The relative word stands for its noun, so that no pronoun may fill the gap; a subject is named once. After Huddleston and Pullum,
"The Cambridge Grammar of the English Language", 12.2, and Swan, "Practical English Usage": relatives.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.registry import Hit
from editor.checks.skeleton.shared import NAMING, unlinked_finite
from editor.text.model import Token
from editor.text.phrases import TEMPORAL
from editor.text.subjects.noun_phrases import Phrases
from editor.text.subjects.openings import SAYING
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Span

_SUBJECTS = words("he she it they")
_OBJECTS = words("it them him her")
_OWNERS = words("its his her their")
# Two objects, so that the relative word may be the other one: "the price that the army paid them".
_TWO_OBJECTS = words(
    """give pay offer tell show cost sell promise send lend owe bring charge teach ask hand grant deny award leave buy find serve
    make call name win save wish allow permit forgive earn consider deem let help keep want get see hear expect"""
)
# A clause that says what it is follows these: "the news that the army freed them".
_CONTENT = words(
    """fact news claim report belief idea view hope fear risk possibility warning statement rumor rumour allegation evidence proof sign
    decision order demand request proposal suggestion law rule condition agreement promise pledge assurance understanding
    feeling sense impression conclusion argument accusation charge suspicion concern worry complaint message signal conviction
    announcement confirmation admission theory notion assumption doubt guarantee requirement recommendation speculation
    prediction forecast estimate story word likelihood chance danger threat reminder thought knowledge confidence certainty
    ruling verdict opinion criticism insistence denial explanation finding indication perception prospect principle point
    truth reality result extent degree way reason time place case thing provision clause hint insinuation"""
)
_NO_OBJECT = words(
    """live die work arrive fall rise happen occur exist remain stay begin end come go resign retire burn collapse expire last
    belong consist depend participate compete appear disappear sleep stand sit lie suffer"""
)
# At the clause's end one object is all that these have.
_FINAL = words("make want see find get buy need hear keep")
_DWELLING = words(
    "born live lives lived work works worked stay stayed stays belong belongs belonged depend depends depended"
)
_PREPOSITIONS = words(
    "of in on at to for from with by about into over against under through behind around near"
)


def resumed_subject(sentence: Phrases) -> Iterator[Found]:
    """ "The agreement, which it takes effect in September", "the singer, who he lives in Paris"."""
    tokens = sentence.tokens
    for at in range(sentence.first + 1, len(tokens) - 3):
        pronoun = tokens[at + 1]
        if pronoun.lower not in _SUBJECTS or pronoun.tag != "PRP" or not _relative(sentence, at):
            continue
        if tokens[at - 1].tag in ("IN", "TO") or tokens[at - 1].tag not in NOUNS | {","}:
            continue
        verb = _verb(tokens, at + 2)
        if verb is not None and _complete(sentence, verb):
            yield _without("resumed", tokens, at + 1)


def _without(kind: str, tokens: Sequence[Token], at: int) -> Found:
    """The find that the word at `at` and the space before it can go."""
    return Found(kind, Hit(Span(tokens[at - 1].end, tokens[at].end), ("",)))


def _relative(sentence: Phrases, at: int) -> bool:
    """Whether "which" or "who" stands at `at`, or a "that" that says which is meant of the sentence's subject."""
    tokens = sentence.tokens
    if tokens[at].lower in ("which", "who"):
        return True
    if tokens[at].lower != "that":
        return False
    phrase = sentence.phrase(sentence.first)
    if phrase is None or phrase.end != at or tokens[phrase.head].lemma in _CONTENT | TEMPORAL:
        return False
    verb = _verb(tokens, at + 2)
    return verb is not None and unlinked_finite(tokens, verb + 1) is not None


def resumed_object(sentence: Phrases) -> Iterator[Found]:
    """ "A figure that the government aims to halve it", "the weapons which the army seized them"."""
    tokens = sentence.tokens
    for at in range(sentence.first + 1, len(tokens) - 4):
        word, noun = tokens[at], tokens[at - 1]
        if (
            word.lower not in ("that", "which")
            or noun.tag not in ("NN", "NNS")
            or noun.lemma in _CONTENT | TEMPORAL
        ):
            continue
        if _emphatic(tokens, at):
            continue
        subject = sentence.phrase(at + 1)
        if subject is None or subject.end >= len(tokens) - 2:
            continue
        last = _group_end(tokens, subject.end)
        if last is not None and last + 3 < len(tokens):
            last += tokens[last].lower in _DWELLING and tokens[last + 1].tag == "IN"
        if last is None or last + 2 > len(tokens) - 1:
            continue
        final = tokens[last + 2].tag in (".", ",") and tokens[last].lemma in _FINAL
        if tokens[last].lemma in _TWO_OBJECTS | SAYING and not final:
            continue
        pronoun, after = tokens[last + 1], tokens[last + 2]
        if pronoun.lower in ("him", "her") and any(
            each.lemma in SAYING for each in tokens[max(0, at - 6) : at - 1]
        ):
            # "He claimed in his book that the coach had snubbed him".
            continue
        if (
            pronoun.lower not in _OBJECTS
            or pronoun.tag != "PRP"
            or after.tag not in (".", ",", "IN", "CC", "RB", "VBD", "VBZ", "MD")
        ):
            continue
        plural = noun.tag == "NNS"
        if (pronoun.lower == "them") != plural or (pronoun.lower == "it" and plural):
            continue
        if tokens[subject.head].lower == pronoun.lower or after.lower in ("to", "as"):
            continue
        yield _without("resumed", tokens, last + 1)


def owner(sentence: Phrases) -> Iterator[Found]:
    """ "The festival, which its last edition took place in 2021": whose."""
    tokens = sentence.tokens
    for at in range(sentence.first + 1, len(tokens) - 4):
        if (
            tokens[at].lower not in ("which", "who")
            or tokens[at + 1].lower not in _OWNERS
            or tokens[at - 1].tag not in NOUNS | {",", "CD"}
        ):
            continue
        owned = sentence.phrase(at + 1)
        if owned is None or owned.end >= len(tokens) - 1:
            continue
        verb = _verb(tokens, owned.end)
        if verb is not None and _complete(sentence, verb):
            yield found("owner", tokens[at], tokens[at + 1], "whose")


def doubled_subject(sentence: Phrases) -> Iterator[Found]:
    """ "The farmers they have blocked the highway": a subject, its pronoun, and the sentence's one verb."""
    tokens = sentence.tokens
    phrase = sentence.phrase(sentence.first)
    if phrase is None or not phrase.determined or tokens[phrase.head].tag not in NOUNS:
        return
    head = tokens[phrase.head]
    if head.lemma.lower() in TEMPORAL | _CONTENT or any(each.tag == "," for each in tokens[: phrase.end]):
        return
    at = phrase.end
    while at < len(tokens) - 2 and tokens[at].lower in ("in", "of", "at", "from", "on"):
        inner = sentence.phrase(at + 1)
        if inner is None or tokens[inner.head].tag == "PRP":
            return
        at = inner.end
    if at >= len(tokens) - 2 or tokens[at].lower not in _SUBJECTS or tokens[at].tag != "PRP":
        return
    if (tokens[at].lower == "they") != (
        head.tag in ("NNS", "NNPS") or head.lower in ("people", "police", "men", "women", "children")
    ):
        return
    verb = _verb(tokens, at + 1)
    if verb is None or not _complete(sentence, verb) or tokens[verb].lemma in SAYING:
        return
    end = next(
        (
            place
            for place in range(verb + 1, len(tokens))
            if tokens[place].tag == "." or tokens[place].lower in _AFTER
        ),
        len(tokens),
    )
    if not any(each.tag in FINITE for each in tokens[verb + 1 : end]):
        yield _without("twice", tokens, at)


_AFTER = words("because when while after before since until that if who which where but")


def _emphatic(tokens: Sequence[Token], at: int) -> bool:
    """Whether "that" at `at` may tell a result or stress what stands before it: "so much rain that", "it was in Rome that"."""
    lead = tokens[max(0, at - 8) : at]
    if any(each.lower in ("so", "such", "enough") for each in lead):
        return True
    return any(
        each.lower in ("it", "this")
        and place + 1 < len(lead)
        and lead[place + 1].lemma == "be"
        and any(word.tag in ("IN", "RB", "JJS") for word in lead[place + 2 :])
        for place, each in enumerate(lead)
    )


def _verb(tokens: Sequence[Token], at: int) -> int | None:
    """The last verb of the finite group that begins at `at`, adverbs passed over; None where none begins."""
    while at < len(tokens) - 1 and tokens[at].tag == "RB":
        at += 1
    return _group_end(tokens, at)


def _group_end(tokens: Sequence[Token], at: int) -> int | None:
    """The last verb of the finite group at `at`, an infinitive that hangs on it included: "aims to halve"."""
    if at >= len(tokens) - 1 or not (
        tokens[at].tag in FINITE or (tokens[at].tag == "VBN" and "VBD" in tokens[at].tags)
    ):
        return None
    end = at
    while end + 1 < len(tokens) - 1:
        after = tokens[end + 1]
        if after.tag in ("VBN", "VB", "VBG") and (
            tokens[at].tag == "MD" or tokens[at].lemma in ("be", "have", "do")
        ):
            end += 1
        elif (after.tag == "RB" and tokens[end + 2].tag in ("VBN", "VB", "VBG")) or (
            after.tag == "TO" and tokens[end + 2].tag == "VB"
        ):
            end += 2
        else:
            break
    return end


def _complete(sentence: Phrases, verb: int) -> bool:
    """Whether the clause of the verb has all that it needs, so that no gap is left for a relative word."""
    tokens = sentence.tokens
    token, after = tokens[verb], tokens[verb + 1]
    if (
        tokens[verb - 1].tag == "TO"
        or (after.tag == "TO" and tokens[min(verb + 2, len(tokens) - 1)].tag == "VB")
        or (after.tag == "JJ" and tokens[verb + 2].tag == "TO")
    ):
        return False
    if token.lemma in NAMING | (SAYING - {"appear"}) or token.lemma in _TWO_OBJECTS - {"leave"}:
        return False
    stop = next(
        (at for at in range(verb + 1, len(tokens)) if tokens[at].tag in (",", ".", ":")), len(tokens) - 1
    )
    if tokens[stop - 1].lower in _PREPOSITIONS and stop - 1 > verb:
        return False
    if any(
        each.tag == "IN" and tokens[at + verb + 2].tag in FINITE | {".", ","}
        for at, each in enumerate(tokens[verb + 1 : stop])
    ):
        return False
    passive = token.tag == "VBN" and any(each.lemma == "be" for each in tokens[max(0, verb - 2) : verb])
    if passive or token.lemma in _NO_OBJECT:
        return True
    if token.lemma == "be":
        return after.tag in ("DT", "IN", "JJ", "CD", "RB", "VBN", "JJR", "NN") and after.lower not in ("not",)
    if after.tag in ("DT", "PRP$", "CD", "$") or (
        after.tag in ("NN", "NNS", "NNP") and token.lemma in ("take", "have")
    ):
        return (
            after.lower not in ("all", "both", "this", "that", "each")
            and sentence.phrase(verb + 1) is not None
        )
    return after.tag in NOUNS and token.tag in ("VBZ", "VBD") and token.lemma == "take"
