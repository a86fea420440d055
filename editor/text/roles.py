"""Which noun is a verb's object or subject, read cheaply: after it, before a passive, before a relative clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from editor.text.chunks import noun_phrase_at, subject_of
from editor.text.model import Token
from editor.text.phrases import MONTHS, TEMPORAL, Phrase, phrase_at
from editor.text.words import words

_VERBS = frozenset(["VB", "VBD", "VBN", "VBG", "VBZ", "VBP"])
_NOUNS = frozenset(["NN", "NNS"])
_NAMES = frozenset(["NNP", "NNPS"])
_BE = words("am is are was were be been being 's 're")
_HAVE = words("has have had having 've")
_OPENERS = frozenset(["DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "PRP", "$", "PDT"])
_PARTICLES = words("forward up off out over away back down aside apart together along through")
_COMPLEMENTS = frozenset(["JJ", "JJR", "VB", "VBP", "VBN", "PRP", "DT", "WP"])
_OF = words("""number lot series couple plenty handful string kind kinds sort type types form forms majority all some many
    most any none several few both one two three four five six each dozens hundreds thousands scores lots amount deal
    wave range variety set round bit spate flurry part half rest generation generations group groups""")
_CAUSING = words("make have get do give keep leave see find")
_GIVING = words("give tell say bring deny refuse win")
_DEGREES = words("more less so as too come")
_BOTH_WAYS = words("rise grow win fail pass speak say tell sink see vote hold")
_SOON = words("next last this every yesterday today tomorrow")
_TODAY = words("today yesterday tomorrow tonight")
_WHEN = words("last next this every each earlier early late later")
DATED = MONTHS | words("""monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december""")
"""Days and months, as they stand after an object: "an attack Monday"."""

_HOURS = words("morning afternoon evening night")
_RAISING = words("""expect have need go plan set say believe think continue begin start seem appear fail try want hope agree
    decide refuse intend vow promise threaten suppose schedule use ought likely unlikely due able unable ready about bound sure""")
_AGENTS = words("by in on during last")
_AFTER_PARTICIPLES = words(
    "by in at on during last after against between before since this earlier for from under near ."
)
_POINTING = words("this that these those it")
_LIKENING = words("same such more as than way")
_STILL = words("n't not also never always already now then still even just only again once ever")


class Role(NamedTuple):
    """A verb and the noun that is its object (or subject), as token indexes; `after` is the token that follows both.

    `passive` where the noun stands before the verb; `start` is the first token of the noun's phrase.
    """

    verb: int
    noun: int
    start: int
    after: int
    passive: bool


def key(token: Token) -> str:
    """What a table calls a noun: its lemma, a pronoun in lower case, "@name" for a name."""
    if token.tag in _NAMES:
        return "@name"
    return token.lower if token.tag == "PRP" else token.lemma


def object_of(tokens: Sequence[Token], at: int) -> Role | None:
    """The object of the verb at `at`; None where it has none or that isn't sure."""
    token = tokens[at]
    if token.tag not in _VERBS:
        return None
    if token.tag in ("VBN", "VBD"):
        before = _back(tokens, at - 1)
        if before >= 0 and tokens[before].lower in _BE:
            return _passive(tokens, at, before)
        if token.tag == "VBN" and (before < 0 or tokens[before].lower not in _HAVE):
            return _reduced(tokens, at)
        if before == at - 1 >= 0 and tokens[before].tag == "," and _agent(tokens, at + 1):
            return _reduced(tokens, at)
    return _active(tokens, at, at + 1) or _gap(tokens, at)


def phrasal_object(tokens: Sequence[Token], at: int) -> Role | None:
    """The object of the verb at `at` with the particle that follows it: "carry out a raid", "forms were filled up"."""
    if tokens[at].tag in ("VBN", "VBD"):
        before = _back(tokens, at - 1)
        if before >= 0 and tokens[before].lower in _BE:
            noun = subject(tokens, before)
            passive = noun is not None and tokens[noun].tag in _NOUNS
            return Role(at, noun, noun, at + 2, True) if noun is not None and passive else None
        if tokens[at].tag == "VBN" and (before < 0 or tokens[before].lower not in _HAVE):
            noun = at - 1
            plain = noun >= 0 and tokens[noun].tag in _NOUNS
            return Role(at, noun, noun, at + 2, True) if plain else None
    return _active(tokens, at, at + 2)


