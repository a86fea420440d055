"""copydesk for other programs: check or fix a text in memory."""

from __future__ import annotations

import atexit
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from editor.errors import CopydeskError, UserError
from editor.reports.changes import Change, changes
from editor.values import Applicability, Finding, Severity, Span

if TYPE_CHECKING:
    from editor.desk import Desk

__all__ = [
    "Applicability",
    "Change",
    "CopydeskError",
    "Finding",
    "Fixed",
    "Severity",
    "Span",
    "check",
    "fix",
]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A corrected text, the changes that led to it, and what is still found in it."""

    text: str
    changes: tuple[Change, ...]
    left: tuple[Finding, ...]


def check(
    text: str,
    *,
    name: str = "story.txt",
    profile: str | None = None,
    select: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[str | PathLike[str]] = (),
    words: Iterable[str | PathLike[str]] = (),
    languagetool: str = "off",
    proofreader: str = "off",
    config: str | PathLike[str] | None = None,
) -> tuple[Finding, ...]:
    """What is found in a text, one finding a spot, by position; spans are code points of `text`.

    `name` says what the text is: one that ends in .md is Markdown. The other arguments are those of the command
    line; no configuration is read unless `config` names one. LanguageTool and the proofreader are off unless they are asked for.
    Raises CopydeskError, one line that says what to mend.
    """
    desk = _desk(
        *_options(profile, select, extend_select, ignore, rules, words, languagetool, proofreader, config)
    )
    path, data = _story(name, text, config)
    return desk.check(path, desk.read(path, name, data))


def fix(
    text: str,
    *,
    unsafe: bool = False,
    name: str = "story.txt",
    profile: str | None = None,
    select: Iterable[str] = (),
    extend_select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    rules: Iterable[str | PathLike[str]] = (),
    words: Iterable[str | PathLike[str]] = (),
    languagetool: str = "off",
    proofreader: str = "off",
    config: str | PathLike[str] | None = None,
) -> Fixed:
    """The text with its safe corrections made, with `unsafe` the likely ones too. Arguments and errors as for `check`."""
    desk = _desk(
        *_options(profile, select, extend_select, ignore, rules, words, languagetool, proofreader, config)
    )
    path, data = _story(name, text, config)
    done = desk.fix(path, name, data, unsafe=unsafe)
    made = [change for each in done.rounds for change in changes(each.text, each.edits)]
    return Fixed(done.after.decode(done.encoding), tuple(made), done.left)


_Options = tuple[tuple[tuple[str, object], ...], str | None]


def _options(
    profile: str | None,
    select: Iterable[str],
    extend_select: Iterable[str],
    ignore: Iterable[str],
    rules: Iterable[str | PathLike[str]],
    words: Iterable[str | PathLike[str]],
    languagetool: str,
    proofreader: str,
    config: str | PathLike[str] | None,
) -> _Options:
    given: dict[str, object] = {
        "profile": profile,
        "select": _texts("select", select),
        "extend-select": _texts("extend_select", extend_select),
        "ignore": _texts("ignore", ignore),
        "rules": tuple(str(Path(path).absolute()) for path in rules),
        "words": tuple(str(Path(path).absolute()) for path in words),
        "languagetool": languagetool,
        "proofreader": proofreader,
        # A text is already decoded.
        "encoding": "utf-8",
    }
    told = tuple((key, value) for key, value in given.items() if value)
    return told, None if config is None else str(Path(config).absolute())


def _texts(name: str, given: Iterable[str]) -> tuple[str, ...]:
    if isinstance(given, str):
        raise UserError(f"{name} is a list of rules, not the text '{given}'")
    return tuple(given)


def _story(name: str, text: str, config: str | PathLike[str] | None) -> tuple[Path | None, bytes]:
    """Where the story counts as lying, and its bytes."""
    if text.startswith("\ufeff"):
        raise UserError(
            "the text begins with a byte order mark, which is no part of it; decode it with utf-8-sig"
        )
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise UserError(f"the text has half a character at {error.start}: {error.reason}") from None
    return (None if config is None else Path(config).absolute().parent / name), data


@lru_cache(maxsize=8)
def _desk(options: tuple[tuple[str, object], ...], config: str | None) -> Desk:
    from editor.desk import Desk
    from editor.settings.load import SettingsLoader

    loader = SettingsLoader(
        None if config is None else Path(config), search=False, command_line=dict(options)
    )
    desk = Desk(loader)
    atexit.register(desk.close)
    return desk
