"""How likely a doubt is right, once its first suggestion was read in its place: a mend beside which nothing is wrong speaks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import exp, log

from editor.proofreader.doubts import Doubt

# Probabilities nearer to 0 or 1 say no more than these.
_LEAST = 0.001


@dataclass(frozen=True, slots=True)
class Weights:
    """What is added to the log odds that a doubted word is wrong: `shift`, and so much for each of two other log odds.

    `mended` is for those that nothing is wrong once the first suggestion stands there, `likely` for those of its labels.
    A logistic regression on doubts of stories that the network had not seen.
    """

    shift: float
    mended: float
    likely: float


def weighed(doubt: Doubt, weights: Weights, still_wrong: Callable[[Doubt], float]) -> Doubt:
    """The doubt with the probability, 0 to 1, that it is right as its `wrong`.

    `still_wrong` says how likely something is wrong there, or in the words around, once its first text stands there.
    """
    odds = _log_odds(doubt.wrong) + weights.shift
    if doubt.replacements:
        odds -= weights.mended * _log_odds(still_wrong(doubt))
        odds += weights.likely * _log_odds(doubt.likely)
    return doubt._replace(wrong=1 / (1 + exp(-odds)))


def _log_odds(probability: float) -> float:
    sure = min(max(probability, _LEAST), 1 - _LEAST)
    return log(sure / (1 - sure))
