"""Hands a command to the standby process and waits for its end; starts one for the commands to come."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from types import FrameType
from typing import TYPE_CHECKING

from editor.errors import EXIT_ENGINE_FAILED
from editor.standby import place

if TYPE_CHECKING:
    from pathlib import Path

    from editor.standby.wire import Request

_WITHIN = 1.0  # Seconds to be taken; whoever waits longer is quicker alone.
_FORWARDED = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")


def handed_over(arguments: Sequence[str]) -> int | None:
    """The exit code of the command, which a standby process ran for us; None where there is no such process, and nothing was done."""
    connection = _connected(place.folder())
    if connection is None:
        return None
    with connection:
        from editor.standby import wire

        try:
            wire.send(connection, _request(arguments))
            lines = _lines(connection)
            if next(lines, "") != "taken":
                return None
            connection.sendall(b"go\n")
        except (OSError, ValueError, AttributeError):
            # A stream is closed, or the process is busy or gone.
            return None
        connection.settimeout(None)
        return _waited(connection, lines)


def reachable(where: Path) -> bool:
    """Whether a standby process listens in the folder."""
    connection = _connected(where)
    if connection is not None:
        connection.close()
    return connection is not None


def _connected(where: Path) -> socket.socket | None:
    """A connection to the process that listens in the folder; None where there is none that can be trusted."""
    address = place.address(where)
    if address is None or not place.private(where):
        return None
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(_WITHIN)
    try:
        connection.connect(address)
    except OSError:
        connection.close()
        return None
    return connection


def _request(arguments: Sequence[str]) -> Request:
    from editor.standby.wire import Request

    mask = os.umask(0)
    os.umask(mask)
    return Request(
        list(arguments),
        os.getcwd(),  # noqa: PTH109 - a path object would resolve nothing more
        dict(os.environ),
        mask,
        [(stream.encoding, stream.errors or "strict") for stream in (sys.stdin, sys.stdout, sys.stderr)],
        place.IDLE if place.attended() else place.IDLE_UNATTENDED,
    )


def _lines(connection: socket.socket) -> Iterator[str]:
    with connection.makefile("r", encoding="ascii") as stream:
        for line in stream:
            yield line.rstrip("\n")


def _waited(connection: socket.socket, lines: Iterator[str]) -> int:
    """The exit code that the process reports; signals that come meanwhile are passed on."""

    def forward(number: int, _: FrameType | None) -> None:
        with contextlib.suppress(OSError):
            connection.sendall(f"signal {number}\n".encode())

    before = {
        getattr(signal, name): signal.signal(getattr(signal, name), forward)
        for name in _FORWARDED
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN
    }
    try:
        for line in lines:
            word, _, number = line.partition(" ")
            if word == "exit":
                return int(number)
    except (OSError, ValueError):
        pass
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    sys.stderr.write("copydesk: the standby process ended before the command did; run it again\n")
    return EXIT_ENGINE_FAILED


def start() -> None:
    """Start a standby process in the background, unless one runs; whatever is in its way, the command goes on without."""
    where = place.folder()
    if place.address(where) is None:
        return
    import subprocess

    with contextlib.suppress(OSError):
        where.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not place.private(where):
            return
        idle = place.IDLE if place.attended() else place.IDLE_UNATTENDED
        subprocess.Popen(
            [sys.executable, "-m", "editor.standby.server", str(where), str(idle)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=where,
            # Ctrl-C in a terminal goes to the whole group; this process is not of it.
            start_new_session=True,
        )
