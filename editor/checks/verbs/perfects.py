"""After "have" stands a past participle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import (
    HAVE,
    NOMINATIVE,
    Lists,
    Slip,
    after_adverbs,
    bare_only,
    base_of,
    form,
    may_be_bare,
    object_follows,
    past_only,
    slip,
    word_at,
)
from editor.text.irregular import PARTICIPLE_OF_PAST
from editor.text.model import Token
from editor.text.words import words

# Past tenses that are also nouns or adjectives: "has rose gardens".
_ALSO_NOUNS = words("bit rose saw fell spoke drove broke bore lay slew stove sank")
# "The questions they have remain": the verb of another subject.
_LATER = words("remain stay come go include mean seem appear depend become be vary differ belong")
_OPENING = frozenset(["WRB", "WP", "``", "CC"])


def perfects(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """The verb after the form of "have" at `at`."""
    helper = tokens[at]
    if helper.lower not in HAVE or helper.tag == "NN":
        return
    place = after_adverbs(tokens, at + 1)
    if (
        place < len(tokens)
        and tokens[place].lower in NOMINATIVE | {"it"}
        and (at == 0 or tokens[at - 1].tag in _OPENING)
    ):
        place = after_adverbs(tokens, place + 1)
        verb = word_at(tokens, place)
        if verb is not None and past_only(verb) and verb.lower not in _ALSO_NOUNS:
            yield _hit(verb, helper)
        return
    verb = word_at(tokens, place)
    if verb is None or verb.lower in ("to", "better", "rather", "been", "had", "have", "done"):
        return
    if past_only(verb):
        if (
            verb.lower not in _ALSO_NOUNS
            or (verb.tag in ("VBD", "VBN") and not _noun_next(tokens, place))
            or (verb.lower in ("broke", "fell", "spoke", "rose", "drove") and _adverbial_next(tokens, place))
        ):
            yield _hit(verb, helper)
        return
    if verb.tags & {"VBN"} and not (verb.tag in ("NN", "JJ") and "VBD" not in verb.tags and bare_only(verb)):
        return
    if may_be_bare(verb):
        yield from _bare(tokens, at, place, lists)
    elif "VBG" in verb.tags and verb.lower not in ("being", "during", "following", "including", "according"):
        yield from _running(tokens, at, place)


def _hit(verb: Token, helper: Token) -> Slip:
    right = PARTICIPLE_OF_PAST[verb.lower]
    return slip("perfect", verb, verb, [right], f"After '{helper.text}' stands the participle: '{right}'.")


def _adverbial_next(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and (
        tokens[place + 1].tag in ("IN", "RB", "TO", "RP", ".", ",")
        or tokens[place + 1].lower in ("twice", "once", "again", "the", "his", "her", "their", "its")
    )


def _noun_next(tokens: Sequence[Token], place: int) -> bool:
    return place + 1 < len(tokens) and tokens[place + 1].tag in ("NN", "NNS")


def _bare(tokens: Sequence[Token], at: int, place: int, lists: Lists) -> Iterator[Slip]:
    """ "Has announce", "have arrest two men"."""
    helper, verb = tokens[at], tokens[place]
    before = tokens[at - 1] if at else None
    if helper.lower == "have" and before is not None and before.lower == "to" and not bare_only(verb):
        return
    right = form(verb.lower, "VBN")
    if right == verb.lower:
        return
    follows = object_follows(tokens, place + 1) and tokens[place + 1].tag in (
        "DT",
        "PRP",
        "PRP$",
        "CD",
        "NNP",
        "$",
        "NNS",
    )
    if bare_only(verb):
        if (
            helper.lower in ("have", "had")
            and verb.lower in _LATER
            and before is not None
            and before.tag in ("PRP", "NNS")
        ):
            return
        sure = True
    elif verb.tags & {"RB", "RP", "IN"} or verb.lower in (
        "own",
        "present",
        "long",
        "open",
        "clear",
        "close",
        "free",
        "clean",
    ):
        sure = False
    elif verb.lower in lists["verbs-count"]:
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        sure = (follows and tokens[place + 1].tag != "NNS") or (
            after is not None and after.tag in ("IN", ".", ",", "RB", "TO")
        )
        if after is not None and after.tag in ("NN", "NNS") and not follows:
            sure = False
    else:
        sure = follows and tokens[place + 1].tag in ("DT", "PRP$", "CD", "PRP", "NNP", "$")
        if (
            sure
            and tokens[place + 1].tag == "DT"
            and tokens[place + 1].lower in ("that", "this", "each", "all", "every")
        ):
            sure = False
        if sure and tokens[place + 1].tag in ("NNP", "CD") and verb.lower != "win":
            sure = verb.lower in lists["verbs-transitive"]
    if sure:
        yield slip("perfect", verb, verb, [right], f"After '{helper.text}' stands the participle: '{right}'.")


def _running(tokens: Sequence[Token], at: int, place: int) -> Iterator[Slip]:
    """ "Had planning to close", "has winning the race"."""
    helper, verb = tokens[at], tokens[place]
    if place + 1 >= len(tokens) or verb.tag not in ("VBG", "NN"):
        return
    after = tokens[place + 1]
    base = base_of(verb)
    if base is None:
        return
    infinitive = (
        after.lower == "to"
        and place + 2 < len(tokens)
        and "VB" in tokens[place + 2].tags
        and tokens[place + 2].tag == "VB"
    )
    if infinitive and base in ("plan", "try", "start", "begin", "continue", "hope", "want", "refuse", "decide", "expect", "seek",
                               "attempt", "struggle", "threaten", "prepare", "fail", "agree"):  # fmt: skip
        pass
    elif (
        after.tag not in ("DT", "PRP$", "PRP")
        or after.lower in ("that", "it")
        or verb.tag != "VBG"
        or (helper.lower in ("have", "having") and at and tokens[at - 1].tag in ("TO", "MD"))
    ):
        return
    right = form(base, "VBN")
    yield slip(
        "perfect",
        verb,
        verb,
        [right, f"been {verb.text}"],
        f"After '{helper.text}' stands the participle: '{right}'.",
    )
