"""What an engine beside our rules found, as the settings want it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from editor.settings.model import Settings
from editor.values import Applicability, Finding, Severity


def wanted(
    found: Iterable[Finding], settings: Settings, stays: Callable[[Finding], bool]
) -> Iterator[Finding]:
    """The findings that the settings want, at the severities that they name, which make a query louder too.

    `stays` says which queries stay so: those that ask because of their place, a quotation, say.
    """
    for each in found:
        severity = settings.severity(each.rule, each.severity)
        if severity is None or not settings.wants(each.rule):
            continue
        if severity is each.severity:
            yield each
        elif severity is Severity.QUERY or (each.severity is Severity.QUERY and stays(each)):
            yield each.asked()
        else:
            unsafe = Applicability.UNSAFE if each.replacements else None
            yield replace(each, severity=severity, applicability=each.applicability or unsafe)
