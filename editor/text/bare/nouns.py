"""The counted singular nouns without a determiner that no construction explains."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache

from editor.text.bare.excuses import excused, repeated
from editor.text.bare.model import OBJECT, PREPOSITION, SUBJECT, Bare, Counted
from editor.text.bare.objects import after_particle, after_verb
from editor.text.bare.owners import owner
from editor.text.bare.phrases import start_of
from editor.text.bare.prepositions import NOT_PREPOSITION, after_preposition
from editor.text.bare.subjects import CLAUSE_OPENERS, after_mark, subject
from editor.text.model import Token
from editor.text.nouns import closed
from editor.text.undetermined import parted
from editor.text.words import words

# Counted as the subject of what they do, otherwise often in general: "under government of the people".
_SUBJECTS = words("government population community public study")
_SIZES = words("""new big large small young huge major long short significant strong massive lengthy strange typical giant tiny minor
    sharp steep tough quick brief powerful heavy dramatic rapid deadly sudden slight narrow wide single historic rare
    dangerous good bad difficult fresh bitter terrible horrible wonderful nice beautiful enormous lasting devastating crushing
    clear-cut bright dark loud busy crowded surprising remarkable important simple separate special""")


def bare_nouns(
    tokens: Sequence[Token], counted: Counted, pairs: frozenset[str], names: Set[str] = frozenset()
) -> list[Bare]:
    """The counted singular nouns without a determiner that no construction explains; only where the tags leave no doubt.

    `pairs` are the set phrases "in_court", "take_part"; `names` the words that the story uses as names.
    """
    found = []
    nouns = _nouns(counted)
    for head, token in enumerate(tokens):
        if token.lower not in nouns or not _is_common(token, head, names):
            continue
        if head + 1 < len(tokens) and tokens[head + 1].tag == "POS":
            bare = owner(tokens, head) if token.lower in counted.always else None
        else:
            bare = _bare_at(tokens, head, pairs) if closed(tokens, head) else None
        if bare is not None and _is_counted(tokens, bare, counted):
            found.append(bare)
    return found


@lru_cache(maxsize=8)
def _nouns(counted: Counted) -> frozenset[str]:
    """Every noun that is counted anywhere."""
    return frozenset().union(*counted, (each.partition("_")[2] for each in counted.needed | counted.after))


def _is_common(token: Token, head: int, names: Set[str]) -> bool:
    """Whether the word at `head` is a common noun and not a name."""
    if token.text.islower():
        return token.tag in ("NN", "NNP") and (token.space or head == 0)
    return head == 0 and token.tag in ("NN", "NNP") and token.text[1:].islower() and token.text not in names


def _is_counted(tokens: Sequence[Token], bare: Bare, counted: Counted) -> bool:
    """Whether the noun is counted where it stands."""
    noun = tokens[bare.head].lower
    if noun in _SUBJECTS and bare.role != SUBJECT:
        return False
    if noun in counted.always:
        return True
    if noun in counted.sized and bare.start < bare.head and tokens[bare.head - 1].lower in _SIZES:
        return True
    if bare.role == PREPOSITION:
        return noun in counted.prepositions or f"{tokens[bare.ruler].lower}_{noun}" in counted.after
    if bare.role == OBJECT and f"{tokens[bare.ruler].lemma}_{noun}" in counted.needed:
        return True
    return bare.role in (OBJECT, SUBJECT) and noun in counted.objects


def _bare_at(tokens: Sequence[Token], head: int, pairs: frozenset[str]) -> Bare | None:
    start = start_of(tokens, head)
    if start is None or excused(tokens, start, head, pairs):
        return None
    ruler = start - 1
    if ruler < 0:
        return subject(tokens, start, head, -1)
    if parted(tokens, start):
        return None
    before = tokens[ruler]
    if not tokens[start].space or repeated(tokens, start, head):
        return None
    if before.lower == "that" and ruler and tokens[ruler - 1].text == ",":
        # "Under the deal, that crossing will open": it points.
        return None
    if before.tag in ("IN", "TO") and before.lower not in NOT_PREPOSITION:
        return after_preposition(tokens, start, head, pairs)
    if before.lower in CLAUSE_OPENERS and before.tag in ("IN", "WRB"):
        return subject(tokens, start, head, ruler)
    if before.tag.startswith("VB"):
        return after_verb(tokens, start, head, pairs)
    if before.tag == "RP":
        return after_particle(tokens, start, head, pairs)
    return after_mark(tokens, start, head)
