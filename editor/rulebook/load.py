"""Reads rule folders: rules, word lists, macros, tables and profiles. A rule that is not right is refused."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from editor.documents.model import PartKind
from editor.errors import UserError
from editor.rulebook import positions, vale
from editor.rulebook.folders import RuleError, packaged, rule_files
from editor.rulebook.model import Counterexample, Example, InQuotations, Profile, Rule, Rulebook
from editor.rulebook.tables import expand
from editor.values import Severity

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+")
_COMMON = {
    "id": str,
    "kind": str,
    "message": str,
    "why": str,
    "source": str,
    "severity": str,
    "safe": bool,
    "profiles": list,
    "parts": list,
    "quotations": str,
    "protected": bool,
    "examples": list,
    "counterexamples": list,
}
_NEEDED = ("id", "kind", "message", "why", "source", "severity", "examples", "counterexamples")
_SHARED = ("kind", "why", "source", "severity", "safe", "profiles", "parts", "quotations", "message")


def is_id(name: str) -> bool:
    """Whether the name can be a rule's id: a path of lower-case words."""
    return _ID.fullmatch(name) is not None


def load(folders: Sequence[Path], only: Collection[Path] | None = None) -> Rulebook:
    """Everything in the folders, later ones adding to earlier; raises RuleError or UserError.

    With `only`, of all rule files just these (resolved paths) are read; word lists, macros and profiles always are.
    """
    files = rule_files(folders)
    lists: dict[str, frozenset[str]] = {}
    macros: dict[str, str] = {}
    profiles: dict[str, Profile] = {}
    rules: dict[str, Rule] = {}
    pages: list[tuple[Path, Any]] = []
    left_out: list[str] = []
    styles = _vale_styles(files)
    for path in files:
        if path.suffix == ".txt" and path.parent in styles:
            continue
        if path.suffix == ".txt":
            lists[path.stem] = read_list(path)
        elif path.suffix in (".yaml", ".yml"):
            shared = path.parent.name == "profiles" or path.stem == "macros"
            if only is not None and not shared and path.resolve() not in only:
                continue
            if path.parent in styles:
                try:
                    rule = vale.read(path)
                    rules[rule.id] = rule
                except vale.Refused as refused:
                    left_out.append(str(refused))
                continue
            page = positions.load(path)
            if path.parent.name == "profiles":
                profile = _profile(path, page, profiles)
                profiles[profile.name] = profile
            elif path.stem == "macros":
                macros.update({str(key): str(value) for key, value in positions.plain(page or {}).items()})
            elif page is not None:
                pages.append((path, page))
    for path, page in pages:
        if isinstance(page, dict):
            macros.update(_strings(path, page, "macros"))
            lists.update(_lists(path, page))
    for path, page in pages:
        for rule in _rules(path, page):
            if rule.id in rules:
                first = rules[rule.id]
                raise RuleError(
                    rule.file, rule.line, f"the rule '{rule.id}' stands in {first.file}:{first.line} already"
                )
            rules[rule.id] = rule
    return Rulebook(tuple(rules.values()), lists, macros, profiles, tuple(left_out))


def _vale_styles(files: Iterable[Path]) -> frozenset[Path]:
    """The folders that are Vale styles: those with a rule of Vale's in them."""
    shipped = packaged()
    return frozenset(
        path.parent
        for path in files
        if path.suffix in (".yaml", ".yml")
        and path.parent.name != "profiles"
        and shipped not in path.parents
        and vale.is_rule(path)
    )


