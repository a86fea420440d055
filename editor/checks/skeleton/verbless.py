"""Clauses that lack their "be": "Four people still missing", "He said the situation under control", "Only three workshops left".

A clause is read as its subject, a noun phrase with what hangs on it by "of", "in" or "to", and what is told of the subject
right after it. It lacks its verb where no word of the clause is or may be a finite verb. After Quirk et al., "A Comprehensive
Grammar of the English Language", 11.2, and Swan, "Practical English Usage": be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.text import lexicon
from editor.text.model import Token
from editor.text.number import GROUP, MANY, ONE
from editor.text.phrases import TEMPORAL, Phrase
from editor.text.subjects.noun_phrases import Phrases
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Severity

_ADVERBS = words(
    "still now also already currently not always mostly almost completely totally very too quite always once again"
)
_LASTING = words("still now currently already")
# What is told of a subject, and does not as readily hang on a noun: "people alive today" needs its verb, "the price due in May" none.
_STATES = words(
    """missing alive dead safe unclear unknown empty full closed open ready afraid happy able unable aware responsible likely unlikely
    available worth difficult easy hard expensive cheap dangerous illegal legal free busy calm quiet dark wet cold hot sick ill
    poor angry proud sure certain glad sorry tired hungry homeless unconscious stable critical weak strong necessary impossible
    possible important useful intact stuck optimistic hopeful worried satisfied disappointed unharmed unhurt guilty innocent
    drunk asleep awake broken damaged wounded injured absent present scarce visible impassable operational overcrowded small big large high low great good bad"""
)
# These have no active use without an object, so that before a preposition they are passive.
_PASSIVE = words(
    """take give trap bury injure wound kill arrest detain hospitalize hospitalise rescue evacuate destroy damage cancel postpone
    transfer replace appoint elect locate situate surround block schedule treat vaccinate infect sentence invite value jail steal
    write know show drive discover displace"""
)
_HARM = words("kill wound injure arrest detain hospitalize hospitalise")
# With these the doer must be named.
_PASSIVE_BY = words(
    """hold close open find build cover flood cut isolate force sell send bring reject approve sign delay interrupt suspend organize
    organise finance fund attack hit strike use make"""
)
_DOING = words(
    "try work wait prepare investigate search hide sleep suffer struggle recover negotiate fight burn"
)
_OUT_OF = words("danger control work reach order service use stock prison hospital")
_NAMED_PLACES = frozenset(
    (
        ("in", "critical"), ("in", "stable"), ("in", "serious"), ("in", "danger"), ("in", "hospital"), ("in", "ruins"), ("in", "custody"),
        ("in", "prison"), ("in", "jail"), ("in", "good"), ("in", "poor"), ("in", "bad"), ("in", "shock"), ("in", "tears"),
        ("under", "control"), ("under", "water"), ("under", "arrest"), ("under", "pressure"), ("under", "way"), ("under", "threat"),
        ("under", "construction"), ("under", "investigation"), ("under", "siege"), ("under", "repair"), ("without", "electricity"),
        ("without", "power"), ("without", "water"), ("without", "food"), ("without", "work"), ("without", "heating"), ("at", "risk"),
        ("on", "fire"), ("on", "strike"), ("on", "trial"), ("on", "alert"), ("on", "track"), ("up", "to"), ("among", "the"),
    )
)  # fmt: skip
_HANGING = words("of in at to from near on between")
_ATTRIBUTION = words("say tell report add announce claim explain note confirm warn write")
_SAID = words("say add claim insist report announce confirm note warn believe think hope fear know explain")
# Without "that" a noun and an adjective may be their objects: "they believe the man guilty".
_HOLDING = words("believe think hope fear know announce report")
_SUBORDINATE = words(
    "that which who whom whose when because if while where although though unless how why what but"
)
_NO_HEAD = words("way time thing case fact example word sign matter kind sort lot")


def be_missing(sentence: Phrases) -> Iterator[Found]:
    """Clauses without a verb: the sentence's own, and those that somebody said."""
    tokens = sentence.tokens
    last = len(tokens) - 1
    if last < 3 or tokens[last].text != ".":
        return
    end = _attribution(tokens)
    if tokens[sentence.first].text[:1].isupper() and not _verbs(sentence, sentence.first, end):
        yield from _clause(sentence, sentence.first, end, main=True)
    for at in range(sentence.first + 1, last - 3):
        if (
            tokens[at].tag in ("VBD", "VBZ", "VBP")
            and tokens[at].lemma in _SAID
            and tokens[at - 1].text != ","
        ):
            linked = tokens[at + 1].lower == "that"
            if tokens[at].lemma in _HOLDING and not linked:
                continue
            start = at + 2 if linked else at + 1
            stop = next(
                (place for place in range(start, last) if tokens[place].text in (",", ";", ":", "—")), last
            )
            if not _verbs(sentence, start, stop):
                yield from _clause(sentence, start, stop, main=False)


