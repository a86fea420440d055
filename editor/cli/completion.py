"""`copydesk completion SHELL`."""

from __future__ import annotations

import click


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print what makes SHELL complete commands, options, rules and files of copydesk.

    \b
    bash:  copydesk completion bash >> ~/.bashrc
    zsh:   copydesk completion zsh >> ~/.zshrc      (after compinit)
    fish:  copydesk completion fish > ~/.config/fish/completions/copydesk.fish
    """
    from click.shell_completion import get_completion_class

    from editor.cli.main import main

    kind = get_completion_class(shell)
    assert kind is not None
    made = kind(main, {}, "copydesk", "_COPYDESK_COMPLETE")
    # Not source(): that asks which bash is here, and the script may be for another machine.
    click.echo(made.source_template % made.source_vars())
