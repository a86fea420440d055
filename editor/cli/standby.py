"""`copydesk standby`: the process that stands by with everything loaded, so that commands answer at once."""

from __future__ import annotations

import time

import click

from editor.errors import UserError

_WITHIN = 30.0


@click.group()
def standby() -> None:
    """Start, stop and show the process that stands by so that commands answer at once.

    At a terminal the first `check`, `fix`, `explain` or `stats` starts it, and it ends after ten minutes without one.
    COPYDESK_STANDBY=off does without, COPYDESK_STANDBY=on starts it in scripts and editors, too.
    """


@standby.command()
def start() -> None:
    """Start it now, and wait until it takes commands."""
    from editor.standby import client, manage, place

    where = place.folder()
    if not place.supported():
        raise UserError("this system can't copy a process: commands run without one that stands by")
    if place.address(where) is None:
        raise UserError(f"the path of {where} is too long for a socket; set COPYDESK_HOME to a shorter one")
    client.start()
    deadline = time.monotonic() + _WITHIN
    while not client.reachable(where):
        if time.monotonic() > deadline:
            raise UserError(f"it did not start; is {where} yours, and can you write there?")
        time.sleep(0.02)
    click.echo(f"Stands by: process {', '.join(map(str, manage.running()))}.")


@standby.command()
def stop() -> None:
    """End it."""
    from editor.standby import manage, place

    ended = manage.stop() if place.supported() else 0
    click.echo(f"Ended {ended} process{'es' * (ended > 1)}." if ended else "None runs.")


@standby.command()
def status() -> None:
    """Say whether one runs."""
    from editor.standby import manage, place

    found = manage.running() if place.supported() else []
    click.echo(f"Stands by: process {', '.join(map(str, found))}." if found else "None runs.")
