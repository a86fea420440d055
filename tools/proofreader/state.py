"""A state of training: the weights that were learnt and the labels that they name, from a file or from what ships."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import onnx
import torch
from onnx import numpy_helper

from editor.proofreader.model import DATA

SHIPPED = "shipped"
_HEADS = ("labels", "wrong")


class State(NamedTuple):
    """The weights by their names in training, and the labels in the order of the first head."""

    weights: dict[str, torch.Tensor]
    labels: list[str]


def load(told: str) -> State:
    """The state in a file that `save` wrote, or of the network that ships where `told` is "shipped"."""
    if told == SHIPPED:
        return shipped(DATA)
    saved = torch.load(told, map_location="cpu")
    return State(saved["state"], saved["labels"])


def save(state: State, path: Path) -> None:
    torch.save({"state": state.weights, "labels": state.labels}, path)


def shipped(folder: Path) -> State:
    """The state that the files of `tools.proofreader.export` were made of, but for what half precision rounds off."""
    labels: list[str] = json.loads((folder / "model.json").read_text("utf-8"))["labels"]
    graph = onnx.load(str(folder / "proofreader.onnx"), load_external_data=False).graph
    kept = {each.name: each for each in graph.initializer}

    def values(name: str) -> torch.Tensor:
        return torch.tensor(numpy_helper.to_array(kept[name]).astype("float32"))

    weights = {
        f"encoder.layers.{name}": values(name).T.contiguous()
        for name in kept
        if name.endswith((".down", ".up"))
    }
    for head in _HEADS:
        weights[f"{head}.weight"] = values(f"{head}.weight").T.contiguous()
        weights[f"{head}.bias"] = values(f"{head}.bias")
    return State(weights, labels)
