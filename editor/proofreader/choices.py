"""How sure the network must be of each kind of error before it speaks, read from data, and what it then says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from editor.chosen import choices_of, read
from editor.errors import UserError
from editor.proofreader.doubts import Doubt
from editor.proofreader.judge import Bounds
from editor.proofreader.kinds import KINDS, kind_of
from editor.proofreader.labels import DELETE, appended
from editor.proofreader.ranks import Margins
from editor.proofreader.weighed import Weights
from editor.values import Applicability, Finding, Severity

PREFIX = "proofreader/"
SOURCE = "proofreader"
_BOUNDS = ("query", "warning", "often-query", "often-warning", "headline")
_FIGURES = ("right", "wrong", "clean")


@dataclass(frozen=True, slots=True)
class Choice:
    """From which probability of an error on (0 to 1) a kind asks, and from which it warns; None where it never does.

    `often_query` and `often_warning` hold in a story with many doubts, see `Many`; where they are None the others do.
    `headline` is for headlines, where it never warns; None where it says nothing of them.

    What was measured on copy that the network had not seen: `right` and `wrong` findings on drafts, `clean` ones on clean news.
    """

    why: str
    query: float | None
    warning: float | None
    often_query: float | None = None
    often_warning: float | None = None
    headline: float | None = None
    right: int | None = None
    wrong: int | None = None
    clean: int | None = None

    def bounds(self, *, many: bool) -> tuple[float | None, float | None]:
        """From which probability on it asks and warns; `many` says that the story has many doubts."""
        if not many:
            return self.query, self.warning
        return (
            self.query if self.often_query is None else self.often_query,
            self.warning if self.often_warning is None else self.often_warning,
        )


@dataclass(frozen=True, slots=True)
class Many:
    """What makes the doubts of a story many: so many of at least this probability, and so many in a thousand words."""

    doubts: int
    per_thousand: float
    sure: float

    def holds(self, doubts: Iterable[Doubt], words: int) -> bool:
        """Whether a story of `words` words with these doubts has many."""
        count = sum(doubt.wrong >= self.sure for doubt in doubts)
        return count >= self.doubts and 1000 * count >= self.per_thousand * words


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen for each kind of doubt, for stories with many, for weighing doubts and what the rules found, and for doubts without a suggestion.

    Words that are wrong with a lower probability than `least` are not doubted; a doubt without a suggestion that is less likely right than `unmended` is not told.
    """

    kinds: Mapping[str, Choice]
    many: Many
    judge: Bounds
    margins: Margins
    weights: Weights
    least: float
    unmended: float


def finding(
    doubt: Doubt, text: str, choices: Choices, *, many: bool = False, headline: bool = False
) -> Finding | None:
    """What a doubt becomes, None where it is not sure enough.

    `many` says that the story has many doubts, `headline` that this one is about a headline.
    """
    words = doubt.span.of(text)
    kind = kind_of(doubt.label, words)
    asks, warns = choices.kinds[kind].bounds(many=many)
    if headline:
        asks, warns = choices.kinds[kind].headline, None
        if not doubt.replacements:
            return None
    if warns is not None and doubt.wrong >= warns and doubt.replacements:
        severity, applicability = Severity.WARNING, Applicability.UNSAFE
    elif asks is not None and doubt.wrong >= (asks if doubt.replacements else max(asks, choices.unmended)):
        severity, applicability = Severity.QUERY, None
    else:
        return None
    return Finding(
        PREFIX + kind,
        KINDS[kind],
        severity,
        _message(doubt, words),
        doubt.span,
        doubt.replacements,
        applicability,
        SOURCE,
    )


def _message(doubt: Doubt, words: str) -> str:
    if doubt.label == DELETE and doubt.replacements == ("",):
        return f"Does '{words.strip()}' belong here?"
    put = appended(doubt.label)
    if put is not None:
        return f"Is '{put}' missing here?"
    if doubt.replacements:
        return f"Should '{words}' be '{doubt.replacements[0]}'?"
    return f"Is '{words}' the right word here?"


def choices_file() -> Path:
    """The file with the choices that copydesk ships."""
    return choices_of("proofreader")


@cache
def load_choices(path: Path | None = None) -> Choices:
    """The choices in `path`, by default those that ship. Raises UserError, one line with the entry at fault."""
    path = path or choices_file()
    data = read(path)
    if not isinstance(data, dict) or data.get("version") != 1 or not isinstance(data.get("kinds"), dict):
        raise UserError(f"{path}: 'version: 1' or 'kinds' is missing")
    kinds = data["kinds"]
    if set(kinds) != set(KINDS):
        odd = sorted(set(kinds) ^ set(KINDS))[0]
        raise UserError(f"{path}: '{odd}' is no kind, or is missing; there must be {', '.join(KINDS)}")
    return Choices(
        {name: _choice(path, name, entry) for name, entry in kinds.items()},
        _many(path, data.get("many")),
        _bounds(path, data.get("judge")),
        _margins(path, data.get("margins")),
        _weights(path, data.get("weights")),
        _one(path, data, "least"),
        _one(path, data, "unmended"),
    )


