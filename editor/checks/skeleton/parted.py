"""Commas that part a subject from its verb, a verb from its object or that-clause, a noun from the clause that says which one.

After the Associated Press Stylebook, comma, and Quirk et al., "A Comprehensive Grammar of the English Language", III.15.
A subject is what stands between the sentence's first word and its first comma, where that opens with a noun phrase and
has no finite verb but a relative clause's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.kindred import Found, found
from editor.checks.skeleton.asides import opens_aside
from editor.checks.skeleton.shared import (
    AUXILIARY,
    INTRANSITIVE,
    WITH_INFINITIVE,
    past_or_participle,
    surely_finite,
    unlinked_finite,
)
from editor.text.model import Token
from editor.text.phrases import TEMPORAL
from editor.text.subjects.noun_phrases import Phrases
from editor.text.subjects.openings import SAYING
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words

_RELATIVES = words("who that which whom whose where")
_REPORTING = words(
    "say add report write announce claim explain insist note warn tell ask declare argue think believe"
)
_NO_SUBJECT = words(
    "as if when what while because although though since like so such however yes no well once until unless"
)
# An object must follow these, so that a comma can't.
_NEEDING = words(
    """build produce destroy visit sign publish buy receive include contain describe damage seize arrest kill injure collect launch
    carry require create cause discover purchase employ repair renovate inaugurate rescue attract earn reach hold introduce
    provide demand export import cover host detain construct cost score"""
)
_LEADS = frozenset(["DT", "PRP$", "CD", "$"])
_VAGUE = words("about nearly almost some roughly around more over")
# "The minister said, that is, ..."
_POINTING = words("is was means meant said had would year day week same one of")
_INFORMING = words("tell inform assure remind warn convince persuade")


def subject_comma(sentence: Phrases) -> Iterator[Found]:
    """ "The Agriculture Ministry, said it had set aside", "the fog that covered the area, made"."""
    tokens = sentence.tokens
    comma = _first_comma(tokens)
    if comma is None or comma + 2 >= len(tokens) or not _is_subject(sentence, comma):
        return
    verb = comma + 1
    while (
        verb < len(tokens) - 2
        and tokens[verb].tag == "RB"
        and tokens[verb].lower.endswith(("ly", "so", "now"))
    ):
        verb += 1
    if not surely_finite(tokens, verb) or not _goes_on(tokens, verb) or _quoted(tokens, verb):
        return
    if tokens[sentence.first].lower == "what" and tokens[verb].lower not in ("is", "was"):
        return
    if tokens[verb].tag == "VBP" and tokens[verb + 1].tag == "CD":
        # "The middle grades, say 21, ..."
        return
    if tokens[verb].tag == "VBP" and not any(each.tag == "NNS" for each in tokens[:comma]):
        return
    name = _named_holder(tokens, sentence.first, comma)
    if name is None:
        yield found("comma", tokens[comma], tokens[comma], "")
    else:
        words_of = " ".join(each.text for each in tokens[name:comma])
        before = tokens[name - 1].text
        rights = (f"{before}, {words_of},", f"{before} {words_of}")
        yield found("comma", tokens[name - 1], tokens[comma], rights)


def _named_holder(tokens: Sequence[Token], first: int, comma: int) -> int | None:
    """Where the name begins of the one who holds the post: "the health minister Ana Silva, said" lacks a comma or has one too many."""
    name = comma
    while name > first and tokens[name - 1].tag == "NNP" and tokens[name - 1].space:
        name -= 1
    known = tokens[first].lower in ("the", "its", "their", "his", "her")
    if known and comma - name in (2, 3) and tokens[name - 1].tag == "NN" and name - first > 1:
        return name
    return None


def _quoted(tokens: Sequence[Token], end: int) -> bool:
    """Whether a quotation mark, which a sentence's reading leaves out, stood among the tokens before `end`."""
    return any(
        tokens[at].start - tokens[at - 1].end > 1
        or (not tokens[at].space and tokens[at].start > tokens[at - 1].end)
        for at in range(1, end + 1)
    )


def _first_comma(tokens: Sequence[Token]) -> int | None:
    """The sentence's first comma; None where another mark stands before it."""
    for at, token in enumerate(tokens):
        if token.text == ",":
            return at
        if token.tag in (":", "(", ")", ".", "``", "''"):
            return None
    return None


