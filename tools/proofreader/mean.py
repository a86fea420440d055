"""Makes one network of several states that went on from one another.

    python -m tools.proofreader.mean OUT.pt STATE.pt=WEIGHT...

What states of several sittings learnt, averaged, marks more errors at the same precision than the last of them: Wortsman et al., "Model soups"
(2022). Of updates that an earlier state lacks it has none; labels that only later states know stay as those have them.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

import torch

from tools.proofreader import state

Weights = Mapping[str, torch.Tensor]


def mean(states: list[tuple[Weights, float]]) -> dict[str, torch.Tensor]:
    """The weighted mean of the states' weights, in the shapes of the last and largest. The weights of the mean sum to 1."""
    last = states[-1][0]
    found = {}
    for name, shape in last.items():
        total, share = torch.zeros_like(shape), torch.zeros_like(shape)
        for weights, weight in states:
            part = tuple(slice(size) for size in weights[name].shape)
            total[part] += weight * weights[name]
            share[part] += weight
        found[name] = total if name.endswith(".up") else total / share.clamp(min=1e-6)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("states", nargs="+", metavar="STATE.pt=WEIGHT", help="the latest last")
    options = parser.parse_args()
    pairs = [each.rpartition("=") for each in options.states]
    read = [(state.load(path), float(weight)) for path, _, weight in pairs]
    labels = read[-1][0].labels
    if any(list(each.labels) != list(labels[: len(each.labels)]) for each, _ in read):
        raise SystemExit("the states know other labels: they did not go on from one another")
    state.save(state.State(mean([(each.weights, weight) for each, weight in read]), labels), options.out)


if __name__ == "__main__":
    main()
