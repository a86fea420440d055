"""After "be" stands a participle, and a verb without an object has no passive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import (
    BE,
    HAVE,
    Lists,
    Slip,
    after_adverbs,
    bare_only,
    base_of,
    form,
    object_follows,
    past_only,
    slip,
    word_at,
)
from editor.text.irregular import PARTICIPLE_OF_PAST
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity

# "All he did was go", "the best thing is wait": a bare verb after "be" is right.
_CLEFT = words("do does did done all what thing way least best only first step job")
_RAISING = words("expect suppose believe say think report schedule require allow force ask oblige permit set order urge deem "
                 "consider presume rumor rumour allege design intend mean invite encourage tell advise warn compel bind "
                 "authorize authorise instruct entitle claim know estimate prepare plan determine slate tip")  # fmt: skip
# They take a second object, so one may follow their passive: "owners will be offered a sensor".
_TWO_OBJECTS = words("offer give grant award pay show teach tell ask lend send hand promise deny allow charge fine consider "
                     "call name elect appoint declare dub rename deem make")  # fmt: skip
# Here the participle is an adjective for some: "the house is collapsed", "was died down".
_ADJECTIVES = words(
    "go come retire grow fade age rise fall expire wither lapse part gone die-hard decay resolve agree cost stem smile sleep"
)
# A modal before: "could be face".
_RULED = words("face rise last offer happen increase decrease resume cost")
_PRESENT = words(
    "consist belong depend exist contain lack resemble tend seem remain possess matter stem correspond"
)

_SPANS = words("minutes hours days weeks months years decades")


def passives(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """The verb after the form of "be" at `at`."""
    helper = tokens[at]
    if helper.lower not in BE and not (helper.lower == "'s" and helper.tag == "VBZ"):
        return
    place = after_adverbs(tokens, at + 1)
    verb = word_at(tokens, place)
    if verb is None:
        return
    if (
        helper.lower == "'s"
        and at
        and tokens[at - 1].lower == "it"
        and "NN" in verb.tags
        and "VBN" not in verb.tags
    ):
        # "It's export": "its" is meant.
        return
    if verb.lower == "been":
        yield from _been(tokens, at, place)
        return
    base = base_of(verb)
    if base is None or base == "be":
        return
    if past_only(verb):
        yield from _past(tokens, at, place, base, lists)
    elif "VBN" in verb.tags and verb.lower != base:
        yield from _objectless(tokens, at, place, base, lists)
    elif base == verb.lower:
        yield from _bare(tokens, at, place, lists)


def _been(tokens: Sequence[Token], at: int, place: int) -> Iterator[Slip]:
    helper, verb = tokens[at], tokens[place]
    fix = {
        "is": "has been",
        "are": "have been",
        "am": "have been",
        "was": "had been",
        "were": "had been",
    }.get(helper.lower)
    if fix is None or place != at + 1 or (at and tokens[at - 1].lower in ("what", "all", "that")):
        return
    fixes = [
        fix,
        *(["has been"] if helper.lower == "was" else ["have been"] if helper.lower == "were" else []),
    ]
    yield slip("perfect", helper, verb, fixes, "'Been' follows 'have', not 'be'.")


def _past(tokens: Sequence[Token], at: int, place: int, base: str, lists: Lists) -> Iterator[Slip]:
    """ "Was stole", "were went"."""
    helper, verb = tokens[at], tokens[place]
    if verb.lower in ("broke", "fell", "lay", "rose", "saw", "bore", "bit", "drove", "spoke", "slew") and (
        verb.tag not in ("VBD", "VBN") or verb.lower == "broke"
    ):
        return
    if _cleft(tokens, at):
        return
    right = PARTICIPLE_OF_PAST[verb.lower]
    if base in lists["verbs-intransitive"] or base == "become":
        if helper.lower in ("was", "were", "is", "are") and place == at + 1:
            yield slip(
                "passive", helper, verb, [verb.text], f"'{verb.text.capitalize()}' needs no '{helper.text}'."
            )
        return
    yield slip("passive", verb, verb, [right], f"After '{helper.text}' stands the participle: '{right}'.")


def _objectless(tokens: Sequence[Token], at: int, place: int, base: str, lists: Lists) -> Iterator[Slip]:
    """ "Was occurred", "has been died"."""
    tokens[place]
    if base not in lists["verbs-intransitive"] or (base in _ADJECTIVES and base != "die"):
        agreed = (
            base == "agree"
            and tokens[at].lower in ("am", "are", "were", "is", "was")
            and at
            and _person(tokens, at - 1)
        )
        if not (
            agreed
            and place + 1 < len(tokens)
            and tokens[place + 1].lower in ("with", "that", "to", "on", ".")
        ):
            return
        if tokens[place + 1].lower in ("on", "to", ".") and tokens[at - 1].tag != "PRP":
            return
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if place > at + 1 and tokens[place - 1].lower in ("all", "both"):
        return
    if after is not None and (after.lower in ("by", "upon") or after.tag in ("NN", "NNS", "RP")):
        return
    if (
        after is not None
        and after.lower in ("on", "at", "with", "in")
        and place + 2 < len(tokens)
        and tokens[place + 2].lower == "by"
    ):
        return
    if base in ("die", "collapse", "perish", "decay") and after is not None and after.tag in ("JJ", "NNS"):
        return
    yield from _without(tokens, at, place, base)


def _person(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower in ("i", "he", "she", "we", "they") or (tokens[at].tag == "NNS" and tokens[at].lower.endswith(
        ("ers", "ors", "ists", "ents", "ants", "ians", "ees")
    )) or tokens[at].lower in ("experts", "analysts")  # fmt: skip


def _without(
    tokens: Sequence[Token], at: int, place: int, base: str, severity: Severity | None = None
) -> Iterator[Slip]:
    """The same without "be"."""
    helper, verb = tokens[at], tokens[place]
    negative = any(each.lower in ("not", "n't") for each in tokens[at + 1 : place])
    between = " ".join(each.text for each in tokens[at + 1 : place] if each.lower not in ("not", "n't"))
    lead = f"{between} " if between else ""
    lower = helper.lower
    message = f"'{base.capitalize()}' has no passive."
    plural = lower in ("are", "were", "am")
    if lower in ("be", "'m", "'re", "'s"):
        if lower != "be":
            return
        fixes = [lead + base]
    elif lower == "been":
        have = next((each for each in reversed(tokens[max(0, at - 3) : at]) if each.lower in HAVE), None)
        if have is None:
            return
        fixes = [lead + form(base, "VBN")]
    elif lower == "being":
        fixes = [lead + form(base, "VBG")]
    elif negative:
        do = "did" if lower in ("was", "were") else "do" if plural else "does"
        fixes = [f"{do} not {lead}{base}"]
    else:
        past = form(base, "VBD")
        present = base if plural else form(base, "VBZ")
        both = [past, present] if lower in ("was", "were") or base not in _PRESENT else [present, past]
        fixes = [lead + each for each in (both[:1] if lower in ("was", "were") else both)]
    yield slip("objectless", helper, verb, fixes, message, severity)


def _cleft(tokens: Sequence[Token], at: int) -> bool:
    return any(each.lower in _CLEFT or each.lower.endswith("thing") for each in tokens[max(0, at - 14) : at])


def _bare(tokens: Sequence[Token], at: int, place: int, lists: Lists) -> Iterator[Slip]:
    """ "Is expect to", "was arrest on Monday", "will be face", "am agree"."""
    helper, verb = tokens[at], tokens[place]
    base = verb.lower
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    participle = form(base, "VBN")
    if participle == base or base in (
        "do",
        "let",
        "have",
        "like",
        "be",
        "say",
        "go",
        "need",
        "want",
        "wound",
        "found",
        "bound",
        "ground",
        "separate",
    ):
        return
    if after is not None and after.tag in ("VBN", "VBD") and "NN" in verb.tags:
        # "Is copy protected".
        return
    follows = object_follows(tokens, place + 1) and tokens[place + 1].tag in ("DT", "PRP$", "PRP", "CD", "$")
    if base in lists["verbs-transitive"] and place + 2 < len(tokens) and tokens[place + 2].lower in _SPANS:
        follows = False
    by = after is not None and after.lower == "by" and place + 2 < len(tokens) and tokens[place + 2].tag in (
        "DT", "NNP", "NNS", "PRP$", "CD", "NNPS", "JJ", "PRP", "NN",
    )  # fmt: skip
    infinitive = (
        after is not None
        and after.lower == "to"
        and place + 2 < len(tokens)
        and tokens[place + 2].tag == "VB"
    )
    ruled = helper.lower == "be" and at > 0 and tokens[after_start(tokens, at)].tag in ("MD", "TO")
    if bare_only(verb):
        if _cleft(tokens, at) and not by and helper.lower not in ("been", "being"):
            return
    elif (
        ruled
        and base in _RULED
        and (
            follows
            or after is None
            or after.tag in (".", ",", "IN", "RP", "RB")
            or after.lower in ("up", "because")
        )
    ):
        pass
    elif verb.tags & {"RB", "RP", "IN", "JJR", "RBR"} and not (by and base in lists["verbs-transitive"]):
        return
    elif (
        base in _RAISING
        and infinitive
        and base not in ("claim", "plan", "mean", "set", "order", "design", "tip")
    ) or (by and base in lists["verbs-transitive"]):
        pass
    elif by and not verb.tags & {"JJ"} - ({"JJ"} if base in lists["verbs-count"] else set()):
        if base in (
            "play",
            "work",
            "stop",
            "report",
            "step",
            "stand",
            "book",
            "song",
            "study",
            "attempt",
            "effort",
            "move",
            "drop",
        ):
            return
    elif base in lists["verbs-count"]:
        if after is not None and after.lower in ("or", "more"):
            return
        if (
            after is not None
            and after.tag in ("NN", "NNS", "JJ", "NNP", "POS")
            and base not in ("name", "leave")
        ):
            return
        if _cleft(tokens, at):
            return
    elif (
        ruled
        and base
        in (
            "face",
            "rise",
            "last",
            "offer",
            "happen",
            "increase",
            "decrease",
            "resume",
            "cost",
            "need",
            "want",
        )
        and (
            follows
            or after is None
            or after.tag in (".", ",", "IN", "RP", "RB")
            or after.lower in ("up", "because")
        )
    ) or (verb.tag == "VB" and follows and helper.lower == "been"):
        pass
    else:
        return
    if at and tokens[at - 1].lower in ("let", "there") and not bare_only(verb) and not by:
        return
    message = f"After '{helper.text}' stands a participle: '{participle}'."
    if base in lists["verbs-intransitive"] or (
        base in ("agree", "rise", "continue", "want", "need", "know", "last", "increase", "decrease")
        and not by
    ):
        yield from _plain(tokens, at, place, base)
    elif (ruled and follows and base not in _TWO_OBJECTS) or (ruled and base == "face" and not by):
        between = " ".join(each.text for each in tokens[at + 1 : place])
        fixes = [f"{between} {base}".strip(), f"be {form(base, 'VBG')}"]
        yield slip("passive", helper, verb, fixes, f"Either '{base}' or a participle after '{helper.text}'.")
    elif follows and base not in _TWO_OBJECTS:
        running = form(base, "VBG")
        yield slip(
            "passive",
            verb,
            verb,
            [running, participle],
            f"After '{helper.text}' stands a participle: '{running}'.",
        )
    else:
        yield slip("passive", verb, verb, [participle, form(base, "VBG")], message)


def after_start(tokens: Sequence[Token], at: int) -> int:
    """The word before `at` that is no adverb."""
    at -= 1
    while at > 0 and tokens[at].tag == "RB":
        at -= 1
    return max(at, 0)


def _plain(tokens: Sequence[Token], at: int, place: int, base: str) -> Iterator[Slip]:
    """ "Am agree" is "agree"; "was happen" is "happened"."""
    for found in _without(tokens, at, place, base):
        hit = found.hit._replace(message=f"'{base.capitalize()}' stands without '{tokens[at].text}' here.")
        if tokens[at].lower in ("am", "is", "are") and hit.replacements:
            negative = any(each.lower in ("not", "n't") for each in tokens[at + 1 : place])
            present = base if tokens[at].lower != "is" else form(base, "VBZ")
            if not negative:
                lead = " ".join(each.text for each in tokens[at + 1 : place])
                hit = hit._replace(replacements=(f"{lead} {present}".strip(),))
        yield Slip("passive", hit)
