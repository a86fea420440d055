"""Turns a command's options into settings, stories and a desk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from editor.errors import UserError
from editor.settings.load import SettingsLoader, as_seen
from editor.settings.model import COMMAND_LINE, Settings

if TYPE_CHECKING:
    from editor.desk import Desk
    from editor.rulebook.model import Rule


@dataclass(frozen=True, slots=True)
class Source:
    """Where a story comes from: a file, or standard input where `path` is None."""

    path: Path | None
    name: str
    content: bytes | None = None
    """The bytes where they are not the file's: what git has staged, what came in by standard input."""

    def data(self) -> bytes:
        """The bytes of the story; raises UserError where they can't be had."""
        if self.content is not None:
            return self.content
        if self.path is None:
            return sys.stdin.buffer.read()
        from editor.documents.source import read_bytes

        return read_bytes(self.path)


def settings_here(config: str | None, no_config: bool) -> Settings:
    """The settings of the current folder."""
    return SettingsLoader(_file(config), search=not no_config).for_file(None)


def loader(options: dict[str, Any]) -> SettingsLoader:
    """The loader for a command's options; raises UserError where one makes no sense."""
    folders = [str(Path(folder).absolute()) for folder in options.get("rule_folders") or ()]
    return SettingsLoader(
        _file(options.get("config")),
        search=not options.get("no_config"),
        command_line={
            "profile": options.get("profile"),
            "select": options.get("select") or None,
            "ignore": options.get("ignore") or None,
            "extend-select": options.get("extend_select") or None,
            "rules": folders or None,
            "languagetool": options.get("languagetool"),
            "proofreader": options.get("proofreader"),
            "languagetool-server": "own" if options.get("no_server") else None,
            "encoding": options.get("encoding"),
            "respect-gitignore": False if options.get("no_gitignore") else None,
        },
    )


def desk(options: dict[str, Any], tell: Callable[[str], None] | None = None) -> Desk:
    """The desk for a command's options; `tell` is given lines for the person, by default it says them at once."""
    from editor.desk import Desk

    cache = None
    if not options.get("no_cache"):
        from editor.cache import results

        cache = results()
    return Desk(loader(options), install=not options.get("no_install"), notify=tell or notify, cache=cache)


def rules_by_id(settings: Callable[[], Settings]) -> Callable[[str], Rule | None]:
    """A function that gives a rule by its id, None for LanguageTool's; it reads the rulebook when first asked."""

    @cache
    def named() -> dict[str, Rule]:
        from editor.rulebook.compiled import described

        return {rule.id: rule for rule in described(settings().rules)}

    return lambda name: named().get(name)


def left_out(folders: tuple[Path, ...]) -> str | None:
    """One line on the rules of Vale styles in the rule folders that can't be used, None where all can."""
    from editor.rulebook.compiled import compiled

    lines = compiled(folders).book.left_out if folders else ()
    if len(lines) < 2:
        return f"left out: {lines[0]}" if lines else None
    return f"{len(lines)} rules of Vale styles are left out; `copydesk rules` says which and why"


def explained(name: str, path: Path | None, settings: Settings) -> str:
    """With which settings a story is checked, for --verbose."""
    files = dict.fromkeys(origin.partition(",")[0] for origin in settings.origins.values())
    shown = [as_seen(Path(file)) for file in files if file != COMMAND_LINE]
    where = f"settings of {', '.join(shown)}" if shown else "no settings file"
    return f"{name}: profile {settings.profile}, {where}, LanguageTool {settings.languagetool}, proofreader {settings.proofreader}"


def notify(line: str) -> None:
    """Say something to the person on standard error."""
    click.echo(f"copydesk: {line}", err=True)


def sources(
    stories: tuple[str, ...],
    settings: Callable[[Path], Settings],
    stdin: str | None = None,
    *,
    force_exclude: bool = False,
) -> Iterator[Source]:
    """The stories that the arguments name, folders walked as the settings of each say.

    `stdin` is the file that standard input stands for. With `force_exclude` the settings leave out stories that are
    named too. Raises UserError where none is named.
    """
    from editor.documents.source import find_stories

    if not stories:
        raise UserError("no story given; name files or folders, or - for standard input")
    named = [story for story in stories if story != "-"]
    if len(named) < len(stories):
        yield Source(None, "-") if stdin is None else Source(Path(stdin), stdin, sys.stdin.buffer.read())
    elif stdin is not None:
        raise UserError("--stdin-filename names standard input; give - as the story too")
    paths = [Path(story) for story in named]
    for path in find_stories(
        paths,
        lambda path: settings(path).excludes(path),
        lambda folder: settings(folder / "-").respect_gitignore,
    ):
        if not (force_exclude and settings(path).excludes(path)):
            yield Source(path, str(path))


def _file(config: str | None) -> Path | None:
    if config is None:
        return None
    path = Path(config)
    if not path.is_file():
        raise UserError(f"{config}: no such configuration file")
    return path
