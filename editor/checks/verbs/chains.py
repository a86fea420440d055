"""Verbs joined to others in another form: "killing 27 people and block the road", "would cut the locks and drove off", ", become the first"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import BE, HAVE, Slip, form, joined, slip, word_at
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import FINITE
from editor.text.words import words
from editor.values import Severity

_OBJECTS = frozenset(["DT", "PRP$", "CD", "$"])
_PRONOUNS = words("him her it them us me")
_STOPS = frozenset([":", "``", "''", "(", ")", "WDT", "WP", "WRB", "."])
# What may tell the outcome or the manner of the clause before: ", call the map a fraud", ", become the first".
_OUTCOME = words("""become call describe accuse blame urge claim warn argue insist demand beat win lose leave kill injure wound destroy damage
    force send cause make bring raise take trap block cut close break knock sweep flood bury strand reach set put give add earn score
    topple crush defeat end open turn push pull drive hold keep throw tear spill hit strike sink capture seize free rescue express
    reject deny allege admit promise pledge quote cite mark extend secure seal collect carry replace join follow cross trigger spark
    prompt fuel undermine strengthen weaken threaten allow enable prevent wipe reduce""")
_REPORTED = words("claimed alleged argued insisted warned complained stressed adding saying")
_OWN_NOUNS = words("block force cause damage end score cut close break flood reach hold strike set put hit mark fuel spark trigger join turn push pull drive "
                   "throw tear spill sink seal prompt free demand claim promise pledge quote cite call hire fire raise release ship dump stop sell")  # fmt: skip


def chains(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Verbs whose form differs from that of the verbs that they are joined to."""
    if len(tokens) < 7:
        return
    for at in range(3, len(tokens) - 3):
        token = tokens[at]
        if token.text == ",":
            yield from _outcome(tokens, at)
        elif token.lower in ("and", "or", "then") and token.tag in ("CC", "RB"):
            yield from _with_running(tokens, at)
            yield from _with_bare(tokens, at)


def _takes(tokens: Sequence[Token], at: int) -> bool:
    """Whether an object with its article, a number or a pronoun follows from `at` on."""
    token = tokens[at]
    return (
        token.tag in _OBJECTS
        and token.lower not in ("that", "this", "these", "those", "all", "both", "half", "each", "every")
    ) or token.lower in _PRONOUNS


def _bare(token: Token) -> bool:
    tags = lexicon.tags(token.lower)
    if token.lower in ("become", "overcome"):
        return token.tag in ("VB", "VBP", "VBN")
    return "VB" in tags and not tags & {"VBD", "VBN", "IN", "RB", "MD", "DT", "PRP"} and token.text.islower()


