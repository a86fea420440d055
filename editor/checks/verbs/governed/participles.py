"""Bare verbs for the participle: "stolen and melt down", "three women kill in the attack", "had his passport confiscate"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import BE, Slip, form, joined, slip, word_at
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words

_CAUSED = words("""confiscate revoke amputate remove repair steal cancel suspend extend paint cut break seize reject renew withdraw reduce
    publish translate restore search freeze commute overturn quash deport approve install delete""")
_JOINED = words("""melt send kill take beat drag shoot strip throw burn bury tear hang break ship auction hide give bring lock drive dump smuggle leave
    chase blindfold handcuff torture release fine jail deport evacuate destroy demolish rebuild replace remove move arrest charge question
    treat wash paint clean cook cut weigh test sort pack store export""")
# After "and" and before "in", "on" or "for" these are rather nouns: "the tax and charge on cars".
_MOSTLY_NOUNS = words(
    """test charge question store move burn cut release export fine arrest cook treat kill break paint lock ship"""
)
_CLAUSE_EDGES = frozenset(["VB", "VBD", "VBZ", "VBP", "VBG", "MD", "TO", "WDT", "WP", ",", ":"])


def bare_joined(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The statue was stolen and melt down for its bronze"."""
    place = at + 1
    while place < len(tokens) - 2 and tokens[place].tag == "RB" and place - at < 3:
        place += 1
    verb = word_at(tokens, place)
    if (
        verb is None
        or verb.lower not in _JOINED
        or verb.tag not in ("VB", "VBP", "NN")
        or lexicon.tags(verb.lower) & {"VBN"}
    ):
        return
    after = tokens[place + 1]
    if after.tag not in ("IN", "RP", "TO", "RB", ".") or (verb.tag == "NN" and after.tag == "."):
        return
    if after.lower in ("of", "and") or (
        verb.tag == "NN" and after.lower in ("in", "on", "for") and verb.lower in _MOSTLY_NOUNS
    ):
        return
    fellow = _passive_before(tokens, at)
    if fellow is not None and form(verb.lower, "VBN") != verb.lower:
        yield joined("chain", verb, "VBN", fellow)


def _passive_before(tokens: Sequence[Token], at: int) -> Token | None:
    """The participle of the passive that stands before the "and" in the same clause; None where there is none."""
    for back in range(at - 1, max(0, at - 9), -1):
        token = tokens[back]
        if token.tag in _CLAUSE_EDGES or token.lower in ("and", "or"):
            return None
        if token.tag == "VBN":
            lead = back - 1
            while lead > 0 and tokens[lead].tag == "RB":
                lead -= 1
            return token if tokens[lead].lower in BE else None
    return None


def bare_after_noun(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "One of three women kill in the attack"."""
    before, after = tokens[at - 1], tokens[at + 1]
    if (
        before.tag != "NNS"
        or after.lower not in ("in", "by", "when", "during", "on")
        or tokens[at + 2].tag not in ("DT", "PRP$", "NNP", "NN", "NNS", "CD", "JJ")
    ):
        return
    if not any(each.tag in FINITE for each in tokens[:at]) or any(
        each.tag in ("MD", "TO") or each.lower in ("who", "that", "which", "and", "do", "did")
        for each in tokens[max(0, at - 4) : at]
    ):
        return
    if not any(each.tag == "IN" or each.tag in ("VBD", "VBZ") for each in tokens[max(0, at - 5) : at - 1]):
        return
    right = form(tokens[at].lower, "VBN")
    if right != tokens[at].lower:
        yield slip("frame", tokens[at], tokens[at], [right], f"A participle is meant: '{right}'.")


def bare_after_object(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Had his passport confiscate at the airport"."""
    if tokens[at + 1].tag != "PRP$":
        return
    place = at + 2
    while place < len(tokens) - 1 and tokens[place].tag in ("JJ", "NN", "NNS") and place - at < 5:
        verb = tokens[place]
        if place > at + 2 and verb.lower in _CAUSED and tokens[place - 1].tag in ("NN", "NNS"):
            break
        place += 1
    verb = tokens[place]
    if (
        place == at + 2
        or verb.lower not in _CAUSED
        or verb.tag not in ("VB", "VBP", "NN")
        or tokens[place + 1].tag not in ("IN", ".", ",", "RB", "TO")
    ):
        return
    right = form(verb.lower, "VBN")
    if right != verb.lower:
        yield slip("frame", verb, verb, [right], f"One has a thing '{right}'.")


def born_and_grown(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Born and grown in Accra"."""
    if (
        tokens[at + 1].lower == "and"
        and tokens[at + 2].lower == "grown"
        and (at + 3 >= len(tokens) or tokens[at + 3].lower in ("in", "on", "near", "."))
    ):
        yield slip("frame", tokens[at + 2], tokens[at + 2], ["raised"], "One is 'born and raised'.")