def _one(path: Path, data: Mapping[str, Any], name: str) -> float:
    _probability(path, name, "value", data.get(name))
    return float(data[name])


def _weights(path: Path, entry: Any) -> Weights:
    _mapping(path, "weights", entry, "shift", "mended", "likely")
    for key, value in entry.items():
        if not isinstance(value, int | float):
            raise UserError(f"{path}: weights: {key} must be a number")
    return Weights(**entry)


def _margins(path: Path, entry: Any) -> Margins:
    _mapping(path, "margins", entry, "articles", "others")
    for key, value in entry.items():
        _probability(path, "margins", key, value)
    return Margins(**entry)


def _many(path: Path, entry: Any) -> Many:
    _mapping(path, "many", entry, "doubts", "per-thousand", "sure")
    for key in ("doubts", "per-thousand"):
        if not isinstance(entry[key], int) or entry[key] < 1:
            raise UserError(f"{path}: many: {key} must be a whole number above 0")
    _probability(path, "many", "sure", entry["sure"])
    return Many(entry["doubts"], entry["per-thousand"], entry["sure"])


def _bounds(path: Path, entry: Any) -> Bounds:
    probabilities = ("agrees", "denies", "silences", "mends")
    _mapping(path, "judge", entry, "families", "spared", "doubtful", *probabilities)
    for key in probabilities:
        _probability(path, "judge", key, entry[key])
    lists = (entry["families"], entry["spared"], entry["doubtful"])
    if not all(isinstance(each, list) for each in lists) or not entry["denies"] < entry["agrees"]:
        raise UserError(f"{path}: judge: families, spared and doubtful must be lists, denies below agrees")
    families, spared, doubtful = (tuple(map(str, each)) for each in lists)
    return Bounds(
        frozenset(families),
        spared,
        entry["agrees"],
        entry["denies"],
        doubtful,
        entry["silences"],
        entry["mends"],
    )


def _mapping(path: Path, name: str, entry: Any, *keys: str) -> None:
    if not isinstance(entry, dict) or set(entry) != set(keys):
        raise UserError(f"{path}: {name}: must be a mapping with {', '.join(keys[:-1])} and {keys[-1]}")


def _probability(path: Path, name: str, key: str, value: Any) -> None:
    if not (isinstance(value, int | float) and 0 < value <= 1):
        raise UserError(f"{path}: {name}: {key} must be a probability, above 0 and at most 1")


def _choice(path: Path, name: str, entry: Any) -> Choice:
    if not isinstance(entry, dict) or not str(entry.get("why") or "").strip():
        raise UserError(f"{path}: {name}: must be a mapping that says why")
    unknown = set(entry) - {"why", *_BOUNDS, *_FIGURES}
    if unknown:
        raise UserError(f"{path}: {name}: unknown key '{sorted(map(str, unknown))[0]}'")
    for key in _BOUNDS:
        if entry.get(key) is not None:
            _probability(path, name, key, entry[key])
    for key in _FIGURES:
        if not isinstance(entry.get(key, 0), int):
            raise UserError(f"{path}: {name}: {key} must be a whole number")
    return Choice(
        str(entry["why"]),
        *(entry.get(key) for key in _BOUNDS),
        *(entry.get(key) for key in _FIGURES),
    )


def describe(rule: str) -> str | None:
    """What a person should know of "proofreader/kind": lines of text; None where there is no such kind."""
    kind = rule.removeprefix(PREFIX)
    choice = load_choices().kinds.get(kind)
    if choice is None:
        return None
    lines = [PREFIX + kind, "", "  What the proofreader, a small neural network, doubts in its sentence."]
    lines += [f"  Why:       {choice.why}"]
    lines += [
        f"  {name + ':':10} from a probability of {100 * bound:g}% on"
        for name, bound in (("Query", choice.query), ("Warning", choice.warning))
        if bound is not None
    ]
    lines += [
        f"  {name} from {100 * bound:g}% on in a story with many doubts"
        for name, bound in (("Query", choice.often_query), ("Warning", choice.often_warning))
        if bound is not None
    ]
    if choice.headline is not None:
        lines.append(f"  Query from {100 * choice.headline:g}% on in a headline")
    lines.append("  Fix:       not safe: a warning's is applied only with --unsafe-fixes, a query's never")
    if choice.right is not None:
        lines.append(
            f"  Measured:  {choice.right} right, {choice.wrong or 0} wrong on unseen drafts with errors, "
            f"{choice.clean or 0} on clean news"
        )
    return "\n".join(lines)
