"""consistency: one form through the story where two are in use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from editor.checks.casing import as_written
from editor.checks.expressions import alternatives, span_of
from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story
from editor.values import Span

_PLAIN = re.compile(r"[\w -]+")
# "Mumbai (Bombay)", "formerly known as Bombay": the other form is told of, not used.
_GLOSS = re.compile(r"(?:\((?:formerly |once |now |also |previously )?|\bformerly (?:known as |called )?)\Z")
_NEAR = 20


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds the form to give up wherever both forms of a pair of `either` stand outside quotations.

    The form kept is the one that the profile's setting `prefer` names, else the more frequent, else the first seen.
    """
    either = rule.spec.get("either")
    if not isinstance(either, dict) or not either:
        raise ValueError("'either' must map one form to the other")
    ignorecase = bool(rule.spec.get("ignorecase", False))
    nonword = bool(rule.spec.get("nonword", False))
    prefer = rule.spec.get("prefer")

    @cache
    def expression(form: str) -> re.Pattern[str]:
        return alternatives([form], ignorecase=ignorecase, nonword=nonword)

    pairs = []
    for one, other in either.items():
        # Few stories have one of the forms, hardly any both: plain ones are looked for first.
        literals = tuple(str(form).lower() for form in (one, other) if _PLAIN.fullmatch(str(form)))
        forms = (str(one), str(other))
        if len(literals) < 2:
            for form in forms:
                expression(form)
        pairs.append((literals, forms))

    def run(story: Story) -> Iterator[Hit]:
        small = story.text.lower()
        for literals, forms in pairs:
            if not all(literal in small for literal in literals):
                continue
            spots = {form: list(_spots(story, expression(form))) for form in forms}
            if not all(spots.values()):
                continue
            (one, ones), (other, others) = spots.items()
            wanted = story.profile.get(prefer) if prefer else None
            if wanted in (_plain(one), _plain(other)):
                kept = one if wanted == _plain(one) else other
            elif len(ones) != len(others):
                kept = one if len(ones) > len(others) else other
            else:
                kept = one if ones[0].start < others[0].start else other
            for span in others if kept == one else ones:
                yield Hit(span, (as_written(span.of(story.text), _plain(kept)),))

    def _spots(story: Story, pattern: re.Pattern[str]) -> Iterator[Span]:
        for block in story.document.blocks:
            for match in pattern.finditer(story.text, block.span.start, block.span.end):
                span = span_of(match)
                if (
                    block.kind in rule.parts
                    and not story.quoted(span)
                    and not story.protected(span)
                    and not _GLOSS.search(story.text, max(0, span.start - _NEAR), span.start)
                ):
                    yield span

    return run


def _plain(form: str) -> str:
    return form.replace("\\", "")
