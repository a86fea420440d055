"""Takes out the findings that an editor wants to be quiet, and says which suppressions silenced nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor.documents.directives import Directive, directives
from editor.documents.model import Document
from editor.settings.model import ALL, Settings, covers
from editor.settings.selectors import LANGUAGETOOL, PROOFREADER, exists, nearest
from editor.values import Finding, Severity, Span
from editor.words.model import Kind, Word

UNUSED, WITHOUT_REASON = "copydesk/unused-suppression", "copydesk/suppression-without-reason"
_ENGINES = (LANGUAGETOOL, PROOFREADER)
_FORM = 'write: copydesk: ignore RULE "words" -- reason'
_IGNORE = re.compile(
    r"(?P<rules>[\w/.-]*[\w/](?:\s*,\s*[\w/.-]*[\w/])*)\s*(?:[\"“](?P<words>[^\"”]+)[\"”])?\s*"
    r"(?:(?:--|—|–|:|because\b)\s*(?P<reason>\S.*))?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class _Quiet:
    """One suppression as it holds for a story. `at` is where a finding about it goes."""

    rules: tuple[str, ...]
    words: str | None
    reason: str | None
    scope: Span | None
    at: Span
    wide: bool = False
    """Whether it is for many stories, so that one of them need not use it."""


def settle(
    findings: Sequence[Finding],
    document: Document,
    settings: Settings,
    rules: Callable[[], Sequence[str]],
    ran: Callable[[str], bool],
) -> tuple[Finding, ...]:
    """The findings without those that are suppressed, with those about suppressions, by position.

    `rules` gives the ids of all rules, `ran` says whether a selector names one that was looked for.
    """
    said = directives(document)
    if not said and not settings.suppressions:
        return tuple(findings)
    quiet, wrong = _read(said, document, settings)
    used: set[int] = set()
    kept = []
    for finding in findings:
        silent = [number for number, each in enumerate(quiet) if _silences(each, finding, document.text)]
        used.update(silent)
        if not silent and not any(each.span.overlaps(finding.span) for each in said):
            kept.append(finding)
    about = [*wrong, *_about(quiet, used, rules(), ran)]
    return tuple(sorted([*kept, *_wanted(about, settings)], key=lambda each: (each.span, each.severity.rank)))


def story_words(document: Document) -> tuple[Word, ...]:
    """The words that a story's own notes accept ("copydesk: accept fintech") and name ("copydesk: names Le Drian")."""
    found = []
    for each in directives(document):
        if each.verb in ("accept", "names"):
            kind = Kind.ACCEPT if each.verb == "accept" else Kind.NAME
            words = re.split(r"\s+--\s", each.rest)[0].split(",")
            found += [
                Word(kind, " ".join(word.split()), (), "the story's notes") for word in words if word.strip()
            ]
    return tuple(found)


def _read(
    said: Iterable[Directive], document: Document, settings: Settings
) -> tuple[list[_Quiet], list[tuple[str, Span, str]]]:
    quiet: list[_Quiet] = []
    wrong: list[tuple[str, Span, str]] = []
    for each in said:
        if each.verb != "ignore":
            continue
        match = _IGNORE.fullmatch(each.rest)
        if match is None:
            wrong.append((UNUSED, each.span, f"This can't be read; {_FORM}."))
            continue
        rules = tuple(re.split(r"\s*,\s*", match["rules"]))
        quiet.append(_Quiet(rules, match["words"], match["reason"], each.scope, each.span))
    first = document.blocks[0].span.start if document.blocks else 0
    for entry in settings.suppressions:
        wide = any(mark in entry.stories for mark in "*?[") or entry.stories.endswith("/")
        quiet.append(_Quiet(entry.rules, entry.words, entry.reason, None, Span(first, first), wide))
    return quiet, wrong


def _silences(quiet: _Quiet, finding: Finding, text: str) -> bool:
    if not any(covers(rule, finding.rule) for rule in quiet.rules):
        return False
    span = finding.span
    if quiet.scope is not None and not quiet.scope.start <= span.start <= quiet.scope.end:
        return False
    if quiet.words is None:
        return True
    pattern = r"\s+".join(
        re.escape(word).replace("'", "['’]") for word in quiet.words.replace("’", "'").split()
    )
    around = range(max(0, span.start - len(quiet.words) * 2), span.end + len(quiet.words) * 2)
    return any(
        Span(*match.span()).overlaps(span)
        for match in re.compile(pattern, re.IGNORECASE).finditer(text, around.start, around.stop)
    )


def _about(
    quiet: Sequence[_Quiet], used: set[int], rules: Sequence[str], ran: Callable[[str], bool]
) -> Iterator[tuple[str, Span, str]]:
    for number, each in enumerate(quiet):
        named = ", ".join(each.rules)
        unknown = next((rule for rule in each.rules if not exists(rule, rules)), None)
        if unknown is not None:
            yield UNUSED, each.at, f"There is no rule or family '{unknown}'{nearest(unknown, rules)}."
        elif number not in used and not each.wide and all(ran(rule) for rule in each.rules):
            yield UNUSED, each.at, f"This silences nothing: '{named}' finds nothing here; take it out."
        if each.reason is None and unknown is None:
            yield WITHOUT_REASON, each.at, f"Why is '{named}' to be quiet? {_FORM[0].upper()}{_FORM[1:]}."


def _wanted(about: Iterable[tuple[str, Span, str]], settings: Settings) -> Iterator[Finding]:
    for rule, span, message in about:
        severity = settings.severity(rule, Severity.QUERY)
        if severity is not None and settings.wants(rule):
            yield Finding(rule, "copydesk", severity, message, span)


def looked_for(
    active: Callable[[], Sequence[str]], settings: Settings, engines: Collection[str]
) -> Callable[[str], bool]:
    """Says whether a selector names only rules that were looked for: those of `active` of ours, those of the engines that ran."""

    def ran(selector: str) -> bool:
        if settings.select:
            return False
        if selector == ALL:
            return LANGUAGETOOL in engines
        for engine in _ENGINES:
            if covers(engine, selector) or selector == engine:
                return engine in engines
        return any(covers(selector, rule) for rule in active())

    return ran
