"""metric: a formula over counts of the story, held against a condition."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story

_OPERATORS: Mapping[type[ast.AST], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
    "==": operator.eq,
}
VARIABLES = (
    "words",
    "sentences",
    "characters",
    "paragraphs",
    "syllables",
    "long_words",
    "polysyllabic_words",
    "complex_words",
)


class Measured(NamedTuple):
    """What a formula comes to in a story, and whether it meets the condition."""

    value: float
    met: bool


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds a story for which `formula` meets `condition` ("> 12"); the formula knows VARIABLES and + - * /."""
    measure = reader(rule.spec)

    def run(story: Story) -> Iterator[Hit]:
        measured = measure(story)
        if measured is not None and measured.met:
            yield Hit(story.body[0].span)

    return run


def reader(spec: Mapping[str, Any]) -> Callable[[Story], Measured | None]:
    """What measures a story by `formula` and `condition`, None where it has no words; raises ValueError."""
    formula, condition = spec.get("formula"), str(spec.get("condition", ""))
    if not isinstance(formula, str):
        raise ValueError("'formula' must be text")
    try:
        tree = ast.parse(" ".join(formula.split()), mode="eval").body
        _evaluate(tree, dict.fromkeys(VARIABLES, 1.0))
    except (SyntaxError, ZeroDivisionError):
        raise ValueError(f"the formula {formula!r} can't be read") from None
    sign = next((each for each in _COMPARISONS if condition.startswith(each)), None)
    try:
        limit = float(condition[len(sign or "") :])
    except ValueError:
        sign = None
        limit = 0.0
    if sign is None:
        raise ValueError(f"the condition {condition!r} is not a comparison such as '> 12'")
    compare = _COMPARISONS[sign]

    def measure(story: Story) -> Measured | None:
        if not story.body:
            return None
        try:
            value = _evaluate(tree, _counts(story))
        except (ZeroDivisionError, ValueError):
            return None
        return Measured(value, compare(value, limit))

    return measure


def _counts(story: Story) -> dict[str, float]:
    words = [token.text for line in story.body for token in line.words if token.text[0].isalnum()]
    syllables = [_syllables(word) for word in words]
    return {
        "words": len(words),
        "sentences": len(story.body),
        "characters": sum(map(len, words)),
        "paragraphs": len({line.block.span for line in story.body}),
        "syllables": sum(syllables),
        "long_words": sum(len(word) > 6 for word in words),
        "polysyllabic_words": sum(count > 2 for count in syllables),
        "complex_words": sum(
            count > 2 and not word.endswith(("es", "ed", "ing"))
            for word, count in zip(words, syllables, strict=True)
        ),
    }


def _syllables(word: str) -> int:
    import textstat

    return int(textstat.syllable_count(word))


def _evaluate(node: ast.AST, values: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number):
            return float(number)
        case ast.Name(id=name) if name in values:
            return values[name]
        case ast.Name(id=name):
            raise ValueError(f"the formula knows {', '.join(VARIABLES)}, not '{name}'")
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="math"), attr="sqrt"), args=[operand], keywords=[]
        ):
            return math.sqrt(_evaluate(operand, values))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_evaluate(operand, values)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            return _OPERATORS[type(sign)](_evaluate(left, values), _evaluate(right, values))
    raise ValueError("a formula is made of numbers, names, + - * / and brackets")
