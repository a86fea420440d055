"""Trains the network and writes its state.

    python -m tools.proofreader.train SENTENCES.jsonl STATE.pt [--minutes 140] [--from STATE.pt|shipped] [--newer FOLDER] [--bfloat16]

Low-rank updates of all layers and two heads learn: which label mends a word, and whether it is wrong at all. What is learnt by heart is of no
use on copy that nobody has seen, so a sentence seldom comes twice the same: some of its errors are mended, some of its words are hidden, and
into right sentences errors are put anew. At first many have such errors, at the end most are gold; the rate of learning falls to nothing in the
time given. From an earlier state it goes on, and learns the labels besides that newer gold has. Sentences in the files of FOLDER, which may come
while it learns, are drawn before older gold.

Where memory is not given back between steps it learns almost twice as fast (glibc: MALLOC_TRIM_THRESHOLD_=17179869184
MALLOC_MMAP_THRESHOLD_=33554432 MALLOC_TOP_PAD_=536870912 in the environment).
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import nn

from editor.proofreader.labels import KEEP, OTHER
from tools.proofreader import state
from tools.proofreader.encoder import TOKENIZER, WIDTH, Encoder
from tools.proofreader.labelled import Labelled
from tools.proofreader.lessons import EDITED, GOLD, Lessons, sentences_of

_RANK = 48
_SEEN_OFTEN = 3
_UNMET = -3.0
_LONGEST = 90
_BATCH = 1400  # pieces of words, those of padding too
_POOL = 320
_RATES = (6e-4, 7.5e-4)
_WARM_UP = 40
_SHOWN_EVERY = 50
# The share of sentences into which errors are put, at first (from nothing, and from an earlier state) and at the end.
_PUT_IN, _PUT_IN_LATER, _PUT_IN_LAST = 0.6, 0.25, 0.03
# The share of right words that are hidden.
_HIDDEN = 0.08


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


class Reader:
    """Makes examples of labelled sentences: their pieces of words and the numbers of their labels."""

    def __init__(self, labels: Sequence[str], random: Random) -> None:
        self._number = {label: at for at, label in enumerate(labels)}
        self._random = random
        self._tokenizer = Tokenizer.from_file(str(TOKENIZER))
        pieces = self._tokenizer.get_vocab()
        self._begin, self._end, self._unknown, self._hidden = (
            pieces[each] for each in ("[CLS]", "[SEP]", "[UNK]", "[MASK]")
        )
        self._pieces: dict[str, list[int]] = {}

    def example(self, sentence: Labelled) -> Example:
        """The sentence as the network reads it, some of its right words hidden."""
        pieces, firsts = [self._begin], [0]
        for word, label in zip(sentence.words, sentence.labels[1:], strict=True):
            firsts.append(len(pieces))
            hide = label == KEEP and self._random.random() < _HIDDEN
            pieces += [self._hidden] * len(self._of(word)) if hide else self._of(word)
        pieces.append(self._end)
        numbers = [self._number.get(label, self._number[OTHER]) for label in sentence.labels]
        return Example(pieces, firsts, numbers)

    def _of(self, word: str) -> list[int]:
        if word not in self._pieces:
            found: list[int] = self._tokenizer.encode(word, add_special_tokens=False).ids
            self._pieces[word] = found or [self._unknown]
        return self._pieces[word]


def labels_of(gold: Sequence[Labelled], known: Sequence[str] = ()) -> list[str]:
    """The labels to learn: those `known` first, then what the gold has often, the commonest first."""
    counts = Counter(label for each in gold for label in each.labels)
    often = [label for label, count in counts.most_common() if count >= _SEEN_OFTEN]
    return list(dict.fromkeys([KEEP, OTHER, *known, *often]))


def _batches(pool: list[Example], random: Random) -> list[list[Example]]:
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
    random = Random(0)
    torch.manual_seed(0)
    torch.set_flush_denormal(True)
    earlier = state.load(options.start) if options.start else state.State({}, [])
    sentences = sentences_of(options.sentences)
    labels = labels_of(sentences[GOLD], earlier.labels)
    lessons = Lessons(sentences[GOLD], sentences[EDITED], options.newer, random)
    reader = Reader(labels, random)
    network = Network(len(labels))
    if options.start:
        network.go_on(earlier.weights)
    heads = [*network.labels.parameters(), *network.wrong.parameters()]
    updates = [each for each in network.encoder.parameters() if each.requires_grad]
    groups = [{"params": updates}, {"params": heads}]
    optimizer = torch.optim.AdamW(groups, lr=_RATES[0], weight_decay=0.02, betas=(0.9, 0.98))
    at_first = _PUT_IN_LATER if options.start else _PUT_IN
    started, step, total = time.monotonic(), 0, 0.0
    while (done := (time.monotonic() - started) / 60 / options.minutes) < 1:
        lessons.look()
        put_in = at_first + (_PUT_IN_LAST - at_first) * done
        pool = [reader.example(lessons.draw(put_in)) for _ in range(_POOL)]
        for group, rate in zip(optimizer.param_groups, _RATES, strict=True):
            group["lr"] = rate * min(1, (step + 1) / _WARM_UP) * max(0.02, 1 - done)
        for batch in _batches([each for each in pool if len(each.pieces) < _LONGEST], random):
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
