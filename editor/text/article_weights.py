"""What a noun phrase's signs weigh: for an article rather than none, and for "the" rather than "a".

The weights are those of two logistic regressions on printed news and prose (tools/build_articles.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from editor.text import lexicon

_MANY = 100_000
_NOTHING = 128
STEP = 16
"""How many steps of a shipped weight make one."""


@cache
def _trie() -> Any:
    import marisa_trie

    trie = marisa_trie.BytesTrie()
    trie.mmap(str(lexicon._DATA / "articles.marisa"))
    return trie


class _Rows(dict[str, tuple[int, int]]):
    """The weights of a sign, looked up once; what was kept is dropped when it is much."""

    def __missing__(self, sign: str) -> tuple[int, int]:
        if len(self) > _MANY:
            self.clear()
        found = _trie().get(sign)
        some, the = found[0] if found else (_NOTHING, _NOTHING)
        row = self[sign] = (some - _NOTHING, the - _NOTHING)
        return row


_rows = _Rows()


def weigh(signs: Iterable[str]) -> tuple[float, float]:
    """How strongly the signs speak for an article (below zero: against one), and for "the" (below zero: "a"); in log-odds."""
    some = definite = 0
    for sign in signs:
        one, two = _rows[sign]
        some += one
        definite += two
    return some / STEP, definite / STEP
