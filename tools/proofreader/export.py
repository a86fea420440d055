"""Writes the network's files, editor/proofreader/data: our weights and graph, and where the encoder's weights lie.

    python -m tools.proofreader.export STATE.pt

The graph multiplies the encoder's eight-bit weights, which stay in the package they come in, adds our low-rank updates
(Hu et al., "LoRA: Low-Rank Adaptation of Large Language Models", 2021) beside them, and ends in our heads. What is ours is kept in half precision.
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

from editor.proofreader.model import DATA
from tools.proofreader.encoder import FILE, HEADS, LAYERS, MATRICES, WIDTH, Base
from tools.proofreader.state import load

_CONTRIB = "com.microsoft"
# How likely a word must be wrong to be asked for its labels, of which there are thousands.
_DOUBTFUL = 0.05


class _Graph:
    """Collects nodes and weights."""

    def __init__(self, base: Base) -> None:
        self._bytes = FILE.read_bytes()
        self._base = base
        self._nodes: list[Any] = []
        self._weights: list[Any] = []
        self.parts: list[tuple[str, int, list[int]]] = []

    def node(self, kind: str, inputs: list[str], domain: str = "", **attributes: Any) -> str:
        """Add a node and give its output's name."""
        name = f"n{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def kept(self, name: str, values: Any) -> str:
        """Weights that lie in our file as they are."""
        self._weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def half(self, name: str, values: Any) -> str:
        """Weights that lie in our file in half precision."""
        return self.node("Cast", [self.kept(name, values.astype(np.float16))], to=TensorProto.FLOAT)

    def borrowed(self, name: str, values: Any) -> str:
        """Eight-bit weights that lie in the encoder's file."""
        raw = np.ascontiguousarray(values).tobytes()
        offset = self._bytes.find(raw)
        if offset < 0 or self._bytes.find(raw, offset + 1) >= 0:
            raise ValueError(f"{name} does not lie in the encoder's file once")
        tensor = TensorProto(
            name=name, data_type=TensorProto.INT8, dims=values.shape, data_location=TensorProto.EXTERNAL
        )
        for key, value in (("location", FILE.name), ("offset", offset), ("length", len(raw))):
            tensor.external_data.add(key=key, value=str(value))
        self._weights.append(tensor)
        self.parts.append((name, offset, list(values.shape)))
        return name

    def table(self, name: str, indices: str) -> str:
        """Rows of a table of embeddings."""
        values, scale, zero = self._base.eight_bit(name)
        rows = self.node("Gather", [self.borrowed(name, values), indices])
        return self.node(
            "DequantizeLinear", [rows, self.kept(f"{name}.scale", scale), self.kept(f"{name}.zero", zero)]
        )

    def norm(self, name: str, of: str) -> str:
        weight, bias = self._base.plain(f"{name}.weight"), self._base.plain(f"{name}.bias")
        inputs = [of, self.kept(f"{name}.weight", weight), self.kept(f"{name}.bias", bias)]
        return self.node("LayerNormalization", inputs, axis=-1, epsilon=1e-12)

    def linear(self, layer: int, matrix: str, of: str, state: dict[str, Any]) -> str:
        name = f"{layer}.{matrix}"
        values, scale, zero = self._base.matrix(layer, matrix)
        inputs = [
            of,
            self.borrowed(name, values),
            self.kept(f"{name}.scale", scale),
            self.kept(f"{name}.zero", zero),
            self.kept(f"{name}.bias", self._base.bias(layer, matrix)),
        ]
        product = self.node("DynamicQuantizeMatMul", inputs, _CONTRIB)
        down, up = (state[f"encoder.layers.{layer}.{matrix}.{part}"] for part in ("down", "up"))
        low = self.node("MatMul", [of, self.half(f"{name}.down", down.numpy().T)])
        return self.node("Add", [product, self.node("MatMul", [low, self.half(f"{name}.up", up.numpy().T)])])

    def head(self, name: str, of: str, state: dict[str, Any]) -> str:
        """What a head says of each row."""
        weight = self.half(f"{name}.weight", state[f"{name}.weight"].numpy().T)
        bias = self.kept(f"{name}.bias", state[f"{name}.bias"].numpy())
        return self.node("Add", [self.node("MatMul", [of, weight]), bias])

    def model(self, size: int, **outputs: str) -> bytes:
        """The whole graph as bytes; `outputs` are the nodes' names whose values it gives, `size` is how many labels there are."""
        names = {node: name for name, node in outputs.items()}
        for node in self._nodes:
            node.output[0] = names.get(node.output[0], node.output[0])
            node.input[:] = [names.get(each, each) for each in node.input]
        graph = helper.make_graph(
            self._nodes,
            "proofreader",
            [
                helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "n"]),
                helper.make_tensor_value_info("places", TensorProto.INT64, ["n"]),
                helper.make_tensor_value_info("firsts", TensorProto.INT64, ["words"]),
            ],
            [
                helper.make_tensor_value_info("wrong", TensorProto.FLOAT, ["words"]),
                helper.make_tensor_value_info("asked", TensorProto.BOOL, ["words"]),
                helper.make_tensor_value_info("labels", TensorProto.FLOAT, ["asked words", size]),
            ],
            self._weights,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(_CONTRIB, 1)]
        made: bytes = helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString()
        return made


