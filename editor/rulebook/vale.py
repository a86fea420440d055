"""Reads the rule files of a Vale style: a YAML file with `extends` is a rule called STYLE/FILE."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from editor.documents.model import PartKind
from editor.errors import UserError
from editor.rulebook.model import InQuotations, Rule, Rulebook
from editor.values import Severity

KIND = "vale"

_EXTENDS = re.compile(r"^['\"]?extends['\"]?\s*:", re.MULTILINE)
_LEVELS = {"suggestion": Severity.QUERY, "warning": Severity.WARNING, "error": Severity.ERROR}
_COMMON = frozenset(
    [
        "extends",
        "message",
        "description",
        "level",
        "scope",
        "link",
        "limit",
        "action",
        "name",
        "vocab",
        "append",
        "ignorecase",
        "nonword",
        "exceptions",
    ]
)
KEYS: Mapping[str, frozenset[str]] = {
    "existence": frozenset({"raw", "tokens"}),
    "substitution": frozenset({"swap", "capitalize", "pos"}),
    "occurrence": frozenset({"token", "max", "min"}),
    "repetition": frozenset({"tokens", "max", "alpha"}),
    "consistency": frozenset({"either"}),
    "conditional": frozenset({"first", "second"}),
    "capitalization": frozenset({"match", "style", "threshold", "indicators", "prefix"}),
    "metric": frozenset({"formula", "condition"}),
    "sequence": frozenset({"tokens"}),
    "spelling": frozenset({"filters", "ignore", "custom"}),
}
"""What each kind takes beside the keys that all take."""

_REFUSED_KINDS = {
    "script": "'script' rules run programs of their own, which a rulebook does not",
    "readability": "'readability' is told with min-flesch and max-grade in the settings, or by a 'metric' rule",
}
_REFUSED_KEYS = dict.fromkeys(
    ("dictionaries", "aff", "dic", "dicpath"),
    "a dictionary of the style's own is not read; the lexicon is copydesk's",
)


class Refused(UserError):
    """A rule file of a Vale style that can't be used: file, line and reason."""


def is_rule(path: Path) -> bool:
    """Whether the file is a rule of a Vale style: YAML with a top key `extends`."""
    try:
        return _EXTENDS.search(path.read_text(encoding="utf-8", errors="replace")) is not None
    except OSError:
        return False


def read(path: Path) -> Rule:
    """The rule of the file; raises Refused."""
    text = path.read_text(encoding="utf-8", errors="replace")

    def refuse(reason: str, key: str = "extends") -> Refused:
        line = re.search(rf"^['\"]?{re.escape(key)}['\"]?\s*:", text, re.MULTILINE)
        number = text.count("\n", 0, line.start()) + 1 if line else 1
        return Refused(f"{path}:{number}: rule '{name}' of a Vale style: {reason}")

    name = f"{path.parent.name}/{path.stem}"
    try:
        data = yaml.load(text, Loader=_Words)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = mark.line + 1 if mark else 1
        reason = getattr(error, "problem", None) or "can't be read"
        raise Refused(f"{path}:{at}: rule '{name}' of a Vale style: not valid YAML: {reason}") from None
    if not isinstance(data, dict) or not isinstance(data.get("extends"), str):
        raise refuse("'extends' must name the kind of check")
    kind = data["extends"]
    if kind not in KEYS:
        raise refuse(_REFUSED_KINDS.get(kind, f"there is no kind '{kind}'"))
    if not isinstance(data.get("message"), str):
        raise refuse("'message' is missing", "message")
    level = data.get("level", "warning")
    if level not in _LEVELS:
        raise refuse(f"the level '{level}' is not one of {', '.join(_LEVELS)}", "level")
    for key in data:
        if key in _REFUSED_KEYS:
            raise refuse(_REFUSED_KEYS[key], str(key))
        if str(key).lower() not in _COMMON | KEYS[kind]:
            raise refuse(f"unknown key '{key}'", str(key))
    spec = {str(key).lower(): value for key, value in data.items()}
    spec["scope"] = _texts(spec.get("scope")) or ["text"]
    if kind == "spelling":
        spec["known"] = _ignored(path.parent, spec.pop("ignore", None))
    rule = Rule(
        id=name,
        kind=KIND,
        message=data["message"],
        why=str(data.get("description") or data["message"]),
        source=str(data.get("link") or f"Vale style {path.parent.name}"),
        severity=_LEVELS[level],
        safe=False,
        profiles=frozenset(),
        parts=frozenset(PartKind),
        quotations=InQuotations.QUERY,
        protected="raw" in spec["scope"],
        spec=spec,
        file=str(path),
        line=1,
    )
    _try(rule, refuse)
    return rule


def _try(rule: Rule, refuse: Callable[[str], Refused]) -> None:
    """Raises Refused where the rule's check can't be made."""
    from editor.checks.vale import compile_rule

    try:
        compile_rule(rule, Rulebook((), {}, {}, {}))
    except (ValueError, TypeError, AttributeError) as error:
        raise refuse(str(error)) from None


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _ignored(style: Path, names: Any) -> list[str]:
    """The words of the files that a spelling rule ignores; as in Vale, one that is not there has none."""
    words: list[str] = []
    for name in _texts(names):
        for path in (style.parent / name, style.parent / "config" / "ignore" / name):
            if path.is_file():
                words += path.read_text(encoding="utf-8", errors="replace").split()
                break
    return words


class _Words(yaml.SafeLoader):
    """Takes "on", "no" and dates for the words that they are, and the last of two equal keys, as Vale does."""


_Words.yaml_implicit_resolvers = {
    first: [
        each for each in resolvers if each[0] not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Words.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