def _outcome(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ ", become the first player to do so", ", call the new map a fraud", ", claimed that boxes had arrived late"."""
    verb = word_at(tokens, at + 1)
    if verb is None:
        return
    told = verb.lower in _REPORTED and tokens[at + 2].lower == "that" and verb.tag in ("VBD", "VBN")
    bare = verb.lower in _OUTCOME and _bare(verb) and _takes(tokens, at + 2)
    if not (told or bare) or tokens[at + 2].lower == "no":
        return
    start = next(
        (
            place + 1
            for place in range(at - 1, -1, -1)
            if tokens[place].text in (";", ":", "—") or tokens[place].tag in ("``", "''")
        ),
        0,
    )
    clause = tokens[start:at]
    finite = [
        place
        for place, each in enumerate(clause)
        if each.tag in ("VBD", "VBZ") or (each.tag == "VBP" and each.lower in ("have", "are"))
    ]
    if not finite or any(
        each.tag in ("MD", "WP", "WP$", "WDT", "WRB", "VBP")
        and each.lower not in ("have", "are", "who", "which")
        for each in clause
    ):
        return
    if (
        any(
            each.lower
            in (
                "let",
                "lets",
                "help",
                "helped",
                "helps",
                "make",
                "made",
                "makes",
                "if",
                "do",
                "did",
                "does",
                "how",
                "not",
                "n't",
                "to",
            )
            for each in clause[finite[-1] :]
        )
        and verb.lower != "become"
    ):
        return
    # A list of what people say or do: "he shot, killed, ...", and a parenthesis: "the dam, called".
    first = next((place for place, each in enumerate(clause) if each.tag in FINITE), len(clause))
    commas = [place for place, each in enumerate(clause) if each.text == ","]
    if any(place > first for place in commas) and told:
        return
    rest = tokens[at + 2 : at + 22]
    stop = next((place for place, each in enumerate(rest) if each.tag in (".", ":", "``", "''")), len(rest))
    if any(
        each.tag == "CC" and rest[place + 1].tag in ("VB", "VBP", "VBD", "VBN", "NN")
        for place, each in enumerate(rest[: max(0, stop - 1)])
    ):
        return
    if told and any(each.tag == "VBD" and each.lower in ("was", "were", "said") for each in rest[:2]):
        return
    base = verb.lower if bare else lexicon.lemmas(verb.lower, "VBD")[0]
    right = form(base, "VBG")
    yield slip(
        "chain",
        verb,
        verb,
        [right],
        f"What goes with the clause before is told with '{right}'.",
        Severity.QUERY if told else Severity.WARNING,
    )


def _with_running(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Killing 27 people, toppling houses and block the highway", "of stealing bicycles and sell them online"."""
    verb = word_at(tokens, at + 1)
    if verb is None or not _bare(verb):
        return
    plain = (
        verb.tag == "VB"
        and "NN" not in lexicon.tags(verb.lower)
        and tokens[at + 2].tag in ("NN", "NNS", "NNP", "JJ")
    )
    if not (_takes(tokens, at + 2) or plain):
        return
    if "NN" in lexicon.tags(verb.lower) and verb.lower not in _OUTCOME | _OWN_NOUNS:
        return
    for place in range(at - 1, max(0, at - 16), -1):
        token = tokens[place]
        if token.tag in _STOPS | FINITE | {"VB", "TO", "VBN"} or token.lower in ("and", "or", "that"):
            return
        if token.tag != "VBG":
            continue
        lead = tokens[place - 1]
        if lead.text != "," and lead.lower not in (
            "of",
            "for",
            "by",
            "from",
            "without",
            "in",
            "with",
            "at",
            "about",
        ):
            return
        before = [each for each in tokens[:place] if each.tag in FINITE | {"VB", "TO"}]
        last = before[-1] if before else None
        if (
            last is not None
            and last.tag == "VB"
            and lead.text == ","
            and len(before) > 1
            and before[-2].tag in ("TO", "MD")
        ):
            base = lexicon.lemmas(token.lower, "VBG")
            if base and not any(each.text == "," for each in tokens[place + 1 : at]):
                yield slip(
                    "chain",
                    token,
                    token,
                    [base[0]],
                    f"Joined to '{last.text}' and '{verb.text}', the verb is '{base[0]}'.",
                    Severity.QUERY,
                )
            return
        if last is None or (last.tag in ("VBP", "MD", "VB", "TO") and last.lower not in ("have", "are")):
            return
        yield joined("chain", verb, "VBG", token)
        return


def _with_bare(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Would cut the locks, strip the frames and drove them off", "to cut duty, hiring nurses and publish returns"."""
    verb = word_at(tokens, at + 1)
    if verb is None:
        return
    tags = lexicon.tags(verb.lower)
    if (
        verb.tag == "VBD"
        and "VB" not in tags
        and verb.lower not in BE | HAVE | {"did", "said"}
        and _takes(tokens, at + 2)
    ):
        for place in range(at - 1, max(0, at - 16), -1):
            token = tokens[place]
            if token.tag == "VBP" and tokens[place - 1].text == ",":
                continue
            if token.tag in ("VBP", "VB") and tokens[place - 1].text == ",":
                continue
            if token.tag in _STOPS | {"VBD", "VBZ", "VBP", "VBG", "VBN"} or token.lower in (
                "and",
                "or",
                "that",
                "because",
                "if",
                "as",
                "what",
            ):
                return
            if token.tag == "TO" and tokens[place + 1].tag == "VB":
                return
            if token.tag == "MD":
                if tokens[place - 1].tag in ("WP", "WDT", "WRB"):
                    # "sought to quell talk over who should run the party and turned the attack on ..."
                    return
                if (
                    tokens[place + 1].tag != "VB"
                    or tokens[place + 1].lower in ("be", "have")
                    or token.lower not in ("will", "would", "can", "could", "must", "should")
                ):
                    return
                found = lexicon.lemmas(verb.lower, "VBD")
                subject = tokens[place + 1 : at]
                if found and not any(each.lower in ("he", "she", "they", "it", "who") for each in subject):
                    yield slip(
                        "chain",
                        verb,
                        verb,
                        [found[0]],
                        f"Joined to '{token.text} {tokens[place + 1].text}', the verb is '{found[0]}'.",
                        # "Officials said it could burst and told them to leave": the past may join the first verb.
                        Severity.QUERY
                        if any(each.tag == "VBD" for each in tokens[:place])
                        else Severity.WARNING,
                    )
                return
