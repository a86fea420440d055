"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from editor.cli import complete

_F = TypeVar("_F", bound=Callable[..., Any])


def _names(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """The names that stand between commas, of all times that the option is given."""
    return tuple(part.strip() for each in given for part in each.removesuffix(",").split(","))


def config_options(function: _F) -> _F:
    """`--config FILE` and `--no-config`."""
    function = click.option(
        "--config",
        metavar="FILE",
        shell_complete=complete.files,
        help="Read this file instead of looking for copydesk.toml or pyproject.toml.",
    )(function)
    return click.option("--no-config", is_flag=True, help="Read no configuration.")(function)


def stream_options(function: _F) -> _F:
    """How a command fits into a pipe: the name of standard input, and how much it says beside its work."""
    for option in reversed(
        [
            click.option(
                "--stdin-filename",
                metavar="NAME",
                shell_complete=complete.files,
                help="What standard input is called: its settings are those of this file, .md makes it Markdown.",
            ),
            click.option("--quiet", "-q", is_flag=True, help="Say nothing but findings and errors."),
            click.option(
                "--verbose", "-v", is_flag=True, help="Say of each story with which settings it is checked."
            ),
        ]
    ):
        function = option(function)
    return function


def checking_options(function: _F) -> _F:
    """What decides which rules run, with which engines."""
    for option in reversed(
        [
            click.option(
                "--profile",
                metavar="NAME",
                shell_complete=complete.profiles,
                help="The stylebook: ap (the default), reuters, uk or one of your own.",
            ),
            click.option(
                "--select",
                multiple=True,
                metavar="RULE,...",
                callback=_names,
                shell_complete=complete.rules,
                help="Run only these rules or groups (repeatable).",
            ),
            click.option(
                "--ignore",
                multiple=True,
                metavar="RULE,...",
                callback=_names,
                shell_complete=complete.rules,
                help="Leave these rules or groups out (repeatable).",
            ),
            click.option(
                "--extend-select",
                multiple=True,
                metavar="RULE,...",
                callback=_names,
                shell_complete=complete.rules,
                help="Run these too (repeatable).",
            ),
            click.option(
                "--rules",
                "rule_folders",
                multiple=True,
                metavar="PATH",
                shell_complete=complete.files,
                help="Your own rules: a folder or file (repeatable).",
            ),
            click.option(
                "--languagetool",
                metavar="auto|required|off|URL",
                shell_complete=complete.engines,
                help="Use LanguageTool if it can be had, insist on it, leave it out, or use a running server.",
            ),
            click.option(
                "--proofreader",
                metavar="auto|required|off",
                shell_complete=complete.proofreader,
                help="Use the proofreader, a small neural network, if it is installed, insist on it, or leave it out.",
            ),
            click.option(
                "--no-server",
                is_flag=True,
                help="Run LanguageTool for this command alone, rather than share one server.",
            ),
            click.option(
                "--no-cache",
                is_flag=True,
                help="Work everything out anew, and keep no results for next time.",
            ),
            click.option("--no-install", is_flag=True, help="Don't install LanguageTool on first use."),
            click.option("--no-gitignore", is_flag=True, help="In folders, read what .gitignore names too."),
            click.option(
                "--force-exclude",
                is_flag=True,
                help="Pass over what the settings exclude even where it is named, as pre-commit does.",
            ),
            click.option("--encoding", metavar="NAME", help="The stories' encoding, where it can't be told."),
        ]
    ):
        function = option(function)
    return config_options(function)