def farther(tokens: Sequence[Token], role: Role) -> Role | None:
    """The role with the noun that a participle's nearest noun hangs on: "the attack on the base carried out by"."""
    if not role.passive or role.noun != role.verb - 1:
        return None
    start, _ = noun_phrase_at(tokens, role.noun)
    noun = start - 2
    if noun < 0 or tokens[start - 1].tag not in ("IN", "TO") or tokens[noun].tag not in _NOUNS:
        return None
    if tokens[start].tag not in ("DT", "PRP$", "NNP"):
        # "Research into sounds made by": what is bare is more likely what was made.
        return None
    return role._replace(noun=noun, start=noun)


def titled(tokens: Sequence[Token], noun: int) -> int:
    """The common noun that a name stands after, "its rival Kastenauer", else the token itself."""
    at = noun
    while at > 0 and (tokens[at].tag in _NAMES or tokens[at].text[:1].isupper()):
        at -= 1
    # "Rival" before a name is tagged an adjective.
    return at if tokens[at].tag in _NOUNS or "NN" in tokens[at].tags else noun


def voice(tokens: Sequence[Token], at: int) -> str:
    """How the verb at `at` stands: "passive" after a form of "be", "perfect" after "have", else "plain"."""
    before = _back(tokens, at - 1)
    if before >= 0 and tokens[before].lower in _BE:
        return "passive"
    return "perfect" if before >= 0 and tokens[before].lower in _HAVE else "plain"


def subject(tokens: Sequence[Token], at: int) -> int | None:
    """The noun that is the subject of the active verb at `at`; None where that isn't sure."""
    first = _group(tokens, at)
    if first <= 0:
        return None
    if tokens[first - 1].tag == "WDT" or tokens[first - 1].lower == "who":
        noun = first - 2
        if noun >= 0 and tokens[noun].tag == ",":
            noun -= 1
        return noun if noun >= 0 and tokens[noun].tag in _NOUNS | _NAMES else None
    return subject_of(tokens, first)


def _group(tokens: Sequence[Token], at: int) -> int:
    """The first token of the verb group that ends at `at`: "are expected to be held", "had to make"."""
    first = at
    while first > 0:
        before = tokens[first - 1]
        if before.tag in ("MD", "RB") or before.lower in _HAVE | _BE | _STILL:
            first -= 1
        elif before.lower == "to" and first > 1 and tokens[first - 2].lemma in _RAISING:
            first -= 2
        else:
            break
    return first


def _agent(tokens: Sequence[Token], at: int) -> bool:
    """Whether "by" and one who does it stand at `at`, not "by 4%"."""
    return at + 1 < len(tokens) and tokens[at].lower == "by" and tokens[at + 1].tag not in ("CD", "$", "RB")


def _back(tokens: Sequence[Token], at: int) -> int:
    """The last token from `at` back that is no adverb."""
    while at >= 0 and (tokens[at].tag == "RB" or tokens[at].lower in _STILL):
        at -= 1
    return at


def _active(tokens: Sequence[Token], at: int, start: int) -> Role | None:
    while start < len(tokens) and tokens[start].tag == "RB" and tokens[start].lower.endswith("ly"):
        start += 1
    if start >= len(tokens) or tokens[start].tag not in _OPENERS or tokens[start].lower in _PARTICLES:
        return None
    found = phrase_at(tokens, start, -1)
    first = start
    while found is not None and found.end + 1 < len(tokens) and tokens[found.end].lower == "of":
        if tokens[found.head].lower not in _OF and tokens[found.head].tag != "CD":
            break
        first = found.end + 1
        found = phrase_at(tokens, first, -1)
    if found is None or tokens[found.head].tag not in _NOUNS | _NAMES | {"PRP"}:
        return None
    timed = found.end
    found = _timeless(tokens, found)
    end = found.end
    if tokens[start].lower in _POINTING and start + 1 < len(tokens) and tokens[start + 1].tag == "DT":
        return None
    joined = found.head == first and end + 1 < len(tokens) and tokens[end].lower in ("and", "or")
    if joined and tokens[end + 1].tag in ("NN", "NNS", "VBG", "JJ"):
        # "Make research and training grants": the bare noun is only half of a compound.
        second = phrase_at(tokens, end + 1, -1)
        if second is None or second.end > end + 2:
            return None
    # "Learned me something": after a pronoun, but for "her", another object begins.
    pronoun = tokens[found.head].tag == "PRP" and tokens[found.head].lower != "her"
    if end < len(tokens) and end == timed:
        after = tokens[end]
        if (
            (after.tag in _NOUNS | _NAMES | {"POS", "RP"} and after.lower not in _TODAY and not pronoun)
            or (after.lower in _PARTICLES and not _up_to(tokens, end))
            or after.text in ("-", "/")
        ):
            return None
        if (after.tag in _COMPLEMENTS or after.lower in _DEGREES) and tokens[at].lemma in _CAUSING:
            return None
    if tokens[at].lemma in _GIVING and any(
        each.tag in _NAMES or each.tag == "NNS" for each in tokens[first : found.head]
    ):
        # "Gave Rome victory", "gave voters hope": the first noun is the one who gets it.
        return None
    return Role(at, found.head, first, end, False)