def _is_subject(sentence: Phrases, comma: int) -> bool:
    """Whether the words before the comma are a subject and nothing else."""
    tokens, first = sentence.tokens, sentence.first
    phrase = sentence.phrase(first)
    opener = tokens[first]
    if not (opener.text[:1].isupper() or opener.text[:1].isdigit()):
        return False
    if opener.lower == "what":
        return _told(tokens, first, comma)
    if (
        phrase is None
        or phrase.end > comma
        or opener.lower in _NO_SUBJECT
        or opener.tag in ("PRP", "RB", "IN", "UH")
    ):
        return False
    head = tokens[phrase.head]
    if head.lemma.lower() in TEMPORAL or head.lower in (
        "way",
        "case",
        "fact",
        "result",
        "contrast",
        "addition",
        "thanks",
    ):
        return False
    if opens_aside(tokens, phrase):
        return False
    finite = [
        at
        for at in range(first, comma)
        if tokens[at].tag in FINITE and not _hangs(tokens, at, phrase.end, comma)
    ]
    relative = next((at for at in range(phrase.end, comma) if tokens[at].lower in _RELATIVES), None)
    if any(tokens[at].tag in ("CC", ":") and tokens[at].lower != "and" for at in range(first, comma)):
        return False
    if any(tokens[at].lower in _NO_SUBJECT for at in range(first, comma)):
        return False
    if relative is None:
        return not finite and not any(
            tokens[at].tag in ("VBN", "VBD", "VB", "VBP")
            and tokens[at - 1].tag != "TO"
            and not _hangs(tokens, at, phrase.end, comma)
            and not _reduced(tokens, at)
            for at in range(phrase.end, comma)
        )
    if tokens[relative].lower == "which" or len(finite) != 1 or finite[0] < relative:
        return False
    return relative >= phrase.end


def _hangs(tokens: Sequence[Token], at: int, end: int, comma: int) -> bool:
    """Whether a past form right after the subject's noun is a participle, as a plain auxiliary after the comma shows: "the miners trapped underground, were"."""
    return (
        at == end
        and past_or_participle(tokens[at])
        and tokens[at].lemma not in INTRANSITIVE | SAYING
        and tokens[comma + 1].lower in AUXILIARY
    )


def _told(tokens: Sequence[Token], first: int, comma: int) -> bool:
    """ "What the investigators found": a clause with a subject and one verb, its last word."""
    finite = [at for at in range(first, comma) if tokens[at].tag in FINITE]
    return len(finite) == 1 and finite[0] > first + 1 and tokens[finite[0]].lemma not in SAYING | {"be"}


