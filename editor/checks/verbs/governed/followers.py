"""What follows a verb where a noun in its place would be followed by something else."""

from __future__ import annotations

AFTER_VERB = frozenset(["IN", "DT", "PRP$", "PRP", "RB", "TO", "CD", ".", ",", "RP", "NNS", "$", "NNP"])
