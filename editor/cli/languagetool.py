"""`copydesk languagetool`: install LanguageTool, or say how it stands."""

from __future__ import annotations

import sys
import time

import click


@click.group()
def languagetool() -> None:
    """Install LanguageTool, or say how it stands."""


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
@click.option("--check", "probe", is_flag=True, help="Start it and let it check a sentence, too.")
def status(probe: bool) -> None:
    """Say which LanguageTool and which Java would be used. Exit code 3 where either is missing."""
    from editor.errors import EngineError
    from editor.languagetool.install import folder, installed
    from editor.languagetool.java import find_java
    from editor.languagetool.lock import load_lock
    from editor.languagetool.server import reap

    lock = load_lock()
    place = installed(lock)
    state = str(place) if place else f"not installed (it goes into {folder(lock)})"
    click.echo(f"LanguageTool {lock.version}: {state}")
    java = find_java()
    click.echo(f"Java {java.version}: {java.path}")
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
