"""Whether the rules that the settings name exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from editor.errors import UserError
from editor.proofreader.kinds import KINDS
from editor.rulebook.builtin import BUILTIN
from editor.rulebook.model import Rulebook
from editor.settings.load import as_seen
from editor.settings.model import COMMAND_LINE, DEFAULT, Settings, covers

LANGUAGETOOL, PROOFREADER = "lt", "proofreader"
"""What the names of the engines' rules begin with."""

_DOUBTS = tuple(f"{PROOFREADER}/{kind}" for kind in KINDS)


def known_selectors(settings: Settings, book: Rulebook) -> None:
    """Raises UserError for the first selector that names neither a rule nor a family."""
    rules = [rule.id for rule in book.rules] + list(BUILTIN)
    for key, selector in _selectors(settings):
        if not exists(selector, rules):
            place = _place(settings, key, selector)
            raise UserError(f"{place}: there is no rule or family '{selector}'{nearest(selector, rules)}")


def _place(settings: Settings, key: str, selector: str) -> str:
    origin = settings.origins.get(f"{key}.{selector}") or settings.origins.get(f"extend-{key}")
    origin = origin or settings.origin(key)
    if origin == COMMAND_LINE:
        return f"--{key}"
    return f"'{key}'" if origin == DEFAULT else f"{as_seen(Path(origin))}: '{key}'"


def exists(selector: str, rules: Iterable[str]) -> bool:
    """Whether the selector names at least one of the rules, or a rule of LanguageTool or the proofreader."""
    # Which rules LanguageTool has is not ours to say.
    foreign = covers(LANGUAGETOOL, selector) or selector == LANGUAGETOOL
    return foreign or any(covers(selector, each) for each in (*rules, *_DOUBTS))


def nearest(selector: str, rules: Iterable[str]) -> str:
    """The end of a message that suggests the nearest name, "" where none is near."""
    names = {name for rule in rules for name in _family(rule)}
    close = difflib.get_close_matches(selector.rstrip("/"), sorted(names), n=1)
    return f"; did you mean '{close[0]}'?" if close else "; `copydesk rules` lists them"


def _family(rule: str) -> Iterator[str]:
    steps = rule.split("/")
    return ("/".join(steps[:count]) for count in range(1, len(steps) + 1))


def _selectors(settings: Settings) -> Iterator[tuple[str, str]]:
    for key, selectors in (
        ("select", settings.select),
        ("extend-select", settings.extend_select),
        ("ignore", settings.ignore),
        ("severities", settings.severities),
    ):
        yield from ((key, each) for each in selectors)
