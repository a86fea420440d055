"""What a noun phrase's signs weigh: for an article rather than none, and for "the" rather than "a".

The weights are those of two logistic regressions on printed news and prose (tools/build_articles.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from editor.text import lexicon

STEP = 16
"""How many steps of a shipped weight make one."""


@cache
def _trie() -> Any:
    import marisa_trie

    trie = marisa_trie.BytesTrie()
    trie.mmap(str(lexicon._DATA / "articles.marisa"))
    return trie


@lru_cache(maxsize=1 << 16)
def _weights(sign: str) -> tuple[int, int]:
    found = _trie().get(sign)
    if not found:
        return 0, 0
    some, the = found[0]
    return some - 128, the - 128


def weigh(signs: Iterable[str]) -> tuple[float, float]:
    """How strongly the signs speak for an article (below zero: against one), and for "the" (below zero: "a"); in log-odds."""
    some = definite = 0
    for sign in signs:
        one, two = _weights(sign)
        some += one
        definite += two
    return some / STEP, definite / STEP
