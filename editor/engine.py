"""Runs the active rules over a document and gives what they found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from editor.checks.kinds import Run, compiler
from editor.checks.pattern.index import Patterns
from editor.checks.registry import Hit
from editor.documents.model import Document
from editor.documents.places import Places
from editor.errors import UserError
from editor.rulebook.compiled import Compiled
from editor.rulebook.model import InQuotations, Profile, Rule
from editor.story import Story
from editor.values import Applicability, Finding, Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """Which rules run: ids or id prefixes. An empty `select` means all of the profile's rules."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend: tuple[str, ...] = ()
    severities: Mapping[str, str] | None = None


class Engine:
    """A rulebook with one profile and one selection of rules, ready to check any number of documents."""

    def __init__(self, compiled: Compiled, profile: Profile, selection: Selection | None = None) -> None:
        self.book = compiled.book
        self.profile = profile
        self._selection = selection or Selection()
        self._severities = {**profile.severities, **(self._selection.severities or {})}
        self._patterns = Patterns(compiled.index, self.book.rules, self.book.lists, self.book.macros)
        self._active = frozenset(number for number, rule in enumerate(self.book.rules) if self.runs(rule))
        self._others: list[tuple[Rule, Run]] | None = None

    def runs(self, rule: Rule) -> bool:
        """Whether the rule is active under this profile and selection."""
        chosen = self._selection
        if severity_for(rule.id, self._severities) == "off":
            return False
        if any(covers(each, rule.id) for each in chosen.ignore):
            return False
        if any(covers(each, rule.id) for each in chosen.extend):
            return True
        if chosen.select:
            return any(covers(each, rule.id) for each in chosen.select) and rule.is_in(self.profile.line)
        if any(covers(each, rule.id) for each in self.profile.ignore):
            return False
        return rule.is_in(self.profile.line)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The active rules in the rulebook's order."""
        return tuple(self.book.rules[number] for number in sorted(self._active))

    def check(self, document: Document, progress: Callable[[int], None] | None = None) -> list[Finding]:
        """What the active rules find, by position. `progress` is told how many code points are done."""
        story = Story(document, self.profile, self.book.lists)
        places = story.places
        found: list[Finding] = []
        for line in story.lines:
            for rule, hit in self._patterns.hits(story, line, self._active):
                if line.block.kind in rule.parts:
                    found += self._finding(rule, hit, story, places)
            if progress:
                progress(line.span.end)
        if self._others is None:
            self._others = [
                (rule, compiler(rule.kind)(rule, self.book))
                for number, rule in enumerate(self.book.rules)
                if number in self._active and rule.kind != "pattern"
            ]
        for rule, run in self._others:
            for hit in run(story):
                if places.part(hit.span.start) in rule.parts:
                    found += self._finding(rule, hit, story, places)
        return sorted(set(found), key=lambda each: (each.span, each.severity.rank, each.rule))

    def _finding(self, rule: Rule, hit: Hit, story: Story, places: Places) -> Iterable[Finding]:
        if not rule.protected and places.protected(hit.span):
            return
        severity = Severity(severity_for(rule.id, self._severities) or rule.severity)
        safe = rule.safe if hit.safe is None else hit.safe
        applicability = (Applicability.SAFE if safe else Applicability.UNSAFE) if hit.replacements else None
        if severity is Severity.QUERY:
            applicability = None
        if rule.quotations is not InQuotations.APPLY and places.quoted(hit.span):
            if rule.quotations is InQuotations.SKIP:
                return
            severity, applicability = Severity.QUERY, None
        message = hit.message or rule.message
        message = message.replace("{span}", hit.span.of(story.text))
        if hit.replacements:
            message = message.replace("{fix}", hit.replacements[0])
        yield Finding(rule.id, rule.category, severity, message, hit.span, hit.replacements, applicability)


def covers(prefix: str, rule: str) -> bool:
    """Whether an id or id prefix ("grammar", "ap/") names the rule; "all" names every rule."""
    bare = prefix.rstrip("/")
    return bare in ("all", rule) or rule.startswith(bare + "/")


def severity_for(rule: str, severities: Mapping[str, str]) -> str | None:
    """The severity that the longest matching id or prefix sets, or None."""
    fitting = [prefix for prefix in severities if covers(prefix, rule)]
    return severities[max(fitting, key=len)] if fitting else None


def profile_named(compiled: Compiled, name: str) -> Profile:
    """The profile; raises UserError with the names that there are."""
    profiles = compiled.book.profiles
    if name not in profiles:
        raise UserError(f"there is no profile '{name}'; choose one of {', '.join(sorted(profiles))}")
    return profiles[name]
