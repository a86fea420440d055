"""After "to" stands a bare verb where an infinitive is meant; after "let" and "make" one without "to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import (
    Lists,
    Slip,
    after_adverbs,
    bare_only,
    base_of,
    may_be_bare,
    past_only,
    slip,
    word_at,
)
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity

# "Warned residents to leave": an object stands between the verb and "to".
_TELLING = words("ask tell order warn urge force allow enable encourage persuade require request advise invite call want expect "
                 "instruct permit help beg compel convince command direct oblige appeal push press train teach lead need "
                 "pay hire use cause get tempt inspire motivate remind challenge recommend authorize authorise")  # fmt: skip
_ADJECTIVES = words("able unable ready likely unlikely willing unwilling eager free set bound due happy glad keen afraid reluctant "
                    "determined prepared supposed expected allowed forced scheduled required going unlikely enough order "
                    "about poised certain sure entitled obliged inclined ought")  # fmt: skip
_NOUNS = words("decision plan right chance opportunity effort attempt ability order need way time promise bid power permission "
               "desire pressure refusal failure duty intention move proposal offer vow pledge wish reason willingness "
               "authority freedom tendency efforts attempts plans steps orders")  # fmt: skip
_ALSO_NOUN = words("building meeting spending hearing funding training housing beginning opening ending feeling setting holding "
                   "being doing saying reading writing trading fighting shooting voting banking")  # fmt: skip
# These take "to" with a noun or an -ing form: "agreed to buying", "used to living".
_PREPOSITIONAL = words("lead contribute object admit confess look commit dedicate devote resort turn amount limit oppose reduce "
                       "react respond be accustom adapt adjust relate apply attribute due subject key return switch move "
                       "come get go come close addition opposed used open prior point swear cut see agree alternative "
                       "approach objection opposition threat solution commitment attention")  # fmt: skip


# "The sect that she belongs to could decide": the clause ends with "to".
_STRANDING = words(
    "belong refer listen talk speak subscribe relate write turn return object point go move travel report respond react"
)


def infinitives(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """The word after the "to" at `at`, where a verb, adjective or noun before calls for an infinitive."""
    place = after_adverbs(tokens, at + 1)
    verb = word_at(tokens, place)
    if verb is None or not at:
        return
    if (
        verb.tag == "MD"
        and verb.lower in ("can", "could", "must")
        and tokens[at - 1].lemma not in _STRANDING
        and place + 1 < len(tokens)
        and _bare_verb(tokens, place + 1)
    ):
        fix = "have to" if verb.lower == "must" else "be able to"
        yield slip("infinitive", verb, verb, [fix], f"'{verb.text.capitalize()}' has no infinitive.")
        return
    if "VB" in verb.tags and (may_be_bare(verb) or verb.lower in ("found", "fell", "saw", "rose")):
        return
    base = base_of(verb)
    if base is None or base == verb.lower or verb.tags & {"IN", "DT", "PRP", "MD"}:
        return
    governor = _governor(tokens, at, lists)
    message = f"After 'to' stands the bare verb: '{base}'."
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    determined = after is not None and (
        after.tag in ("DT", "PRP$") or after.lower in ("him", "them", "it", "us", "me")
    )
    if past_only(verb) and verb.lower not in (
        "saw",
        "rose",
        "fell",
        "broke",
        "lay",
        "bore",
        "spoke",
        "bit",
        "drove",
    ):
        yield slip("infinitive", verb, verb, [base], message)
    elif "VBG" in verb.tags:
        if (
            governor == "strict"
            and not (after is not None and after.tag in ("NN", "NNS") and "NN" in tokens[at - 1].tags)
            and (verb.lower not in _ALSO_NOUN or determined)
            and verb.tag in ("VBG", "NN")
        ):
            yield slip("infinitive", verb, verb, [base], message)
    elif "VBZ" in verb.tags and "VBN" not in verb.tags:
        if verb.lower in ("is", "was", "has", "does") and not governor:
            return
        named = verb.tag == "NNS" or "NNS" in verb.tags
        if governor and (determined or (verb.tag == "VBZ" and (not named or governor == "strict"))):
            yield slip("infinitive", verb, verb, [base], message)
    elif verb.tags & {"VBD", "VBN"}:
        if governor and (
            governor == "strict" or determined or after is None or after.tag in (".", ",", "IN", "TO")
        ):
            if not (after is not None and after.tag in ("NN", "NNS", "JJ")) or (
                governor == "strict" and tokens[at - 1].lemma not in ("agree", "commit", "used")
            ):
                passive = f"be {verb.text}"
                free = base in lists["verbs-no-object"] or determined
                fixes = (
                    [base, passive]
                    if free or (after is not None and after.tag in ("NN", "NNS"))
                    else [passive, base]
                )
                yield slip("infinitive", verb, verb, fixes, message)
        elif (
            determined
            and "VBD" in verb.tags
            and tokens[at - 1].tag in ("NN", "NNS", "VBD", "VBN")
            and tokens[at - 1].lemma not in ("due", "accord", "respond", "react", "lead", "compare")
        ):
            yield slip("infinitive", verb, verb, [base], message, Severity.WARNING)


def _bare_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare verb stands at `at` and no noun."""
    token = tokens[at]
    if token.tag != "VB":
        return False
    after = tokens[at + 1].tag if at + 1 < len(tokens) else "."
    return (
        bare_only(token)
        or token.lower in ("be", "have", "do")
        or after in ("DT", "PRP", "PRP$", "RB", "IN", "TO", ".")
    )


