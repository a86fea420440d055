"""Runs the active rules over a document and gives what they found."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property

from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.documents.model import Document, PartKind
from editor.documents.places import Places
from editor.errors import UserError
from editor.rulebook.compiled import Compiled
from editor.rulebook.model import InQuotations, Profile, Rule
from editor.settings.model import Settings, covers
from editor.story import Story
from editor.values import Applicability, Finding, Severity

_ARTICLE = re.compile(r"\b(?:an?|the)\b", re.IGNORECASE)


class Engine:
    """A rulebook with one profile and the settings that pick its rules, ready to check any number of documents."""

    def __init__(self, compiled: Compiled, profile: Profile, settings: Settings | None = None) -> None:
        self.book = compiled.book
        self.profile = profile
        settings = settings or Settings()
        self._settings = settings.beside(profile.severities)
        self._compiled = compiled
        self._patterns = compiled.patterns
        self._active = frozenset(number for number, rule in enumerate(self.book.rules) if self.runs(rule))

    @cached_property
    def _others(self) -> list[tuple[Rule, Run]]:
        """The active rules of other kinds than pattern, with what runs them."""
        return [
            (rule, self._compiled.runner(number))
            for number, rule in enumerate(self.book.rules)
            if number in self._active and rule.kind != "pattern"
        ]

    def runs(self, rule: Rule) -> bool:
        """Whether the rule is active under this profile and these settings."""
        listed = rule.is_in(self.profile.line) and not any(
            covers(each, rule.id) for each in self.profile.ignore
        )
        wanted = self._settings.wants(rule.id, listed)
        return wanted and self._settings.severity(rule.id, rule.severity) is not None

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
                found += self._finding(rule, hit, story, places)
            if progress:
                progress(line.span.end)
        for rule, run in self._others:
            for hit in run(story):
                found += self._finding(rule, hit, story, places)
        return sorted(dict.fromkeys(found), key=lambda each: (each.span, each.severity.rank, each.rule))

    def _finding(self, rule: Rule, hit: Hit, story: Story, places: Places) -> Iterable[Finding]:
        part = places.part(hit.span.start)
        if part not in rule.parts or (not rule.protected and places.protected(hit.span)):
            return
        if part is PartKind.HEADLINE and _only_articles(hit, story.text):
            return
        own = hit.severity or rule.severity
        severity = self._settings.severity(rule.id, own) or own
        safe = rule.safe if hit.safe is None else hit.safe
        applicability = (Applicability.SAFE if safe else Applicability.UNSAFE) if hit.replacements else None
        if severity is Severity.QUERY or not hit.applicable:
            applicability = None
        if rule.quotations is InQuotations.SKIP and places.quoted(hit.span):
            return
        message = hit.message or rule.message
        message = message.replace("{span}", hit.span.of(story.text))
        if hit.replacements:
            message = message.replace("{fix}", hit.replacements[0])
        found = Finding(rule.id, rule.category, severity, message, hit.span, hit.replacements, applicability)
        yield found if rule.quotations is InQuotations.APPLY else places.asked_in_quotations(found)


def _only_articles(hit: Hit, text: str) -> bool:
    """Whether all that the first suggestion changes is an article, which headlines leave out."""
    if not hit.replacements:
        return False
    before, after = (_ARTICLE.sub(" ", each).split() for each in (hit.span.of(text), hit.replacements[0]))
    return before == after


def profile_named(compiled: Compiled, name: str) -> Profile:
    """The profile; raises UserError with the names that there are."""
    profiles = compiled.book.profiles
    if name not in profiles:
        raise UserError(f"there is no profile '{name}'; choose one of {', '.join(sorted(profiles))}")
    return profiles[name]
