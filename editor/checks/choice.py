"""choice: of several forms the one that the profile's setting names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from editor.checks.expressions import compiled
from editor.checks.kinds import Run
from editor.checks.registry import Hit
from editor.checks.style.house import Use, allowed, fitted, matches, preferred, settle
from editor.rulebook.model import Rule, Rulebook
from editor.story import Story
from editor.values import Span


@dataclass(frozen=True, slots=True)
class _Form:
    keep: re.Pattern[str]
    swaps: tuple[tuple[re.Pattern[str], str], ...]


def compile_rule(rule: Rule, book: Rulebook) -> Run:
    """Finds what is not in the form that `setting` names, with that form's `swap` as its corrections.

    `forms` maps each value of the setting to `keep`, an expression for the form itself (else the value),
    and `swap`, which maps expressions for other forms to what they become; `$1` stands for a group.
    `mixed: most` asks that at least half of the story be in the form before each departure counts.
    """
    setting = rule.spec.get("setting")
    forms = rule.spec.get("forms")
    if not isinstance(setting, str) or not isinstance(forms, dict) or not forms:
        raise ValueError(
            "'setting' must name a setting of the profile and 'forms' say how each value is written"
        )
    mixed = rule.spec.get("mixed", "any")
    if mixed not in ("any", "most"):
        raise ValueError("'mixed' is 'any' or 'most'")
    ready = {str(value): _form(str(value), spec) for value, spec in forms.items()}

    def run(story: Story) -> Iterator[Hit]:
        form = _house_form(story, rule, setting, ready)
        if form is None:
            return
        accepted = [ready[value].keep for value in allowed(story, setting) if value in ready]
        departures = [use for use in _departures(story, rule, form) if not _accepted(story, use, accepted)]
        if departures:
            taken = {use.span.start for use in departures}
            kept = [
                Use(Span(*match.span()))
                for keep in accepted
                for match in matches(story, rule, keep)
                if _stands_free(match) and match.start() not in taken
            ]
            yield from settle(story, rule, [*kept, *departures], most=mixed == "most")

    return run


def _house_form(story: Story, rule: Rule, setting: str, ready: Mapping[str, _Form]) -> _Form | None:
    """Of the forms that the house allows the one that the story has most, else the first; None where the rule has no first."""
    first = ready.get(preferred(story, setting))
    if first is None:
        return None
    others = [ready[value] for value in allowed(story, setting) if value in ready]
    if len(others) < 2:
        return first

    def used(form: _Form) -> int:
        return sum(_stands_free(match) for match in matches(story, rule, form.keep))

    return max([first, *others], key=used)


def _form(value: str, spec: object) -> _Form:
    if not isinstance(spec, dict) or set(spec) - {"keep", "swap"}:
        raise ValueError(f"the form '{value}' takes 'keep' and 'swap'")
    keep = compiled(str(spec.get("keep", re.escape(value))), ignorecase=False)
    swap = spec.get("swap")
    if not isinstance(swap, dict):
        raise ValueError(f"the form '{value}' must say with 'swap' what becomes of other forms")
    return _Form(
        keep,
        tuple(
            (compiled(str(key), ignorecase=False), re.sub(r"\$(\d)", r"\\g<\1>", str(text)))
            for key, text in swap.items()
        ),
    )


def _departures(story: Story, rule: Rule, form: _Form) -> list[Use]:
    found: dict[int, Use] = {}
    for pattern, template in form.swaps:
        for match in matches(story, rule, pattern, _beginning(pattern.pattern)):
            if match.start() not in found and _stands_free(match):
                span = Span(*match.span())
                found[match.start()] = Use(span, (fitted(story, span, match.expand(template)),))
    return [found[at] for at in sorted(found)]


def _stands_free(match: re.Match[str]) -> bool:
    """Whether no letter or digit touches a match that begins or ends in one."""
    text = match.string
    start, end = match.span()
    if text[start].isalnum() and start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return False
    return not (text[end - 1].isalnum() and end < len(text) and (text[end].isalnum() or text[end] == "_"))


def _accepted(story: Story, use: Use, accepted: list[re.Pattern[str]]) -> bool:
    return any(keep.fullmatch(story.text, *use.span) for keep in accepted)


@lru_cache(maxsize=256)
def _beginning(source: str) -> tuple[str, ...]:
    """The plain text that every match of an expression begins with, none where that can't be told."""
    plain = re.match(r"(?:[\w ]|\\[.$])*", source)
    text = plain.group() if plain else ""
    rest = source[len(text) :]
    if "|" in re.sub(r"\([^()]*\)", "", source):
        return ()
    if rest[:1] in ("?", "*", "{"):
        text = text[:-2] if text.endswith(("\\.", "\\$")) else text[:-1]
    text = re.sub(r"\\(.)", r"\1", text)
    return (text,) if text else ()