def only_participle(sentence: Phrases) -> Iterator[Found]:
    """ "Stating that a school would open next year.": the sentence's one verb is a participle."""
    tokens, first = sentence.tokens, sentence.first
    if (
        len(tokens) < 6
        or tokens[first].tag != "VBG"
        or tokens[first + 1].lower != "that"
        or tokens[first].lemma not in _ATTRIBUTION | {"state", "stress"}
    ):
        return
    if any(each.text == "," for each in tokens) or tokens[first + 2].lower in ("is", "was"):
        return
    finite = [at for at, each in enumerate(tokens) if each.tag in FINITE]
    past = lexicon.inflect(tokens[first].lemma, "VBD")
    if past and len(finite) == 1:
        yield found("be", tokens[first], tokens[first], (f"He {past}", f"She {past}"))


def _attribution(tokens: Sequence[Token]) -> int:
    """Where the words end that somebody's name and "said" follow; the sentence's last word where none do."""
    last = len(tokens) - 1
    for at in range(last - 1, 1, -1):
        if tokens[at].text == ",":
            rest = tokens[at + 1 : last]
            said = [place for place, each in enumerate(rest) if each.tag in FINITE]
            if said and rest[said[0]].lemma in _ATTRIBUTION and len(said) == 1:
                return at
    return last


def _verbs(sentence: Phrases, start: int, end: int) -> bool:
    """Whether any word of the clause but a relative or subordinate clause's is a finite verb, or may be one."""
    tokens = sentence.tokens
    phrase = sentence.phrase(start)
    subject = phrase.end if phrase is not None else start + 2
    for at in range(start, end):
        token = tokens[at]
        if token.lower in _SUBORDINATE and at > start:
            return (
                any(each.tag in FINITE for each in tokens[at + 2 : end])
                and sum(each.tag in FINITE for each in tokens[at:end]) > 1
            )
        if token.tag in FINITE and not _passive(tokens, at, end) and not _left(sentence, at, end):
            return True
        if (
            token.tag in ("NNS", "NN", "VB", "JJ", "VBN")
            and at >= subject
            and token.tags & {"VBZ", "VBD"}
            and tokens[at - 1].tag in NOUNS | {"CD"}
            and not _passive(tokens, at, end)
            and not _left(sentence, at, end)
            and at + 1 < len(tokens)
            and tokens[at + 1].tag not in (".",)
        ):
            return True
    return False


