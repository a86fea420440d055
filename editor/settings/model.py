"""What a user can set, as one value; where each setting came from travels with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from editor.values import Severity

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_V = TypeVar("_V")

ALL = "all"
OFF = "off"
DEFAULT = "default"
COMMAND_LINE = "command line"


@dataclass(frozen=True, slots=True)
class ReadabilityLimits:
    """Limits on a story's readability; None where there is none.

    `min_flesch` is Flesch reading ease, `max_grade` a US school grade (Flesch-Kincaid), the sentence
    limits are in words, `max_reading_seconds` in seconds.
    """

    min_flesch: float | None = None
    max_grade: float | None = None
    max_sentence_words: int | None = None
    max_average_sentence_words: float | None = None
    max_reading_seconds: float | None = None

    @property
    def any(self) -> bool:
        """Whether at least one limit is set."""
        return self != ReadabilityLimits()


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings that an editor has seen and wants to be quiet: an entry of the configuration.

    `stories` is a gitignore pattern read from `folder`; `words` narrows it to findings on these words.
    """

    stories: str
    rules: tuple[str, ...]
    reason: str
    words: str | None = None
    folder: Path = Path()


@dataclass(frozen=True)
class Settings:
    """Every setting that holds for a story.

    `rules`, `words` and `baseline` are absolute paths. `exclude` and the keys of the `per_file_` tables are gitignore
    patterns, read from the folder of the file that set them: `folders` by key, else `folder`, where the
    configuration lies. `origins` maps each key, as it is written in the file, to the file that set it,
    "command line" or "default". `severities` maps rule ids or prefixes of them to a severity or "off".
    """

    profile: str = "ap"
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severities: Mapping[str, str] = field(default_factory=dict)
    rules: tuple[Path, ...] = ()
    words: tuple[Path, ...] = ()
    languagetool: str = "auto"
    languagetool_server: str = "shared"
    proofreader: str = "auto"
    baseline: Path | None = None
    exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    encoding: str | None = None
    quotes: str = "profile"
    readability: ReadabilityLimits = ReadabilityLimits()
    per_file_profiles: Mapping[str, str] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    per_file_words: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    suppressions: tuple[Suppression, ...] = ()
    folder: Path = field(default_factory=Path.cwd)
    folders: Mapping[str, Path] = field(default_factory=dict, compare=False)
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def shares_server(self) -> bool:
        """Whether no LanguageTool server is started for this command alone."""
        return self.languagetool_server == "shared" or self.languagetool not in ("auto", "required")

    def origin(self, key: str) -> str:
        """Where the key, written as in the file ("extend-select"), was set."""
        return self.origins.get(key, DEFAULT)

    def severity(self, rule: str, default: Severity) -> Severity | None:
        """The rule's severity, or None where it is off; the longest id or prefix that fits decides."""
        fitting = _longest(rule, self.severities)
        if fitting is None:
            return default
        value = self.severities[fitting]
        return None if value == OFF else Severity(value)

    def beside(self, profile: Mapping[str, str]) -> Settings:
        """These settings with a profile's severities where they name none."""
        return replace(self, severities={**profile, **self.severities})

    def wants(self, rule: str, default: bool = True) -> bool:
        """Whether the rule runs; `default` says whether its profile has it.

        `select` names all that run, `extend_select` adds, `ignore` takes away. Where several fit, the
        longest id or prefix decides, and `ignore` wins a draw.
        """
        selected = _longest(rule, (*self.select, *self.extend_select))
        ignored = _longest(rule, self.ignore)
        if ignored is not None and (selected is None or _weight(ignored) >= _weight(selected)):
            return False
        if selected is not None:
            # A bare "all" or a family picks among the profile's rules; only naming a rule brings in others.
            return default or selected == rule or _longest(rule, self.extend_select) is not None
        return default and not self.select

    def for_file(self, path: Path | None) -> Settings:
        """The settings that hold for one file: its own profile, ignores, words and suppressions.

        The last pattern that fits gives the profile. A profile given on the command line stays.
        """
        if not (self.per_file_profiles or self.per_file_ignores or self.per_file_words or self.suppressions):
            return self
        if path is None:
            return replace(self, suppressions=()) if self.suppressions else self
        profile, origins = self.profile, dict(self.origins)
        if self.origin("profile") != COMMAND_LINE:
            for pattern, name in self._fitting(path, "per-file-profiles", self.per_file_profiles):
                profile = name
                origins["profile"] = f"{self.origin('per-file-profiles')}, per-file-profiles '{pattern}'"
        ignore, words = self.ignore, self.words
        for pattern, rules in self._fitting(path, "per-file-ignores", self.per_file_ignores):
            ignore += rules
            origins["ignore"] = f"{self.origin('per-file-ignores')}, per-file-ignores '{pattern}' too"
        for pattern, files in self._fitting(path, "per-file-words", self.per_file_words):
            words += files
            origins["words"] = f"{self.origin('per-file-words')}, per-file-words '{pattern}' too"
        quiet = tuple(each for each in self.suppressions if fits(path, each.folder, (each.stories,)))
        return replace(self, profile=profile, ignore=ignore, words=words, suppressions=quiet, origins=origins)

    def _fitting(self, path: Path, key: str, table: Mapping[str, _V]) -> Iterator[tuple[str, _V]]:
        """The rows of a per-file table whose pattern fits the path."""
        folder = self.folders.get(key, self.folder)
        return ((pattern, value) for pattern, value in table.items() if fits(path, folder, (pattern,)))

    def excludes(self, path: Path) -> bool:
        """Whether the gitignore patterns of `exclude` take the file out."""
        return bool(self.exclude) and _matches(path, self.folders.get("exclude", self.folder), self._excluded)

    @cached_property
    def _excluded(self) -> GitIgnoreSpec:
        return patterns(self.exclude)


def covers(selector: str, rule: str) -> bool:
    """Whether a selector names the rule: its id, a prefix of whole steps ("grammar", "ap/"), or "all"."""
    return selector in (ALL, rule) or rule.startswith(selector.rstrip("/") + "/")


def patterns(lines: Iterable[str]) -> GitIgnoreSpec:
    """Gitignore patterns, compiled. Raises ValueError where one makes no sense."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(lines)


def fits(path: Path, folder: Path, lines: tuple[str, ...]) -> bool:
    """Whether a path, seen from the folder, fits the gitignore patterns; one outside the folder fits none."""
    return _matches(path, folder, patterns(lines))


def _matches(path: Path, folder: Path, spec: GitIgnoreSpec) -> bool:
    try:
        inside = path.absolute().relative_to(folder)
    except ValueError:
        return False
    return spec.match_file(inside.as_posix())


def _weight(selector: str) -> int:
    return 0 if selector == ALL else len(selector.rstrip("/"))


def _longest(rule: str, selectors: Iterable[str]) -> str | None:
    return max((each for each in selectors if covers(each, rule)), key=_weight, default=None)
