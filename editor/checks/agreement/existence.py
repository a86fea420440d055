"""Verbs before their subjects: "there is", "among the dead were"."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.agreement.clash import NUMBER, Clash, clash_at
from editor.checks.registry import Hit
from editor.text.number import EITHER, GROUP, MANY, ONE
from editor.text.phrases import NOUNS, TEMPORAL
from editor.text.subjects import Clauses
from editor.text.words import words
from editor.values import Span

_PLACES = words("among amongst behind beside inside outside beneath above below under near alongside between")

_THERE = {
    "is": ONE, "was": ONE, "are": MANY, "were": MANY, "has": ONE, "have": MANY, "had": ONE, "exists": ONE, "exist": MANY,
    "remains": ONE, "remain": MANY, "seems": ONE, "seem": MANY, "appears": ONE, "appear": MANY,
}  # fmt: skip


def there(clauses: Clauses, at: int) -> Iterator[Clash]:
    """ "There was two people", "there have many problems"."""
    tokens = clauses.tokens
    verb = at + 1
    while verb < len(tokens) and tokens[verb].tag == "RB":
        verb += 1
    if verb >= len(tokens) or tokens[verb].lower not in _THERE:
        return
    shown = _THERE[tokens[verb].lower]
    after = verb + 1
    while (
        after < len(tokens)
        and tokens[after].tag in ("RB", "RBR")
        and tokens[after].lower not in ("about", "more", "almost", "nearly", "only", "less")
    ):
        after += 1
    have = tokens[verb].lower in ("have", "has", "had")
    been = after < len(tokens) and tokens[after].lower == "been"
    if been:
        after += 1
    if tokens[verb].lower in ("seems", "appears", "seem", "appear") and [
        each.lower for each in tokens[after : after + 2]
    ] == ["to", "be"]:
        after += 2
    if after < len(tokens) and tokens[after].lower == "only":
        after += 1
    phrase = clauses.phrase(after)
    if phrase is None or tokens[phrase.head].tag not in NOUNS:
        return
    count, head = phrase.number, tokens[phrase.head]
    following = tokens[phrase.end] if phrase.end < len(tokens) else None
    if (
        following is not None
        and following.lower == "of"
        and (
            head.lower
            in (
                "number",
                "variety",
                "range",
                "lot",
                "lots",
                "plenty",
                "handful",
                "couple",
                "host",
                "series",
                "majority",
                "total",
            )
            or count & EITHER == EITHER
        )
    ):
        inner = clauses.phrase(phrase.end + 1)
        count = (
            MANY
            if inner is not None
            and inner.number == MANY
            and head.lower in ("number", "couple", "handful")
            and tokens[phrase.start].lower == "a"
            else EITHER
        )
    if have and not been:
        if (
            tokens[phrase.start].tag in ("VBN", "VBD")
            or tokens[verb].tag == "MD"
            or (tokens[at - 1].lower in ("from", "out", "up", "over", "in") and at)
        ):
            return
        past = tokens[verb].lower == "had"
        many = count & MANY
        word = ("were" if many else "was") if past else ("are" if many else "is")
        message = f"What exists is told with 'be': 'there {word}'."
        yield Clash("existence", Hit(Span(tokens[verb].start, tokens[verb].end), (word,), message))
        return
    if head.lower in TEMPORAL or tokens[verb].lower == "had" or count & shown or not count & EITHER:
        return
    if shown == MANY and (
        count & GROUP
        or head.tag != "NN"
        or (following is not None and (following.tag in ("CC", ",", "POS") or following.tag in NOUNS))
    ):
        return
    if shown == ONE and (
        (following is not None and following.tag == "POS")
        or ("VBZ" in head.tags and phrase.start == phrase.head)
    ):
        return
    if (
        shown == MANY
        and tokens[verb].lower == "were"
        and any(each.lower in ("if", "wish", "as", "though") for each in tokens[:at])
    ):
        return
    yield Clash("existence", clash_at(tokens, verb, shown, head, None))


def inverted(clauses: Clauses) -> Iterator[Clash]:
    """ "Among the dead was two children": the subject follows."""
    tokens = clauses.tokens
    at = clauses.first
    if at >= len(tokens) or tokens[at].lower not in _PLACES:
        return
    while at < len(tokens) and tokens[at].tag == "IN":
        phrase = clauses.phrase(at + 1)
        if phrase is None:
            return
        at = phrase.end
    if (
        at + 1 < len(tokens)
        and tokens[at].tag in ("VBN", "VBD")
        and "VBN" in tokens[at].tags
        and tokens[at].lower != "been"
    ):
        at += 1
    if at >= len(tokens) or tokens[at].lower not in ("is", "was", "are", "were"):
        return
    phrase = clauses.phrase(at + 1)
    if phrase is None or tokens[phrase.head].tag not in NOUNS or not phrase.determined:
        return
    shown = NUMBER[tokens[at].lower]
    after = tokens[phrase.end] if phrase.end < len(tokens) else None
    if (
        phrase.number & shown
        or not phrase.number & EITHER
        or phrase.number & GROUP
        or tokens[phrase.head].tag == "NNP"
    ):
        return
    if shown == MANY and any(each.tag in ("CC", ",") for each in tokens[phrase.end :]):
        return
    if after is not None and after.lower == "of" and phrase.number == ONE:
        return
    yield Clash("existence", clash_at(tokens, at, shown, tokens[phrase.head], None))
