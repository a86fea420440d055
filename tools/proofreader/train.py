"""Trains the network and writes its state.

    python -m tools.proofreader.train SENTENCES.jsonl STATE.pt [--minutes 140] [--from STATE.pt|shipped] [--newer FOLDER] [--bfloat16]

Low-rank updates of all layers and two heads learn: which label mends a word, and whether it is wrong at all. At first most sentences
have errors put in, at the end most are gold; the rate of learning falls to nothing in the time given. From an earlier state it goes on with the
share of gold of the end, and learns the labels besides that newer gold has. Sentences in the files of FOLDER, which may come while it learns,
are drawn before older gold.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import nn

from editor.proofreader.labels import KEEP, OTHER
from tools.proofreader import state
from tools.proofreader.encoder import TOKENIZER, WIDTH, Encoder

_RANK = 32
_SEEN_OFTEN = 3
_UNMET = -3.0
_LONGEST = 90
_BATCH = 1400  # pieces of words, those of padding too
_POOL = 320
_RATES = (8e-4, 1e-3)
_WARM_UP = 30
_MOST_GOLD = 0.9
_SHOWN_EVERY = 50
# Of what is drawn the most that is newer, and how many such sentences there must be for each that is drawn.
_NEWER, _TO_EACH = 0.5, 4
_WRONG = 0.72
_MADE, _GOLD = "made", "gold"


class Example(NamedTuple):
    """A sentence in pieces, the first piece of each word, and the numbers of the words' labels."""

    pieces: list[int]
    firsts: list[int]
    labels: list[int]