def _up_to(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at].lower == "up" and tokens[at + 1].lower == "to"


def _timeless(tokens: Sequence[Token], found: Phrase) -> Phrase:
    """The phrase without the day that follows it: "an attack Monday", "a mistake last week"."""
    end = found.end
    if tokens[found.head].lower in TEMPORAL and found.head == end - 1 and tokens[end - 2].lower in _WHEN:
        end -= 2
    else:
        while end > found.start + 1 and tokens[end - 1].lower in DATED | _HOURS:
            end -= 1
        if end < found.end and tokens[end].lower not in DATED:
            return found
    if end == found.end or end <= found.start or tokens[end - 1].tag not in _NOUNS | _NAMES | {"PRP"}:
        return found
    return found._replace(head=end - 1, end=end)


def _passive(tokens: Sequence[Token], at: int, be: int) -> Role | None:
    if at + 1 < len(tokens):
        after = tokens[at + 1]
        if after.lower in _DEGREES and tokens[at].lemma == "make":
            return None
        if after.lower not in _SOON and (
            after.tag in ("RP", "JJ", "JJR", "DT", "PRP$", "PRP", "NN", "NNS") or after.lower in _PARTICLES
        ):
            return None
        if after.lower == "to" and tokens[at].lemma in ("make", "have", "give", "take", "put"):
            return None
    gerund = tokens[be].lower == "being" and be > 0 and tokens[be - 1].tag in _NOUNS
    noun = be - 1 if gerund else subject(tokens, be)
    if noun is None or tokens[noun].tag not in _NOUNS:
        return None
    return Role(at, noun, noun, at + 1, True)


def _reduced(tokens: Sequence[Token], at: int) -> Role | None:
    """ "The research made by the institute"."""
    noun = at - 1
    parted = noun > 0 and tokens[noun].tag == "," and at + 1 < len(tokens) and tokens[at + 1].lower in _AGENTS
    if parted:
        # "The attack, committed by rebels".
        noun -= 1
    if noun < 0 or tokens[noun].tag not in _NOUNS or at + 1 >= len(tokens):
        return None
    if tokens[at + 1].lower not in _AFTER_PARTICIPLES and tokens[at + 1].lower not in DATED:
        return None
    return Role(at, noun, noun, at + 1, True)


def _gap(tokens: Sequence[Token], at: int) -> Role | None:
    """ "The mistake that he did", "the mistake he did"."""
    if at + 1 < len(tokens) and (
        tokens[at + 1].tag in _OPENERS | {"RP", "TO", "``"} or tokens[at + 1].lower in _PARTICLES
    ):
        return None
    if tokens[at].lemma == "do" and (
        tokens[at].tag in ("VBZ", "VBP") or at + 1 >= len(tokens) or tokens[at + 1].tag not in ("IN", ".")
    ):
        return None
    if tokens[at].lemma in _BOTH_WAYS or (
        tokens[at].lemma == "have" and at + 1 < len(tokens) and tokens[at + 1].tag in ("VBN", "RB")
    ):
        return None
    who = _group(tokens, at) - 1
    if who < 2 or tokens[who].tag not in _NOUNS | _NAMES | {"PRP"}:
        return None
    start = who
    if tokens[who].tag != "PRP":
        while start > 0 and tokens[start - 1].tag in _NOUNS | _NAMES | {"JJ", "DT", "PRP$", "CD"}:
            start -= 1
            if tokens[start].tag in ("DT", "PRP$"):
                break
    noun = start - 1
    relative = noun > 0 and tokens[noun].lower in ("that", "which") and tokens[noun].tag in ("WDT", "IN")
    if relative:
        noun -= 1
        if tokens[noun].tag == ",":
            noun -= 1
    elif tokens[who].lower not in ("he", "she", "they", "it", "we", "i") and tokens[start].tag not in (
        "DT",
        "PRP$",
    ):
        return None
    if noun < 0 or tokens[noun].tag not in _NOUNS:
        return None
    if tokens[at].lemma == "do" and any(each.lower in _LIKENING for each in tokens[max(0, noun - 5) : noun]):
        return None
    return Role(at, noun, noun, at + 1, True)
