"""Trains the network and writes its state.

    python -m tools.proofreader.train SENTENCES.jsonl STATE.pt [--minutes 140] [--from STATE.pt]

Low-rank updates of the upper layers and two heads learn: which label mends a word, and whether it is wrong at all. At first most sentences
have errors put in, at the end most are gold; the rate of learning falls to nothing in the time given. From an earlier state it goes on with the
share of gold of the end, and learns the labels besides that newer gold has.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import nn

from editor.proofreader.labels import KEEP, OTHER
from tools.proofreader.encoder import TOKENIZER, WIDTH, Encoder

_RANK, _FROZEN = 24, 2
_SEEN_OFTEN = 3
_UNMET = -3.0
_LONGEST = 90
_BATCH = 1400  # pieces of words, those of padding too
_POOL = 320
_RATES = (8e-4, 1e-3)
_WARM_UP = 30
_MOST_GOLD = 0.9
_SHOWN_EVERY = 50


class Example(NamedTuple):
    """A sentence in pieces, the first piece of each word, and the numbers of the words' labels."""

    pieces: list[int]
    firsts: list[int]
    labels: list[int]


class Network(nn.Module):
    """The encoder with the two heads."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.encoder = Encoder(_RANK, _FROZEN)
        self.labels, self.wrong = nn.Linear(WIDTH, labels), nn.Linear(WIDTH, 2)
        nn.init.normal_(self.labels.weight, std=0.02)
        self.drop = nn.Dropout(0.05)

    def go_on(self, state: dict[str, torch.Tensor]) -> None:
        """Take over an earlier state, which may have fewer labels than this network."""
        now = self.state_dict()
        for name, values in state.items():
            now[name][: len(values)] = values
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
    """Examples drawn in turn, shuffled anew when all have been."""

    def __init__(self, examples: list[Example]) -> None:
        self._examples, self._at = examples, len(examples)

    def draw(self, count: int) -> Iterator[Example]:
        for _ in range(count if self._examples else 0):
            if self._at >= len(self._examples):
                random.shuffle(self._examples)
                self._at = 0
            yield self._examples[self._at]
            self._at += 1


def read(path: Path, known: Sequence[str] = ()) -> tuple[list[str], dict[str, list[Example]]]:
    """The labels, those `known` first, and the examples: "made", and of the gold those with errors ("wrong") and without ("right")."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    counts = Counter(label for row in rows if row["source"] == "gold" for label in row["labels"])
    often = [label for label, count in counts.most_common() if count >= _SEEN_OFTEN]
    labels = list(dict.fromkeys([KEEP, OTHER, *known, *often]))
    number = {label: at for at, label in enumerate(labels)}
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    begin, end, unknown = (tokenizer.token_to_id(each) for each in ("[CLS]", "[SEP]", "[UNK]"))
    found: dict[str, list[Example]] = {"made": [], "wrong": [], "right": []}
    for row in rows:
        pieces, firsts = [begin], [0]
        for word in row["words"]:
            firsts.append(len(pieces))
            pieces += tokenizer.encode(word, add_special_tokens=False).ids or [unknown]
        pieces.append(end)
        if len(pieces) < _LONGEST:
            told = [number.get(label, 1) for label in row["labels"]]
            kind = "made" if row["source"] == "made" else "wrong" if any(told) else "right"
            found[kind].append(Example(pieces, firsts, told))
    return labels, found


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
    parser.add_argument("--from", dest="start", type=Path)
    options = parser.parse_args()
    random.seed(0)
    torch.manual_seed(0)
    torch.set_flush_denormal(True)
    earlier = torch.load(options.start) if options.start else {"labels": [], "state": {}}
    labels, examples = read(options.sentences, earlier["labels"])
    network = Network(len(labels))
    if options.start:
        network.go_on(earlier["state"])
    heads = [*network.labels.parameters(), *network.wrong.parameters()]
    updates = [each for each in network.encoder.parameters() if each.requires_grad]
    groups = [{"params": updates}, {"params": heads}]
    optimizer = torch.optim.AdamW(groups, lr=_RATES[0], weight_decay=0.01, betas=(0.9, 0.98))
    piles = {kind: Pile(found) for kind, found in examples.items()}
    started, step, total = time.monotonic(), 0, 0.0
    while (done := (time.monotonic() - started) / 60 / options.minutes) < 1:
        gold = int(_POOL * (_MOST_GOLD if options.start else 0.3 + (_MOST_GOLD - 0.3) * done))
        wrong = int(gold * 0.72)
        pool = [*piles["wrong"].draw(wrong), *piles["right"].draw(gold - wrong)]
        pool += piles["made"].draw(_POOL - len(pool))
        for group, rate in zip(optimizer.param_groups, _RATES, strict=True):
            group["lr"] = rate * min(1, (step + 1) / _WARM_UP) * max(0.03, 1 - done)
        for batch in _batches(pool):
            loss = network.loss(batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            total, step = total + loss.item(), step + 1
            if step % _SHOWN_EVERY == 0:
                print(f"{done:4.0%} step {step}: {total / _SHOWN_EVERY:.3f}", flush=True)
                total = 0.0
    torch.save({"state": network.state_dict(), "labels": labels}, options.state)


if __name__ == "__main__":
    main()
