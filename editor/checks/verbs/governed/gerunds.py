"""Forms in -ing after verbs that take no infinitive: "denied to steal", "banned cars enter"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import BE, Slip, form, slip, word_at
from editor.text.model import Token
from editor.text.words import words

_ENTERING = words("enter reach leave cross use sell buy join carry take make attend attack build drive visit work fish hunt travel move go become get receive "
                  "vote play run spread export import operate own wear keep speak see meet film publish post return board approach")  # fmt: skip
# What one can only refuse to do; and what one may deny having done as well.
_REFUSED = words("""say comment postpone delay sail answer leave sign release talk testify speak let allow negotiate cooperate grant extend
    join discuss name resign step return work hear issue explain respond apologize attend vote approve publish withdraw recognize
    obey fight appear surrender budge evacuate disband bow wait consider""")
_DENIED_OR_REFUSED = words(
    "accept pay open give transfer send sell hand reveal disclose provide help meet support supply share"
)


def denied(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Denied to steal the documents"."""
    verb = word_at(tokens, at + 2)
    if tokens[at + 1].lower != "to" or verb is None or verb.tag != "VB" or tokens[at - 1].lower in BE:
        return
    running = form(verb.lower, "VBG")
    if verb.lower in _REFUSED:
        # What one is asked for one refuses: another rule says so.
        return
    if verb.lower in _DENIED_OR_REFUSED:
        refused = form("refuse", tokens[at].tag)
        yield slip(
            "frame",
            tokens[at],
            verb,
            [f"{tokens[at].text} {running}", f"{refused} to {verb.text}"],
            "What one has not done one denies doing, what one will not do one refuses to do.",
        )
        return
    yield slip("frame", tokens[at + 1], verb, [running], f"'Deny' takes the form in -ing: '{running}'.")


def stopped(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Banned cars enter the old town", "to stop protesters reach the square"."""
    place = at + 1
    while (
        place < len(tokens) - 1
        and tokens[place].tag in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "PRP", "CD", "POS")
        and place - at < 5
    ):
        if place > at + 1 and tokens[place].lower in _ENTERING and tokens[place + 1].tag in ("DT", "PRP$"):
            break
        place += 1
    verb = word_at(tokens, place)
    if (
        verb is None
        or place + 1 >= len(tokens)
        or place == at + 1
        or verb.lower not in _ENTERING
        or verb.tag not in ("VB", "VBP", "NN")
        or tokens[place + 1].tag not in ("DT", "PRP$", "IN", "TO")
    ):
        return
    if tokens[place - 1].tag not in ("NNS", "NN", "NNP", "PRP") or (
        verb.tag == "NN" and tokens[place + 1].tag not in ("DT", "PRP$")
    ):
        return
    if tokens[at].lower in ("bar", "bars", "stop", "stops", "ban", "bans") and tokens[at].tag in (
        "NN",
        "NNS",
    ):
        return
    if tokens[place - 1].tag == "NNS" and verb.tag == "VBP" and tokens[place + 1].tag not in ("DT", "PRP$"):
        return
    # "stopped staff leave in May" stops a leave.
    if (
        verb.lower in ("leave", "work", "run", "visit")
        and tokens[place - 1].tag == "NN"
        and tokens[place + 1].tag == "IN"
    ):
        return
    running = form(verb.lower, "VBG")
    yield slip(
        "frame",
        verb,
        verb,
        [f"from {running}", running],
        f"After '{tokens[at].text}' one says 'from {running}'.",
    )
