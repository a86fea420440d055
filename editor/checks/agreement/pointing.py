""" "This" and "these" with their nouns."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.agreement.clash import Clash
from editor.checks.agreement.subject import MASS
from editor.checks.registry import Hit
from editor.text import lexicon, number
from editor.text.number import MANY, ONE
from editor.text.phrases import TEMPORAL
from editor.text.subjects.clauses import Clauses
from editor.text.tagset import NOUNS
from editor.values import Span


def pointing(clauses: Clauses, at: int) -> Iterator[Clash]:
    """ "This talks", "these problem"."""
    tokens = clauses.tokens
    token = tokens[at]
    phrase = clauses.phrase(at)
    if phrase is None or phrase.start != at or phrase.head <= at:
        return
    head = tokens[phrase.head]
    before = tokens[at - 1] if at else None
    after = tokens[phrase.end] if phrase.end < len(tokens) else None
    if any(
        each.tag in ("POS", "CD", "NNP", "NNPS", "CC", ",") or each.text[:1].isupper()
        for each in tokens[at + 1 : phrase.end]
    ):
        return
    if (
        any(each.tag not in ("JJ", "JJS", "JJR") for each in tokens[at + 1 : phrase.head])
        or after is None
        or after.tag in NOUNS | {"POS", "CD", "JJ", "VBG", "CC"}
        or after.text == "-"
    ):
        return
    clear = after.tag in ("IN", "VBD", "VBZ", "VBP", "MD", ".", ",", "WDT", "WP", "TO", "RB", ":") and not (
        after.tag == "IN" and after.lower == "that"
    )
    if not clear:
        return
    lower = token.lower
    if lower in ("this", "that"):
        if (
            head.tag != "NNS"
            or number.of_noun(head) != MANY
            or head.lower in TEMPORAL
            or head.lemma in number.MEASURES
        ):
            return
        if "VBZ" in head.tags and not (
            after.tag in ("VBD", "MD", ".", ",", "VBZ", "VBP") or (before is not None and before.tag == "IN")
        ):
            return
        if any("VBZ" in each.tags or each.tag in ("NNS", "VBG") for each in tokens[at + 1 : phrase.head]):
            return
        if lower == "that" and (
            before is None
            or before.tag != "IN"
            or before.lower in ("if", "whether", "because", "as", "while", "since", "during")
            or after.tag in ("VBZ", "VBP", "VBD", "MD")
            or before.lower in ("in", "so", "now", "except", "given", "such")
        ):
            return
        fix = {"this": "these", "that": "those"}[lower]
        text = fix.capitalize() if token.text[:1].isupper() else fix
        message = f"'{token.text}' goes with one thing; with '{head.text}' write '{fix}'."
        yield Clash("pointing", Hit(Span(token.start, token.end), (text,), message))
        return
    if head.tag != "NN" or number.of_noun(head) != ONE or "NNS" in head.tags:
        return
    if head.tags & {"JJ", "RB", "IN", "VBG", "CD"}:
        return
    if head.tags & {"VB", "VBP", "VBD"} and after.tag not in ("VBZ", "VBD", "MD"):
        return
    mass = head.lower in MASS or head.lower in ("crude",)
    if mass:
        fix = "this" if lower == "these" else "that"
        text = fix.capitalize() if token.text[:1].isupper() else fix
        message = f"'{head.text}' is not counted: write '{fix} {head.text}'."
        yield Clash("pointing", Hit(Span(token.start, token.end), (text,), message))
        return
    plural = lexicon.inflect(head.lemma, "NNS")
    if plural and lexicon.knows(plural):
        message = f"'{token.text}' goes with several things: '{token.lower} {plural}'."
        yield Clash("pointing", Hit(Span(head.start, head.end), (plural,), message))
