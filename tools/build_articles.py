"""Builds editor/text/data/articles.marisa from edited English text. Run it again only to change what is shipped.

    python -m tools.build_articles TEXT...

The files hold paragraphs, one a line. Each noun phrase without a determiner is an example of one that needs none; each
article is left out in turn, the sentence tagged anew, and what is left is an example of a phrase that lacks "a" or "the".
Two logistic regressions learn from them: whether an article is missing, and which. Every tenth stretch of 40 paragraphs
is kept apart, and what the weights find there is printed. The result holds weights of words and tags, and no text.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import marisa_trie
import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from editor.rulebook.load import read_list  # noqa: E402
from editor.text import undetermined  # noqa: E402
from editor.text.article_weights import STEP  # noqa: E402
from editor.text.model import Token  # noqa: E402
from editor.text.nouns import singular_of  # noqa: E402
from editor.text.sentences import split  # noqa: E402
from editor.text.tagger import tag  # noqa: E402
from editor.text.tokens import tokenize  # noqa: E402

_OUT = ROOT / "editor" / "text" / "data" / "articles.marisa"
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_NONE, _A, _THE = 0, 1, 2
_MEMORY = 40
_SELDOM = 2
_SMALL = 0.1
_EPOCHS, _RATE, _DECAY, _BATCH = 8, 0.04, 1e-6, 1000

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Example(NamedTuple):
    """A phrase: what article it had, its signs, and whether it is kept apart to measure."""

    article: int
    signs: list[str]
    apart: bool


def sentence_tokens(text: str) -> list[Token]:
    """The tagged tokens of one sentence."""
    tokens = tokenize(text, 0, len(text))
    tag(tokens)
    return tokens


def is_prose(sentence: str) -> bool:
    """Whether a sentence is running prose, not a table, a heading or a list."""
    if not 30 <= len(sentence) <= 900 or sentence[-1] not in ".!?\"”'":
        return False
    return (
        sum(letter.isdigit() for letter in sentence) / len(sentence) < 0.15 and sentence[0].isalpha()
    ) or sentence[0] in '"“'


def examples(path: Path, kinds: undetermined.Kinds) -> Iterator[Example]:
    """The examples of one file."""
    seen: set[str] = set()
    before: list[set[str]] = []
    for number, paragraph in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n")):
        apart = number // 40 % 10 == 9
        paragraph = paragraph.strip()
        for span in split(paragraph):
            sentence = paragraph[span.start : span.end]
            if sentence in seen or not is_prose(sentence):
                continue
            seen.add(sentence)
            tokens = sentence_tokens(sentence)
            if sum(token.text.islower() for token in tokens) < 4:
                continue
            known = frozenset().union(*before)
            names = frozenset(_NAME.findall(sentence))
            for phrase in undetermined.phrases(tokens, names):
                yield Example(_NONE, undetermined.signs(tokens, phrase, known, kinds), apart)
            for at, token in enumerate(tokens[:-1]):
                if token.lower in ("a", "an", "the") and token.tag == "DT" and tokens[at + 1].space:
                    bare = sentence[: token.start] + sentence[tokens[at + 1].start :]
                    less = sentence_tokens(bare[:1].upper() + bare[1:] if at == 0 else bare)
                    for phrase in undetermined.phrases(less, names):
                        if less[phrase.start].start == token.start:
                            which = _THE if token.lower == "the" else _A
                            yield Example(which, undetermined.signs(less, phrase, known, kinds), apart)
            nouns = {
                (singular_of(each) or each.lower) if each.tag == "NNS" else each.lower
                for each in tokens
                if each.tag in ("NN", "NNS", "NNP")
            }
            before = [*before, nouns][-_MEMORY:]


class Table(NamedTuple):
    """Examples as numbers: those of example i are signs[starts[i]:starts[i + 1]]."""

    signs: Ints
    starts: Ints

    def rows(self, which: Ints) -> tuple[Ints, Ints]:
        """The signs of some examples, and for each the place of its example among them."""
        sizes = self.starts[which + 1] - self.starts[which]
        offsets = self.starts[which] - np.concatenate([[0], np.cumsum(sizes)[:-1]])
        return self.signs[np.repeat(offsets, sizes) + np.arange(sizes.sum())], np.repeat(
            np.arange(len(which)), sizes
        )

    def scores(self, weights: Floats, which: Ints) -> Floats:
        """What the weights say of some examples."""
        signs, rows = self.rows(which)
        summed: Floats = np.bincount(rows, weights=weights[signs], minlength=len(which)).astype(np.float64)
        return summed


def fit(table: Table, right: Floats, which: Ints, size: int) -> Floats:
    """The weights of a logistic regression, by AdaGrad (Duchi et al., 2011)."""
    weights = np.zeros(size)
    seen = np.full(size, 1e-2)
    order = which.copy()
    shuffle = np.random.default_rng(1)
    for _ in range(_EPOCHS):
        shuffle.shuffle(order)
        for begin in range(0, len(order), _BATCH):
            batch = order[begin : begin + _BATCH]
            signs, rows = table.rows(batch)
            error = (
                1 / (1 + np.exp(-np.bincount(rows, weights=weights[signs], minlength=len(batch))))
                - right[batch]
            )
            touched, places = np.unique(signs, return_inverse=True)
            slope = np.bincount(places, weights=error[rows]) + _DECAY * len(batch) * weights[touched]
            seen[touched] += slope * slope
            weights[touched] -= _RATE * slope / np.sqrt(seen[touched])
    return weights


def main(paths: list[Path]) -> None:
    """Reads, learns, measures and writes."""
    kinds = undetermined.kinds_of(
        {path.stem: read_list(path) for path in (ROOT / "rules" / "lists").glob("*.txt")}
    )
    articles: list[int] = []
    apart: list[bool] = []
    numbers: dict[str, int] = {}
    signs: list[int] = []
    starts = [0]
    for path in paths:
        for example in examples(path, kinds):
            articles.append(example.article)
            apart.append(example.apart)
            signs.extend(numbers.setdefault(sign, len(numbers)) for sign in example.signs)
            starts.append(len(signs))
        print(path.name, len(articles), flush=True)
    label, kept_apart = np.array(articles), np.array(apart)
    table = Table(np.array(signs, dtype=np.int64), np.array(starts, dtype=np.int64))
    learn, measure = np.flatnonzero(~kept_apart), np.flatnonzero(kept_apart)
    often = np.bincount(table.rows(learn)[0], minlength=len(numbers)) >= _SELDOM
    some = np.where(often, fit(table, (label != _NONE).astype(float), learn, len(numbers)), 0)
    definite = np.where(
        often, fit(table, (label == _THE).astype(float), learn[label[learn] != _NONE], len(numbers)), 0
    )
    some, definite = (np.clip(np.round(each * STEP), -127, 127) for each in (some, definite))
    kept = (np.abs(some) >= _SMALL * STEP) | (np.abs(definite) >= _SMALL * STEP)
    some, definite = np.where(kept, some, 0), np.where(kept, definite, 0)
    report(table.scores(some / STEP, measure), table.scores(definite / STEP, measure), label[measure])
    records = [
        (sign, bytes([int(some[number]) + 128, int(definite[number]) + 128]))
        for sign, number in numbers.items()
        if kept[number]
    ]
    marisa_trie.BytesTrie(sorted(records)).save(str(_OUT))
    print(len(records), "signs,", _OUT.stat().st_size, "bytes")


def report(some: Floats, definite: Floats, label: Ints) -> None:
    """Prints what the weights find of the examples kept apart."""
    print(Counter(label.tolist()))
    for bound in (0, 1, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6):
        lacking = (label != _NONE) & (some > bound)
        right = (definite > 0) == (label == _THE)
        print(
            f"above {bound}: {((label == _NONE) & (some > bound)).sum()} wrong, {lacking.sum() / (label != _NONE).sum():.1%} found,"
            f" {(lacking & right).sum() / max(1, lacking.sum()):.1%} with the right article"
        )
    for bound in (-1, -2, -3, -4, -5):
        parts = [((label == which) & (some < bound)).sum() for which in (_A, _THE)]
        print(
            f"below {bound}: {parts[0]} with 'a', {parts[1]} with 'the'; {((label == _NONE) & (some < bound)).sum() / (label == _NONE).sum():.1%} of those without"
        )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    main([Path(each) for each in sys.argv[1:]])
