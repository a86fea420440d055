"""The network itself: a sentence's words go in, an opinion on each comes out. It runs on the processor by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

from editor.proofreader.doubts import Opinion
from editor.proofreader.labels import KEEP
from editor.proofreader.model import Model, Part

# What is said of a word that the graph takes for right without asking what would mend it.
_STAYS = ((KEEP, 1.0),)
_SHOWN = 6
# The network has places for so many pieces of words; a longer sentence is read in its first part only.
_LONGEST = 256
# The runtime's levels of logging: 2 are warnings.
_ERRORS = 3


class Network:
    """The network that the files hold. Opening it takes some tenths of a second.

    `threads` is how many processor cores it may use at a time.
    """

    def __init__(self, files: Model, threads: int = 1) -> None:
        import numpy
        import onnxruntime
        from tokenizers import Tokenizer

        # Nothing that it says of the machine is for the person at the terminal.
        onnxruntime.set_default_logger_severity(_ERRORS)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS
        weights = numpy.memmap(files.weights, dtype=numpy.int8, mode="r")
        # The session reads them where they are, as long as it lives.
        self._borrowed = [
            onnxruntime.OrtValue.ortvalue_from_numpy(_part(weights, part)) for part in files.parts
        ]
        options.add_external_initializers([part.name for part in files.parts], self._borrowed)
        self._session = onnxruntime.InferenceSession(
            files.graph.read_bytes(), options, providers=["CPUExecutionProvider"]
        )
        tokenizer: Any = Tokenizer.from_file(str(files.tokenizer))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._labels = files.labels
        marks = ("[CLS]", "[SEP]", "[UNK]")
        self._begin, self._end, self._unknown = (tokenizer.token_to_id(each) for each in marks)
        self._pieces: dict[str, list[int]] = {}

    def opinions(self, words: Sequence[str]) -> list[Opinion]:
        """What it thinks of the sentence's beginning and of each word; fewer where the sentence is too long for it."""
        import numpy

        pieces, firsts = [self._begin], [0]
        for word in words:
            more = self._of(word)
            if len(pieces) + len(more) >= _LONGEST:
                break
            firsts.append(len(pieces))
            pieces += more
        pieces.append(self._end)
        feed = {
            "ids": numpy.array([pieces], dtype=numpy.int64),
            "places": numpy.arange(len(pieces), dtype=numpy.int64),
            "firsts": numpy.array(firsts, dtype=numpy.int64),
        }
        scores, asked, labels = self._session.run(["wrong", "asked", "labels"], feed)
        wrong = 1 / (1 + numpy.exp(-scores))
        named = iter(self._named(labels))
        return [
            Opinion(float(chance), next(named) if doubtful else _STAYS)
            for chance, doubtful in zip(wrong, asked, strict=True)
        ]

    def _named(self, scores: Any) -> list[tuple[tuple[str, float], ...]]:
        """The likeliest labels of each row with their probabilities."""
        import numpy

        likely = numpy.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        best = numpy.argsort(-likely, axis=1)[:, :_SHOWN]
        return [
            tuple((self._labels[label], float(row[label])) for label in labels)
            for row, labels in zip(likely, best, strict=True)
        ]

    def _of(self, word: str) -> list[int]:
        if word not in self._pieces:
            found: list[int] = self._tokenizer.encode(word, add_special_tokens=False).ids
            self._pieces[word] = found or [self._unknown]
        return self._pieces[word]


def _part(weights: Any, part: Part) -> Any:
    """The weights of a part, in memory of their own."""
    import numpy

    flat = weights[part.offset : part.offset + prod(part.shape)]
    return numpy.array(flat).reshape(part.shape)
