"""Participles that should be past tenses, and bare verbs that should be participles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import (
    BE,
    HAVE,
    NOMINATIVE,
    Lists,
    Slip,
    bare_only,
    form,
    joined,
    object_follows,
    slip,
    word_at,
)
from editor.text.irregular import PAST_OF_PARTICIPLE
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words
from editor.values import Severity

_HELPERS = BE | HAVE | words("get gets got 's 'd")
_TIMES = words(
    "days weeks months years nights ago day week month year night time morning season decade summer"
)
_TWO_OBJECTS = words("given shown known taught told asked called named forgiven forbidden chosen awarded")
_RAISED = words(
    "believe expect suppose think consider know suspect say report estimate presume allege rumour rumor mean"
)
_SAYING = words("say add tell explain note argue warn reply write go insist recall announce")
# Verbs that tell what came of it: "killing 12", "raising fears".
_RESULTS = words(
    """raise leave kill injure wound force send cause make bring include beat hit trigger spark prompt push cut destroy damage
    take give put add lift drive displace trap block disrupt halt end reduce lower increase threaten affect deal mark
    provide allow create forcing lose win close open turn sweep bury flood burn knock break tear paralyse paralyze delay
    strand defeat   show reflect  offer          extend become
    """
)


def pasts(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """A participle right after its subject: "he done", "the pupils done their exams"."""
    verb = tokens[at]
    past = PAST_OF_PARTICIPLE.get(verb.lower)
    if past is None or not verb.text.islower() or not at or verb.lower in ("fallen", "lain", "been"):
        return
    before = at - 1
    while before > 0 and tokens[before].tag == "RB" and tokens[before].lower not in ("n't", "not"):
        before -= 1
    subject = tokens[before]
    earlier = tokens[before - 1] if before else None
    message = f"'{verb.text.capitalize()}' needs 'have' before it; the past tense is '{past}'."
    if subject.lower in NOMINATIVE:
        if earlier is not None and (
            earlier.lower in _HELPERS or earlier.tag == "MD" or earlier.lower in ("n't", "not", "than", "as")
        ):
            return
        helper = {"i": "have", "we": "have", "they": "have"}.get(subject.lower, "has")
        yield slip("past", verb, verb, [past, f"{helper} {verb.text}", f"had {verb.text}"], message)
        return
    if (
        subject.tag not in ("NNS", "NN", "NNP")
        or verb.lower in _TWO_OBJECTS
        or at + 1 >= len(tokens)
        or before != at - 1
    ):
        return
    after = tokens[at + 1]
    if after.tag != "PRP$" and not (after.tag == "DT" and after.lower in ("the", "a", "an")):
        return
    if any(each.lower in _TIMES for each in tokens[at + 1 : at + 5]):
        return
    if any(each.lower in _HELPERS or each.tag in FINITE for each in tokens[max(0, at - 9) : at]):
        return
    yield slip("past", verb, verb, [past, f"have {verb.text}"], message, Severity.WARNING)


def cut_short(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """A bare verb where a participle hangs on a noun: "weaken by the war", "believe to be"."""
    verb = word_at(tokens, at)
    if verb is None or not at or at + 1 >= len(tokens) or "VB" not in verb.tags or "VBN" in verb.tags:
        return
    before, after = tokens[at - 1], tokens[at + 1]
    right = form(verb.lower, "VBN")
    if right == verb.lower:
        return
    message = f"A participle is meant: '{right}'."
    if (
        verb.lower in _RAISED
        and after.lower == "to"
        and at + 2 < len(tokens)
        and tokens[at + 2].lower in ("be", "have")
    ):
        if (
            before.tag == "," and at > 1 and tokens[at - 2].tag in ("NN", "NNP", "NNS", "CD")
        ) or before.tag == "NN":
            yield slip("participle", verb, verb, [right], message)
        return
    if (
        verb.lower == "suspect"
        and after.lower == "of"
        and at + 2 < len(tokens)
        and tokens[at + 2].tag == "VBG"
        and before.tag in ("NN", "NNS")
    ):
        yield slip("participle", verb, verb, [right], message)
        return
    if (
        after.lower != "by"
        or at + 2 >= len(tokens)
        or tokens[at + 2].tag not in ("DT", "NNP", "NNS", "PRP$", "CD", "NNPS")
    ):
        return
    if verb.lower not in lists["verbs-transitive"] or any(
        each.tag == "MD"
        or (each.tag == "TO" and "VB" in tokens[place + 1].tags and tokens[place + 1].tag not in ("NN", "DT"))
        or each.lower in ("do", "does", "did", "let", "help", "make")
        for place, each in enumerate(tokens[max(0, at - 6) : at], max(0, at - 6))
    ):
        return
    if tokens[at + 2].lower in _TIMES or (tokens[at + 2].tag == "CD" and not bare_only(verb)):
        return
    if (before.tag in ("NN", "NNP") and "NN" not in verb.tags) or (before.tag == "," and bare_only(verb)):
        yield slip("participle", verb, verb, [right], message)


def results(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """A bare verb after a comma that tells the outcome: "..., raise fears of fraud"."""
    if tokens[at].text != ",":
        return
    verb = word_at(tokens, at + 1)
    if verb is None or verb.lower not in _RESULTS or "VB" not in verb.tags or at + 2 >= len(tokens):
        return
    if verb.lower in ("say", "add", "help", "let", "put", "set", "cut", "hit", "beat") and verb.lower not in (
        "beat",
    ):
        return
    after = tokens[at + 2]
    if after.tag not in ("DT", "PRP$", "CD", "NNS", "NNP", "JJ", "JJR", "PRP", "$") and after.lower not in (
        "at",
        "more",
        "up",
    ):
        return
    if after.lower == "no":
        return
    if after.lower == "at" and (at + 3 >= len(tokens) or tokens[at + 3].lower != "least"):
        return
    if after.lower == "up" or ("NN" in verb.tags and after.tag in ("NNP",) and verb.lower != "beat"):
        return
    start = next((place + 1 for place in range(at - 1, -1, -1) if tokens[place].text in (",", ";", ":")), 0)
    clause = tokens[start:at]
    if (
        len(clause) < 3
        or clause[0].tag == "VB"
        or any(
            each.tag in ("TO", "MD", "WRB", "VBP")
            or each.lower in ("do", "does", "did", "let", "lets", "if", "who", "which", "that", "help")
            for each in clause
        )
    ):
        return
    if not any(each.tag in ("VBD", "VBZ") and each.lemma not in _SAYING for each in clause[1:]):
        return
    # A list of verbs with one subject: "they shoot, kill and bury".
    rest = tokens[at + 2 : at + 14]
    if any(each.tag in ("VBP", "VB") and each.lower not in ("be",) for each in rest) and any(
        each.tag == "CC" for each in rest
    ):
        return
    right = form(verb.lower, "VBG")
    yield slip("participle", verb, verb, [right], f"What came of it is told with '{right}'.", None)


def coordinated(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """A bare verb joined to an -ing form: "killing 17 people and leave dozens missing", "of stealing bicycles and sell them"."""
    if tokens[at].lower not in ("and", "or", "then") or at < 3 or at + 2 >= len(tokens):
        return
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or "VB" not in verb.tags
        or verb.tags & {"VBN", "VBD", "RB", "JJ"}
        or (verb.tag in ("NN", "NNS") and "NN" in verb.tags)
    ):
        return
    if not object_follows(tokens, at + 2) and not (
        bare_only(verb) and tokens[at + 2].tag in ("IN", "TO", "RP")
    ):
        return
    if "NN" in verb.tags and not (tokens[at + 2].tag in ("DT", "PRP$", "PRP") or verb.lower == "leave"):
        return
    for place in range(at - 1, max(0, at - 14), -1):
        token = tokens[place]
        if token.tag in (
            "VBD",
            "VBP",
            "VB",
            "MD",
            "TO",
            "VBZ",
            "WDT",
            "WP",
            "WRB",
            ":",
            ".",
        ) or token.lower in ("and", "or", "that"):
            return
        if token.tag == "VBG":
            lead = tokens[place - 1]
            if (
                lead.lower in BE
                or lead.tag in ("DT", "JJ", "PRP$", "POS", "VB")
                or lead.lower in ("including", "not")
            ):
                return
            governed = lead.tag == "IN" or lead.tag == "," or lead.tag in ("NN", "NNS", "NNP")
            if not governed or place < 2:
                return
            if not _one_or_past(tokens, place):
                return
            yield joined("participle", verb, "VBG", token)
            return


def _one_or_past(tokens: Sequence[Token], at: int) -> bool:
    """Whether the main verb before `at` can't be the bare verb's fellow: a past tense or a singular."""
    for token in reversed(tokens[:at]):
        if token.tag in ("VBD", "VBZ"):
            return True
        if token.lower in ("have", "had", "has"):
            return True
        if token.tag in ("VBP", "MD", "TO", "VB"):
            return False
    return False
