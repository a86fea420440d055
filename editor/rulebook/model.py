"""A rule and a profile, as the rulebook holds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from editor.documents.model import PartKind
from editor.values import Severity


class InQuotations(StrEnum):
    """What a rule does inside a quotation: keep quiet, ask a person, or go on as elsewhere (typography)."""

    SKIP = "skip"
    QUERY = "query"
    APPLY = "apply"


@dataclass(frozen=True, slots=True)
class Example:
    """A bad text and what it must become; `good` is None where a person has to decide.

    `profile` is the profile that it is tried under.
    """

    bad: str
    good: str | None
    profile: str = "ap"


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A text that the rule must keep quiet on, and the profile that it is tried under."""

    text: str
    profile: str = "ap"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the rulebook.

    `profiles` is empty where the rule is in every profile. `spec` is what its check kind needs.
    `examples` and `counterexamples` may be empty in a rule that came from the compiled rulebook.
    """

    id: str
    kind: str
    message: str
    why: str
    source: str
    severity: Severity
    safe: bool
    profiles: frozenset[str]
    parts: frozenset[PartKind]
    quotations: InQuotations
    protected: bool
    spec: Mapping[str, Any]
    file: str
    line: int
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Counterexample, ...] = ()

    @property
    def category(self) -> str:
        """The first step of the id: "grammar" of "grammar/article-before-plural"."""
        return self.id.partition("/")[0]

    def is_in(self, profiles: tuple[str, ...]) -> bool:
        """Whether the rule belongs to any of the profiles (a profile and those that it extends)."""
        return not self.profiles or not self.profiles.isdisjoint(profiles)


@dataclass(frozen=True, slots=True)
class Profile:
    """A stylebook: `settings` are read by rules ("quotes": "straight"); `line` is the profile and those it extends."""

    name: str
    title: str
    line: tuple[str, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Any:
        return self.settings[key]

    def get(self, key: str, default: Any = None) -> Any:
        """A setting, or the default."""
        return self.settings.get(key, default)


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule, word list, macro, table and profile that was loaded, before a profile picks its own.

    `left_out` says of each rule of a Vale style that can't be used its file, line and the reason.
    """

    rules: tuple[Rule, ...]
    lists: Mapping[str, frozenset[str]]
    macros: Mapping[str, str]
    profiles: Mapping[str, Profile]
    left_out: tuple[str, ...] = ()
