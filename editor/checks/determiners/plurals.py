""" "A" and "an" whose noun is a plural."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.determiners.phrases import AMOUNTS, capitalised, closes
from editor.checks.registry import Hit
from editor.story import Line
from editor.text import lexicon
from editor.text.articles import article
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS
from editor.text.words import words
from editor.values import Span

_ABOVE_ONE = frozenset(["CD", "$", "POS", "PRP$", "DT"])
# Words with a form alike for both numbers.
_ALIKE = words("""means series species headquarters crossroads barracks gallows aircraft works news innings corps politics economics mathematics
    physics athletics gymnastics ethics plus minus lens bus gas pass class chess mess bonus virus census campus genius crisis basis
    analysis thesis oasis chaos cosmos shambles sweepstakes rendezvous chassis debris billiards darts links glass press loss cross
    grand pounds data media kudos others yes ones others pros cons thanks overseas downstairs upstairs always sometimes hers sans sports
    arms customs sales savings goods parks communications operations admissions systems heads resources kms summons s biceps bellows
    thumbs mews ins outs ups downs whereabouts us states united forces amends odds diabetes measles logistics""")
_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth single new")
_TOGETHER = words("""talk negotiation consultation relation tie sanction riot effort measure reform casualty detail condolence discussion elections fund
    repair hostility troop earning resource congratulation preparation concession clash demonstration regulation tension""")
_TIMES = words("second minute hour day week month year decade century")
_AFTER_TIMES = words("ago before after later earlier from")
_NO_ARTICLES = words("many what not times quite half rather à")
_AS_A = words("result rule consequence whole")
_REACH = 4


def before_plurals(line: Line) -> Iterator[Hit]:
    """Each "a" and "an" before a plural, with the noun in the singular or the article left out."""
    if not any(each.lower in ("a", "an") for each in line.words):
        return
    tokens = line.tagged
    for at, token in enumerate(tokens):
        if token.lower not in ("a", "an") or token.tag != "DT" or (at and token.text == "A"):
            continue
        if at and (tokens[at - 1].lower in _NO_ARTICLES or _adverbial(tokens, at)):
            continue
        head = _plural_head(tokens, at)
        if head is not None:
            yield _clash(line, at, head)


def _adverbial(tokens: Sequence[Token], at: int) -> bool:
    """Whether the article stands in "as a result", after which a comma may be missing."""
    return tokens[at - 1].lower == "as" and at + 1 < len(tokens) and tokens[at + 1].lower in _AS_A


def _clash(line: Line, at: int, head: int) -> Hit:
    """The article at `at` and the plural at `head`, the likelier of both numbers first."""
    tokens = line.tagged
    token, noun = tokens[at], tokens[head]
    inner = line.text[tokens[at + 1].start : noun.start]
    dropped = capitalised(inner + noun.text) if at == 0 else inner + noun.text
    span = Span(token.start, noun.end)
    if noun.lemma in _TOGETHER:
        return Hit(span, (dropped,), safe=at != 0)
    start = inner + (lexicon.inflect(noun.lemma, "NN") or noun.lemma)
    single = f"{_cased(article(start), token)} {start}"
    after = tokens[head + 1].lower if head + 1 < len(tokens) else ""
    singular_first = any(each.lower in _ORDINALS for each in tokens[at + 1 : head]) or (
        noun.lemma in _TIMES and after in _AFTER_TIMES
    )
    return Hit(span, (single, dropped) if singular_first else (dropped, single), safe=False)


def _cased(word: str, like: Token) -> str:
    return word.capitalize() if like.text[0].isupper() else word


def _plural_head(tokens: Sequence[Token], at: int) -> int | None:
    """Where the plain plural stands that the article at `at` would go with; None unless it is sure."""
    for head in range(at + 1, min(at + 1 + _REACH, len(tokens))):
        token, before = tokens[head], tokens[head - 1]
        if token.lower in AMOUNTS or token.tag in _ABOVE_ONE or not token.space:
            return None
        if token.tag == "NNS":
            return head if _plain_plural(tokens, at, head) and closes(tokens, head) else None
        if token.tag not in ("JJ", "VBN", "NN"):
            return None
        if token.tag == "NN" and (
            (head + 1 < len(tokens) and "VBZ" in tokens[head + 1].tags)
            or token.text[0].isupper()
            or token.lower in _TIMES
        ):
            return None
        if head > at + 1 and "VBG" in token.tags:
            # "A barcode representing unique features".
            return None
        if before.tag == "NN" and (token.tag == "VBN" or token.lower.endswith("ing")):
            return None
    return None


def _plain_plural(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether the word at `head` can be nothing but a plural, and the article at `at` no other noun's."""
    token, before = tokens[head], tokens[head - 1]
    if token.lower in _ALIKE or token.text[0].isupper() or not token.text.isalpha():
        return False
    if {"NN", "JJ"} & lexicon.tags(token.lower) or not lexicon.knows(token.lower):
        return False
    if "VBZ" in token.tags and ((head > at + 1 and before.tag in NOUNS) or before.lower.endswith("s")):
        return False
    # "on the wall of a mosque hours before a visit"
    if before.tag == "NN" and token.lemma in _TIMES:
        return False
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    return after is None or not (
        (before.tag == "NN" and after.lower in (",", "away"))
        or (after.tag in FINITE and any(each.tag == "NN" for each in tokens[at + 1 : head]))
    )
