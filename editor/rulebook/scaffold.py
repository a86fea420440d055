"""A new rule with everything in place for a person to fill in, added to a rule file that stays as it was otherwise."""

from __future__ import annotations

from pathlib import Path

import yaml

from editor.errors import UserError
from editor.rulebook.load import is_id
from editor.rulebook.model import Rule

TODO = "FILL IN"
_PATTERN = f"={TODO.replace(' ', ' =')}"
_KEYS = (
    ("kind", "pattern"),
    ("severity", "warning"),
    ("message", f'"{TODO}: what to do, in plain words; {{span}} is what was found, {{fix}} the correction"'),
    ("why", f'"{TODO}: the reason, in one sentence"'),
    ("source", f'"{TODO}: the stylebook or grammar that says so"'),
)
_PROOF = f"""\
pattern: "{_PATTERN}"
replace: "{TODO}"
examples:
  - {{bad: "{TODO}: a sentence that is wrong.", good: "{TODO}: what it must become."}}
counterexamples:
  - "{TODO}: a sentence of nearly the same shape that is right."
"""
_MEANT = {
    "pattern": "the phrase to find, in the notation of docs/patterns.md",
    "replace": "the correction, or take the line out where a person decides",
    "message": "what to do, in plain words",
    "why": "the reason, in one sentence",
    "source": "the stylebook or grammar that says so",
    "examples": "at least one bad sentence and what it must become",
    "counterexamples": "at least one sentence of nearly the same shape that is right",
}


def added(path: Path, name: str) -> str:
    """The text of the rule file `path`, which need not exist, with a new rule called `name` at its end.

    Raises UserError where the id is not one, or the file is not a rule file that can be added to.
    """
    if not is_id(name):
        raise UserError(
            f"'{name}' is no id: it reads like a path of lower-case words, such as 'house/no-utilise'"
        )
    if not path.exists():
        topic = path.stem.replace("-", " ").capitalize()
        return f"topic: {topic}\nrules:\n" + _entry(name, 2, set())
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UserError(f"{path}: can't be read as YAML: {str(error).splitlines()[0]}") from None
    if root is None:
        return text + _entry(name, 0, set())
    rules, defaults = root, set()
    if isinstance(root, yaml.MappingNode):
        keys = [key.value for key, _ in root.value]
        for key, value in root.value:
            if key.value == "defaults" and isinstance(value, yaml.MappingNode):
                defaults = {each.value for each, _ in value.value}
        if not keys or keys[-1] != "rules":
            raise UserError(f"{path}: 'rules' must be the last key of the file for a rule to be added to it")
        rules = root.value[-1][1]
    if not isinstance(rules, yaml.SequenceNode) or rules.flow_style:
        raise UserError(f"{path}: its rules are not a list with '- id:' lines, so none can be added")
    text = text if text.endswith("\n") else text + "\n"
    return text + _entry(name, rules.start_mark.column, defaults)


def unfilled(rule: Rule) -> list[str]:
    """What is still to be filled in of a rule, in words for a person."""
    patterns = rule.spec.get("patterns", ())
    texts = {
        "pattern": [each["match"] for each in patterns],
        "replace": [text for each in patterns for text in each.get("replace", ())],
        "message": [rule.message],
        "why": [rule.why],
        "source": [rule.source],
        "examples": [f"{each.bad} {each.good}" for each in rule.examples],
        "counterexamples": [each.text for each in rule.counterexamples],
    }
    return [
        f"fill in '{key}': {_MEANT[key]}"
        for key, given in texts.items()
        if any(TODO in text or _PATTERN in text for text in given)
    ]


def _entry(name: str, indent: int, given: set[str]) -> str:
    lines = [f"id: {name}", *(f"{key}: {value}" for key, value in _KEYS if key == "kind" or key not in given)]
    lines += _PROOF.splitlines()
    return "".join(
        f"{' ' * indent}{'- ' if number == 0 else '  '}{line}\n" for number, line in enumerate(lines)
    )