def export(state: dict[str, Any], labels: list[str], folder: Path) -> None:
    """Write the files into the folder."""
    graph = _Graph(Base())
    embeddings = "distilbert.embeddings"
    now = graph.node(
        "Add",
        [
            graph.table(f"{embeddings}.word_embeddings.weight", "ids"),
            graph.table(f"{embeddings}.position_embeddings.weight", "places"),
        ],
    )
    now = graph.norm(f"{embeddings}.LayerNorm", now)
    by_head = graph.kept("by-head", np.array([0, 0, HEADS, WIDTH // HEADS]))
    flat = graph.kept("flat", np.array([0, 0, WIDTH]))
    root = graph.kept("root", np.float32((WIDTH // HEADS) ** -0.5))
    for layer in range(LAYERS):
        split = {
            matrix: graph.node("Reshape", [graph.linear(layer, matrix, now, state), by_head])
            for matrix in MATRICES[:3]
        }
        query = graph.node("Transpose", [split["query"]], perm=[0, 2, 1, 3])
        key = graph.node("Transpose", [split["key"]], perm=[0, 2, 3, 1])
        value = graph.node("Transpose", [split["value"]], perm=[0, 2, 1, 3])
        scores = graph.node("Mul", [graph.node("MatMul", [query, key]), root])
        seen = graph.node("MatMul", [graph.node("Softmax", [scores], axis=-1), value])
        seen = graph.node("Reshape", [graph.node("Transpose", [seen], perm=[0, 2, 1, 3]), flat])
        name = f"distilbert.transformer.layer.{layer}"
        now = graph.norm(
            f"{name}.sa_layer_norm", graph.node("Add", [now, graph.linear(layer, "out", seen, state)])
        )
        wide = graph.node("Gelu", [graph.linear(layer, "widen", now, state)], _CONTRIB)
        now = graph.norm(
            f"{name}.output_layer_norm", graph.node("Add", [now, graph.linear(layer, "narrow", wide, state)])
        )
    words = graph.node("Gather", [graph.node("Squeeze", [now, graph.kept("batch", np.array([0]))]), "firsts"])
    judged = graph.head("wrong", words, state)
    right, wrong = (
        graph.node("Gather", [judged, graph.kept(f"column-{at}", np.array([at]))], axis=1) for at in range(2)
    )
    surer = graph.node("Squeeze", [graph.node("Sub", [wrong, right]), graph.kept("column", np.array([1]))])
    asked = graph.node("Greater", [surer, graph.kept("doubtful", np.float32(_logit(_DOUBTFUL)))])
    named = graph.head("labels", graph.node("Compress", [words, asked], axis=0), state)
    folder.mkdir(parents=True, exist_ok=True)
    made = graph.model(len(labels), wrong=surer, asked=asked, labels=named)
    (folder / "proofreader.onnx").write_bytes(made)
    about = {
        "file": FILE.name,
        "size": FILE.stat().st_size,
        "parts": graph.parts,
        "labels": labels,
    }
    (folder / "model.json").write_text(json.dumps(about, ensure_ascii=False) + "\n", "utf-8")


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))


def main() -> None:
    export(*load(sys.argv[1]), DATA)
    print(f"{DATA}: {sum(path.stat().st_size for path in DATA.iterdir()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
