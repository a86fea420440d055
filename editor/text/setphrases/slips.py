"""What a slip in a set phrase is called, and whether it is one: what surrounds it may give it another reading."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text.adverbials import free
from editor.text.governors import governor, object_takes
from editor.text.model import Token
from editor.text.setphrases.rows import ARTICLES, PARTICLE, PREPOSITIONS, SMALL, Member, members_of
from editor.text.setphrases.walk import END, ENDING, Match, Slip
from editor.text.words import words

_PLACING = words("in on at by")
_MARKS = words("to of with against for about into")
_MORE = frozenset(["NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBG"])
_STARTS = frozenset(["DT", "PRP$"])
_SINGLE = words("word breath ground way peace pace share toll weight")
_LIMITING = words("of that who which whose where when")
_OWNED = _LIMITING - words("whose where when")
# How many words after a preposition the right one is looked for.
_REACH = 7


def stands(tokens: Sequence[Token], phrase: str, found: Match, slip: Slip, taken: frozenset[str]) -> bool:
    """Whether what surrounds the near miss leaves no other reading: a compound, a verb that takes the preposition."""
    members = members_of(phrase)
    last = members[-1]
    following = tokens[found.end] if found.end < len(tokens) else None
    if last.kind == "word" and last.rights[0] not in SMALL and following is not None:
        if following.tag in _MORE or following.text in ("-", "/"):
            return False
        if following.lower in _LIMITING and (members[0].kind != "verb" or last.others == 0):
            return False
    if found.start and tokens[found.start - 1].text in ("-", "/"):
        return False
    if following is not None and _told_which(members[slip.member], tokens[slip.token : found.end], following):
        return False
    if slip.kind == "missing":
        if slip.token >= len(tokens):
            return False
        if tokens[slip.token].tag.startswith("VB") and members[slip.member].rights[0] in PREPOSITIONS:
            # "Those years end in June."
            return False
        rights = members[slip.member].rights
        if following is not None and following.lower in rights and rights[0] in PREPOSITIONS:
            # "Return power to civilians."
            return False
        if slip.member == len(members) - 1 and tokens[slip.token].tag not in _STARTS:
            return False
        return tokens[slip.token].space
    token = tokens[slip.token]
    if token.tag in ("NNP", "NNPS") or (token.text[:1].isupper() and slip.token):
        return False
    if slip.kind in ("other", "extra"):
        return slip.kind == "other" or tokens[slip.token + 1].tag not in _STARTS
    if slip.kind == "surplus":
        return len(members) > 2 or following is None or following.tag in END or following.lower in ENDING
    member = members[slip.member]
    owner = tokens[slip.token - 1]
    if slip.member and members[slip.member - 1].kind == "one's" and owner.lower in ("their", "our", "your"):
        # "They changed their minds", "stuck their necks out": several people have several.
        return "NNS" not in token.tags or token.lower in member.named or member.rights[0] in _SINGLE
    if member.rights[0] in PREPOSITIONS and token.lower in PREPOSITIONS:
        if slip.member == 0 and found.start:
            before = tokens[found.start - 1]
            head = governor(tokens, found.start - 1)
            takes = before.lemma != "be" and head and f"{head} {token.lower}" in taken
            if before.tag in ("IN", "TO", "RP") or takes:
                return False
            if before.lemma != "be" and object_takes(tokens, found.start, token.lower, taken):
                return False
        if token.lower == "to" and tokens[slip.token + 1].tag in ("VB", "VBP"):
            return False
        if slip.member == len(members) - 1:
            if slip.token + 1 >= len(tokens) or free(tokens, slip.token, token.lower):
                return False
            if tokens[slip.token + 1].tag in END or _comes_later(tokens, slip.token, member.rights):
                return False
    return True


def _told_which(member: Member, wrong: Sequence[Token], following: Token) -> bool:
    """Whether what follows tells which is meant: "the career of the mayor", "the short time they had"."""
    if member.kind == "one's":
        return following.lower in _OWNED
    the = bool(wrong) and wrong[0].lower == "the"
    return the and bool(ARTICLES & {*member.rights}) and following.tag == "PRP"


def _comes_later(tokens: Sequence[Token], at: int, rights: Sequence[str]) -> bool:
    """Whether the right preposition stands a little later in the clause: "put the blame for the gap on the banks"."""
    for number in range(at + 1, min(at + _REACH, len(tokens) - 1)):
        token = tokens[number]
        if token.tag in END or token.tag in ("MD", "VBD", "VBZ", "VBP"):
            return False
        if token.lower in rights and tokens[number + 1].tag != "VB":
            return True
    return False


def kind_of(phrase: str, slip: Slip, word: str = "") -> str:
    """What sort of word is wrong, as the table names it: "verb", "article"."""
    member = members_of(phrase)[slip.member]
    if slip.kind == "wrong" and member.named and word in member.named:
        return "named"
    if slip.kind in ("other", "extra"):
        return "member" if slip.kind == "other" else "extra"
    if member.kind == "one's":
        return "owner"
    if slip.kind == "surplus" or member.rights[0] in ARTICLES:
        return "article"
    if member.kind == "verb":
        return "verb"
    if member.rights[0] not in PREPOSITIONS | PARTICLE:
        return "number"
    return "preposition" if slip.member else "first"


def sort_of(phrase: str, tokens: Sequence[Token], slip: Slip) -> str:
    """The kind of a slip in a text."""
    token = tokens[slip.token] if slip.kind == "wrong" else None
    verb = members_of(phrase)[slip.member].kind == "verb"
    return kind_of(phrase, slip, "" if token is None else token.lemma if verb else token.lower)


def sure(phrase: str, tokens: Sequence[Token], slip: Slip) -> bool:
    """Whether the slip is no matter of what is meant: "made the statement" may be right, "turned the blind eye" is not."""
    members = members_of(phrase)
    member = members[slip.member]
    large = sum(each.kind == "word" and each.rights[0] not in SMALL for each in members)
    if slip.kind == "other":
        return member.others > 1
    if slip.kind != "wrong" or sort_of(phrase, tokens, slip) == "named":
        return True
    if not slip.member and member.rights[0] in PREPOSITIONS:
        return len(members) > 2 and tokens[slip.token].lower in _PLACING
    if member.kind == "verb" or member.rights[0] in ARTICLES:
        return large > 1
    if slip.member == len(members) - 1 and member.rights[0] in PREPOSITIONS:
        return tokens[slip.token].lower in _MARKS
    return True


def said(phrase: str, tokens: Sequence[Token], slip: Slip) -> str:
    """The near miss as the table would write it."""
    members = members_of(phrase)
    spelled = []
    for place, member in enumerate(members):
        word = member.rights[0] if member.rights else member.kind
        if place == slip.member and slip.kind == "missing":
            continue
        if place == slip.member and slip.kind in ("surplus", "extra"):
            spelled.append(tokens[slip.token].lower)
        if place == slip.member and slip.kind in ("wrong", "other"):
            token = tokens[slip.token]
            word = token.lemma if member.kind == "verb" else token.lower
        spelled.append(word)
    return " ".join(spelled)
