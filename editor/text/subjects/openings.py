"""Where a clause's subject may begin: at the sentence's start, after a conjunction, a comma, a verb of saying, a phrase of time."""

from __future__ import annotations

from editor.text.phrases import TEMPORAL
from editor.text.subjects.noun_phrases import Phrases
from editor.text.tagset import NOUNS
from editor.text.words import words

_ADJECTIVES = frozenset(["JJ", "JJR", "JJS", "VBN", "VBG", "CD", "$"])
_SUBJECT_TAGS = NOUNS | _ADJECTIVES | {"PRP", "DT", "PRP$", "PDT"}
# "About 20 men", "not all of them", "neither of the two".
_LEADING = words("at about around more up over nearly almost roughly not only fewer neither")
_OBJECTIVE = words("me him her us them myself himself herself themselves itself")
NOMINATIVE = words("he she they we i")

# Verbs and adjectives after which a clause may begin without "that".
SAYING = words("""say think believe know hope add claim insist report note argue warn fear suggest announce state declare confirm
    deny admit acknowledge concede maintain stress emphasize emphasise reveal disclose find show indicate mean suppose
    guess feel see hear understand realize realise remember forget predict forecast estimate expect assume conclude
    decide agree ensure guarantee tell inform assure remind promise vow swear allege assert contend complain explain
    mention observe notice point reply answer respond recall imagine figure bet wish doubt suspect worry tweet write
    read charge rule order demand recommend propose request pledge hint imply prove demonstrate discover learn
    calculate reckon boast joke repeat reiterate reaffirm signal teach convince persuade ask require prefer consider
    appear seem turn""")
_SURE = words(
    "sure certain clear glad happy confident aware afraid sorry convinced hopeful proud likely possible"
)

_OPENERS = words("""that if because although though while whether unless lest whereas so once as since until till after before
    when where how why which who whom whose what provided except and but or yet nor &""")
_OPENING_TAGS = frozenset([",", ":", "(", "WRB"])
# Adverbs that link one clause to the last: "and then the men were".
_LINKING = words("then now there still yet so thus later soon meanwhile therefore here")
_TIMES = TEMPORAL | {"half", "quarter", "set", "overtime"}


_LASTING = words("for after within over before throughout until")
_LONGEST_TIME = 5


def starts(sentence: Phrases) -> list[int]:
    """The tokens at which a subject may begin."""
    tokens = sentence.tokens
    found = []
    for at, token in enumerate(tokens):
        lower = token.lower
        if token.tag == "PRP" and lower in _OBJECTIVE:
            continue
        if _pairs(sentence, at):
            if at <= sentence.first or opens(sentence, at - 1):
                found.append(at + 1)
        elif token.tag not in _SUBJECT_TAGS and lower not in _LEADING:
            continue
        elif at <= sentence.first:
            found.append(at)
        elif opens(sentence, at - 1):
            relative = tokens[at - 1].lower in ("that", "who", "which")
            if not ((relative and token.tag in ("VBN", "VBG")) or lower == "so"):
                found.append(at)
        elif token.tag == "PRP" and lower in NOMINATIVE:
            found.append(at)
    return found


def _pairs(sentence: Phrases, at: int) -> bool:
    """Whether "neither", "either" or "both" stands at `at` before the first of two things."""
    tokens = sentence.tokens
    lower = tokens[at].lower
    if lower not in ("neither", "either", "both") or at + 1 >= len(tokens):
        return False
    if lower == "both" and not any(each.lower == "and" for each in tokens[at + 1 : at + 8]):
        return False
    return tokens[at + 1].tag in ("DT", "PRP$", "NNP", "NNS", "PRP")


def opens(sentence: Phrases, at: int) -> bool:
    """Whether a clause may begin after token `at`."""
    tokens, first = sentence.tokens, sentence.first
    token = tokens[at]
    lower = token.lower
    if lower in _OPENERS or token.tag in _OPENING_TAGS:
        return True
    if token.tag.startswith("VB"):
        if token.lemma not in SAYING:
            return False
        if token.tag == "VBG" or (token.tag == "VB" and at and tokens[at - 1].tag == "TO"):
            # "Finding answers is hard", "To answer questions takes time"
            lead = at - (1 if token.tag == "VBG" else 2)
            return lead > first and not opens(sentence, lead)
        return True
    if lower in _SURE:
        return at > 0 and (tokens[at - 1].tag.startswith("VB") or tokens[at - 1].tag == "RB")
    if token.tag == "RB" and lower in _LINKING and at > first:
        return tokens[at - 1].lower in ("until", "since", "by") or opens(sentence, at - 1)
    return _ends_time(sentence, at)


def _ends_time(sentence: Phrases, at: int) -> bool:
    """Whether an opening phrase of time ends here: "On Monday", "In 2019", "Last week"."""
    tokens, first = sentence.tokens, sentence.first
    if at - first > _LONGEST_TIME:
        return False
    token = tokens[at]
    if token.tag == "RB" and at == first:
        return True
    if at == first:
        return token.lower in ("yesterday", "today", "tomorrow", "tonight", "now", "meanwhile")
    if tokens[first].lower in ("on", "in", "by", "at", "during", "since", "last", "this", "next"):
        return token.lower in _TIMES or (token.tag == "CD" and len(token.text) == 4)
    if tokens[first].lower in _LASTING:
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return token.lemma in _TIMES and following is not None and following.tag in ("DT", "PRP$", "NNS")
    return False
