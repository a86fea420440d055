"""Which of LanguageTool's rules speak on news copy, read from data, and what a match becomes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from editor.chosen import choices_of, read
from editor.errors import UserError
from editor.languagetool.client import Match
from editor.languagetool.names import SpellingJudge
from editor.values import Applicability, Finding, Severity

PREFIX = "lt/"
SOURCE = "languagetool"
OFF = "off"
_LEVELS = (OFF, *Severity)
_SHOWN = 5
_SIC = re.compile(r"[\"'”’.,]*\s?[(\[]sic[)\]]", re.IGNORECASE)
_SPELLING = ("MORFOLOGIK_RULE_", "HUNSPELL_")


@dataclass(frozen=True, slots=True)
class Choice:
    """How loudly a rule or category speaks. `level` is "off" or a severity; the counts are what was measured.

    `clean`: alerts on clean news, of which `right` marked errors; `drafts`: right alerts on drafts with
    errors, beside `wrong` false ones; `news`: alerts on further news, of which `news_right` were right.
    None where it was not seen.
    """

    level: str
    why: str
    safe: bool = False
    safe_before: re.Pattern[str] | None = None
    quiet: re.Pattern[str] | None = None
    clean: int | None = None
    right: int | None = None
    drafts: int | None = None
    wrong: int | None = None
    news: int | None = None
    news_right: int | None = None


@dataclass(frozen=True)
class Choices:
    """The choice for every rule of LanguageTool: by its id, else by a prefix of it, else by category, else the default."""

    default: str
    categories: Mapping[str, Choice]
    rules: Mapping[str, Choice]
    prefixes: Mapping[str, Choice]
    headline_keeps: tuple[str, ...] = ()
    _known: dict[tuple[str, str], Choice] = field(default_factory=dict, repr=False, compare=False)

    def of(self, rule_id: str, category_id: str) -> Choice:
        """What was chosen for a rule of LanguageTool."""
        key = (rule_id, category_id)
        if key not in self._known:
            self._known[key] = self._find(rule_id, category_id)
        return self._known[key]

    def of_finding(self, finding: Finding) -> Choice:
        """What was chosen for the rule that a finding comes from."""
        return self.of(finding.rule.removeprefix(PREFIX), finding.category.upper().replace("-", "_"))

    def _find(self, rule_id: str, category_id: str) -> Choice:
        if rule_id in self.rules:
            return self.rules[rule_id]
        fitting = [prefix for prefix in self.prefixes if rule_id.startswith(prefix)]
        if fitting:
            return self.prefixes[max(fitting, key=len)]
        return self.categories.get(category_id) or Choice(self.default, "Not judged yet.")

    @property
    def disabled_rules(self) -> frozenset[str]:
        """Rules that the server need not run."""
        return frozenset(rule for rule, choice in self.rules.items() if choice.level == OFF)

    @property
    def disabled_categories(self) -> frozenset[str]:
        """Categories that the server need not run."""
        return frozenset(name for name, choice in self.categories.items() if choice.level == OFF)

    @property
    def enabled_rules(self) -> frozenset[str]:
        """Rules that are wanted though their category is off."""
        return frozenset(rule for rule, choice in self.rules.items() if choice.level != OFF)

    def finding(
        self, match: Match, text: str, judge: SpellingJudge, *, headline: bool = False
    ) -> Finding | None:
        """What a match in `text` becomes, None for nothing. `judge` knows the spelling of the same text."""
        choice = self.of(match.rule_id, match.category_id)
        if choice.level == OFF:
            return None
        marked = match.span.of(text)
        if _SIC.match(text, match.span.end):
            # Somebody has seen it, and wants it so.
            return None
        if choice.quiet is not None and choice.quiet.match(marked):
            return None
        severity = Severity(choice.level)
        replacements = match.replacements
        if match.rule_id.startswith(_SPELLING):
            spelling = judge.judge(match.span, replacements, match.message)
            if spelling.severity is None:
                return None
            severity = max(severity, spelling.severity, key=lambda each: each.rank)
            replacements = spelling.replacements
        replacements = tuple(dict.fromkeys(each for each in replacements if each != marked))[:_SHOWN]
        if headline and not any(_fits(keep, match.rule_id) for keep in self.headline_keeps):
            severity = Severity.QUERY
        applicability: Applicability | None = None
        if replacements and severity is not Severity.QUERY:
            safe = choice.safe and len(replacements) == 1
            if safe and choice.safe_before is not None:
                safe = choice.safe_before.match(text, match.span.end) is not None
            applicability = Applicability.SAFE if safe else Applicability.UNSAFE
        return Finding(
            rule=PREFIX + match.rule_id,
            category=match.category_id.lower().replace("_", "-"),
            severity=severity,
            message=" ".join(match.message.split()),
            span=match.span,
            replacements=replacements,
            applicability=applicability,
            source=SOURCE,
        )


def _fits(pattern: str, rule_id: str) -> bool:
    return rule_id.startswith(pattern[:-1]) if pattern.endswith("*") else rule_id == pattern


def choices_file() -> Path:
    """The file with the choices that copydesk ships."""
    return choices_of("languagetool")


@cache
def load_choices(path: Path | None = None) -> Choices:
    """The choices in `path`, by default those that ship. Raises UserError, one line with the entry at fault."""
    path = path or choices_file()
    data = read(path)
    if not isinstance(data, dict) or data.get("version") != 1:
        raise UserError(f"{path}: 'version: 1' is missing")
    rules: dict[str, Choice] = {}
    prefixes: dict[str, Choice] = {}
    for entry in data.get("rules") or []:
        if not isinstance(entry, dict) or not isinstance(entry.get("id"), str):
            raise UserError(f"{path}: an entry of 'rules' has no id: {entry!r}")
        name = entry["id"]
        target, key = (prefixes, name[:-1]) if name.endswith("*") else (rules, name)
        if key in target:
            raise UserError(f"{path}: {name} stands there twice")
        target[key] = _choice(path, name, {k: v for k, v in entry.items() if k != "id"})
    categories = {
        str(name): _choice(path, str(name), entry) for name, entry in (data.get("categories") or {}).items()
    }
    default = str(data.get("default", Severity.QUERY))
    if default not in _LEVELS:
        raise UserError(f"{path}: default: '{default}' is none of {', '.join(_LEVELS)}")
    keeps = tuple(str(each) for each in data.get("headline_keeps") or ())
    return Choices(default, categories, rules, prefixes, keeps)


_KEYS = frozenset(
    (
        "level",
        "why",
        "safe",
        "safe_before",
        "quiet",
        "clean",
        "right",
        "drafts",
        "wrong",
        "news",
        "news_right",
    )
)


def _choice(path: Path, name: str, entry: Any) -> Choice:
    if not isinstance(entry, dict):
        raise UserError(f"{path}: {name}: must be a mapping with level and why")
    unknown = set(entry) - _KEYS
    if unknown:
        raise UserError(f"{path}: {name}: unknown key '{sorted(map(str, unknown))[0]}'")
    if entry.get("level") not in _LEVELS:
        raise UserError(f"{path}: {name}: level '{entry.get('level')}' is none of {', '.join(_LEVELS)}")
    if not str(entry.get("why") or "").strip():
        raise UserError(f"{path}: {name}: why is missing")
    patterns: dict[str, re.Pattern[str] | None] = {}
    for key in ("safe_before", "quiet"):
        try:
            patterns[key] = re.compile(entry[key]) if key in entry else None
        except (re.error, TypeError) as error:
            raise UserError(f"{path}: {name}: {key} is no regular expression: {error}") from None
    counts = {key: entry.get(key) for key in ("clean", "right", "drafts", "wrong", "news", "news_right")}
    for key, value in counts.items():
        if value is not None and not isinstance(value, int):
            raise UserError(f"{path}: {name}: {key} must be a number")
    return Choice(
        level=str(entry["level"]),
        why=str(entry["why"]),
        safe=entry.get("safe") is True,
        safe_before=patterns["safe_before"],
        quiet=patterns["quiet"],
        **counts,
    )


def describe(rule: str) -> str:
    """What copydesk makes of a rule of LanguageTool, by its id with or without "lt/": lines for a person."""
    name = rule.removeprefix(PREFIX)
    choices = load_choices()
    choice = choices.rules.get(name)
    if choice is None:
        fitting = [prefix for prefix in choices.prefixes if name.startswith(prefix)]
        choice = choices.prefixes[max(fitting, key=len)] if fitting else None
    lines = [f"{PREFIX}{name}", "", "  A rule of LanguageTool (English)."]
    if choice is None:
        return "\n".join(
            [
                *lines,
                "  No choice of its own: its category decides (rules/languagetool/choices.yaml).",
                f"  More:      https://community.languagetool.org/rule/show/{name}?lang=en",
            ]
        )
    lines += [f"  Why:       {choice.why}", f"  Severity:  {choice.level}"]
    if choice.level not in (OFF, Severity.QUERY):
        lines.append(
            "  Fix:       safe: `copydesk fix` applies it"
            if choice.safe
            else "  Fix:       not safe: applied only with --unsafe-fixes"
        )
    if choice.clean is not None:
        lines.append(
            f"  Measured:  {choice.clean} alerts on 14,720 words of clean news, {choice.right or 0} of them right"
        )
    if choice.news is not None:
        lines.append(
            f"  Measured:  {choice.news} alerts on 328,000 words of further news, {choice.news_right or 0} of them right"
        )
    if choice.drafts is not None:
        lines.append(
            f"  Measured:  {choice.drafts} right, {choice.wrong or 0} wrong alerts on drafts with errors"
        )
    lines.append(f"  More:      https://community.languagetool.org/rule/show/{name}?lang=en")
    return "\n".join(lines)
