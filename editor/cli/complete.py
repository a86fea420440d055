"""What the shell offers at a press of Tab: rules, profiles, files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import click
from click.shell_completion import CompletionItem

from editor.errors import CopydeskError

_Read = TypeVar("_Read")


def files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Files and folders, by the shell's own means."""
    return [CompletionItem(incomplete, type="file")]


def folders(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Folders, by the shell's own means."""
    return [CompletionItem(incomplete, type="dir")]


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Families, and once one is written the rules in it, each with why."""
    from editor.rulebook.builtin import BUILTIN
    from editor.rulebook.compiled import described

    known = {**{rule.id: rule.why for rule in _of_the_rulebook(described)}, **BUILTIN}
    if "/" not in incomplete:
        names = sorted({name.partition("/")[0] for name in known})
        found = [CompletionItem(name) for name in names if name.startswith(incomplete)]
        if len(found) != 1:
            return found
    return [
        CompletionItem(name, help=why) for name, why in sorted(known.items()) if name.startswith(incomplete)
    ]


def profiles(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The stylebooks."""
    from editor.rulebook.compiled import compiled

    found = _of_the_rulebook(compiled).book.profiles
    return [
        CompletionItem(name, help=each.title)
        for name, each in sorted(found.items())
        if name.startswith(incomplete)
    ]


def engines(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What --languagetool takes but for addresses."""
    from editor.settings.load import LANGUAGETOOL

    return _starting(LANGUAGETOOL, incomplete)


def proofreader(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What --proofreader takes."""
    from editor.settings.load import PROOFREADER

    return _starting(PROOFREADER, incomplete)


def _starting(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _of_the_rulebook(read: Callable[[Sequence[Path]], _Read]) -> _Read:
    """What is read of the rulebook that the settings here name, or of ours alone."""
    from editor.cli.setup import settings_here

    try:
        return read(settings_here(None, False).rules)
    except CopydeskError:
        # A press of Tab is no time for complaints.
        return read(())