def _governor(tokens: Sequence[Token], at: int, lists: Lists) -> str:
    """What calls for an infinitive before the "to" at `at`: "strict" where nothing but one may follow, "loose", or nothing."""
    before = tokens[at - 1]
    if before.lower in ("in",) or before.tag in ("CD", "$"):
        return ""
    lemma = before.lemma.lower()
    if before.tag.startswith("VB") and lemma in lists["verbs-to-infinitive"]:
        return "strict"
    if before.lower in _ADJECTIVES:
        return (
            "strict"
            if before.lower not in ("due", "set", "about", "order")
            or tokens[at - 2].lower in ("in", "was", "were", "is", "are")
            else ""
        )
    if before.tag.startswith("VB") and lemma in _PREPOSITIONAL:
        return ""
    if before.lower in _NOUNS:
        return "loose"
    if before.tag == "RP" or before.lower == "out":
        return ""
    start = at - 1
    steps = 0
    while (
        start > 0
        and steps < 5
        and tokens[start].tag in ("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "JJ", "PRP$", "CD", "POS")
    ):
        start -= 1
        steps += 1
    if steps and (tokens[start].tag.startswith("VB") and tokens[start].lemma in _TELLING):
        return (
            "strict"
            if tokens[start].lemma in ("ask", "tell", "warn", "urge", "want", "force", "allow", "encourage")
            else "loose"
        )
    if steps and tokens[start].lower in ("on", "upon") and tokens[start - 1].lemma == "call":
        return "strict"
    if (
        steps
        and tokens[start].lower == "for"
        and tokens[start - 1].lemma in ("wait", "call", "plan", "ask", "arrange")
    ):
        return "loose"
    return ""


_LETTING = words("let lets letting")
_MAKING = words("make makes made making")
_PERSONS = words("him her them us me you")
_SEEING = words("see saw seen sees watch watched hear heard")
_LEAVES_IT = words("it")
_PLACING = words("in at from with under over near on outside aged between")
_ANYBODY = words("everyone everybody anyone anybody someone somebody nobody others")
_OPENING = frozenset(["DT", "PDT", "PRP$", "NNS", "NNP", "CD"])
_PHRASE = frozenset(["DT", "PDT", "PRP$", "JJ", "NN", "NNS", "NNP", "CD", "POS"])
# What a number of persons is told by: "half of the crews".
_SHARES = words("""half most some many all several both few none each one two three thousands hundreds dozens millions scores tens
    plenty lots majority number group groups crowd crowds rest part third quarter two-thirds""")
CAUSING = _LETTING | _MAKING | _SEEING


def causatives(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """What follows the object of the "let", "make" or "see" at `at`: "let him to go", "make them paid"."""
    verb = tokens[at]
    lower = verb.lower
    if lower not in CAUSING or (verb.tag in ("NN", "NNS")):
        return
    if lower == "made" and at and tokens[at - 1].lower in ("be", "was", "were", "been", "is", "are", "being"):
        yield from _made_to(tokens, at)
        return
    place = _after_object(tokens, at + 1, lists, lower in _LETTING)
    if place < 0 or place + 1 >= len(tokens):
        return
    to, after = tokens[place], word_at(tokens, place + 1)
    pronoun = place == at + 2 and tokens[at + 1].lower in _PERSONS
    if to.lower == "to" and after is not None and "VB" in after.tags and after.tag == "VB":
        if lower in _SEEING and not pronoun:
            return
        if lower in _MAKING and tokens[place - 1].lower in ("it",):
            return
        yield slip(
            "causative",
            to,
            after,
            [after.text],
            f"After '{verb.text}' and its object stands the bare verb, without 'to'.",
        )
        return
    if not pronoun or lower in _SEEING:
        return
    wrong = to if to.text.islower() else None
    if wrong is not None and ((wrong.tags & {"VBZ"} and not wrong.tags & {"NNS", "VB"}) or past_only(wrong)):
        base = base_of(wrong)
        if base:
            yield slip(
                "causative",
                wrong,
                wrong,
                [base],
                f"After '{verb.text}' and its object stands the bare verb: '{base}'.",
            )


def _made_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Was made leave"."""
    after = word_at(tokens, at + 1)
    if after is not None and after.tag in ("VB", "VBP") and not after.tags & {"NN", "JJ", "VBN", "RB"}:
        yield slip(
            "causative",
            after,
            after,
            [f"to {after.text}"],
            "After 'was made' stands an infinitive with 'to'.",
        )


def _after_object(tokens: Sequence[Token], at: int, lists: Lists, anything: bool) -> int:
    """Where the object that begins at `at` ends: a pronoun, or people; -1 where there is none."""
    if at >= len(tokens):
        return -1
    if tokens[at].lower in _PERSONS | (_LEAVES_IT if anything else frozenset()) and not _whose(tokens, at):
        return at + 1
    if tokens[at].lower in _ANYBODY:
        return _past_place(tokens, at + 1)
    if tokens[at].lower == "no" and at + 1 < len(tokens) and tokens[at + 1].lower == "one":
        return at + 2
    if tokens[at].tag not in _OPENING and tokens[at].lower not in _SHARES | {"her"}:
        return -1
    end = _inside(tokens, at)
    # "Half of the crews", "thousands of commuters": the persons stand after "of"; whatever is let may have an "of" of its own.
    while (
        0 < end < len(tokens) - 1
        and tokens[end].lower == "of"
        and (anything or tokens[end - 1].lower in _SHARES)
    ):
        end = _inside(tokens, end + 1)
    if end <= at:
        return -1
    head = tokens[end - 1]
    if head.tag not in ("NN", "NNS", "NNP"):
        return end if anything and head.lower in _PERSONS else -1
    if (
        anything
        or head.lemma.lower() in lists["confusions-people"]
        or head.lower in lists["confusions-people"]
        or head.lower == "people"
    ):
        return end
    return -1


def _past_place(tokens: Sequence[Token], at: int) -> int:
    """Where a phrase of place, age or company that begins at `at` ends: "everyone under 30"; `at` where there is none."""
    if at < len(tokens) - 1 and tokens[at].lower in _PLACING:
        end = _inside(tokens, at + 1)
        return end if end > at + 1 else at
    return at


def _whose(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "her" at `at` tells whose the next word is: "let her deputies"."""
    return (
        tokens[at].lower == "her"
        and at + 1 < len(tokens)
        and tokens[at + 1].tag in ("NN", "NNS", "JJ", "CD", "VBN")
    )


def _inside(tokens: Sequence[Token], at: int) -> int:
    """Where the words of a noun phrase that follow each other from `at` on end."""
    if at < len(tokens) and tokens[at].lower in _PERSONS and not _whose(tokens, at):
        return at + 1
    end = at + 1 if at < len(tokens) and tokens[at].lower == "her" else at
    while (
        end < len(tokens)
        and end - at < 6
        and (tokens[end].tag in _PHRASE or (end == at and tokens[end].lower in _SHARES))
    ):
        end += 1
    return end
