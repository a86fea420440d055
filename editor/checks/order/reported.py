"""Whether a question word opens a reported question: after a verb of asking or knowing, with at most a hearer between."""

from __future__ import annotations

from collections.abc import Sequence

from editor.checks.order.verbs import BE
from editor.text.model import Token
from editor.text.words import words

WH = words("what where when why how who whom which whose")
_ASKING = words("""ask asks asked asking wonder wonders wondered wondering know knows knew known explain explains
    explained say says said tell tells told see decide decides decided determine clear unclear understand understands
    understood learn learns learned learnt discover discovered reveal reveals revealed remember remembered investigate
    investigating investigated investigates check checking checked describe describes described specify specified
    disclose disclosed uncertain unknown establish established explaining question sure unsure idea forget forgot
    predict guess imagine realize realise agree agreed agrees debate debated debating discuss discussed discussing argue argued
    doubt doubted verify verified confirm confirmed calculate calculated estimate foresee recall recalled show shows showed
    shown demonstrate demonstrated indicate indicates detail detailed mystery question consider considered considering
    clarify clarified hear heard notice noticed outline outlined unsaid obvious matter examine examined examining examines asking study studying""")
_ASKED = words("ask asks asked tell tells told asking telling")
_TOLD = words(
    "reporters him her them us me people journalists lawmakers police parliament investigators voters"
)
_BETWEEN = words(
    "yet again now even still exactly precisely clearly fully better just yesterday today later already really well"
)
_QUESTIONS = words("question issue problem mystery puzzle riddle point challenge")
_LINKS = words("of about on over as to exactly just")
_NAMING = frozenset(["NNP", "NNPS", "NNS", "NN"])
_INSIDE = frozenset(["NNP", "DT", "PRP$", "NN", "JJ"])
_REACH = 12


def is_reported(tokens: Sequence[Token], at: int) -> bool:
    """Whether a question word at `at` follows a verb of asking or knowing, with at most a hearer between."""
    before = at - 1
    while before > 1 and tokens[before].lower in _BETWEEN:
        before -= 1
    if before > 1 and tokens[before].lower in BE and tokens[before - 1].lower in _QUESTIONS:
        # "The question is how long ...": a colon or capital would make it a direct one.
        return True
    if tokens[before].lower in _LINKS:
        before -= 1
        if before >= 0 and tokens[before].lower in ("to", "as"):
            before -= 1
    if before < 0:
        return False
    if tokens[before].lower in _ASKING:
        return True
    if tokens[before].lower in ("or", "and"):
        # "Asked what it was and where were ..."
        near = {token.lower for token in tokens[max(0, before - _REACH) : before]}
        return not near.isdisjoint(_ASKING) and not near.isdisjoint(WH)
    return _hearer_asked(tokens, before)


def _hearer_asked(tokens: Sequence[Token], last: int) -> bool:
    """Whether a hearer ends at `last` and a verb of asking stands before: "asked the local mayor"."""
    token = tokens[last]
    if (
        token.lower not in _TOLD
        and token.tag not in _NAMING
        and not (token.tag == "JJ" and last > 1 and tokens[last - 1].tag == "DT")
    ):
        return False
    start = last
    while start > 0 and tokens[start - 1].tag in _INSIDE:
        start -= 1
    if token.tag in ("NN", "JJ") and not any(
        each.tag in ("DT", "PRP$", "NNP") for each in tokens[start:last]
    ):
        return False
    return start > 0 and tokens[start - 1].lower in _ASKED
