"""The compiled lexicon: what tags a word may have, its lemmas, its inflections, how common it is.

The tables are memory-mapped tries; opening them takes a millisecond or two. See tools/build_lexicon.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from editor.text.tagset import TAGS

_DATA = Path(__file__).with_name("data")
_BASES = {"VB": "VB", "NN": "NN", "JJ": "JJ", "RB": "RB"}
_NONE: tuple[float, tuple[tuple[str, str], ...]] = (0.0, ())
_OPEN_BASE = {
    "VBD": "VB", "VBN": "VB", "VBG": "VB", "VBZ": "VB", "VBP": "VB", "NNS": "NN", "JJR": "JJ", "JJS": "JJ",
    "RBR": "RB", "RBS": "RB",
}  # fmt: skip


@cache
def _trie(name: str) -> Any:
    import marisa_trie

    trie = marisa_trie.BytesTrie()
    trie.mmap(str(_DATA / f"{name}.marisa"))
    return trie


@lru_cache(maxsize=1 << 16)
def _record(word: str) -> tuple[float, tuple[tuple[str, str], ...]]:
    found = _trie("words").get(word)
    if not found:
        return _NONE
    data = found[0]
    analyses = []
    at = 1
    while at < len(data):
        tag, strip, size = TAGS[data[at] - 1], data[at + 1], data[at + 2]
        lemma = word[: len(word) - strip] + data[at + 3 : at + 3 + size].decode()
        analyses.append((tag, lemma))
        at += 3 + size
    return data[0] / 25, tuple(analyses)


@lru_cache(maxsize=1 << 16)
def tags(word: str) -> frozenset[str]:
    """The Penn tags that the lexicon knows for a word as written; empty for a word that it does not know.

    A capitalised word has its own tags (a name's) and those of its lower-case form.
    """
    found = {tag for tag, _ in _record(word)[1]}
    lower = word.lower().replace("’", "'")
    if lower != word:
        found |= {tag for tag, _ in _record(lower)[1]}
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def lemmas(word: str, tag: str) -> tuple[str, ...]:
    """The lemmas that a word may have under a tag, the likelier first; empty where the lexicon has none."""
    lower = word.lower().replace("’", "'")
    if tag.startswith("NNP"):
        return (word,)
    found = [lemma for each, lemma in _record(lower)[1] if each == tag]
    if not found and lower != word:
        found = [lemma for each, lemma in _record(word)[1] if each == tag]
    return tuple(sorted(dict.fromkeys(found), key=lambda lemma: -zipf(lemma)))


def knows(word: str) -> bool:
    """Whether the lexicon has the word, as written or in lower case."""
    trie = _trie("words")
    return word in trie or word.lower() in trie


def entries(words: Iterable[str]) -> Iterator[str]:
    """Those of the words that the lexicon has as written; for thousands of strings of which few are words."""
    trie = _trie("words")
    return (word for word in words if word in trie)


def zipf(word: str) -> float:
    """How common a lower-case word is: the base-10 logarithm of its count in a thousand million words, 0 for none."""
    return _record(word)[0]


@lru_cache(maxsize=1 << 15)
def inflect(lemma: str, tag: str) -> str | None:
    """The form of a lemma under a Penn tag; None where it has none (a noun's past tense).

    A word that the lexicon does not know is inflected by rule as a noun or verb.
    """
    if tag in _BASES or (tag == "VBP" and lemma != "be"):
        known = {each for each, _ in _record(lemma)[1]}
        return lemma if not known or _BASES.get(tag, "VB") in known else None
    found = _trie("forms").get(f"{lemma}\t{tag}")
    if found:
        data: bytes = found[0]
        return lemma[: len(lemma) - data[0]] + data[1:].decode()
    if "-" in lemma.strip("-"):
        # "mothers-in-law", but "co-wrote".
        head, _, rest = lemma.partition("-")
        if tag == "NNS" and (
            re.match(r"(?:in|of|at|to)-", rest) or (head.endswith("er") and rest in ("by", "up", "on"))
        ):
            plural = inflect(head, tag)
            return f"{plural}-{rest}" if plural else None
        first, _, last = lemma.rpartition("-")
        inflected = inflect(last, tag)
        return f"{first}-{inflected}" if inflected else None
    base = _OPEN_BASE.get(tag)
    if base is None or base in ("JJ", "RB"):
        return None
    known = {each for each, _ in _record(lemma)[1]}
    if known and base not in known:
        return None
    return _regular(lemma, tag)


def _regular(lemma: str, tag: str) -> str:
    if tag in ("VBZ", "NNS"):
        if re.search(r"(?:s|x|z|ch|sh)$", lemma):
            return lemma + "es"
        if re.search(r"[^aeiou]y$", lemma):
            return lemma[:-1] + "ies"
        return lemma + "s"
    ending = "ing" if tag == "VBG" else "ed"
    if ending == "ing" and lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not (ending == "ing" and re.search(r"(?:ee|oe|ye)$", lemma)):
        return lemma[:-1] + ending
    if ending == "ed" and re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", lemma):
        return lemma + lemma[-1] + ending
    return lemma + ending
