"""The command `copydesk`: finds the subcommand, and ends every error in one line and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from editor import __version__
from editor.errors import CopydeskError

_COMMANDS = {
    "check": ("editor.cli.check", "Find errors in stories and say so."),
    "fix": ("editor.cli.fix", "Write a corrected draft and a diff."),
    "batch": ("editor.cli.batch", "Check an archive in partitions, on this machine or a cluster."),
    "watch": ("editor.cli.watch", "Check stories whenever they are saved."),
    "explain": ("editor.cli.explain", "Say what a rule is for, with examples."),
    "rules": ("editor.cli.rules", "List the rules, make a new one, or try their examples."),
    "stats": ("editor.cli.stats", "Readability: Flesch, grade, sentence length, reading time."),
    "words": ("editor.cli.words", "List, add and check house words."),
    "config": ("editor.cli.config", "Say what is set, and where; the schema of the settings."),
    "baseline": ("editor.cli.baseline", "Accept the findings that there are; later runs show new ones."),
    "completion": ("editor.cli.completion", "Print what makes bash, zsh or fish complete commands."),
    "standby": ("editor.cli.standby", "Start, stop and show the process that makes commands answer at once."),
    "languagetool": ("editor.cli.languagetool", "Install LanguageTool, or say how it stands."),
}


class _Lazy(click.Group):
    """Imports a subcommand only when it is called, so that `--version` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[cmd_name][0]), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            import difflib

            close = difflib.get_close_matches(args[0], _COMMANDS, n=1)
            hint = f" Did you mean '{close[0]}'?" if close else f" Choose one of {', '.join(_COMMANDS)}."
            raise click.UsageError(f"there is no command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_text) for name, (_, help_text) in _COMMANDS.items()])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="copydesk")
def main() -> None:
    """Copy-edits wire stories: finds errors, suggests fixes, writes a corrected draft and a diff.

    Exit codes: 0 nothing found, 1 findings, 2 something you can mend (a missing file, a bad setting),
    3 an engine that was required failed.
    """


def run() -> None:
    """The program: `main` with every user's error as one line on standard error."""
    # Tokens are many and never in circles: looking for circles at Python's own pace takes a fifth of the time.
    gc.set_threshold(400_000, 20, 20)
    try:
        code = main(standalone_mode=False, prog_name="copydesk")
    except click.ClickException as error:
        error.show()
        code = 2
    except CopydeskError as error:
        click.echo(f"copydesk: {error}", err=True)
        code = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("copydesk: stopped; nothing was half-written", err=True)
        code = 130
    except BrokenPipeError:
        # The reader has gone (a pager was closed, `head` had enough); that is no error of ours.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 141
    except OSError as error:
        what = f"{error.filename}: " if error.filename else "the output can't be written: "
        click.echo(f"copydesk: {what}{error.strerror or error}", err=True)
        code = 2
    _leave(code if isinstance(code, int) else 0)


def _leave(code: int) -> None:
    try:
        sys.stdout.flush()
    except (BrokenPipeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    except OSError as error:
        if code != 2:
            click.echo(f"copydesk: the output can't be written: {error.strerror}", err=True)
        # What is left in the buffer would fail again when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        code = 2
    sys.exit(code)
