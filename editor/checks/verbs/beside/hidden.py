"""Presents that were taken for nouns: "the only hospital burns down last month", "burst its banks and floods the town"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.beside.lists import STRUCK, TELLING
from editor.checks.verbs.events import HAPPENS
from editor.checks.verbs.hidden import hidden_base, hidden_verb
from editor.checks.verbs.slip import Slip, slip
from editor.text import lexicon, times
from editor.text.model import Token
from editor.text.times import Time, first
from editor.text.verbgroups import PAST, Group
from editor.text.words import words


def hidden_present(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "The only hospital burns down last month", "the price of wheat doubles since the war began", where the verb was taken for a noun."""
    if not found or tokens[0].tag == "``":
        return
    end = next(
        (
            at
            for at in range(3, len(tokens))
            if tokens[at].tag in (",", ".", ":", "WDT", "WP", "WRB", "``")
            or tokens[at].lower in ("that", "because", "if", "since")
        ),
        len(tokens),
    )
    if verbs and verbs[0].start < end:
        return
    at = hidden_verb(tokens, 0, min(end + 1, len(tokens)))
    if at < 0 or at > 8:
        return
    lemma = hidden_base(tokens[at])
    if lemma not in HAPPENS | words("double triple quadruple halve flood rise fall shrink"):
        return
    time = first(found, at + 1, end, (times.PAST,))
    past, done = lexicon.inflect(lemma, "VBD"), lexicon.inflect(lemma, "VBN")
    if (
        time is not None
        and time.start - at <= 6
        and past
        and end < len(tokens)
        and not any(each.tag in ("VBN", "VBG") for each in tokens[at:end])
    ):
        yield slip("around", tokens[at], tokens[at], [past], f"The time beside it is over: '{past}'.")
    elif (
        end < len(tokens)
        and tokens[end].lower == "since"
        and end - at <= 3
        and done
        and tokens[end].tag in ("IN", "RB")
    ):
        yield slip(
            "lasting",
            tokens[at],
            tokens[at],
            [f"has {done}"],
            f"'Since' goes with the present perfect: 'has {done}'.",
        )


def joined_hidden(tokens: Sequence[Token], verbs: Sequence[Group]) -> Iterator[Slip]:
    """ "The river burst its banks and floods the town", where the verb was taken for a noun."""
    for at in range(verbs[0].verb + 2, len(tokens) - 3):
        token = tokens[at]
        if (
            token.tag != "NNS"
            or "VBZ" not in token.tags
            or tokens[at - 1].lower != "and"
            or tokens[at + 1].lower not in ("the", "a", "his", "her", "its", "their")
        ):
            continue
        main = next((each for each in reversed(verbs) if each.verb < at), None)
        if (
            main is None
            or main.tense != PAST
            or main.start != main.verb
            or at - main.verb > 7
            or tokens[main.verb].lemma in TELLING | {"be", "have"}
        ):
            continue
        if any(
            each.tag in ("IN", "TO", "CC", "VBG", ",", "WDT") and place != at - 1
            for place, each in enumerate(tokens[main.verb + 1 : at], main.verb + 1)
        ):
            continue
        lemma = hidden_base(token)
        form = (
            lexicon.inflect(lemma, "VBD")
            if lemma in STRUCK | words("flood damage destroy block cut cause force")
            else None
        )
        if form:
            yield slip(
                "around", token, token, [form], f"Joined to '{tokens[main.verb].text}', the verb is '{form}'."
            )
