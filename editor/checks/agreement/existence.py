"""Verbs before their subjects: "there is", "among the dead were"."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.agreement.clash import NUMBER, Clash, clash_at
from editor.checks.registry import Hit
from editor.text.number import EITHER, GROUP, MANY, ONE
from editor.text.phrases import TEMPORAL
from editor.text.subjects.clauses import Clauses
from editor.text.tagset import NOUNS
from editor.text.words import words
from editor.values import Span

_PLACES = words("among amongst behind beside inside outside beneath above below under near alongside between")

_SPOTS = words("in on at with from")

_LEADS = words("also only still just and but")

_PREDICATES = words("attached included seated buried hidden listed mentioned killed injured wounded arrested pictured gone present "
                    "missing hurt charged detained enclosed")  # fmt: skip

_TOLD = words(
    "fears hopes signs claims concerns reports suggestions rumors rumours worries indications doubts"
)

_STANDS = {
    "is": ONE, "was": ONE, "are": MANY, "were": MANY, "lies": ONE, "lie": MANY, "stands": ONE, "stand": MANY, "sits": ONE, "sit": MANY,
}  # fmt: skip

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
    # "There is growing fears": what is told of here is never a deed.
    growing = after + 1 < len(tokens) and tokens[after].tag == "VBG" and tokens[after + 1].tag in NOUNS
    phrase = clauses.phrase(after + 1 if growing else after)
    if phrase is None or tokens[phrase.head].tag not in NOUNS:
        return
    count, head = phrase.number, tokens[phrase.head]
    if tokens[phrase.start].lower in _TOLD and phrase.head > phrase.start:
        # "There are fears demand may fall": what follows is a clause of its own.
        return
    if head.tag == "NN" and tokens[phrase.start].lower in ("many", "few", "several"):
        # "There is not many hope": the quantity is at fault.
        return
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
        or (
            "VBZ" in head.tags
            and phrase.start == phrase.head
            and (following is None or following.lower not in ("that", "of", "for", "about"))
        )
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
    """ "Among the dead was two children", "also on board was 12 sailors", "attached was two photographs": the subject follows."""
    tokens = clauses.tokens
    at = clauses.first
    if at < len(tokens) and tokens[at].lower in _LEADS:
        at += 1
    if at >= len(tokens):
        return
    named = tokens[at].lower in _PLACES
    if tokens[at].lower in _PREDICATES and tokens[at].tag != "NN":
        at += 1
        named = True
    elif tokens[at].lower not in _PLACES | _SPOTS:
        return
    while at < len(tokens) and tokens[at].tag in ("IN", "TO"):
        phrase = clauses.phrase(at + 1)
        if phrase is None:
            return
        if not named and (tokens[phrase.head].lower in TEMPORAL or tokens[phrase.head].tag not in NOUNS):
            return
        at = phrase.end
    if (
        at + 1 < len(tokens)
        and tokens[at].tag in ("VBN", "VBD")
        and "VBN" in tokens[at].tags
        and tokens[at].lower != "been"
    ):
        at += 1
    if at == clauses.first or at >= len(tokens):
        return
    shown = _STANDS.get(tokens[at].lower, 0)
    phrase = clauses.phrase(at + 1)
    if not shown or phrase is None:
        return
    head = tokens[phrase.head]
    count = phrase.number
    after = tokens[phrase.end] if phrase.end < len(tokens) else None
    if head.tag == "CD" and head.lower != "one" and after is not None and after.lower == "of":
        count = MANY
    elif head.tag not in NOUNS or not phrase.determined:
        return
    if count & shown or not count & EITHER or count & GROUP or head.tag == "NNP" or head.lower in TEMPORAL:
        return
    if shown == MANY and any(each.tag in ("CC", ",") for each in tokens[phrase.end :]):
        return
    if after is not None and ((after.lower == "of" and count == ONE) or after.tag == "POS"):
        return
    yield Clash("existence", clash_at(tokens, at, shown, head, None))


def negated(clauses: Clauses, at: int) -> Iterator[Clash]:
    """ "Nor has the prices fallen": after the "nor" at `at` the verb stands before its subject."""
    tokens = clauses.tokens
    verb = at + 1
    if (
        verb >= len(tokens)
        or tokens[verb].lower not in NUMBER
        or tokens[verb].tag not in ("VBZ", "VBP", "VBD")
    ):
        return
    phrase = clauses.phrase(verb + 1)
    if phrase is None or tokens[phrase.head].tag not in NOUNS - {"NNP"} or not phrase.determined:
        return
    shown = NUMBER[tokens[verb].lower]
    after = tokens[phrase.end] if phrase.end < len(tokens) else None
    if phrase.number & shown or not phrase.number & EITHER or phrase.number & GROUP:
        return
    if after is not None and after.lower == "of":
        inner = clauses.phrase(phrase.end + 1)
        after = tokens[inner.end] if inner is not None and inner.end < len(tokens) else None
    if (
        after is None
        or after.tag not in ("VB", "VBN", "VBG", "JJ", "RB")
        or tokens[phrase.head].lower in TEMPORAL
    ):
        return
    yield Clash("existence", clash_at(tokens, verb, shown, tokens[phrase.head], None))