def _passive(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the word at `at` is a participle in the passive: no object follows, and its verb needs one."""
    token = tokens[at]
    if token.tag not in ("VBN", "VBD") or "VBN" not in token.tags or at + 1 >= len(tokens):
        return False
    if tokens[at + 1].lower in ("off", "up", "down") and at + 3 < end:
        at += 1
    after = tokens[at + 1]
    doer = tokens[at + 2] if at + 2 < end else after
    if after.lower == "and" and doer.tag == "CD" and token.lemma in _HARM:
        return True
    if after.lower == "by" and doer.tag in ("DT", "NN", "NNS", "PRP$", "NNP", "JJ"):
        return token.lemma in _PASSIVE | _PASSIVE_BY and doer.lemma.lower() not in TEMPORAL
    if token.lemma in ("hold", "keep") and after.lower in ("in", "at") and doer.tag == "DT":
        return True
    if doer.lower in ("least", "most") or token.lemma not in _PASSIVE:
        return token.lower == "made" and after.lower == "of"
    return at + 1 == end or (
        after.tag in ("IN", "TO") and after.lower not in ("out", "up", "off", "down", "that", "if", "whether")
    )


def _left(sentence: Phrases, at: int, end: int) -> bool:
    """ "Only two doctors left in the district"."""
    tokens = sentence.tokens
    return (
        tokens[at].lower == "left"
        and tokens[sentence.first].lower in ("only", "just")
        and (at + 1 == end or tokens[at + 1].lower in ("in", "at", "on"))
    )


def _clause(sentence: Phrases, start: int, end: int, *, main: bool) -> Iterator[Found]:
    tokens = sentence.tokens
    phrase = sentence.phrase(start)
    if phrase is None or not _may_be_subject(tokens, phrase):
        return
    final = phrase.end - 1
    if (
        phrase.end == end
        and final > start + 1
        and tokens[final].tag == "NN"
        and tokens[final].lower in _STATES
        and main
    ):
        # "Her condition stable": an adjective taken for a noun.
        be = "were" if tokens[final - 1].tag == "NNS" else "was"
        yield found("be", tokens[final], tokens[final], f"{be} {tokens[final].text}", Severity.QUERY)
        return
    at = phrase.end
    hung = False
    while (
        at < end
        and tokens[at].lower in _HANGING
        and (tokens[at].lower, tokens[at + 1].lower) not in _NAMED_PLACES
    ):
        inner = sentence.phrase(at + 1)
        if inner is None or (tokens[inner.head].tag == "PRP" and tokens[at].lower != "of"):
            return
        at, hung = inner.end, hung or tokens[at].lower != "of"
    first = at
    while at < end and tokens[at].lower in _ADVERBS:
        at += 1
    if at > end or (at == end and first == at):
        return
    told = _told(sentence, first, at, end, main=main)
    if told is None:
        return
    severity = told if not hung else Severity.QUERY
    lasting = any(each.lower in _LASTING for each in tokens[first:at]) or tokens[at].lower in (
        "left",
        "worth",
    )
    many = _many(tokens, phrase)
    past, present = ("were", "are") if many else ("was", "is")
    if not main:
        said = tokens[start - 1] if tokens[start - 1].lower != "that" else tokens[start - 2]
        lasting = said.tag != "VBD"
    rights = (present, past) if lasting else (past, present)
    word = tokens[first]
    yield found("be", word, word, tuple(f"{each} {word.text}" for each in rights), severity)


def _may_be_subject(tokens: Sequence[Token], phrase: Phrase) -> bool:
    head = tokens[phrase.head]
    if (
        head.lemma.lower() in TEMPORAL
        or head.lower in _NO_HEAD
        or tokens[phrase.start].lower in ("no", "not", "what", "such")
    ):
        return False
    if head.tag == "PRP":
        return head.lower in ("he", "she", "it", "they", "we")
    if head.tag in ("CD", "JJS", "DT", "JJ"):
        return tokens[phrase.end].lower == "of"
    return head.tag in NOUNS and (phrase.determined or head.tag in ("NNS", "NNP"))


def _told(sentence: Phrases, first: int, at: int, end: int, *, main: bool) -> Severity | None:
    """How sure it is that what stands at `at` is told of the subject; None where it isn't."""
    tokens = sentence.tokens
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else token
    if _left(sentence, at, end) or _passive(tokens, at, end):
        return Severity.WARNING
    if token.lower in _STATES and token.tag in ("JJ", "VBG", "NN", "RB", "IN", "VBN"):
        ends = at + 1 == end or after.tag in ("IN", "TO", "RB", "CC", "CD", "$", "DT")
        return Severity.WARNING if ends else None
    if (token.lower, after.lower) in _NAMED_PLACES or (
        token.lower == "without" and after.tag in ("NN", "NNS")
    ):
        return Severity.WARNING
    if (
        token.tag == "JJ"
        and first < at
        and tokens[first].lower in _LASTING
        and (at + 1 == end or after.tag in ("IN", "TO"))
    ):
        return Severity.WARNING
    if token.lower == "out" and after.lower == "of":
        return Severity.WARNING if at + 2 < end and tokens[at + 2].lower in _OUT_OF else None
    if token.tag != "VBG" or at + 1 >= end or not main or token.lemma in ("be", "happen", "include"):
        return None
    if first < at and tokens[first].lower in _LASTING:
        return Severity.WARNING
    return Severity.QUERY if token.lemma in _DOING else None


def _many(tokens: Sequence[Token], phrase: Phrase) -> bool:
    if tokens[phrase.head].tag == "PRP":
        return tokens[phrase.head].lower in ("they", "we")
    after = tokens[phrase.end]
    if (
        after.lower == "of"
        and tokens[phrase.head].tag == "CD"
        and tokens[phrase.head].lower not in ("one", "1")
    ):
        return True
    if after.lower == "of" and tokens[phrase.head].lower in (
        "most",
        "some",
        "many",
        "all",
        "half",
        "two",
        "three",
        "both",
        "several",
    ):
        return True
    return bool(phrase.number & MANY) and not phrase.number & ONE and not phrase.number & GROUP
