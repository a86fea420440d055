"""The verb after "who", "which" and "that"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.agreement.clash import NUMBER, Clash, clash_at, last_verb, shown_by
from editor.checks.agreement.subject import MANDATIVE
from editor.text.model import Token
from editor.text.number import GROUP, MANY, ONE
from editor.text.phrases import NOUNS
from editor.text.subjects import Clauses
from editor.values import Severity


def relative(clauses: Clauses, at: int) -> Iterator[Clash]:
    """The verb that follows the relative pronoun at `at`, where no noun it may stand for agrees."""
    tokens = clauses.tokens
    verb = at + 1
    while verb < len(tokens) and tokens[verb].tag == "RB":
        verb += 1
    if verb >= len(tokens) or (
        tokens[at - 1].tag not in NOUNS | {","}
        and tokens[at - 1].lower not in ("those", "everyone", "anyone")
    ):
        return
    if tokens[at].lower == "that" and tokens[at - 1].tag == ",":
        return
    shown = shown_by(tokens, verb)
    if not shown or tokens[verb].lower == "do":
        return
    found = clauses.antecedents(at)
    if not found:
        return
    for head, count in found:
        if (count & shown and tokens[head].lower != "one") or tokens[head].tag in ("NNP", "NNPS"):
            return
        if count & GROUP:
            return
        if tokens[head].lower == "one":
            only = head > 1 and tokens[head - 1].lower in ("only", "least")
            aside = tokens[at - 1].tag == ","
            if (
                shown == ONE
                and found[0][1] == MANY
                and tokens[at].lower != "which"
                and not only
                and not aside
            ):
                yield Clash("oneof", clash_at(tokens, verb, shown, tokens[found[0][0]], None))
            return
    if (
        any(each.lemma in MANDATIVE for each in tokens[max(0, at - 6) : at])
        and tokens[at].lower == "that"
        and tokens[verb].tag in ("VB", "VBP")
    ):
        return
    if tokens[verb].lower == "were" and tokens[at].lower == "that":
        return
    if tokens[at].lower == "that" and tokens[verb].lower not in NUMBER and not _surely(tokens, verb):
        return
    # ", which has" may stand for the whole clause before it.
    loose = tokens[at].lower == "which" and tokens[at - 1].tag == "," and shown == ONE
    if loose and tokens[verb].lower not in NUMBER:
        return
    severity = Severity.QUERY if loose else None
    yield Clash("relative", clash_at(tokens, verb, shown, tokens[found[0][0]], severity))


def _surely(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the word after "that" is its verb and no noun: "a shop that sells shoes"."""
    if not tokens[verb].tags & {"NN", "NNS"}:
        return True
    if verb + 1 >= len(tokens):
        return False
    after = tokens[verb + 1]
    return after.tag in ("DT", "PRP", "PRP$", "TO") or (
        after.tag in ("NNS", "JJ") and last_verb(tokens, verb)
    )