def _reduced(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle hangs on the noun before it: "collected by the charity"."""
    return (
        tokens[at].tag == "VBN" and tokens[at - 1].tag in NOUNS and tokens[at + 1].tag in ("IN", "TO", "RB")
    )


def _goes_on(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb after the comma is the sentence's own: no aside, no question, nobody's words reported."""
    token, after = tokens[verb], tokens[verb + 1]
    if after.text == "," or (
        token.lower in AUXILIARY and after.lower in ("he", "she", "they", "we", "you", "i", "it", "there")
    ):
        return False
    for at in range(verb + 1, len(tokens) - 1):
        next_one = min(at + 2, len(tokens) - 1)
        if tokens[at].text == "," and (
            (tokens[at + 1].tag in FINITE and tokens[at + 1].lemma not in SAYING)
            or (past_or_participle(tokens[at + 1]) and past_or_participle(token))
            or (tokens[at + 1].tag == "RB" and tokens[next_one].tag in FINITE)
        ):
            return False
    if tokens[-1].text == "?":
        return False
    if token.lemma in _REPORTING and after.tag not in ("PRP",) and after.lower != "that":
        if after.tag == "CD" or after.lower in ("a", "an"):
            # Nobody who speaks: "reported 14 new cases".
            return True
        told = verb + 1 if token.lemma not in ("tell", "ask", "warn") else verb + 2
        return unlinked_finite(tokens, told) is not None or "that" in (
            each.lower for each in tokens[verb + 1 : verb + 4]
        )
    if past_or_participle(token) and token.lower not in AUXILIARY and token.lemma not in SAYING:
        return unlinked_finite(tokens, verb + 1) is None
    return True


def that_comma(sentence: Phrases) -> Iterator[Found]:
    """ "The minister said, that the bridge would be repaired", "it should be noted, that"."""
    tokens = sentence.tokens
    for at in range(sentence.first + 1, len(tokens) - 4):
        if tokens[at].text != "," or tokens[at + 1].lower != "that" or tokens[at + 2].lower in _POINTING:
            continue
        verb = tokens[at - 1]
        told = sentence.phrase_ending(at)
        if (
            told is not None
            and told.start > sentence.first + 1
            and tokens[told.start - 1].lemma in _INFORMING
        ):
            verb = tokens[told.start - 1]
        if not verb.tag.startswith("VB") or verb.tag == "VBG" or verb.lemma not in SAYING:
            continue
        if tokens[sentence.first].lower in _NO_SUBJECT or any(
            each.text in (",", "—", "–", "``") for each in tokens[:at]
        ):
            continue
        if any(each.lower in _NO_SUBJECT | {"which", "who"} for each in tokens[:at]):
            continue
        subject = tokens[at + 2]
        if sentence.phrase(at + 2) is None and subject.tag != "EX" and not subject.tags & {"NN", "NNS"}:
            continue
        rest = tokens[at + 2 :]
        comma = next((place for place, each in enumerate(rest) if each.text == ","), len(rest))
        if not any(each.tag in FINITE or (each.tag == "VBN" and "VBD" in each.tags) for each in rest[:comma]):
            continue
        yield found("that", tokens[at], tokens[at], "")


def object_comma(sentence: Phrases) -> Iterator[Found]:
    """ "The workers built, a new wall along the river"."""
    tokens = sentence.tokens
    comma = _first_comma(tokens)
    if comma is None or comma < 2 or comma + 3 >= len(tokens):
        return
    if sum(each.text == "," for each in tokens) != 1 or tokens[sentence.first].tag in (
        "IN",
        "WRB",
        "RB",
        "VBG",
        "VBN",
    ):
        return
    verb, after = tokens[comma - 1], tokens[comma + 1]
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.lemma not in _NEEDING:
        return
    if any(each.tag in FINITE for at, each in enumerate(tokens) if at != comma - 1) or any(
        each.tag == "WDT" or each.lower in ("that", "as", "what") for each in tokens[:comma]
    ):
        return
    lead = tokens[comma + 2] if after.lower in _VAGUE else after
    if any(each.lemma.lower() in TEMPORAL | {"minute", "second"} for each in tokens[comma + 1 : comma + 5]):
        return
    if lead.tag in _LEADS and lead.lower not in ("all", "both", "that", "each", "either"):
        yield found("object", tokens[comma], tokens[comma], "")


def infinitive_comma(sentence: Phrases) -> Iterator[Found]:
    """ "The company refused, to sign the contract"."""
    tokens = sentence.tokens
    comma = _first_comma(tokens)
    if (
        comma is None
        or comma < 2
        or comma + 4 >= len(tokens)
        or sum(each.text == "," for each in tokens) != 1
    ):
        return
    verb = tokens[comma - 1]
    if (
        verb.tag in FINITE
        and verb.lemma in WITH_INFINITIVE
        and tokens[comma + 1].tag == "TO"
        and tokens[comma + 2].tag == "VB"
    ):
        yield found("object", tokens[comma], tokens[comma], "")


def pair_comma(sentence: Phrases) -> Iterator[Found]:
    """ "The president, and his wife arrived on Sunday"."""
    tokens = sentence.tokens
    comma = _first_comma(tokens)
    if comma is None or comma + 4 >= len(tokens) or tokens[comma + 1].lower != "and":
        return
    one, other = sentence.phrase(sentence.first), sentence.phrase(comma + 2)
    if (
        one is None
        or one.end != comma
        or other is None
        or tokens[one.head].lemma.lower() in TEMPORAL
        or _quoted(tokens, comma)
    ):
        return
    if (
        tokens[one.head].tag not in NOUNS
        or tokens[other.head].tag not in NOUNS
        or other.end >= len(tokens) - 1
    ):
        return
    if tokens[other.end].lower in ("was", "is", "has") or not surely_finite(tokens, other.end):
        return
    if not any(
        each.text == "," and tokens[at + 1].tag in FINITE
        for at, each in enumerate(tokens[:-1])
        if at > other.end
    ):
        yield found("comma", tokens[comma], tokens[comma], "")


def restrictive_comma(sentence: Phrases) -> Iterator[Found]:
    """ "The law, that was passed in March bans plastic bags"."""
    tokens = sentence.tokens
    comma = _first_comma(tokens)
    if comma is None or comma + 4 >= len(tokens) or tokens[comma + 1].lower != "that":
        return
    phrase = sentence.phrase(sentence.first)
    if (
        phrase is None
        or phrase.end != comma
        or tokens[phrase.head].tag not in ("NN", "NNS")
        or not phrase.determined
    ):
        return
    if tokens[phrase.head].lemma in TEMPORAL or tokens[comma + 2].tag not in FINITE:
        return
    second = _main_after(tokens, comma + 2)
    if second is not None:
        yield found("restrictive", tokens[comma], tokens[comma], "")


def second_comma(sentence: Phrases, people: frozenset[str]) -> Iterator[Found]:
    """ "The mayor, Lucia Ferri told reporters", "Its officer, Gen. Faisal al-Harthi said"."""
    tokens = sentence.tokens
    comma = _first_comma(tokens)
    if comma is None or comma + 4 >= len(tokens) or tokens[comma + 1].tag != "NNP":
        return
    phrase = sentence.phrase(sentence.first)
    if phrase is None or not phrase.determined or not _reaches(sentence, phrase.end, comma):
        return
    if tokens[phrase.head].lower not in people | _MAKERS or tokens[phrase.head].tag != "NN":
        return
    verb = comma + 1
    while _in_name(tokens[verb]) and verb < len(tokens) - 2:
        verb += 1
    if not _LEAST_NAME <= verb - comma - 1 <= _LONGEST_NAME or not _is_only_verb(tokens, verb):
        return
    if not any(each.text == "," for each in tokens[verb:]):
        last = tokens[verb - 1]
        yield found("second", last, last, last.text + ",")


_LEAST_NAME, _LONGEST_NAME = 2, 5
_MAKERS = words(
    "manufacturer maker developer operator owner company firm bank publisher producer parent retailer airline insurer builder"
)
_PARTICLES = words("al el bin ibn de da dos del van von der den la le")


def _in_name(token: Token) -> bool:
    return token.tag == "NNP" or token.lower in _PARTICLES or token.text[:3] in ("al-", "el-", "ul-")


def _reaches(sentence: Phrases, end: int, comma: int) -> bool:
    """Whether the phrase that ends there goes up to the comma, alone or with "of Lima"."""
    if end == comma:
        return True
    more = sentence.phrase(end + 1) if sentence.tokens[end].lower == "of" else None
    return more is not None and more.end == comma


def _is_only_verb(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb is finite, or could be and is the sentence's only one: "scored twice"."""
    return surely_finite(tokens, verb) or (
        past_or_participle(tokens[verb])
        and tokens[verb + 1].tag != "NNP"
        and not any(each.tag in FINITE for each in tokens[verb + 1 :])
    )


def _main_after(tokens: Sequence[Token], inner: int) -> int | None:
    """The main verb after a relative clause whose verb stands at `inner`, where no comma parts the two; None where it isn't sure."""
    if tokens[inner].lemma in SAYING:
        return None
    place = inner + 1
    while place < len(tokens) and tokens[place].tag in ("VBN", "VB", "VBG", "RB"):
        place += 1
    if tokens[place - 1].lemma in SAYING:
        return None
    verb = unlinked_finite(tokens, place)
    if (
        verb is None
        or verb - place < 1
        or tokens[verb - 1].tag not in NOUNS | {"CD"}
        or not surely_finite(tokens, verb)
    ):
        return None
    # Two noun phrases side by side: the second may be the subject of a clause that hangs on the first.
    for at in range(place + 1, verb):
        if tokens[at].tag in ("DT", "PRP$", "PRP") and tokens[at - 1].tag in NOUNS:
            return None
    for at in range(verb + 1, len(tokens) - 1):
        if tokens[at].text == "," and tokens[at + 1].tag in FINITE:
            return None
    return verb
