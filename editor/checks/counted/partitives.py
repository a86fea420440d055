"""Singulars after "of" and a part of several: "one of the station", "each of the new device", "a number of driver"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.counted.heads import describes, pluralised, singular_head
from editor.checks.counted.nouns import GROUPS, SAME, WHOLES
from editor.checks.counted.numerals import above_one
from editor.checks.registry import Hit
from editor.text import lexicon
from editor.text.model import Token
from editor.text.nouns import plural_of
from editor.text.tagset import NOUNS
from editor.text.words import words

_PARTS = words(
    "one each either neither both many several few none two three four five six seven eight nine ten most some any all"
)
# Mass nouns follow these too.
_ALSO_MASS = words("most some any all none each many few")
_FEW = words("one each either neither both many several few")
_OF_MANY = words("""number lot lots dozens hundreds thousands millions scores plenty variety series range handful couple group host string list
    majority dozen spate wave array pair set crowd tens hundred thousand million network rows collection""")
# "The number of", "a rich collection of": only with a determiner or an adjective of their own.
_DETERMINED = words(
    "number range series list pair set host string hundred thousand million dozen network collection"
)
# "Plenty of warning": much of it, as well as many of them.
_ALSO_MUCH = words("plenty lot lots")
_BOTH_WAYS = words("""warning notice discussion experience competition opportunity choice pressure support debate contact interest thought effort
    respect success failure detail doubt change talent cover light sound glass paper business work crime drink food fish""")
_NO_COUNT = words("room study commentary")
_DETERMINERS = words("the its their his her our my your these those")
_BETWEEN = words("most own other many several few more very")
_AMONG = words("most own other few many several")
_MODIFIED = frozenset(["JJ", "JJS", "JJR", "POS", "PRP$", "CD", "NN", "NNP"])
_ONE_OF_TIME = words("the this that no day stage round week chapter")


def parts(tokens: Sequence[Token], of: int, count: frozenset[str]) -> Iterator[Hit]:
    """The singular after "of" at `of` in the plural, where a part of several stands before."""
    if of == 0 or of + 1 >= len(tokens):
        return
    quantity = tokens[of - 1]
    head = None
    if quantity.lower in _PARTS or (quantity.tag == "CD" and above_one(tokens, of - 1)):
        head = _one_of_several(tokens, of, count)
    elif quantity.lower in _OF_MANY:
        head = _amount_of_many(tokens, of, count)
    if head is not None:
        yield from pluralised(tokens, head)


def _one_of_several(tokens: Sequence[Token], of: int, count: frozenset[str]) -> int | None:
    """ "One of the station"."""
    quantity = tokens[of - 1].lower
    start = _past_determiner(tokens, of + 1)
    if start is None or start >= len(tokens):
        return None
    head = singular_head(tokens, start, count, SAME | GROUPS)
    if head is None or describes(tokens, head):
        return None
    noun = tokens[head].lower
    if quantity in _ALSO_MASS and (noun in WHOLES or noun not in count):
        return None
    if quantity in ("one", "each") and not _part_of_many(tokens, of, head, count):
        return None
    if quantity not in _FEW and not (
        noun in count
        and (any(each.tag in ("JJS", "CD") for each in tokens[start:head]) or _many_follows(tokens, head))
    ):
        return None
    return head


def _amount_of_many(tokens: Sequence[Token], of: int, count: frozenset[str]) -> int | None:
    """ "A number of driver"."""
    quantity = tokens[of - 1].lower
    head = singular_head(tokens, of + 1, count)
    if head is None:
        return None
    noun = tokens[head].lower
    if noun not in count or noun in _NO_COUNT or (quantity in _ALSO_MUCH and noun in _BOTH_WAYS):
        return None
    if quantity in _DETERMINED and not (of > 1 and tokens[of - 2].tag in ("DT", "JJ", "CD", "PRP$")):
        return None
    return head


def _many_follows(tokens: Sequence[Token], head: int) -> bool:
    """ "two of the bank's former director have left"."""
    return head + 1 < len(tokens) and tokens[head + 1].lower in ("have", "are", "were")


def _past_determiner(tokens: Sequence[Token], at: int) -> int | None:
    """Where the words after "the", "its" or "the country's" begin; None without a determiner."""
    if tokens[at].lower in _DETERMINERS:
        start = at + 1
    elif tokens[at].text[:1].isupper():
        start = at
    else:
        return None
    for to in range(start, min(start + 4, len(tokens))):
        if tokens[to].tag == "POS":
            return to + 1
        if tokens[to].tag not in NOUNS and tokens[to].tag != "JJ":
            break
    if start == at:
        return None
    while start < len(tokens) and (tokens[start].tag == "CD" or tokens[start].lower in _BETWEEN):
        start += 1
    return start


def _part_of_many(tokens: Sequence[Token], of: int, head: int, count: frozenset[str]) -> bool:
    """Whether "one of the ..." means one of several: not "one of the family", "the best one of the night"."""
    noun = tokens[head]
    before = tokens[of - 2] if of > 1 else None
    several = (
        noun.lower in count
        or _often_plural(noun)
        or any(each.tag == "JJS" or each.lower in _AMONG for each in tokens[of + 1 : head])
    )
    return several and (before is None or (before.tag not in _MODIFIED and before.lower not in _ONE_OF_TIME))


def _often_plural(noun: Token) -> bool:
    """Whether a noun is about as common in the plural: one of the reason, not one of the day."""
    many = plural_of(noun)
    return (
        many is not None and noun.lower not in WHOLES and lexicon.zipf(many) + 0.6 > lexicon.zipf(noun.lower)
    )