class Network(nn.Module):
    """The encoder with the two heads."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.encoder = Encoder(_RANK)
        self.labels, self.wrong = nn.Linear(WIDTH, labels), nn.Linear(WIDTH, 2)
        nn.init.normal_(self.labels.weight, std=0.02)
        self.drop = nn.Dropout(0.05)

    def go_on(self, state: dict[str, torch.Tensor]) -> None:
        """Take over an earlier state, which may have fewer labels, and updates of fewer layers or of a lower rank."""
        now = self.state_dict()
        for name, values in state.items():
            now[name][tuple(slice(size) for size in values.shape)] = values
        # Labels that it has not met yet are unlikely at first.
        now["labels.bias"][len(state["labels.bias"]) :] = _UNMET
        self.load_state_dict(now)

    def loss(self, examples: Sequence[Example]) -> torch.Tensor:
        """How far it is off on all words of a batch."""
        longest = max(len(each.pieces) for each in examples)
        ids = torch.zeros(len(examples), longest, dtype=torch.long)
        wanted = torch.full((len(examples), longest), -1)
        for row, each in enumerate(examples):
            ids[row, : len(each.pieces)] = torch.tensor(each.pieces)
            wanted[row, each.firsts] = torch.tensor(each.labels)
        mask = torch.arange(longest) < torch.tensor([len(each.pieces) for each in examples])[:, None]
        seen = self.drop(self.encoder(ids, mask))[wanted >= 0]
        target = wanted[wanted >= 0]
        label = F.cross_entropy(self.labels(seen), target)
        return label + 0.5 * F.cross_entropy(self.wrong(seen), (target > 0).long())


class Pile:
    """Examples drawn in turn, shuffled anew when all have been; those that are added come first."""

    def __init__(self, examples: Sequence[Example] = ()) -> None:
        self._examples = list(examples)
        self._next: list[Example] = []

    def __len__(self) -> int:
        return len(self._examples)

    def add(self, examples: Sequence[Example]) -> None:
        self._examples += examples
        self._next += random.sample(examples, len(examples))

    def draw(self, count: int) -> Iterator[Example]:
        for _ in range(count if self._examples else 0):
            if not self._next:
                self._next = random.sample(self._examples, len(self._examples))
            yield self._next.pop()


class Gold:
    """Marked sentences: most that are drawn have errors."""

    def __init__(self) -> None:
        self.wrong, self._right = Pile(), Pile()

    def add(self, examples: Sequence[Example]) -> None:
        wrong = [each for each in examples if any(each.labels)]
        self.wrong.add(wrong)
        self._right.add([each for each in examples if not any(each.labels)])

    def draw(self, count: int) -> list[Example]:
        wrong = list(self.wrong.draw(int(count * _WRONG)))
        return [*wrong, *self._right.draw(count - len(wrong))]


class Newer:
    """The gold in a folder's files; a file is read when it is first seen there."""

    def __init__(self, folder: Path | None, reader: Reader) -> None:
        self._folder, self._reader = folder, reader
        self._seen: set[Path] = set()
        self._gold = Gold()

    def draw(self, count: int) -> list[Example]:
        """Up to so many, fewer as long as there are few, which would be seen too often."""
        for path in sorted(self._folder.glob("*.jsonl")) if self._folder else ():
            if path not in self._seen:
                self._seen.add(path)
                self._gold.add(self._reader.examples(path)[_GOLD])
        return self._gold.draw(min(count, len(self._gold.wrong) // _TO_EACH))


class Reader:
    """Makes examples of labelled sentences: their pieces of words and the numbers of their labels."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._number = {label: at for at, label in enumerate(labels)}
        self._tokenizer = Tokenizer.from_file(str(TOKENIZER))
        pieces = self._tokenizer.get_vocab()
        self._begin, self._end, self._unknown = (pieces[each] for each in ("[CLS]", "[SEP]", "[UNK]"))

    def examples(self, path: Path) -> dict[str, list[Example]]:
        """The sentences of a file that are not too long: marked ones ("gold") and those with errors put in ("made")."""
        found: dict[str, list[Example]] = {_GOLD: [], _MADE: []}
        for row in _rows(path):
            example = self._example(row["words"], row["labels"])
            if len(example.pieces) < _LONGEST:
                found[row["source"]].append(example)
        return found

    def _example(self, words: Sequence[str], labels: Sequence[str]) -> Example:
        pieces, firsts = [self._begin], [0]
        for word in words:
            firsts.append(len(pieces))
            pieces += self._tokenizer.encode(word, add_special_tokens=False).ids or [self._unknown]
        pieces.append(self._end)
        return Example(pieces, firsts, [self._number.get(label, self._number[OTHER]) for label in labels])


def labels_of(path: Path, known: Sequence[str] = ()) -> list[str]:
    """The labels to learn: those `known` first, then what the gold has often, the commonest first."""
    counts = Counter(label for row in _rows(path) if row["source"] == _GOLD for label in row["labels"])
    often = [label for label, count in counts.most_common() if count >= _SEEN_OFTEN]
    return list(dict.fromkeys([KEEP, OTHER, *known, *often]))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _batches(pool: list[Example]) -> list[list[Example]]:
    pool.sort(key=lambda each: len(each.pieces) + random.random() * 3)
    batches: list[list[Example]] = [[]]
    for each in pool:
        if len(each.pieces) * (len(batches[-1]) + 1) > _BATCH:
            batches.append([])
        batches[-1].append(each)
    random.shuffle(batches)
    return [batch for batch in batches if batch]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("state", type=Path)
    parser.add_argument("--minutes", type=float, default=140)
    parser.add_argument("--from", dest="start", metavar="STATE.pt|shipped")
    parser.add_argument("--newer", type=Path, metavar="FOLDER")
    parser.add_argument(
        "--bfloat16", action="store_true", help="half precision: twice as fast where the processor has it"
    )
    options = parser.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    torch.set_flush_denormal(True)
    earlier = state.load(options.start) if options.start else state.State({}, [])
    labels = labels_of(options.sentences, earlier.labels)
    reader = Reader(labels)
    examples = reader.examples(options.sentences)
    network = Network(len(labels))
    if options.start:
        network.go_on(earlier.weights)
    heads = [*network.labels.parameters(), *network.wrong.parameters()]
    updates = [each for each in network.encoder.parameters() if each.requires_grad]
    groups = [{"params": updates}, {"params": heads}]
    optimizer = torch.optim.AdamW(groups, lr=_RATES[0], weight_decay=0.01, betas=(0.9, 0.98))
    older, newer, made = Gold(), Newer(options.newer, reader), Pile(examples[_MADE])
    older.add(examples[_GOLD])
    started, step, total = time.monotonic(), 0, 0.0
    while (done := (time.monotonic() - started) / 60 / options.minutes) < 1:
        gold = int(_POOL * (_MOST_GOLD if options.start else 0.3 + (_MOST_GOLD - 0.3) * done))
        pool = newer.draw(int(_POOL * _NEWER))
        pool += older.draw(gold - len(pool))
        pool += made.draw(_POOL - len(pool))
        for group, rate in zip(optimizer.param_groups, _RATES, strict=True):
            group["lr"] = rate * min(1, (step + 1) / _WARM_UP) * max(0.03, 1 - done)
        for batch in _batches(pool):
            with torch.autocast("cpu", torch.bfloat16, enabled=options.bfloat16):
                loss = network.loss(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            total, step = total + loss.item(), step + 1
            if step % _SHOWN_EVERY == 0:
                print(f"{done:4.0%} step {step}: {total / _SHOWN_EVERY:.3f}", flush=True)
                total = 0.0
    state.save(state.State(network.state_dict(), labels), options.state)


if __name__ == "__main__":
    main()
