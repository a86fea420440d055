"""Runs the examples and counterexamples that every rule carries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor.documents.read import read_document
from editor.engine import Engine, profile_named
from editor.rulebook.compiled import Compiled
from editor.rulebook.model import Rule
from editor.rulebook.scaffold import unfilled
from editor.settings.model import Settings
from editor.values import Finding


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that a rule does not live up to, in one line for a person."""

    rule: Rule
    reason: str


class Prover:
    """Tries rules on their own examples; engines are made once a profile."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._engines: dict[str, Engine] = {}

    def prove(self, rules: Iterable[Rule]) -> Iterator[Failure]:
        """Every example that fails, or what a new rule has yet to be given; the rules must carry their examples (from `editor.rulebook.load`)."""
        for rule in rules:
            missing = unfilled(rule)
            if missing:
                yield from (Failure(rule, each) for each in missing)
                continue
            for example in rule.examples:
                found = self._findings(rule, example.bad, example.profile)
                if not found:
                    yield Failure(rule, f"finds nothing in {example.bad!r}")
                elif example.good is not None:
                    fixed = apply_first(example.bad, found)
                    if fixed != example.good:
                        yield Failure(rule, f"makes {fixed!r} of {example.bad!r}, not {example.good!r}")
                    elif self._findings(rule, fixed, example.profile):
                        yield Failure(rule, f"is not content with its own {fixed!r}")
            for counterexample in rule.counterexamples:
                found = self._findings(rule, counterexample.text, counterexample.profile)
                if found:
                    words = found[0].span.of(counterexample.text)
                    yield Failure(rule, f"must keep quiet on {counterexample.text!r} but flags {words!r}")

    def message(self, rule: Rule) -> str:
        """What a person is told at the first of the rule's examples."""
        first = rule.examples[0]
        found = self._findings(rule, first.bad, first.profile)
        return found[0].message if found else rule.message

    def _findings(self, rule: Rule, text: str, profile: str) -> list[Finding]:
        if profile not in self._engines:
            settings = Settings(profile=profile)
            self._engines[profile] = Engine(self._compiled, profile_named(self._compiled, profile), settings)
        document = read_document("example.txt", text.encode())
        return [each for each in self._engines[profile].check(document) if each.rule == rule.id]


def apply_first(text: str, findings: Sequence[Finding]) -> str:
    """The text with each finding's first replacement, from the front, overlaps left out."""
    pieces, at = [], 0
    for finding in sorted(findings, key=lambda each: each.span):
        if finding.replacements and finding.span.start >= at:
            pieces += [text[at : finding.span.start], finding.replacements[0]]
            at = finding.span.end
    return "".join([*pieces, text[at:]])