def read_list(path: Path) -> frozenset[str]:
    """The words of a list, lower case, one a line; `#` begins a comment."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: can't be read as UTF-8 text: {error}") from None
    words = (line.split("#")[0].strip() for line in lines)
    return frozenset(word.lower() for word in words if word)


def _strings(path: Path, page: Mapping[str, Any], key: str) -> dict[str, str]:
    value = positions.plain(page.get(key) or {})
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise RuleError(str(path), 1, f"'{key}' must map names to text")
    return {str(name): each for name, each in value.items()}


def _lists(path: Path, page: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    value = positions.plain(page.get("lists") or {})
    if not isinstance(value, dict):
        raise RuleError(str(path), 1, "'lists' must map names to words")
    found: dict[str, frozenset[str]] = {}
    for name, words in value.items():
        if isinstance(words, str):
            words = words.split()
        if not isinstance(words, list):
            raise RuleError(str(path), 1, f"the list '{name}' must be words")
        found[str(name)] = frozenset(str(word).lower() for word in words)
    return found


def _profile(path: Path, page: Any, known: Mapping[str, Profile]) -> Profile:
    if not isinstance(page, dict):
        raise UserError(f"{path}:1: a profile is a mapping with name, title and settings")
    data = positions.plain(page)
    allowed = {"name", "title", "extends", "settings", "select", "ignore", "severities"}
    for key in data:
        if key not in allowed:
            raise UserError(f"{path}: unknown key '{key}' in a profile{_meant(str(key), allowed)}")
    name = str(data.get("name") or path.stem)
    line: tuple[str, ...] = (name,)
    settings: dict[str, Any] = {}
    severities: dict[str, str] = {}
    base = data.get("extends")
    if base:
        parent = known.get(str(base))
        if parent is None:
            other = path.with_name(f"{base}.yaml")
            if not other.is_file() or base == name:
                raise UserError(f"{path}: the profile '{base}' that it extends is not known")
            parent = _profile(other, positions.load(other), known)
        line = (name, *parent.line)
        settings |= parent.settings
        severities |= parent.severities
    settings |= data.get("settings") or {}
    severities |= data.get("severities") or {}
    return Profile(
        name=name,
        title=str(data.get("title") or name),
        line=line,
        settings=settings,
        select=tuple(data.get("select") or ()),
        ignore=tuple(data.get("ignore") or ()),
        severities=severities,
    )


def _rules(path: Path, page: Any) -> Iterable[Rule]:
    defaults: Mapping[str, Any] = {}
    entries = page
    if isinstance(page, dict):
        for key in page:
            if key not in ("topic", "defaults", "rules", "lists", "macros", positions.LINE):
                raise RuleError(
                    str(path),
                    page[positions.LINE],
                    f"unknown key '{key}'{_meant(str(key), {'topic', 'defaults', 'rules', 'lists', 'macros'})}",
                )
        defaults = page.get("defaults") or {}
        for key in defaults:
            if key != positions.LINE and key not in _SHARED:
                raise RuleError(
                    str(path), defaults[positions.LINE], f"'{key}' can't be a default of all rules"
                )
        entries = page.get("rules") or []
    if not isinstance(entries, list):
        raise RuleError(str(path), 1, "a rule file is a list of rules, or a mapping with 'rules'")
    for entry in entries:
        if not isinstance(entry, dict):
            raise RuleError(str(path), 1, "each rule is a mapping that starts with '- id:'")
        yield _rule(path, {**defaults, **entry})


def _rule(path: Path, entry: Mapping[str, Any]) -> Rule:
    file, line = str(path), int(entry[positions.LINE])
    name = str(entry.get("id") or "?")

    def refuse(reason: str) -> RuleError:
        return RuleError(file, line, f"rule '{name}': {reason}")

    for key in _NEEDED:
        if key not in entry or entry[key] in (None, ""):
            raise refuse(f"'{key}' is missing")
    if not is_id(name):
        raise refuse("an id reads like a path of lower-case words, such as 'grammar/article-before-plural'")
    data = positions.plain(dict(entry))
    for key, kind in _COMMON.items():
        if key in data and not isinstance(data[key], kind):
            raise refuse(f"'{key}' must be {_NAMES[kind]}")
    for key in ("examples", "counterexamples"):
        if not data[key]:
            raise refuse(f"a rule without {key} does not load")
    from editor.checks.kinds import KINDS

    kind = data["kind"]
    if kind not in KINDS:
        raise refuse(f"there is no check kind '{kind}'{_meant(kind, KINDS)}")
    fields = KINDS[kind]
    for key in data:
        if key not in _COMMON and key not in fields:
            raise refuse(f"unknown key '{key}'{_meant(str(key), set(_COMMON) | set(fields))}")
    try:
        severity = Severity(data["severity"])
        parts = frozenset(PartKind(part) for part in data.get("parts") or ("body",))
        quotations = InQuotations(data.get("quotations") or "query")
        spec = expand(path, {key: data[key] for key in fields if key in data})
        profiles = [str(profile) for profile in data.get("profiles") or ()]
        usual = "ap" if "ap" in profiles or not profiles else profiles[0]
        examples = tuple(_example(each, usual) for each in data["examples"])
        counterexamples = tuple(_counterexample(each, usual) for each in data["counterexamples"])
    except ValueError as error:
        raise refuse(str(error)) from None
    return Rule(
        id=name,
        kind=kind,
        message=data["message"],
        why=data["why"],
        source=data["source"],
        severity=severity,
        safe=bool(data.get("safe", False)),
        profiles=frozenset(profiles),
        parts=parts,
        quotations=quotations,
        protected=bool(data.get("protected", False)),
        spec=spec,
        file=file,
        line=line,
        examples=examples,
        counterexamples=counterexamples,
    )


_NAMES = {str: "text", bool: "true or false", list: "a list"}


def _example(value: Any, profile: str) -> Example:
    if (
        not isinstance(value, dict)
        or not isinstance(value.get("bad"), str)
        or set(value) - {"bad", "good", "profile"}
    ):
        raise ValueError("an example is {bad: text, good: text}; leave 'good' out where a person decides")
    good = value.get("good")
    return Example(value["bad"], None if good is None else str(good), str(value.get("profile", profile)))


def _counterexample(value: Any, profile: str) -> Counterexample:
    if isinstance(value, str):
        return Counterexample(value, profile)
    if (
        isinstance(value, dict)
        and isinstance(value.get("text"), str)
        and not set(value) - {"text", "profile"}
    ):
        return Counterexample(value["text"], str(value.get("profile", profile)))
    raise ValueError(
        f"a counterexample is a text, or {{text, profile}}; quote it where YAML reads '{value}' as something else"
    )


def _meant(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean '{close[0]}'?" if close else ""
