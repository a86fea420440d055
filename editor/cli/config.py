"""`copydesk config`: what is set for a story and where each value comes from; the schema of the settings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from editor.cli.options import config_options


@click.group()
def config() -> None:
    """Say what is set for a story and where each value comes from, or print the settings' JSON Schema."""


@config.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
@config_options
def show(path: Path | None, shape: str, config: str | None, no_config: bool) -> None:
    """Say which settings hold for PATH (a story or a folder; by default the current folder), one a line.

    What follows the # says where the value was set. The lines without it are a configuration file.
    """
    from editor.cli import setup
    from editor.settings.show import rows, text

    loader = setup.loader({"config": config, "no_config": no_config})
    if path is None or path.is_dir():
        settings = loader.for_folder(path or Path.cwd())
    else:
        settings = loader.for_file(path)
    if shape == "json":
        data: dict[str, Any] = {
            row.key: {"value": row.value, "origin": row.origin} for row in rows(settings, Path.cwd())
        }
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        click.echo(text(settings, Path.cwd()), nl=False)


@config.command()
def schema() -> None:
    """Print the JSON Schema of copydesk.toml, for editors that complete and check it."""
    from editor.settings.schema import as_json

    click.echo(as_json(), nl=False)
