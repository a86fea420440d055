"""Gives each token its Penn tag in context, its possible tags and its lemma.

A maximum entropy model (Ratnaparkhi, "A Maximum Entropy Model for Part-of-Speech Tagging", 1996) in the form
that OpenNLP published, scored from left to right over the tags that the lexicon allows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from editor.text import lexicon
from editor.text.model import Token
from editor.text.tagset import CLOSED, TAGS

_NUMBER = {tag: place for place, tag in enumerate(TAGS)}
_SIZE = len(TAGS)
_ZERO = (0,) * _SIZE
_OPEN = frozenset(
    {
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "VB",
        "VBD",
        "VBG",
        "VBN",
        "VBP",
        "VBZ",
        "RB",
        "CD",
        "FW",
        "JJR",
        "JJS",
    }
)
_OPEN_LOWER = _OPEN - {"NNP", "NNPS"}
_DIGITS = re.compile(r"[\d.,:/–-]*\d[\d.,:/–-]*|\d+s|['’]\d\ds")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.IGNORECASE)
_OPENING = {'"': "``", "'": "``"}
_Vector = Sequence[int]


@cache
def _model() -> Any:
    import marisa_trie

    trie = marisa_trie.BytesTrie()
    trie.mmap(str(lexicon._DATA / "tagger.marisa"))
    return trie


def _weights(feature: str) -> list[tuple[int, int]]:
    found = _model().get(feature)
    if not found:
        return []
    data = found[0]
    return [
        (data[at] - 1, data[at + 1] - 256 if data[at + 1] > 127 else data[at + 1])
        for at in range(0, len(data), 2)
    ]


def _sum(features: Sequence[str]) -> _Vector:
    totals = [0] * _SIZE
    for feature in features:
        for place, weight in _weights(feature):
            totals[place] += weight
    return totals


@lru_cache(maxsize=1 << 15)
def _word(word: str) -> _Vector:
    features = ["default", f"w={word}"]
    features += [f"suf={word[-size:]}" for size in range(1, 5)]
    features += [f"pre={word[:size]}" for size in range(1, 5)]
    if "-" in word:
        features.append("h")
    if any(letter.isupper() for letter in word):
        features.append("c")
    if any(letter.isdigit() for letter in word):
        features.append("d")
    return _sum(features)


@lru_cache(maxsize=1 << 16)
def _near(feature: str) -> _Vector | None:
    found = _sum([feature])
    return found if any(found) else None


@lru_cache(maxsize=1 << 15)
def _allowed(word: str, first: bool) -> tuple[frozenset[str], tuple[int, ...]]:
    """The tags that a word may have, and the places of those among which the context decides."""
    lower = word.lower()
    if lower in CLOSED and not (word.isupper() and len(word) > 1 and lower in ("us", "it", "may")):
        known = frozenset(CLOSED[lower])
        if word[:1].isupper() and not first:
            known = known if lower in ("i", "i'm") else known | {"NNP"}
        return known, tuple(sorted(_NUMBER[tag] for tag in known))
    if not any(letter.isalnum() for letter in word):
        known = frozenset({"SYM"}) if word not in ("'", '"') else frozenset({"''", "``", "POS"})
        return known, tuple(sorted(_NUMBER[tag] for tag in known))
    if _DIGITS.fullmatch(word):
        known = frozenset({"NNS"}) if word.endswith("s") else frozenset({"CD"})
        return known, (_NUMBER["NNS" if word.endswith("s") else "CD"],)
    if _ORDINAL.fullmatch(word):
        return frozenset({"JJ"}), (_NUMBER["JJ"],)
    known = lexicon.tags(word)
    capital = word[:1].isupper()
    if capital and not first:
        own = known & {"NNP", "NNPS"}
        known = known | {"NNP"} if not own or "NNP" in own else known
        if word[-1:] == "s" and "NNS" in known:
            known = known | {"NNPS"}
    elif capital:
        known = known | {"NNP"} if not (known - {"NNP", "NNPS"}) or not lexicon.tags(lower) else known
    if "-" in word and not known:
        last = lexicon.tags(word.rsplit("-", 1)[1])
        known = (
            frozenset({"JJ", "NN"})
            | (last & {"NNS", "VBN", "VBG", "VBD"})
            | (frozenset({"NNP"}) if capital else frozenset())
        )
    if not known:
        known = _OPEN if capital else _OPEN_LOWER
    known = known | _also(word, known)
    return known, tuple(sorted(_NUMBER[tag] for tag in known if tag in _NUMBER))


def _also(word: str, known: frozenset[str]) -> frozenset[str]:
    """Readings that a lexicon leaves out because they are regular: participles as adjectives, past forms."""
    more = set()
    if "VBD" in known and word.endswith("ed"):
        more |= {"VBN", "JJ"}
    if "VBN" in known and word.endswith("ed"):
        more |= {"VBD", "JJ"}
    if "VBN" in known or "VBG" in known:
        more.add("JJ")
    if "VBG" in known:
        more.add("NN")
    if "VB" in known:
        more.add("VBP")
    return frozenset(more)


def tag(tokens: Sequence[Token]) -> None:
    """Fill `tag`, `tags` and `lemma` of a sentence's tokens."""
    words = [_plain(token.text) for token in tokens]
    count = len(words)
    shouting = sum(word.isupper() for word in words if len(word) > 1) > max(3, count // 2)
    if shouting:
        words = [word.capitalize() if word.isupper() else word for word in words]
    before, before2 = "*SB*", ""
    last, last2 = "", ""
    opening = True
    for place, token in enumerate(tokens):
        word = words[place]
        known, allowed = _allowed(word, opening)
        token.tags = known
        if len(allowed) == 1:
            best = allowed[0]
        else:
            vectors = [_word(word)]
            for feature in (
                f"p={before}", f"t={last}" if last else "", f"pp={before2}" if before2 else "",
                f"t2={last2},{last}" if last2 else "",
                f"n={words[place + 1] if place + 1 < count else '*SE*'}",
                (f"nn={words[place + 2]}" if place + 2 < count else "nn=*SE*") if place + 1 < count else "",
            ):  # fmt: skip
                if feature:
                    near = _near(feature)
                    if near is not None:
                        vectors.append(near)
            best = max(allowed, key=lambda tag_place: sum(vector[tag_place] for vector in vectors))
        token.tag = TAGS[best]
        before2, before = before, word
        last2, last = last, token.tag
        opening = opening and not any(letter.isalnum() for letter in word)
    _mend(tokens, words)
    for token in tokens:
        token.lemma = lemma(token)


def lemma(token: Token) -> str:
    """The lemma that fits the token's tag; the word itself, in lower case but for names, where none is known."""
    if token.tag in ("NNP", "NNPS"):
        return token.text
    found = lexicon.lemmas(token.text, token.tag)
    if found:
        return found[0]
    closed = CLOSED.get(token.lower)
    if closed:
        return closed.get(token.tag) or next(iter(closed.values()))
    return _guess(token.lower, token.tag)


def _guess(word: str, tag: str) -> str:
    if tag == "JJ":
        return word
    if tag in ("VBD", "VBN") and word.endswith("ed"):
        stem = word[:-2]
        return next((each for each in (stem, stem + "e", stem[:-1]) if "VB" in lexicon.tags(each)), stem)
    if tag == "VBG" and word.endswith("ing"):
        stem = word[:-3]
        return next((each for each in (stem, stem + "e", stem[:-1]) if "VB" in lexicon.tags(each)), stem)
    if tag in ("NNS", "VBZ") and word.endswith("s") and not word.endswith("ss"):
        stem = word[:-1]
        tries = (
            [stem[:-2] + "y"]
            if stem.endswith("ie")
            else [stem[:-1]]
            if re.search(r"(?:s|x|z|ch|sh)e$", stem)
            else []
        )
        return next((each for each in tries if lexicon.knows(each)), stem)
    return word


def _plain(word: str) -> str:
    return word.replace("’", "'") if "’" in word else word


def _mend(tokens: Sequence[Token], words: Sequence[str]) -> None:
    """Corrections where the model is known to be thrown off; each looks at its neighbours only."""
    inside = {'"': False, "'": False}
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        text = token.text
        if text in inside:
            if (
                text == "'"
                and before is not None
                and not token.space
                and before.lower.endswith("s")
                and not inside["'"]
            ):
                token.tag = "POS"
            else:
                token.tag = "''" if inside[text] else "``"
                inside[text] = not inside[text]
            continue
        if token.lower == "to":
            token.tag = "TO"
        elif token.lower == "'d" and after is not None and "VBN" in after.tags and "VB" not in after.tags:
            token.tag = "VBD"
        elif token.tag == "VBP" and before is not None and before.tag in ("MD", "TO") and "VB" in token.tags:
            token.tag = "VB"
        elif token.tag in ("VBD", "VBN") and {"VBD", "VBN"} <= token.tags:
            _past(tokens, place)
        elif (
            token.tag in ("VB", "VBP")
            and before is not None
            and before.tag in ("DT", "PRP$", "CD")
            and "NN" in token.tags
        ):
            if before.lower not in ("that", "this", "these", "those", "all", "both", "some", "any", "each"):
                token.tag = "NN"
        elif (
            token.tag == "VBZ" and before is not None and before.tag in ("DT", "PRP$", "CD", "JJ") and "NNS" in token.tags
            and before.lower not in ("that", "this", "all", "each", "another", "one")
            and (after is None or after.tag not in ("DT", "PRP$", "PRP", "VBN", "TO"))
        ):  # fmt: skip
            token.tag = "NNS"


def _past(tokens: Sequence[Token], place: int) -> None:
    """Tell a past tense from a participle by the nearest auxiliary before it."""
    at = place - 1
    while (
        at >= 0
        and place - at <= 4
        and (tokens[at].tag in ("RB", "RBR") or tokens[at].lower in ("n't", "not"))
    ):
        at -= 1
    if at < 0:
        return
    helper = tokens[at]
    if helper.lemma == "" and helper.lower in _HELPERS:
        tokens[place].tag = "VBN"
    elif helper.tag == "PRP" and helper.lower in ("i", "he", "she", "we", "they") and not _asks(tokens, at):
        tokens[place].tag = "VBD"


def _asks(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at - 1].lower in _HELPERS


_HELPERS = frozenset(
    [
        "am",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "'re",
        "'m",
        "has",
        "have",
        "had",
        "having",
        "'ve",
        "get",
        "gets",
        "got",
        "getting",
        "gotten",
    ]
)
