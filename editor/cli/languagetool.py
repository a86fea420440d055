"""`copydesk languagetool`: install LanguageTool, start and stop its shared server, say how it stands."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from editor.languagetool.shared import Running


@click.group()
def languagetool() -> None:
    """Install LanguageTool, start and stop its shared server, say how it stands."""


@languagetool.command()
def install() -> None:
    """Fetch LanguageTool from Maven Central, unless it is there already.

    What an interrupted run has fetched is used by the next. COPYDESK_HOME names another folder,
    COPYDESK_MAVEN_MIRROR another server with the same files.
    """
    from editor.languagetool.install import install as fetch
    from editor.languagetool.install import installed
    from editor.languagetool.java import find_java
    from editor.languagetool.lock import load_lock

    lock = load_lock()
    place = installed(lock)
    java = find_java()
    if place is not None:
        click.echo(f"LanguageTool {lock.version} is installed in {place} (Java {java.version}).")
        return
    click.echo(
        f"Fetching LanguageTool {lock.version}: {len(lock.artifacts)} files, {_megabytes(lock.size)}.",
        err=True,
    )
    meter = _Meter()
    try:
        place = fetch(meter.show, lock)
    finally:
        meter.clear()
    click.echo(f"Installed LanguageTool {lock.version} in {place} (Java {java.version}).")


@languagetool.command()
@click.option(
    "--idle",
    type=click.FloatRange(min=0.1),
    metavar="MINUTES",
    help="End it after so many minutes without a request (10 at a terminal, 1.5 in scripts).",
)
def start(idle: float | None) -> None:
    """Start the server that all commands share, so that the first story need not wait for it.

    Commands start it by themselves too. It ends when nobody has asked it for a while.
    """
    from editor.languagetool.choices import load_choices
    from editor.languagetool.shared import running
    from editor.languagetool.tool import REQUIRED, LanguageTool

    choices = load_choices()
    tool = LanguageTool(
        REQUIRED,
        notify=lambda line: click.echo(f"copydesk: {line}", err=True),
        disabled_rules=choices.disabled_rules,
        disabled_categories=choices.disabled_categories,
        enabled_rules=choices.enabled_rules,
        shared=True,
        idle=None if idle is None else idle * 60,
    )
    with tool:
        tool.wait()
    for each in running():
        click.echo(_told(each))


@languagetool.command()
def stop() -> None:
    """End the shared server now."""
    from editor.languagetool.shared import stop as end

    ended = end()
    click.echo(f"Ended {ended} server{'s' * (ended > 1)}." if ended else "No shared server runs.")


@languagetool.command()
@click.option("--check", "probe", is_flag=True, help="Start it and let it check a sentence, too.")
def status(probe: bool) -> None:
    """Say which LanguageTool and which Java would be used. Exit code 3 where either is missing."""
    from editor.errors import EngineError
    from editor.languagetool.install import folder, installed
    from editor.languagetool.java import find_java
    from editor.languagetool.lock import load_lock
    from editor.languagetool.server import reap
    from editor.languagetool.shared import running

    lock = load_lock()
    place = installed(lock)
    state = str(place) if place else f"not installed (it goes into {folder(lock)})"
    click.echo(f"LanguageTool {lock.version}: {state}")
    java = find_java()
    click.echo(f"Java {java.version}: {java.path}")
    for each in running():
        click.echo(_told(each))
    orphans = reap()
    if orphans:
        click.echo(f"Ended {orphans} server{'s' * (orphans > 1)} that an earlier run had left.")
    if place is None:
        raise EngineError("LanguageTool is not installed: run 'copydesk languagetool install'")
    if probe:
        from editor.languagetool.server import ServerSettings
        from editor.languagetool.tool import REQUIRED, LanguageTool

        begun = time.monotonic()
        with LanguageTool(REQUIRED, install=False, settings=ServerSettings(brief=True)) as tool:
            found = tool.check("This are a sentence with an error.")
        if not found:
            raise EngineError("LanguageTool runs but finds nothing: reinstall it, or report this")
        click.echo(f"It answers: first check after {time.monotonic() - begun:.1f} s.")


def _told(server: Running) -> str:
    left = max(0.0, server.until - time.time())
    return (
        f"Shared server on 127.0.0.1:{server.port}, process {server.pid}; "
        f"without a request it ends in {left / 60:.1f} minutes."
    )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


class _Meter:
    """A line on standard error that is written over, only where a person watches."""

    def __init__(self) -> None:
        self._on = sys.stderr.isatty()
        self._next = 0.0
        self._width = 0

    def show(self, done: int, total: int) -> None:
        """Called from the threads that fetch, one at a time."""
        now = time.monotonic()
        if not self._on or now < self._next:
            return
        self._next = now + 0.1
        self._write(f"  {done / total:4.0%}  {_megabytes(done)} of {_megabytes(total)}")

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            self._write("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _write(self, line: str) -> None:
        sys.stderr.write("\r" + line.ljust(self._width))
        sys.stderr.flush()
        self._width = len(line)
